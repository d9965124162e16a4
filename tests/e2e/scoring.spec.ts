import type { Page } from '@playwright/test'
import type { AppClient } from '../../shared/api/contract.ts'
import type { Ballot } from '../../shared/api/ballots.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { countActs } from './count-acts.ts'
import { expect, test } from './fixtures.ts'
import { independentSteps } from './independent-steps.ts'
import { openBallot, openScoring, type Place } from './open-scoring.ts'
import { tabTo } from './press-keys.ts'

// Keying ballots with real keys, on a session that holds one product each of sets 1 (32 criteria), 25 (a criterion of
// 10 points) and 26 (levels of equal points).

test('ballots are keyed, corrected, found and confirmed by keys alone', async ({ page }) => {
  test.slow()
  const { client, sessionId, itemIds, memberIds } = await openScoring(page, { members: 10 })
  const [agendaItemId = 0] = itemIds
  await independentSteps({
    'a complete ballot of 32 criteria takes 33 keys, and the next ballot opens by itself': async () => {
      const [memberId = 0, nextMember = 0] = memberIds
      const criteria = listCriteria(await client.rules.itemForm({ agendaItemId }))
      expect(criteria).toHaveLength(32)
      await openBallot(page, { agendaItemId, memberId })
      const acts = await countActs(page)
      for (const { criterion } of criteria) {
        await page.keyboard.press(`${Math.max(...criterion.options.map(({ points }) => points))}`)
      }
      await expect(page.getByTestId('confirm-line')).toContainText('Đã chấm đủ 32 tiêu chí')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(new RegExp(`member=${nextMember}`))
      expect(await acts()).toEqual({ keys: 33, clicks: 0 })
      await expect.poll(async () => (await client.ballots.get({ agendaItemId, memberId })).state).toBe('confirmed')
      const ballot = await client.ballots.get({ agendaItemId, memberId })
      expect(ballot.totals.total).toBe(100)
      expect(await currentCode(page)).toBe('1.1')
    },
    'keys typed faster than the next ballot comes belong to it': async () => {
      const [memberId = 0, nextMember = 0] = memberIds.slice(1)
      const count = listCriteria(await client.rules.itemForm({ agendaItemId })).length
      await openBallot(page, { agendaItemId, memberId })
      // Zero is a level of every criterion; the whole ballot, Enter and the beginning of the next one in one breath.
      await page.keyboard.type('0'.repeat(count))
      await page.keyboard.press('Enter')
      await page.keyboard.type('000')
      await expect.poll(() => answered(client, { agendaItemId, memberId: nextMember })).toBe(3)
      expect((await client.ballots.get({ agendaItemId, memberId })).state).toBe('confirmed')
    },
    'Backspace and the arrows correct, a key that is no level is named at once': async () => {
      const [memberId = 0] = memberIds.slice(3)
      await openBallot(page, { agendaItemId, memberId })
      await page.keyboard.press('9')
      await expect(page.getByTestId('current-criterion').getByRole('alert')).toContainText('không có mức 9 điểm')
      expect(await currentCode(page)).toBe('1.1')
      await page.keyboard.type('00')
      await page.keyboard.press('Backspace')
      await expect.poll(async () => currentCode(page)).toBe(await codeAt(client, { agendaItemId, index: 1 }))
      await expect.poll(() => firstChoices(client, { agendaItemId, memberId })).toEqual([0, null, null])
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('2')
      await expect.poll(async () => points(client, { agendaItemId, memberId, index: 0 })).toBe(2)
      // The cursor passes over what is answered to the next blank.
      expect(await currentCode(page)).toBe(await codeAt(client, { agendaItemId, index: 1 }))
    },
    'Ctrl+Z goes back across ballots and takes a confirmation back': async () => {
      const [memberId = 0, nextMember = 0] = memberIds.slice(4)
      const count = listCriteria(await client.rules.itemForm({ agendaItemId })).length
      await openBallot(page, { agendaItemId, memberId })
      await page.keyboard.type('0'.repeat(count))
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(new RegExp(`member=${nextMember}`))
      await page.keyboard.press('0')
      await expect.poll(() => answered(client, { agendaItemId, memberId: nextMember })).toBe(1)
      await page.keyboard.press('ControlOrMeta+z')
      await expect.poll(() => answered(client, { agendaItemId, memberId: nextMember })).toBe(0)
      await page.keyboard.press('ControlOrMeta+z')
      await expect(page).toHaveURL(new RegExp(`member=${memberId}`))
      await expect.poll(async () => (await client.ballots.get({ agendaItemId, memberId })).state).toBe('draft')
      await page.keyboard.press('ControlOrMeta+z')
      await expect.poll(() => answered(client, { agendaItemId, memberId })).toBe(count - 1)
      await page.keyboard.press('ControlOrMeta+y')
      await expect.poll(() => answered(client, { agendaItemId, memberId })).toBe(count)
      await page.keyboard.press('ControlOrMeta+y')
      await expect.poll(async () => (await client.ballots.get({ agendaItemId, memberId })).state).toBe('confirmed')
      // The record keeps the version that was confirmed first.
      expect((await client.ballots.get({ agendaItemId, memberId })).version).toBe(2)
    },
    '10 is keyed by its two digits': async () => {
      const [agendaItemId = 0] = itemIds.slice(1)
      const [memberId = 0] = memberIds
      const criteria = listCriteria(await client.rules.itemForm({ agendaItemId }))
      const ten = criteria.find(({ criterion }) => criterion.options.some(({ points }) => points === 10))
      if (ten === undefined) throw new Error('the set has no level of 10 points')
      await openBallot(page, { agendaItemId, memberId, criterion: ten.criterion.code })
      await page.keyboard.press('1')
      await expect(page.getByTestId('current-criterion').getByRole('alert')).toContainText('cần thêm một chữ số')
      await page.keyboard.press('0')
      await expect.poll(() => points(client, { agendaItemId, memberId, index: ten.index })).toBe(10)
    },
    'levels of equal points are chosen from their list': async () => {
      const [agendaItemId = 0] = itemIds.slice(2)
      const [memberId = 0] = memberIds
      const criteria = listCriteria(await client.rules.itemForm({ agendaItemId }))
      const shared = criteria.find(({ criterion }) => criterion.options.some((option) => option.case !== undefined))
      if (shared === undefined) throw new Error('the set has no levels by case')
      await openBallot(page, { agendaItemId, memberId, criterion: shared.criterion.code })
      const current = page.getByTestId('current-criterion')
      await page.keyboard.press('1')
      await expect(current.getByRole('alert')).toContainText('Có 2 mức cùng 1 điểm')
      await expect(current.locator('[data-highlighted]')).toHaveCount(1)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      const wanted = shared.criterion.options.findLastIndex(({ points }) => points === 1) + 1
      const choice = async () => (await client.ballots.get({ agendaItemId, memberId })).choices[shared.index]
      await expect.poll(choice).toBe(wanted)
    },
    'a ballot opens by its code, as printed or typed without accents': async () => {
      await openBallot(page, { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 })
      await page.keyboard.press('p')
      await expect(page.getByRole('textbox', { name: 'Mã phiếu' })).toBeFocused()
      await page.keyboard.type('SP9/TV9')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Phiên họp không có phiếu mang mã SP9/TV9')).toBeVisible()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('sp2 - tv3')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(new RegExp(`item=${itemIds[1]}.*member=${memberIds[2]}`))
      await expect(page.getByTestId('member')).toContainText('Thành viên 3/10')
    },
    'the history of a ballot is one key away: who, when, old and new points, version': async () => {
      const [memberId = 0] = memberIds.slice(6)
      await openBallot(page, { agendaItemId, memberId })
      await page.keyboard.press('3')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('2')
      await expect.poll(() => points(client, { agendaItemId, memberId, index: 0 })).toBe(2)
      await page.keyboard.press('h')
      const rows = page.getByTestId('ballot-history').locator('tbody tr')
      await expect(rows).toHaveCount(2)
      await expect(rows.first()).toContainText(/3 → 2$/)
      await expect(rows.last()).toContainText(/– → 3$/)
      await page.keyboard.press('Escape')
      await expect(rows).toHaveCount(0)
    },
    'totals from the paper name the criterion that was likely keyed wrong': async () => {
      const [memberId = 0] = memberIds.slice(7)
      const criteria = listCriteria(await client.rules.itemForm({ agendaItemId }))
      await openBallot(page, { agendaItemId, memberId })
      // The first criterion is keyed a level too low.
      const keys = criteria.map(({ criterion }) => Math.max(...criterion.options.map(({ points }) => points)))
      await page.keyboard.type([(keys[0] ?? 0) - 1, ...keys.slice(1)].join(''))
      await expect(page.getByTestId('confirm-line')).toContainText('Đã chấm đủ 32 tiêu chí')
      await page.keyboard.press('k')
      await page.keyboard.type('40')
      const paper = page.getByTestId('paper-totals')
      await expect(paper.getByRole('status')).toContainText('Phần A: phiếu ghi 40, đã nhập 39.')
      await tabTo(page, paper.getByRole('button').first())
      await expect(paper.getByRole('button').first()).toHaveText('1.1 (đang 2, cần 3)')
      await page.keyboard.press('Enter')
      await expect.poll(() => currentCode(page)).toBe('1.1')
      await page.keyboard.press('3')
      await expect(paper.getByRole('status')).toHaveText('')
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await client.ballots.get({ agendaItemId, memberId })).state).toBe('confirmed')
    },
    'a half-keyed ballot comes back after a reload at the same criterion': async () => {
      const [memberId = 0] = memberIds.slice(8)
      await openBallot(page, { agendaItemId, memberId })
      await page.keyboard.type('00000')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      const code = await codeAt(client, { agendaItemId, index: 3 })
      await expect.poll(() => currentCode(page)).toBe(code)
      await expect.poll(() => answered(client, { agendaItemId, memberId })).toBe(5)
      await expect(page.getByTestId('saved')).toHaveText(/^Đã lưu \d\d:\d\d:\d\d$/)
      await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('ocop-scoring-place/')))
      await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/scoring`)
      await page.reload()
      await page.getByTestId('resume').focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => currentCode(page)).toBe(code)
    },
    'board, ballot and grid have nothing serious against them for assistive technology': async () => {
      await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/scoring`)
      await expect(page.getByTestId('board')).toBeVisible()
      await expectAccessible(page)
      await openBallot(page, { agendaItemId, memberId: memberIds[9] ?? 0 })
      await page.keyboard.type('32')
      await expectAccessible(page)
      await page.evaluate(
        (to) => void (location.hash = to),
        `/sessions/${sessionId}/scoring?view=grid&item=${agendaItemId}`,
      )
      await expect(page.getByTestId('grid').locator('[data-current]')).toBeFocused()
      await expectAccessible(page)
    },
  })
})

test('Y writes the opinion of the ballot, also right behind the Enter that confirms it: Enter saves it', async ({
  page,
}) => {
  const { client, itemIds, memberIds } = await openScoring(page)
  const [agendaItemId = 0] = itemIds
  const [memberId = 0] = memberIds
  await openBallot(page, { agendaItemId, memberId })
  await page.keyboard.type('0y')
  const field = page.getByRole('textbox', { name: 'Ý kiến ghi trên phiếu' })
  await expect(field).toBeFocused()
  await page.keyboard.insertText('Bao bì đẹp.')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.insertText('Cần mã truy xuất 9.')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('opinion')).toHaveText('Ý kiến: Bao bì đẹp. Cần mã truy xuất 9.')
  await expect(field).toBeHidden()
  await expect
    .poll(async () => {
      const saved = await client.ballots.get({ agendaItemId, memberId })
      return [saved.opinion, saved.totals.answered]
    })
    .toEqual(['Bao bì đẹp.\nCần mã truy xuất 9.', 1])
  // The next key is a point again.
  await page.keyboard.press('0')
  await expect.poll(() => answered(client, { agendaItemId, memberId })).toBe(2)
  // The window comes back at the criterion that it noted last.
  await page.waitForFunction(() =>
    Object.entries(localStorage).some(([key, at]) => key.startsWith('ocop-scoring-place/') && at.endsWith('/2')),
  )
  await page.reload()
  await expect(page.getByTestId('opinion')).toHaveText('Ý kiến: Bao bì đẹp. Cần mã truy xuất 9.')

  // On the line that confirms, and behind it, while the next ballot is on the screen.
  const [, nextMember = 0] = memberIds
  const { choices } = await client.ballots.get({ agendaItemId, memberId })
  await page.keyboard.type('0'.repeat(choices.length - 2))
  await expect(page.getByTestId('confirm-line').getByRole('button', { name: 'Sửa ý kiến' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('y')
  await expect(page).toHaveURL(new RegExp(`member=${nextMember}`))
  const whose = page.getByRole('radiogroup', { name: 'Ý kiến của phiếu nào' })
  await expect(whose.getByRole('radio', { name: /^Phiếu vừa xác nhận: SP1 · .*TV1/ })).toBeChecked()
  await expect(field).toHaveValue('Bao bì đẹp.\nCần mã truy xuất 9.')
  await field.fill('Bao bì rất đẹp.')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('opinion')).toHaveText('Ý kiến phiếu vừa xác nhận: Bao bì rất đẹp.')
  await expect
    .poll(async () => {
      const { opinion, state, version } = await client.ballots.get({ agendaItemId, memberId })
      return [opinion, state, version]
    })
    .toEqual(['Bao bì rất đẹp.', 'confirmed', 2])
  // The first key on the next ballot makes Y its own.
  await page.keyboard.type('0y')
  await expect(field).toHaveValue('')
  await expect(whose).toHaveCount(0)
  await page.keyboard.press('Escape')
  expect((await client.ballots.get({ agendaItemId, memberId: nextMember })).opinion).toBe('')
})

test(
  'of two windows on one ballot the second learns of the change of the first, and neither overwrites in silence',
  { tag: '@browser-only' },
  async ({ page }) => {
    const { client, itemIds, memberIds } = await openScoring(page)
    const [agendaItemId = 0] = itemIds
    const [memberId = 0] = memberIds
    await openBallot(page, { agendaItemId, memberId })
    const other = await page.context().newPage()
    await openSameHost({ page, other })
    await openBallot(other, { agendaItemId, memberId })
    await page.keyboard.press('3')
    await expect(other.locator('[data-place$="/0"]')).toContainText('3')
    // The second window hears nothing more: it keys on what it last knew.
    await other.route('**/rpc/ballots/ofItem', (route) => route.abort())
    await other.route('**/rpc/live/**', (route) => route.abort())
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('2')
    await expect.poll(() => points(client, { agendaItemId, memberId, index: 0 })).toBe(2)
    await other.bringToFront()
    await other.keyboard.press('Home')
    await other.keyboard.press('0')
    await expect(other.getByRole('alert').filter({ hasText: 'nơi khác' })).toContainText('vừa được ghi 2 điểm')
    expect(await points(client, { agendaItemId, memberId, index: 0 })).toBe(2)
  },
)

test('a block from Excel is previewed, its faults are named, and one undo takes it back', async ({ page, host }) => {
  const { client, sessionId, itemIds } = await openScoring(page)
  const [agendaItemId = 0] = itemIds
  await page.evaluate(
    (to) => void (location.hash = to),
    `/sessions/${sessionId}/scoring?view=grid&item=${agendaItemId}`,
  )
  await expect(page.getByTestId('grid').locator('[data-current]')).toBeFocused()
  await host.clipboard.write('3\t2,0\t1.0\r\n1\thai\t9\r\n')
  await page.keyboard.press('ControlOrMeta+v')
  const dialog = page.getByRole('dialog')
  await expect(page.getByTestId('paste-sum')).toContainText('4 ô sẽ thay đổi')
  await expect(page.getByTestId('paste-sum')).toContainText('2 ô không nhận được')
  await expect(dialog.getByRole('row', { name: /hai/ })).toContainText('Không phải số điểm')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('grid').locator('[data-row]:focus')).toHaveCount(1)
  const block = async () => {
    const form = await client.rules.itemForm({ agendaItemId })
    const ballots = await client.ballots.ofItem({ agendaItemId })
    return [0, 1].map((row) => ballots.map((ballot) => pointsAt({ form, ballot, index: row })))
  }
  await expect.poll(block).toEqual([
    [3, 2, 1],
    [1, null, null],
  ])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(block).toEqual([
    [null, null, null],
    [null, null, null],
  ])
  // What is copied out is cells again.
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect.poll(async () => (await block())[0]).toEqual([3, 2, 1])
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('ControlOrMeta+c')
  await expect.poll(host.clipboard.read).toBe('3\t2\r\n1\t')
  // A sheet with its heads and codes goes where they say, wherever the cursor stands; words that name nothing are not taken by Enter.
  await host.clipboard.write('Tiêu chí\tThành viên TV2\r\n1.2\t1\r\nTổng\t1')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByTestId('paste-sum')).toContainText('1 ô sẽ thay đổi')
  await expect(dialog).toContainText('điểm vào đúng thành viên, đúng tiêu chí')
  await page.keyboard.press('Enter')
  await expect.poll(block).toEqual([
    [3, 2, 1],
    [1, 1, null],
  ])
  await host.clipboard.write('Người lạ\r\n1\r\n1')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(dialog).toContainText('Kiểm tra từng ô trước khi dán')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(block).toEqual([
    [3, 2, 1],
    [1, 1, null],
  ])
})

async function openSameHost({ page, other }: { readonly page: Page; readonly other: Page }): Promise<void> {
  const token = await page.evaluate(() => window.sessionStorage.getItem('ocop-token') ?? '')
  await other.goto(`${new URL(page.url()).origin}/#token=${token}`)
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
}

const currentCode = async (page: Page): Promise<string | null> =>
  page.getByTestId('current-criterion').getAttribute('data-code')

async function codeAt(
  client: AppClient,
  { agendaItemId, index }: { readonly agendaItemId: number; readonly index: number },
): Promise<string> {
  return listCriteria(await client.rules.itemForm({ agendaItemId }))[index]?.criterion.code ?? ''
}

async function answered(client: AppClient, place: Place): Promise<number> {
  return (await client.ballots.get(place)).totals.answered
}

async function firstChoices(client: AppClient, place: Place): Promise<readonly (number | null)[]> {
  return (await client.ballots.get(place)).choices.slice(0, 3)
}

async function points(client: AppClient, { index, ...place }: Place & { readonly index: number }) {
  const form = await client.rules.itemForm({ agendaItemId: place.agendaItemId })
  return pointsAt({ form, ballot: await client.ballots.get(place), index })
}

type PointsAtInput = {
  readonly form: Awaited<ReturnType<AppClient['rules']['itemForm']>>
  readonly ballot: Ballot
  readonly index: number
}

function pointsAt({ form, ballot, index }: PointsAtInput): number | null {
  const choice = ballot.choices[index] ?? null
  if (choice === null) return null
  return choice === 0 ? 0 : (listCriteria(form)[index]?.criterion.options[choice - 1]?.points ?? null)
}
