import { expect, type Locator, type Page } from '@playwright/test'

/** Nobody tabs further than this to get anywhere. */
const mostTabs = 120

/** Presses Tab until that element has the focus; fails where the keyboard does not reach it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let pressed = 0; pressed <= mostTabs; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${target.toString()} in ${mostTabs} tabs`)
}

/** Goes to a link or button with Tab and presses Enter on it. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
