import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { castFullBallot, openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { enter, tabTo } from './press-keys.ts'

test('a second person keys blind, the differences are settled by the paper, the same person is turned away', async ({
  page,
}) => {
  test.slow()
  const client = await hostClient(page)
  const prepared = client as unknown as TestClient
  const { sessionId, itemIds, memberIds } = await openSmallSession(
    { client: prepared },
    { members: 2, products: 1, rules: { ...usualRegulation, verification: 'all' } },
  )
  const [agendaItemId = 0] = itemIds
  const [memberId = 0, otherMember = 0] = memberIds
  for (const member of memberIds) await castFullBallot(prepared, { agendaItemId, memberId: member, zeros: [2] })
  const criteria = listCriteria(await client.rules.itemForm({ agendaItemId }))
  const keys = criteria.map(({ criterion }, index) =>
    index === 2 ? '0' : `${Math.max(...criterion.options.map(({ points }) => points))}`,
  )

  await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/scoring`)
  await enter(page, page.getByRole('button', { name: 'Đối chiếu 2 phiếu' }))
  await expect(page.getByTestId('banner')).toContainText('người khác phải nhập lại')
  // Nothing can be keyed by who confirmed the ballot.
  await page.keyboard.press('1')
  expect((await client.verifications.get({ agendaItemId, memberId })).state).toBe('waiting')
  await enter(page, page.getByRole('button', { name: 'Bắt đầu đối chiếu' }))
  await expect(page.getByRole('textbox', { name: 'Họ tên hoặc chức danh' })).toBeFocused()
  await page.keyboard.type('Tổ giúp việc')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('banner')).toContainText('Tổ giúp việc nhập lại từ phiếu giấy')
  // The button that handed the keys over is gone with what had the focus.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')

  // Blind: every box is empty, no total of the first keying is on screen.
  await expect(page.getByTestId('figures')).toContainText('0/100')
  await tabTo(page, page.getByTestId('current-criterion'))
  await page.keyboard.type(['1', ...keys.slice(1)].join(''))
  const table = page.getByTestId('differences')
  await expect(table.getByRole('heading')).toHaveText('Hai lần nhập khác nhau ở 1 tiêu chí')
  await expect(table.locator('tbody tr')).toContainText(['3 điểm'])
  await expectAccessible(page)
  await tabTo(page, table.getByRole('combobox', { name: /Mức trên phiếu giấy/ }))
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: /^1 điểm/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await enter(page, table.getByRole('button', { name: 'Ghi theo phiếu giấy' }))
  await expect.poll(async () => (await client.ballots.get({ agendaItemId, memberId })).state).toBe('verified')
  const settled = await client.ballots.get({ agendaItemId, memberId })
  expect(settled.version).toBe(2)

  // The next ballot opened by itself. Whoever lent the keys has them again once the check is left.
  await expect(page.getByTestId('member')).toContainText('Thành viên 2/2')
  const operator = async () => (await client.workspace.status()).operator
  expect(await operator()).toBe('Tổ giúp việc')
  await page.keyboard.press('Alt+1')
  await expect.poll(operator).toBe('Thư ký')

  // Two equal keyings need no settling.
  await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/scoring?view=verification`)
  await enter(page, page.getByRole('button', { name: 'Bắt đầu đối chiếu' }))
  await expect(page.getByRole('textbox', { name: 'Họ tên hoặc chức danh' })).toBeFocused()
  await page.keyboard.type('Tổ giúp việc')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('banner')).toContainText('Tổ giúp việc nhập lại từ phiếu giấy')
  await expect(page.getByTestId('figures')).toContainText('0/100')
  await tabTo(page, page.getByTestId('current-criterion'))
  await page.keyboard.type(keys.join(''))
  await expect(page.getByTestId('confirm-line')).toContainText('So với lần nhập đầu')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await client.ballots.get({ agendaItemId, memberId: otherMember })).state)
    .toBe('verified')
  await expect(page.getByTestId('banner')).toContainText('Tổ giúp việc nhập lại')
  expect(await client.sessions.missing({ sessionId })).toEqual([])

  // It was the last one: whoever lent the keys has them again, which is said, and Enter leads on.
  await expect.poll(operator).toBe('Thư ký')
  await expect(page.getByTestId('banner')).toContainText('Đã đối chiếu đủ các phiếu; người đang làm việc: Thư ký.')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/results/)

  // A compared ballot takes an opinion in one act and stays compared; F4 opens it, with its reason.
  const saved = () => client.ballots.get({ agendaItemId, memberId })
  const ballot = `/sessions/${sessionId}/scoring?view=ballot&item=${agendaItemId}&member=${memberId}`
  await page.evaluate((to) => void (location.hash = to), ballot)
  await expect(page.getByTestId('confirm-line')).toContainText('đối chiếu')
  await page.keyboard.type('yBao bì đẹp\n')
  await expect.poll(saved).toMatchObject({ state: 'verified', version: 3, opinion: 'Bao bì đẹp' })
  await page.keyboard.press('F4')
  await page.keyboard.type('Chép nhầm\n')
  await expect.poll(saved).toMatchObject({ state: 'draft', version: 4 })

  // On a ballot that is open it says so, and what is typed as a reason is no ballot's points.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('F4')
  const dialog = page.getByRole('dialog', { name: 'Mở lại phiếu đã xác nhận' })
  await expect(dialog).toContainText('chưa xác nhận')
  const { choices } = await saved()
  await page.keyboard.type('00\n')
  await expect(dialog).toHaveCount(0)
  expect((await saved()).choices).toEqual(choices)
})
