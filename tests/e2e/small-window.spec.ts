import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { independentSteps } from './independent-steps.ts'
import { openSample } from './open-file.ts'
import { enter, tabTo } from './press-keys.ts'
import { saveDocument } from './save-document.ts'

// A 14-inch laptop of 1366×768 at 125 %, as offices have them.
const laptop = { width: 1093, height: 570 }
test.use({ viewport: laptop })

/** At 200 % the parts of a session still stand in one line, tables alone scroll sideways, and whose ballot it is stands whole. */
async function expectWholeAtTwice(page: Page, item: number): Promise<void> {
  await page.setViewportSize({ width: 683, height: 384 })
  for (const to of ['', '/attendance', '/scoring', '/results', '/facts']) {
    await go(page, to)
    const last = page.getByRole('navigation', { name: 'Các phần của phiên họp' }).getByRole('link').last()
    await expect(last, to).toBeInViewport({ ratio: 1 })
    const beyond = () => page.locator('main').evaluate((at) => at.scrollWidth - at.clientWidth)
    await expect.poll(beyond, to).toBe(0)
    const third = page.locator('[data-item] td:first-child').nth(2)
    if (to === '/results') await expect(third).toBeInViewport({ ratio: 1 })
  }
  await go(page, '/scoring')
  expect((await page.getByTestId('board-tools').boundingBox())?.height, 'one line of tools').toBeLessThan(48)
  await expect(page.getByTestId('board').locator('tbody th').nth(2)).toBeInViewport({ ratio: 1 })
  // Its end is reached by the keyboard.
  const order = page.getByTestId('board-tools').getByRole('radio').last()
  await order.focus()
  await expect(page.getByTestId('board-tools').getByText('Thành viên', { exact: true })).toBeInViewport({ ratio: 1 })
  await go(page, `/scoring?item=${item}&member=1`)
  const [member, product] = [page.getByTestId('member'), page.getByTestId('desk').getByRole('heading', { level: 1 })]
  await expect(member).toContainText('Thành viên 1/9')
  const isCut = await member.evaluate((at) => at.scrollWidth > at.clientWidth || at.scrollHeight > at.clientHeight + 1)
  expect(isCut, 'the name is whole').toBe(false)
  const [before, after] = [await member.boundingBox(), await product.boundingBox()]
  expect((before?.y ?? 0) < (after?.y ?? 0) || (before?.x ?? 0) < (after?.x ?? 0), 'the person first').toBe(true)
}

/** Nothing of the line above it lies beyond the window, no given name is cut, and no column lies over another. */
async function expectWholeBoard(page: Page): Promise<void> {
  const tools = page.getByTestId('board-tools')
  expect(await tools.evaluate((at) => at.scrollWidth - at.clientWidth)).toBe(0)
  const given = page.getByTestId('board').locator('[data-given]')
  await expect(given).toHaveCount(9)
  expect(await given.evaluateAll((all) => all.filter((at) => at.scrollWidth > at.clientWidth).length)).toBe(0)
  const [confirmed, spread] = [page.locator('tbody td:nth-last-child(2)'), page.locator('tbody td:last-child')]
  const [left, right] = [await confirmed.first().boundingBox(), await spread.first().boundingBox()]
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual((right?.x ?? 0) + 1)
}

/** What a product lacks ends with a whole word in its line, and says how many more there are. */
async function expectWholeLacks(page: Page): Promise<void> {
  const told = await page.locator('tr[data-item] [title]:has(> [data-lack])').evaluateAll((lines) =>
    lines.map((line) => {
      const { right } = line.getBoundingClientRect()
      const shown = [...line.querySelectorAll('[data-lack]:not([data-beyond]), b')]
      const beyond = line.querySelectorAll('[data-beyond]').length
      const isCut = shown.some((word) => word.getBoundingClientRect().right > right + 1)
      return { isCut, isTold: line.querySelector('b')?.textContent === (beyond === 0 ? undefined : `+${beyond}`) }
    }),
  )
  expect(told.length).toBeGreaterThan(5)
  expect(told.filter(({ isCut, isTold }) => isCut || !isTold)).toEqual([])
}

/** The keyboard was far down the board when a word leaves one product: its cells are reached all the same. */
async function expectReachableWhenFiltered(page: Page): Promise<void> {
  await page.locator('[data-place="11/0"]').focus()
  await page.keyboard.press('/')
  await page.keyboard.type('SB-01')
  await expect(page.getByTestId('board').locator('tbody tr')).toHaveCount(1)
  await expect(page.locator('[data-place][tabindex="0"]')).toHaveCount(1)
}

test('at 125 % tables, dialogs and busy buttons are whole, and lose no focus', async ({ page, host }) => {
  test.slow()
  await openSample(page, 'Cấp huyện, năm 2024')
  const client = await hostClient(page)
  await independentSteps({
    'a busy button keeps its name and the focus, and is not pressed twice': async () => {
      await go(page, '/documents?kind=decision')
      const button = page.getByRole('button', { name: 'Lưu Word' })
      await tabTo(page, button)
      await button.evaluate((at) => {
        const seen = new Set<string>()
        Object.assign(window, { seenBusy: seen })
        new MutationObserver(() => {
          const isBusy = at.hasAttribute('data-loading')
          const label = at.querySelector('[class*=Button-label]')
          const inner = at.querySelector('[class*=Button-inner]')
          const shown = [label, inner].map((part) => part !== null && getComputedStyle(part).opacity)
          if (isBusy) seen.add(`${shown.join()} ${document.activeElement === at}`)
        }).observe(at, { attributes: true })
      })
      let saved = 0
      page.on('download', () => (saved += 1))
      await saveDocument(host, async () => {
        await page.keyboard.press('Enter')
        await page.keyboard.press('Enter')
      })
      await expect(button).toBeEnabled()
      await expect(button).toBeFocused()
      expect(await page.evaluate(() => [...(Reflect.get(window, 'seenBusy') as Set<string>)])).toEqual(['1,1 true'])
      expect(saved).toBeLessThanOrEqual(1)
    },
    'at 125 % the tables of a session end within the window, and no button loses letters of its name': async () => {
      const [first] = (await client.sessions.get({ sessionId: 1 })).agenda
      for (const [to, table] of [
        ['', 'agenda'],
        ['/attendance', 'attendance'],
        ['/scoring', 'board'],
        [`/results?item=${first?.id}`, 'results'],
      ] as const) {
        await go(page, to)
        await expect(page.getByTestId(table)).toBeVisible()
        const tabs = page.getByRole('navigation', { name: 'Các phần của phiên họp' })
        expect((await tabs.boundingBox())?.height, 'one line of tabs').toBeLessThan(45)
        expect(await cutOff(page), to).toEqual([])
        if (table === 'board') {
          expect((await page.getByTestId('board-tools').boundingBox())?.height, 'one line of tools').toBeLessThan(48)
          await expectWholeBoard(page)
          await expectReachableWhenFiltered(page)
        }
      }
      await expect(page.getByTestId('item-reasons')).toBeVisible()
      const names = page.getByTestId('results').locator('tr[data-item] button')
      expect(await names.evaluateAll((all) => all.filter((at) => at.scrollWidth > at.clientWidth).length)).toBe(0)
      await expectWholeLacks(page)
      const right = await page.getByTestId('ballot-totals').evaluate((at) => at.getBoundingClientRect().right)
      expect(right).toBeLessThanOrEqual(1093)

      const own = await client.documents.templates.download({ kind: 'decision' })
      await client.documents.templates.save({ kind: 'decision', file: new File([own], 'Mẫu riêng.docx') })
      await go(page, '/documents?kind=decision')
      await expect(page.getByText('PDF theo mẫu Word riêng')).toBeVisible()
      expect(await cutOff(page), 'documents').toEqual([])
      await expectWholeAtTwice(page, first?.id ?? 0)
    },
    'the deeds of a long dialog stay in sight, and each dialog gives the focus back': async () => {
      await page.setViewportSize(laptop)
      await client.sessions.close({ sessionId: 1 })
      await go(page, '/documents?kind=decision')
      for (const name of ['Sổ văn bản', 'Giấy chứng nhận', 'Mẫu Word', 'Lấy số']) {
        const isNumber = name === 'Lấy số'
        const opener = page.getByRole('button', { name: isNumber ? name : 'Giấy tờ, sổ và mẫu', exact: true })
        await enter(page, opener)
        if (!isNumber) await page.getByRole('menuitem', { name, exact: true }).press('Enter')
        const dialog = page.getByRole('dialog')
        await expect(dialog).toBeVisible()
        await expect.poll(() => dialog.evaluate((at) => at.contains(document.activeElement))).toBe(true)
        if (isNumber) await expect(dialog.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
        await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
        await expect(opener).toBeFocused()
      }
    },
  })
})

async function go(page: Page, to: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), `/sessions/1${to}`)
}

/** Boxes that scroll sideways, and buttons that show less than their names. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((at) => at.scrollWidth > at.clientWidth + 1 && at.clientWidth > 0)
      .filter((at) => at.matches('button, label, [class*=Button-label]') || getComputedStyle(at).overflowX === 'auto')
      .map((at) => `${at.className} ${at.textContent.slice(0, 40)}`),
  )
