import type { Page } from '@playwright/test'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { castFullBallot, type TestClient } from '../helpers/test-app.ts'
import { expect, test } from './fixtures.ts'
import { enterSeat, openPhone, openSession, readCode, switchOn } from './room-phone.ts'

// What a member's phone shows follows the session's regulations at once, as the secretary changes them.

test('the regulations decide what phones show: own choices, own totals, or the revealed result', async ({
  page,
  chromium,
}) => {
  const { client, sessionId, itemIds, memberIds } = await openSession(page)
  const [agendaItemId = 0] = itemIds
  for (const [place, memberId] of memberIds.entries()) {
    const zeros = Array.from({ length: place * 4 }, (_none, index) => index)
    await castFullBallot(client as unknown as TestClient, { agendaItemId, memberId, zeros })
  }
  const link = await switchOn(page)
  const { phone, context, faults } = await openPhone(chromium, link)
  await enterSeat(phone, { seat: 2, code: await readCode(page, 'Thành viên TV2') })

  // As it always was: the member's own totals, and no result even after the reveal.
  await expect(page.getByText(/Trên phiếu có tổng điểm của mình; không thấy/)).toBeVisible()
  await phone.getByRole('link', { name: /SP1/ }).click()
  const totals = phone.getByLabel('Điểm từng phần')
  await expect(totals).toBeVisible()
  await client.results.reveal({ agendaItemId, isRevealed: true, accepted: ['ballots-missing', 'needs-discussion'] })
  const result = phone.getByRole('region', { name: 'Kết quả do Chủ tịch công bố' })

  await page.getByRole('link', { name: 'Đổi trong Quy chế của phiên họp' }).click()
  await chooseSight(page, 'Điểm của mình và kết quả đã công bố')
  await expect(page.getByTestId('regulation-memberSight')).toContainText(
    'Khác mức thông dụng (Lựa chọn và tổng điểm của mình)',
  )
  await expectAccessible(page)
  await expect(result).toContainText('Điểm trung bình')
  await expect(totals).toBeVisible()
  const { items } = await client.results.session({ sessionId })
  const { star } = items[0]?.result ?? { star: 0 }
  await expect(result).toContainText(star === 0 ? 'Không đạt sao' : `${star} sao`)
  await expectAccessible(phone)
  await phone.getByRole('link', { name: 'Danh sách', exact: true }).click()
  await expect(phone.getByRole('link', { name: /SP1/ })).toContainText(/Kết quả: \d+,\d\d điểm/)
  await expect(phone.getByRole('link', { name: /SP2/ })).not.toContainText('Kết quả')
  await client.results.reveal({ agendaItemId, isRevealed: false })
  await expect(phone.getByText(/Kết quả/)).toHaveCount(0)

  await chooseSight(page, 'Lựa chọn của mình')
  await client.results.reveal({ agendaItemId, isRevealed: true, accepted: ['ballots-missing', 'needs-discussion'] })
  await phone.getByRole('link', { name: /SP2/ }).click()
  await expect(phone.getByText('Đã chọn 0/32 tiêu chí')).toBeVisible()
  await phone.getByRole('radio').last().check()
  await expect(phone.getByText('Đã chọn 1/32 tiêu chí')).toBeVisible()
  await expect(totals).toHaveCount(0)
  await phone.getByRole('link', { name: 'Danh sách', exact: true }).click()
  await phone.getByRole('link', { name: /SP1/ }).click()
  await expect(phone.getByText('Phiếu đã gửi.')).toBeVisible()
  await expect(result).toHaveCount(0)
  await expect(totals).toHaveCount(0)

  // And the audit says who changed it, in words.
  await page.goto(`${page.url().split('#')[0]}#/audit`)
  await expect(
    page.getByText('Thành viên thấy trên điện thoại: điểm của mình và kết quả đã công bố → lựa chọn của mình'),
  ).toBeVisible()
  expect(faults).toEqual([])
  await context.close()
})

/** On the page of the session's regulations. */
async function chooseSight(page: Page, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Thành viên thấy gì trên điện thoại' })
  await field.click()
  await page.getByRole('option', { name, exact: true }).click()
  await expect(field).toHaveValue(name)
}
