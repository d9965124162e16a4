import type { Page } from '@playwright/test'

type Acts = { readonly keys: number; readonly clicks: number }

/** Counts the keys and clicks that the page is sent from now on. A field that a test fills at once counts as none. */
export async function countActs(page: Page): Promise<() => Promise<Acts>> {
  await page.evaluate(() => {
    const acts = { keys: 0, clicks: 0 }
    window.addEventListener('keydown', () => (acts.keys += 1), { capture: true })
    window.addEventListener('pointerdown', () => (acts.clicks += 1), { capture: true })
    Object.assign(window, { actsSoFar: acts })
  })
  return () => page.evaluate(() => (window as unknown as { actsSoFar: Acts }).actsSoFar)
}
