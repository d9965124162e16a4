import type { Page } from '@playwright/test'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { castFullBallot, openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { breakSaving } from './break-saving.ts'
import { reopenFirstBallot } from './first-ballot.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import type { Shell } from './hosts/app-host.ts'
import { openSample } from './open-file.ts'
import { enter, tabTo } from './press-keys.ts'

const secretary = { name: 'Tổ trưởng tổ thư ký', password: 'mật khẩu thư ký' }
const checker = { name: 'Tổ giúp việc', password: 'mật khẩu kiểm tra' }
const chair = { name: 'Phó Giám đốc Sở', password: 'mật khẩu chủ tịch' }

const bar = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Người đang làm việc/ })
const lock = (page: Page) => page.getByTestId('lock-screen')

async function prepare(page: Page, { isChairAsked = false, verification = 'off' as const } = {}) {
  const client = await hostClient(page)
  const prepared = client as unknown as TestClient
  const asked = { chairApproves: isChairAsked, chairSeesDeviations: isChairAsked }
  const rules = { ...usualRegulation, ...asked, verification }
  const session = await openSmallSession({ client: prepared }, { members: 2, products: 1, rules })
  for (const [place, memberId] of session.memberIds.entries()) {
    const zeros = isChairAsked && place === 1 ? [0] : []
    await castFullBallot(prepared, { agendaItemId: session.itemIds[0] ?? 0, memberId, zeros })
  }
  return { client, ...session }
}

async function go(page: Page, to: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), to)
}

test('people are named in the settings, change hands by two keys, and a role decides what is taken', async ({
  page,
}) => {
  test.slow()
  const { client, sessionId, itemIds } = await prepare(page)
  await go(page, '/settings')
  await tabTo(page, page.getByRole('textbox', { name: 'Họ tên hoặc chức danh' }))
  await page.keyboard.type(secretary.name)
  await page.keyboard.press('Enter')
  await expect(bar(page)).toContainText(`${secretary.name}Thư ký`)
  await page.keyboard.type(checker.name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('rowheader', { name: checker.name })).toBeVisible()
  for (const { name, password } of [secretary, checker]) {
    await enter(page, page.getByRole('button', { name: `Đặt mật khẩu: ${name}` }))
    await expect(page.getByRole('textbox', { name: 'Mật khẩu mới' }).first()).toBeFocused()
    await page.keyboard.type(password)
    await tabTo(page, page.getByRole('textbox', { name: 'Nhập lại mật khẩu mới' }))
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    // Only a secretary has a recovery code.
    if (name === secretary.name) await enter(page, page.getByRole('button', { name: 'Đã ghi lại' }))
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await expectAccessible(page)

  await page.keyboard.press('Alt+u')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('giup')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Mật khẩu')).toBeFocused()
  await page.keyboard.type('không phải mật khẩu')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Mật khẩu không đúng' })).toBeVisible()
  await page.keyboard.type(checker.password)
  await page.keyboard.press('Enter')
  await expect(bar(page)).toContainText(checker.name)
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // The screens offer nothing that the role may not do, and the host refuses it whatever the page shows.
  await go(page, `/sessions/${sessionId}/results?item=${itemIds[0]}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ghi kết luận' })).toHaveCount(0)
  const conclude = client.results.conclude({ agendaItemId: itemIds[0] ?? 0, star: 5, note: '' })
  await expect(conclude).rejects.toMatchObject({ data: { reason: 'not-allowed', detail: { who: 'secretary' } } })
  const events = await client.audit.list({ limit: 3 })
  expect(events[0]).toMatchObject({ command: 'people.wrongPassword', detail: { name: checker.name } })

  // An address without a screen stands in the frame too: the keys for whoever works are alive there.
  await go(page, '/khong-co')
  await expect(page.getByRole('heading', { name: 'Không có màn hình này' })).toBeVisible()
  await page.keyboard.press('Alt+u')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+l')
  await expect(lock(page)).toBeVisible()
})

test('who becomes a secretary and has a password gets a recovery code, and only its own button takes it away', async ({
  page,
}) => {
  const { client } = await prepare(page)
  await client.people.save({ name: secretary.name, role: 'secretary' })
  const { id } = await client.people.save({ name: checker.name, role: 'checker' })
  await client.people.setPassword({ id, password: checker.password })
  await go(page, '/settings')
  const role = page.getByRole('combobox', { name: `Vai trò: ${checker.name}` })
  await role.click()
  await page.getByRole('option', { name: 'Thư ký' }).click()
  const dialog = page.getByRole('dialog', { name: `Mã khôi phục của ${checker.name}` })
  const kept = dialog.getByRole('button', { name: 'Đã ghi lại' })
  await expect(kept).toBeFocused()
  await expect(dialog.getByTestId('recovery-code')).toHaveText(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.mouse.click(5, 5)
  // A key still held from what went before.
  await kept.dispatchEvent('keydown', { key: 'Enter', repeat: true })
  await page.keyboard.down('Shift')
  await page.keyboard.up('Shift')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(role).toBeFocused()
})

test('the screen locks when nobody keys, the projector goes on, and unlocking leads back to the same key', async ({
  page,
}) => {
  test.slow()
  const { client, sessionId } = await prepare(page)
  const { id } = await client.people.save({ name: secretary.name, role: 'secretary' })
  await client.people.setPassword({ id, password: secretary.password })
  await go(page, `/sessions/${sessionId}/facts`)
  const place = page.getByRole('textbox', { name: /Địa điểm|Nơi họp/ })
  await tabTo(page, place)
  await page.clock.install()
  await client.people.setIdle({ minutes: 5 })
  await expect.poll(async () => (await client.workspace.status()).desk.idleMinutes).toBe(5)
  await page.keyboard.press('End')
  await page.keyboard.type(' tầng 2')
  // The field is not left: what stands in it is not saved yet, and is not lost either.
  await page.clock.fastForward('05:10')
  await expect(lock(page)).toBeVisible()
  await expect.poll(async () => (await client.workspace.status()).desk.isLocked).toBe(true)
  await expect(client.councils.list()).rejects.toMatchObject({ data: { reason: 'locked' } })
  expect(await client.results.projector({ sessionId })).toMatchObject({ productCount: 1 })
  await expectAccessible(page)

  await expect(lock(page).getByLabel('Mật khẩu')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+1')
  await expect(lock(page)).toBeVisible()
  await lock(page).getByLabel('Mật khẩu').focus()
  await page.keyboard.type(secretary.password)
  await page.keyboard.press('Enter')
  await expect(lock(page)).toHaveCount(0)
  await expect(place).toBeFocused()
  await expect(place).toHaveValue('Hội trường tầng 2')
  expect(page.url()).toContain(`/sessions/${sessionId}/facts`)

  // By key at once; a page that is loaded anew stays outside.
  await page.keyboard.press('Control+l')
  await expect(lock(page)).toBeVisible()
  await expect.poll(async () => (await client.workspace.status()).desk.isLocked).toBe(true)
  await page.reload()
  await expect(lock(page).getByLabel('Mật khẩu')).toBeFocused()
  await expect(page.getByRole('navigation')).toHaveCount(0)
})

test('a session is locked once its chair approved at this machine, who alone sees how members deviate', async ({
  page,
}) => {
  test.slow()
  const { client, sessionId, itemIds, memberIds } = await prepare(page, { isChairAsked: true })
  await client.people.save({ name: secretary.name, role: 'secretary' })
  const { id } = await client.people.save({ name: chair.name, role: 'chair' })
  await client.people.setPassword({ id, password: chair.password })
  await go(page, `/sessions/${sessionId}/closing`)
  const ask = page.getByRole('button', { name: 'Trình Chủ tịch phê duyệt' })
  await enter(page, ask)
  await expect(page.getByRole('dialog').getByLabel('Mật khẩu')).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type(chair.password)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('checklist')).toContainText(`${chair.name} phê duyệt lúc`)

  // A change takes the approval back.
  const ballot = await client.ballots.get({ agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 })
  const { agendaItemId, memberId, round, version: seen } = ballot
  const act = { agendaItemId, memberId, round, actId: 'c'.repeat(32) }
  await client.ballots.reopen({ ...act, seen, reason: 'Đọc nhầm' })
  await client.ballots.confirm({ ...act, actId: 'd'.repeat(32), seen: ballot.choices })
  await enter(page, ask)
  await expect(page.getByRole('dialog').getByLabel('Mật khẩu')).toBeFocused()
  await page.keyboard.type(chair.password)
  await page.keyboard.press('Enter')
  await enter(page, page.getByRole('button', { name: 'Khóa phiên họp' }))
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Khóa phiên họp' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('digest')).toBeVisible()
  const commands = (await client.audit.list({ limit: 5 })).map(({ command, actor }) => `${command} ${actor}`)
  expect(commands).toEqual([
    `sessions.close ${secretary.name}`,
    `sessions.approve ${chair.name}`,
    `ballots.confirm ${secretary.name}`,
    `sessions.endApproval ${secretary.name}`,
    `ballots.reopen ${secretary.name}`,
  ])

  const deviations = page.getByRole('button', { name: 'Độ lệch của thành viên' })
  await go(page, `/sessions/${sessionId}/scoring`)
  await expect(page.getByTestId('board')).toBeVisible()
  await expect(deviations).toHaveCount(0)
  await client.people.signIn({ id, password: chair.password })
  await enter(page, deviations)
  const table = page.getByRole('dialog').getByRole('table')
  await expect(table.getByRole('row')).toHaveText([/Độ lệch/, /1\+1,50\+1,50 \(SP1\)$/, /1−1,50−1,50 \(SP1\)$/])
  await expectAccessible(page)
})

test('a key that could not be saved before the screen was locked waits for who keyed it, in no other name', async ({
  page,
  host,
}) => {
  test.skip(host.shell === null, 'a browser of its own has no hand on the disk of the host')
  test.slow()
  await openSample(page, 'Cấp tỉnh, năm 2026')
  const client = await hostClient(page)
  const { id } = await client.people.save({ name: secretary.name, role: 'secretary' })
  const deputy = 'Thư ký thứ hai'
  await client.people.save({ name: deputy, role: 'secretary' })
  await client.people.setPassword({ id, password: secretary.password })
  await reopenFirstBallot(page)
  const saved = page.getByTestId('saved')
  await page.clock.install()
  const mend = await breakSaving(host.shell as Shell, 'Phiên mẫu cấp tỉnh 2026.ocop')
  await page.keyboard.press('1')
  await expect(page.getByRole('button', { name: /Chưa lưu được 1 phím/ })).toBeVisible()
  await page.keyboard.press('Control+l')
  const waits = `1 thay đổi do ${secretary.name} nhập chưa lưu được`
  await expect(lock(page)).toContainText(waits)
  await expect.poll(async () => (await client.workspace.status()).desk.isLocked).toBe(true)
  await expectAccessible(page)
  await lock(page).getByRole('combobox').click()
  await lock(page).getByRole('option', { name: deputy }).click()
  await expect(lock(page)).toHaveCount(0)
  await expect(page.getByTestId('notice')).toContainText(waits)

  // The disk is well again, and long enough for every further try: nothing is written in the other's name.
  await mend()
  await page.clock.fastForward('01:00')
  await client.councils.list()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await expect(saved).toHaveText(/^Đã lưu/)
  const newest = async () => (await client.audit.list({ limit: 2 })).map(({ command, actor }) => `${command} ${actor}`)
  await expect.poll(newest).toEqual([`ballots.choose ${deputy}`, `ballots.reopen ${secretary.name}`])
  await expect(page.getByTestId('notice')).toContainText(waits)

  await page.keyboard.press('Control+l')
  await lock(page).getByRole('combobox').click()
  await lock(page).getByRole('option', { name: secretary.name }).click()
  await expect(lock(page).getByLabel('Mật khẩu')).toBeFocused()
  await page.keyboard.type(secretary.password)
  await page.keyboard.press('Enter')
  await expect(lock(page)).toHaveCount(0)
  await expect.poll(newest).toEqual([`ballots.choose ${secretary.name}`, `ballots.choose ${deputy}`])
  await expect(page.getByTestId('notice')).not.toContainText(waits)
  expect((await client.workspace.checkIntegrity()).isIntact).toBe(true)
})
