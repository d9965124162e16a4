import type { Locator } from '@playwright/test'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { freePort } from '../helpers/free-port.ts'
import { actsOf } from '../helpers/ballot-acts.ts'
import { castFullBallot, openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { addClerk, clerkLine, enterAsClerk, openLaptop, readBanner } from './clerk-laptop.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { enterSeat, openPhone, openSession, scoreNext, switchOn } from './room-phone.ts'

// A second clerk keys paper ballots in a browser on another laptop, beside the secretary's window.

test('a clerk keys by keyboard, the window sees it live, and one click shuts the clerk', async ({ page, chromium }) => {
  test.slow()
  const { client, itemIds, memberIds, sessionId } = await openSession(page)
  const [agendaItemId = 0] = itemIds
  const [memberId = 0, nextMember = 0] = memberIds
  const link = await switchOn(page)
  const code = await addClerk(page)
  await expectAccessible(page)
  const { page: laptop, faults, close } = await openLaptop(chromium, link)
  await enterAsClerk(laptop, code)
  expect(new URL(laptop.url()).pathname).toBe('/clerk/')
  await expectAccessible(laptop)
  await laptop.getByTestId('resume').press('Enter')
  await laptop.getByTestId('current-criterion').waitFor()
  await laptop.keyboard.type('0'.repeat(32))
  await laptop.keyboard.press('Enter')
  await expect(laptop).toHaveURL(new RegExp(`member=${nextMember}`))
  await expect.poll(async () => (await client.ballots.get({ agendaItemId, memberId })).state).toBe('confirmed')
  await expectAccessible(laptop)

  // The secretary sees who keys what and how much, and on the board that somebody is at it.
  const line = clerkLine(page, 'Thư ký giúp việc 1')
  await expect(line).toContainText('Đang kết nối')
  await expect(line).toContainText('SP1 · phiếu của Thành viên TV2')
  await expect(line.getByRole('cell').nth(5)).toHaveText('1')
  await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/scoring`)
  await expect(page.getByRole('button', { name: /^SP1, .*TV2 – .*: .*Thư ký giúp việc 1 đang nhập/ })).toBeVisible()

  // A reload goes on where it was; the log names the clerk.
  await laptop.reload()
  await expect(laptop.getByTestId('member')).toContainText('TV2')
  const events = await client.audit.list({ limit: 100, subject: `ballot:${agendaItemId}/${memberId}` })
  expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['Thư ký giúp việc 1']))

  await page.keyboard.press('Alt+7')
  await page.getByRole('button', { name: 'Ngắt Thư ký giúp việc 1 khỏi phòng họp' }).click()
  await expect(laptop.getByRole('heading', { name: 'Máy này không còn quyền nhập phiếu' })).toBeVisible()
  await expectAccessible(laptop)
  await expect(line).toHaveCount(0)
  await laptop.getByRole('link', { name: 'Vào phòng họp' }).click()
  await expect(laptop.getByRole('button', { name: /^1 / })).toBeVisible()
  expect(faults).toEqual([])
  await close()
})

test('a ballot open at two places is said at both, skipped by the next one, and never overwritten unseen', async ({
  page,
  chromium,
}) => {
  test.slow()
  const { client, itemIds, memberIds, sessionId } = await openSession(page)
  const [agendaItemId = 0] = itemIds
  const [memberId = 0, nextMember = 0, lastMember = 0] = memberIds
  const link = await switchOn(page)
  const { page: laptop, faults, context, close } = await openLaptop(chromium, link)
  await enterAsClerk(laptop, await addClerk(page))
  const at = (member: number) => `/sessions/${sessionId}/scoring?item=${agendaItemId}&member=${member}`
  const open = (where: typeof page, member: number) => where.evaluate((to) => void (location.hash = to), at(member))

  await open(laptop, memberId)
  await open(page, memberId)
  await expect(readBanner(page)).toHaveText('Thư ký giúp việc 1 đang nhập phiếu này.')
  await expect(readBanner(laptop)).toHaveText('Thư ký đang nhập phiếu này.')

  // The clerk goes on to the next one; the secretary's next one is then the one after it.
  await open(laptop, nextMember)
  await expect(readBanner(page)).toHaveCount(0)
  await page.keyboard.type('0'.repeat(32))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`member=${lastMember}`))

  // Without the network keys wait, and the page says so and does not let go of them.
  await context.setOffline(true)
  await laptop.getByTestId('current-criterion').waitFor()
  await laptop.keyboard.press('1')
  const unsaved = laptop.getByRole('alert').filter({ hasText: 'Chưa lưu được.' })
  await expect(unsaved).toHaveText(/^Chưa lưu được\. Mất liên lạc với máy của Thư ký\. .* đề nghị báo Thư ký\.$/)
  // Said once and whole, within the bar.
  await expect(laptop.getByText(/liên lạc/)).toHaveCount(1)
  const bar = await laptop.getByRole('banner').boundingBox()
  const said = await unsaved.boundingBox()
  expect(await unsaved.evaluate((line) => line.scrollWidth - line.clientWidth)).toBe(0)
  expect(said?.height).toBeLessThanOrEqual(bar?.height ?? 0)
  const asked = laptop.waitForEvent('dialog')
  void laptop.evaluate(() => location.reload()).catch(() => {})
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await actsOf(client).choose({ agendaItemId, memberId: nextMember, criterionIndex: 0, option: 3 })
  await context.setOffline(false)
  await expect(laptop.getByRole('alert').filter({ hasText: /Tiêu chí 1\.1 vừa được ghi/ })).toBeVisible()
  const choices = async () => (await client.ballots.get({ agendaItemId, memberId: nextMember })).choices
  expect((await choices())[0]).toBe(3)

  // The battery dies over a key that was not sent: the browser has it when it is opened again.
  await context.setOffline(true)
  await laptop.keyboard.press('2')
  await expect(laptop.getByRole('alert').filter({ hasText: 'Chưa lưu được.' })).toBeVisible()
  await laptop.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(link)
  await expect(again.getByTestId('board')).toBeVisible()
  await expect.poll(async () => (await choices()).filter((choice) => choice !== null)).toHaveLength(2)
  expect(faults).toEqual([])
  await close()
})

test('what others made of keys typed without the network is named in one strip that covers nothing', async ({
  page,
  chromium,
}) => {
  test.slow()
  const { client, itemIds, memberIds, sessionId } = await openSession(page)
  const place = { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 }
  const link = await switchOn(page)
  const { page: laptop, faults, context, close } = await openLaptop(chromium, link)
  await enterAsClerk(laptop, await addClerk(page))
  await laptop.evaluate(
    (to) => void (location.hash = to),
    `/sessions/${sessionId}/scoring?item=${place.agendaItemId}&member=${place.memberId}`,
  )
  const current = laptop.getByTestId('current-criterion')
  const strip = laptop.getByTestId('ballot-notice')
  const keyWithoutNetwork = async (keys: string, meanwhile: () => Promise<unknown>) => {
    await expect(current).toBeFocused()
    await context.setOffline(true)
    await laptop.keyboard.type(keys)
    await expect(laptop.getByRole('alert').filter({ hasText: 'Chưa lưu được.' })).toBeVisible()
    await meanwhile()
    await context.setOffline(false)
    await expect(laptop.getByTestId('saved')).toHaveText(/^(Đã lưu.*)?$/)
  }

  // The round that they were for is over: each is named, and keying goes on at the first blank of the new one.
  await keyWithoutNetwork('00000', () => client.results.openRound({ ...place, reason: 'Chấm lại' }))
  await expect(strip).toContainText(/^SP1 · .*TV1/)
  await expect(strip).toContainText('của 5 tiêu chí chưa được ghi: 1.1 (0 điểm), 1.2 (0 điểm)')
  await expect(strip).toContainText('Lần chấm này đã kết thúc.')
  await expect(current).toHaveAttribute('data-code', '1.1')
  await expectAccessible(laptop)
  await strip.getByRole('button', { name: 'Đóng' }).click()
  await expect(strip).toHaveCount(0)

  // Somebody else keyed the same criteria: one strip, whatever their number.
  const criteria = listCriteria(await client.rules.itemForm(place)).slice(0, 29)
  await current.focus()
  await keyWithoutNetwork('0'.repeat(criteria.length), async () => {
    for (const { index: criterionIndex, criterion } of criteria) {
      await actsOf(client).choose({ ...place, criterionIndex, option: criterion.options.length })
    }
  })
  await expect(strip).toContainText(/^1\/29.*SP1 · .*TV1.*Tiêu chí 1\.1 vừa được ghi .* ở nơi khác \(Thư ký\); 0 điểm/)
  await expectAccessible(laptop)
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 1093, height: 614 },
  ]) {
    await laptop.setViewportSize(viewport)
    // The page is laid out a moment after its size.
    await expect(async () => {
      const [above, below] = [await boxOf(laptop.getByTestId('criteria-list')), await boxOf(laptop.locator('footer'))]
      const { y, height } = await boxOf(strip)
      expect(y).toBeGreaterThanOrEqual(above.y + above.height)
      expect(y + height).toBeLessThanOrEqual(below.y)
      expect(below.y + below.height).toBeLessThanOrEqual(viewport.height)
      expect(height).toBeLessThan(viewport.height / 6)
    }).toPass()
    await expect(current).toBeInViewport({ ratio: 0.9 })
  }
  await strip.getByRole('button', { name: 'Thông báo sau' }).click()
  await expect(strip).toContainText(/^2\/29.*Tiêu chí 1\.2/)
  await strip.getByRole('button', { name: 'Ghi 0 điểm' }).click()
  const total = async () => (await client.ballots.get(place)).totals.total
  const best = (index: number) => Math.max(...(criteria[index]?.criterion.options ?? []).map(({ points }) => points))
  const theirs = criteria.reduce((sum, { index }) => sum + best(index), 0)
  await expect.poll(total).toBe(theirs - best(1))
  await expect(strip).toContainText('2/28')
  await strip.getByRole('button', { name: 'Đóng tất cả' }).click()
  await expect(strip).toHaveCount(0)
  expect(faults).toEqual([])
  await close()
})

test('a clerk keys a second time what the secretary keyed, and sees nothing of it before', async ({
  page,
  chromium,
}) => {
  test.slow()
  const client = await hostClient(page)
  const prepared = client as unknown as TestClient
  const rules = { ...usualRegulation, verification: 'all' } as const
  const { sessionId, itemIds, memberIds } = await openSmallSession({ client: prepared }, { products: 1, rules })
  const key = { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 }
  await castFullBallot(prepared, key)
  const criteria = listCriteria(await client.rules.itemForm(key))
  const keys = criteria.map(({ criterion }) => Math.max(...criterion.options.map(({ points }) => points)))
  const link = await switchOn(page)
  const { page: laptop, faults, close } = await openLaptop(chromium, link)
  await enterAsClerk(laptop, await addClerk(page))

  await laptop.evaluate(
    (to) => void (location.hash = to),
    `/sessions/${sessionId}/scoring?item=${key.agendaItemId}&member=${key.memberId}`,
  )
  await expect(readBanner(laptop)).toContainText('điểm đã nhập không hiện ở máy này')
  await expect(laptop.getByTestId('figures')).toContainText('0/100')
  await laptop.keyboard.press('t')
  await laptop.getByRole('button', { name: 'Đối chiếu 1 phiếu' }).click()
  await expect(readBanner(laptop)).toContainText('Thư ký giúp việc 1 nhập lại từ phiếu giấy')
  await laptop.getByTestId('current-criterion').focus()
  await laptop.keyboard.type(keys.join(''))
  await laptop.keyboard.press('Enter')
  await expect.poll(async () => (await client.ballots.get(key)).state).toBe('verified')
  const [row] = await client.verifications.list({ sessionId })
  expect(row).toMatchObject({ confirmedBy: 'Thư ký', verifiedBy: 'Thư ký giúp việc 1' })
  expect(faults).toEqual([])
  await close()
})

test('locking the session tells the clerk’s laptop and a phone at once, and what waits there', async ({
  page,
  chromium,
}) => {
  test.slow()
  const { client, itemIds, memberIds, sessionId } = await openSession(page)
  const link = await switchOn(page)
  const { page: laptop, faults, close } = await openLaptop(chromium, link)
  await enterAsClerk(laptop, await addClerk(page))
  const code = (await client.room.showCodes()).find(({ memberId }) => memberId === memberIds[2])?.code ?? ''
  const { phone, context } = await openPhone(chromium, link)
  await enterSeat(phone, { seat: 3, code })
  await expect(phone.getByRole('heading', { name: 'Sản phẩm cần chấm' })).toBeVisible()
  await laptop.evaluate(
    (to) => void (location.hash = to),
    `/sessions/${sessionId}/scoring?item=${itemIds[0]}&member=${memberIds[0]}`,
  )
  await laptop.getByTestId('current-criterion').waitFor()
  await laptop.route('**/rpc/ballots/choose', (route) => route.abort())
  await laptop.keyboard.press('1')
  await expect(laptop.getByRole('alert').filter({ hasText: 'Chưa lưu được.' })).toBeVisible()
  for (const agendaItemId of itemIds) {
    for (const memberId of memberIds) {
      await castFullBallot(client as unknown as TestClient, { agendaItemId, memberId })
    }
  }
  await client.sessions.close({ sessionId })
  await expect(laptop.getByRole('heading', { name: 'Phiên họp đã khóa' })).toBeVisible()
  await expect(laptop.getByText('Trình duyệt này còn giữ 1 phím chưa gửi.')).toBeVisible()
  await expect(phone.getByRole('heading', { name: 'Phiên họp đã khóa' })).toBeVisible()
  for (const at of [laptop, phone]) {
    await expectAccessible(at)
    await expect(at.getByText(/Mất liên lạc/)).toHaveCount(0)
  }
  expect(faults).toEqual([])
  await close()
  await context.close()
})

test('a power cut while a clerk, the window and a phone score loses nothing and doubles nothing', async ({
  host,
  open,
  chromium,
  dataFolder,
}) => {
  test.slow()
  const { page, shell } = host
  const { client, itemIds, memberIds, sessionId } = await openSession(page)
  const [agendaItemId = 0] = itemIds
  const [first = 0, second = 0, third = 0] = memberIds
  const where = { sessionId, address: '127.0.0.1', port: await freePort() }
  const link = (await client.room.switchOn(where)).open?.link ?? ''
  await client.room.addClerk({ name: 'Thư ký giúp việc 1' })
  const codes = await client.room.showCodes()
  const { page: laptop, faults, close } = await openLaptop(chromium, link)
  await enterAsClerk(laptop, codes.find(({ clerkId }) => clerkId !== null)?.code ?? '')
  const { phone, context } = await openPhone(chromium, link)
  await enterSeat(phone, { seat: 3, code: codes.find(({ memberId }) => memberId === third)?.code ?? '' })
  await phone.getByRole('link', { name: /SP1/ }).click()
  for (const [at, member] of [
    [laptop, first],
    [page, second],
  ] as const) {
    await at.evaluate(
      (to) => void (location.hash = to),
      `/sessions/${sessionId}/scoring?item=${agendaItemId}&member=${member}`,
    )
    await at.getByTestId('current-criterion').waitFor()
  }
  await page.keyboard.type('000')
  await laptop.keyboard.type('0000')
  await scoreNext(phone)
  for (const at of [page, laptop]) await expect(at.getByTestId('saved')).toHaveText(/^Đã lưu/)
  await expect(phone.getByText(/^Đã lưu/)).toBeVisible()
  // Some of these are on their way when the power goes, the others come after.
  const keyed = laptop.keyboard.type('000000')
  await shell?.kill()
  await keyed
  await expect(laptop.getByText(/Mất liên lạc với máy của Thư ký/)).toBeVisible()
  await scoreNext(phone)

  const again = await open()
  try {
    await again.page.getByRole('button').filter({ hasText: dataFolder }).click()
    await expect(again.page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible()
    const after = await hostClient(again.page)
    await after.room.switchOn(where)
    const answered = async (memberId: number) =>
      (await after.ballots.get({ agendaItemId, memberId })).choices.filter((choice) => choice !== null).length
    await expect.poll(() => answered(first)).toBe(10)
    await expect.poll(() => answered(third)).toBe(2)
    expect(await answered(second)).toBe(3)
    for (const [memberId, count] of [
      [first, 10],
      [second, 3],
      [third, 2],
    ] as const) {
      const events = await after.audit.list({ limit: 100, subject: `ballot:${agendaItemId}/${memberId}` })
      expect(events.filter(({ command }) => command === 'ballots.choose')).toHaveLength(count)
    }
    expect((await after.workspace.checkIntegrity()).isIntact).toBe(true)
    expect(faults).toEqual([])
    expect(again.defects().join('\n')).toBe('')
  } finally {
    await close()
    await context.close()
    await again.stop()
  }
})

async function boxOf(part: Locator) {
  const box = await part.boundingBox()
  if (box === null) throw new Error(`${part.toString()} is not on the screen`)
  return box
}
