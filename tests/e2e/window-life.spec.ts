import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { castFullBallot, openSmallSession, type TestClient } from '../helpers/test-app.ts'
import { breakSaving } from './break-saving.ts'
import { expect, test } from './fixtures.ts'
import type { AppHost, Shell } from './hosts/app-host.ts'
import { hostClient } from './host-client.ts'
import { enterSeat, openPhone, openSession, readCode, switchOn } from './room-phone.ts'

// How the window ends and comes back, with a real page: what it asks before it closes, and what a crash costs.

test('a window whose points cannot be saved says so before it closes, from any screen', async ({
  host,
  dataFolder,
}) => {
  const { page } = host
  const { client, sessionId, agendaItemId, memberId } = await openBallot(page)
  const shell = shellOf(host)
  await answerBoxes(shell, 0)
  await page.keyboard.press('0')
  await expect.poll(() => answered()).toBe(1)

  const repair = await breakSaving(shell, basename(workspaceIn(dataFolder)))
  await page.keyboard.press('0')
  await page.keyboard.press('0')
  await expect(page.getByText(/Chưa lưu được 2 phím/)).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByTestId('grid')).toBeVisible()
  await closeWindow(shell)
  await expect.poll(() => boxes(shell)).toHaveLength(1)
  await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}`)
  await expect(page.getByTestId('agenda')).toBeVisible()
  await closeWindow(shell)
  await expect.poll(() => boxes(shell)).toHaveLength(2)
  expect((await boxes(shell))[1]).toContain('Còn 2 thay đổi vừa nhập chưa lưu được')
  expect(await keepsShutdown(shell)).toBe(true)
  await expect.poll(() => boxes(shell)).toHaveLength(3)
  expect(await windowCount(shell)).toBe(1)

  await repair()
  await expect.poll(() => answered(), { timeout: 20_000 }).toBe(3)
  await expect(page.getByText(/^Đã lưu/).first()).toBeVisible()
  await expect.poll(() => keepsShutdown(shell)).toBe(false)
  await closeWindow(shell)
  await expect.poll(() => page.isClosed()).toBe(true)

  async function answered(): Promise<number> {
    const { choices } = await client.ballots.get({ agendaItemId, memberId })
    return choices.filter((choice) => choice !== null).length
  }
})

test('a second person’s keys that cannot be saved keep the window too', async ({ host, dataFolder }) => {
  const { page } = host
  const client = await hostClient(page)
  const prepared = client as unknown as TestClient
  const { sessionId, itemIds, memberIds } = await openSmallSession(
    { client: prepared },
    { members: 1, products: 1, rules: { ...usualRegulation, verification: 'all' } },
  )
  await castFullBallot(prepared, { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 })
  await client.workspace.setOperator({ name: 'Tổ giúp việc' })
  const shell = shellOf(host)
  await answerBoxes(shell, 0)
  await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/scoring?view=verification`)
  await expect(page.getByTestId('banner')).toContainText('Tổ giúp việc nhập lại từ phiếu giấy')
  await expect(page.getByTestId('current-criterion')).toBeFocused()
  const repair = await breakSaving(shell, basename(workspaceIn(dataFolder)))
  await page.keyboard.press('1')
  await expect(page.getByText(/Chưa lưu được 1 phím/)).toBeVisible()
  await closeWindow(shell)
  await expect.poll(() => boxes(shell)).toHaveLength(1)
  await repair()
  await expect(page.getByText(/^Đã lưu/).first()).toBeVisible({ timeout: 20_000 })
})

test('what is still in a field when the window closes is saved first', async ({ host, dataFolder }) => {
  const { page } = host
  const { sessionId } = await openBallot(page)
  const shell = shellOf(host)
  await answerBoxes(shell, 0)
  await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}/facts`)
  const place = page.getByLabel('Địa điểm')
  await place.fill('Hội trường A')
  await closeWindow(shell)
  await expect.poll(() => page.isClosed()).toBe(true)
  await host.stop()
  const file = new DatabaseSync(workspaceIn(dataFolder), { readOnly: true })
  expect(file.prepare('SELECT place FROM sessions').get()).toEqual({ place: 'Hội trường A' })
  file.close()
})

test('a page that dies comes back at the same criterion of the same ballot', async ({ host, dataFolder }, {
  project,
}) => {
  test.skip(project.name === 'electron', 'a page that truly died is none to Playwright any more')
  const { page } = host
  const { client, agendaItemId, memberId } = await openBallot(page)
  await page.keyboard.type('000')
  const criteria = listCriteria(await client.rules.itemForm({ agendaItemId }))
  const code = criteria[3]?.criterion.code ?? ''
  await expect(page.getByTestId('current-criterion')).toHaveAttribute('data-code', code)
  const answered = async () =>
    (await client.ballots.get({ agendaItemId, memberId })).choices.filter((choice) => choice !== null).length
  await expect.poll(answered).toBe(3)
  const before = page.url()
  const isReloaded = page.waitForEvent('load', { timeout: 15_000 })
  await shellOf(host).evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    null,
  )
  await isReloaded
  expect(page.url()).toBe(before)
  await expect(page.getByTestId('current-criterion')).toHaveAttribute('data-code', code)
  await page.keyboard.press('0')
  await expect.poll(answered).toBe(4)
  expect(host.defects().join('\n')).toContain('the page is gone')
  rmSync(join(dataFolder, 'loi.log'))
})

test('closing over phones in the room asks, serves them meanwhile, and ends the room when told so', async ({
  host,
  chromium,
}) => {
  const { page } = host
  await openSession(page)
  const shell = shellOf(host)
  const link = await switchOn(page)
  const code = await readCode(page, 'TV1')
  const { phone, context } = await openPhone(chromium, link)
  await enterSeat(phone, { seat: 1, code })
  await expect(phone.getByText('SP1').first()).toBeVisible()
  const [screen] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Alt+0')])
  await expect(screen.getByRole('heading').first()).toBeVisible()
  await expect.poll(() => windowCount(shell)).toBe(2)
  await answerBoxes(shell, 0)
  await shell.evaluate(({ app }) => app.quit(), null)
  await expect.poll(() => boxes(shell)).toHaveLength(1)
  expect((await boxes(shell))[0]).toMatch(/Phòng họp đang bật, 1 thiết bị/)
  // The projector goes on showing what it shows.
  expect(await windowCount(shell)).toBe(2)
  await phone.reload()
  await expect(phone.getByText('SP1').first()).toBeVisible()
  await answerBoxes(shell, 1)
  await closeWindow(shell)
  await expect.poll(() => page.isClosed()).toBe(true)
  await context.close()
})

test('closing over a file that was deleted asks, and the next start names what was kept of it', async ({
  host,
  open,
  dataFolder,
}) => {
  test.skip(process.platform === 'win32', 'Windows lets nobody delete a file that is open')
  const { page } = host
  const { client, agendaItemId, memberId } = await openBallot(page)
  const shell = shellOf(host)
  await page.keyboard.press('0')
  await expect(page.getByText(/^Đã lưu/).first()).toBeVisible()
  const { choices } = await client.ballots.get({ agendaItemId, memberId })
  rmSync(workspaceIn(dataFolder))
  await answerBoxes(shell, 0)
  await shell.evaluate(({ app }) => app.quit(), null)
  await expect.poll(() => boxes(shell)).toEqual(['Tệp Hội đồng thử không còn ở chỗ cũ.'])
  expect(page.isClosed()).toBe(false)
  await answerBoxes(shell, 2)
  await closeWindow(shell)
  await expect.poll(() => page.isClosed()).toBe(true)
  await host.stop()

  const again = await open()
  const kept = again.page.getByRole('button', {
    name: /Hội đồng thử \(giữ lại khi tệp bị chuyển\)\.ocop giữ toàn bộ dữ liệu/,
  })
  await kept.click()
  await expect(again.page.getByRole('heading', { name: 'Hôm nay cần làm gì?' })).toBeVisible()
  expect((await (await hostClient(again.page)).ballots.get({ agendaItemId, memberId })).choices).toEqual(choices)
  await again.stop()
})

async function openBallot(page: Page) {
  const client = await hostClient(page)
  const session = await openSmallSession({ client: client as unknown as TestClient })
  const [agendaItemId = 0] = session.itemIds
  const [memberId = 0] = session.memberIds
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(
    (to) => void (location.hash = to),
    `/sessions/${session.sessionId}/scoring?view=ballot&item=${agendaItemId}&member=${memberId}`,
  )
  await expect(page.getByTestId('current-criterion')).toBeFocused()
  return { client, ...session, agendaItemId, memberId }
}

function shellOf({ shell }: AppHost): Shell {
  if (shell === null) throw new Error('there is no window here')
  return shell
}

/** Answers the native boxes from now on, and keeps what they said. */
async function answerBoxes(shell: Shell, response: number): Promise<void> {
  await shell.evaluate(({ dialog }, answer) => {
    const said: string[] = []
    Object.assign(globalThis, { boxesSaid: said })
    dialog.showMessageBox = (...call: unknown[]) => {
      said.push((call.at(-1) as { message: string }).message)
      return Promise.resolve({ response: answer, checkboxChecked: false })
    }
  }, response)
}

const boxes = (shell: Shell): Promise<readonly string[]> =>
  shell.evaluate(() => (globalThis as unknown as { boxesSaid: string[] }).boxesSaid, null)

const closeWindow = (shell: Shell) =>
  shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null)

/** As when Windows asks before it shuts down. */
const keepsShutdown = (shell: Shell) =>
  shell.evaluate(({ BrowserWindow }) => {
    let isKept = false
    const event = { preventDefault: () => void (isKept = true), reasons: ['shutdown'] }
    BrowserWindow.getAllWindows()[0]?.emit('query-session-end', event)
    return isKept
  }, null)

const windowCount = (shell: Shell) => shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)

function workspaceIn(folder: string): string {
  const path = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.ocop'))
  if (path === undefined) throw new Error('no workspace file')
  return join(folder, path)
}
