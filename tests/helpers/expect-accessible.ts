import { expect, type Page } from '@playwright/test'
import axe, { type AxeResults, type Result, type RunOptions } from 'axe-core'

/**
 * What the page shows now has no serious and no critical finding of axe, in light and in dark; what does not depend on
 * colours is looked at once. Leaves the page in light, without motion: a colour that is still fading is no colour of the
 * design. Only findings are described in full: describing what passed took half of the time.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const { colorScheme, options } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await page.waitForFunction(isSettled, undefined, { polling: 50 })
    // axe is as large as the page's own scripts: once in a page, it is there until the page is loaded anew.
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
    const { violations } = await page.evaluate(runAxe, options)
    expect(violations.filter(isGrave).map(describeFinding), `axe, ${colorScheme}, ${page.url()}`).toEqual([])
  }
}

const looks = [
  { colorScheme: 'dark', options: { runOnly: ['color-contrast', 'link-in-text-block'] } },
  { colorScheme: 'light', options: {} },
] as const satisfies readonly { colorScheme: 'dark' | 'light'; options: RunOptions }[]

/** Runs in the page. */
const runAxe = (options: RunOptions): Promise<AxeResults> =>
  (window as unknown as { readonly axe: typeof axe }).axe.run(document, { ...options, resultTypes: ['violations'] })

/** What began to fade before motion was taken away still does; a dialog that is opening, for one. */
const isSettled = (): boolean =>
  document.getAnimations().every((one) => !(one instanceof CSSTransition) || one.playState !== 'running')

const isGrave = ({ impact }: Result): boolean => impact === 'serious' || impact === 'critical'

/** The rule, and each element that breaks it with the reason. */
const describeFinding = ({ id, help, nodes }: Result) => ({
  rule: `${id}: ${help}`,
  places: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
})
