import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What the page shows now has no serious and no critical finding of axe, in light and in dark. Leaves the page in
 * light, without motion: a colour that is still fading is no colour of the design. axe runs in the page itself: its
 * other mode opens a second page, which an Electron window has not. Only findings are described in full: describing
 * what passed took half of the time.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await page.waitForFunction(isSettled)
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    const { violations } = await axe.analyze()
    expect(violations.filter(isGrave).map(describeFinding), `axe, ${colorScheme}, ${page.url()}`).toEqual([])
  }
}

/** What began to fade before motion was taken away still does; a dialog that is opening, for one. */
const isSettled = (): boolean =>
  document.getAnimations().every((one) => !(one instanceof CSSTransition) || one.playState !== 'running')

type Finding = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

const isGrave = ({ impact }: Finding): boolean => impact === 'serious' || impact === 'critical'

/** The rule, and each element that breaks it with the reason. */
const describeFinding = ({ id, help, nodes }: Finding) => ({
  rule: `${id}: ${help}`,
  places: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
})
