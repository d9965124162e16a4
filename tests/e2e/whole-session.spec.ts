import type { Locator, Page } from '@playwright/test'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { countActs } from './count-acts.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { createFile } from './open-file.ts'
import { prepareSession, telex } from './prepare-session.ts'
import { saveDocument } from './save-document.ts'

// The secretary's whole session from an empty file to the papers, at 1366 × 768 and 125 %: keys and clicks of each part.

/** What docs/keys.md tells of nine members and twelve products follows from it; `OCOP_WHOLE_SESSION=1` keys that. */
const size = process.env['OCOP_WHOLE_SESSION'] === '1' ? { members: 9, products: 12 } : { members: 3, products: 2 }

test.use({ viewport: { width: 1093, height: 614 } })

test('a whole session from an empty file to its papers, keys and clicks counted', async ({ page, host }) => {
  test.setTimeout(900_000)
  await createFile(page)
  const acts = await countActs(page)
  const { keyboard } = page
  const { counted, type } = telex(page)
  const parts: { readonly part: string; readonly keys: number; readonly clicks: number }[] = []
  let before = { keys: 0, clicks: 0 }
  const tell = async (part: string): Promise<void> => {
    const { keys, clicks } = await acts()
    const now = { keys: keys + counted.keys, clicks }
    parts.push({ part, keys: now.keys - before.keys, clicks: now.clicks - before.clicks })
    before = now
  }

  await prepareSession({ page, host, type }, size)
  await page.getByRole('button', { name: 'Ghi “Đạt” cho các điều kiện còn lại' }).click()
  await keyboard.press('Enter')
  await expect(page.getByTestId('agenda')).not.toContainText('Còn')
  await tell('prepared')

  await tab(page, 'Điểm danh').click()
  await expect(page.getByRole('checkbox', { name: /TV01/ })).toBeVisible()
  await keyboard.press('Alt+c')
  await expect(page.getByRole('checkbox', { name: /TV01/ })).toBeChecked()
  await tab(page, 'Chương trình').click()
  await page.getByRole('button', { name: 'Khai mạc phiên họp' }).click()
  await keyboard.press('Enter')
  await expect(page.getByText('Đang họp')).toBeVisible()
  await tell('opened')

  const client = await hostClient(page)
  const [session] = await client.sessions.list({})
  const { agenda } = await client.sessions.get({ sessionId: session?.id ?? 0 })
  await tab(page, 'Chấm điểm').click()
  await page.getByTestId('resume').click()
  let [keyed, inCells] = [0, 0]
  for (const { id } of agenda) {
    const criteria = listCriteria(await client.rules.itemForm({ agendaItemId: id }))
    for (let member = 1; member <= size.members; member += 1) {
      await expect(page.getByTestId('member')).toContainText(`Thành viên ${member}/${size.members}`)
      const points = criteria.map(({ criterion }) => `${Math.max(...criterion.options.map((option) => option.points))}`)
      for (const key of points.join('')) await keyboard.press(key)
      keyed += points.join('').length + 1
      // Digits and Enter of the same points in a sheet.
      inCells += points.join('').length + points.length
      await expect(page.getByTestId('confirm-line')).toContainText('Đã chấm đủ')
      // Nobody types as fast as a test: what is typed ahead of the saving waits for it here.
      await expect(page.getByTestId('saved')).toHaveText(/^Đã lưu/)
      await keyboard.press('Enter')
    }
  }
  await expect(page.getByTestId('missing-ballots')).toHaveText('Mọi phiếu đã được xác nhận.')
  await tell('keyed')
  // What follows stands there, with the key that led through the ballots.
  await expect(page.getByTestId('next-step')).toBeFocused()
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/results/)
  await tell('results')

  await tab(page, 'Kết thúc').click()
  await expect(page.getByTestId('checklist')).toContainText('đã xác nhận đủ, không còn tiêu chí trống')
  await page.getByRole('button', { name: 'Khóa phiên họp' }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Khóa phiên họp' })).toBeFocused()
  // Opened and locked on its day: its minutes print these hours.
  await expect(page.getByRole('dialog')).not.toContainText('Biên bản chưa ghi giờ')
  await keyboard.press('Enter')
  await expect(page.getByTestId('digest')).toBeVisible()
  await keyboard.press('Alt+6')
  const saved = await saveDocument(host, () => page.getByRole('button', { name: 'Lưu tất cả văn bản' }).click())
  expect(saved.name).toMatch(/\.zip$/)
  await tell('papers')

  console.log(`${size.members} members, ${size.products} products, ${inCells} keys in cells`, parts)
  expect(parts).toEqual([
    { part: 'prepared', keys: expect.any(Number), clicks: 2 },
    { part: 'opened', keys: 3, clicks: 3 },
    { part: 'keyed', keys: keyed, clicks: 2 },
    { part: 'results', keys: 1, clicks: 0 },
    { part: 'papers', keys: 3, clicks: 3 },
  ])
  expect(parts[0]?.keys).toBeLessThanOrEqual(60)
  expect(keyed).toBeLessThan(inCells * 0.6)
})

const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Các phần của phiên họp' }).getByRole('link', { name })
