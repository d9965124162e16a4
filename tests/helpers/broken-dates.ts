import type { Page } from '@playwright/test'

/** Dates on show that go on in a second line, each with its text: a year in two halves is read as another. */
export function brokenDates(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const broken: string[] = []
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      for (const { index, 0: date } of (text.textContent ?? '').matchAll(/\d\d\/\d\d\/\d{4}/g)) {
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + date.length)
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
        if (lines.size > 1) broken.push(date)
      }
    }
    return broken
  })
}
