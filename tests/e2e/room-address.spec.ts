import { hostname } from 'node:os'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import type { Shell } from './hosts/app-host.ts'
import { openSession } from './room-phone.ts'

// The laptop wakes in another Wi-Fi while the room is on.

test('after sleep the room’s link and QR code are the new ones, and every screen says so', async ({ page, host }) => {
  test.skip(host.shell === null, 'the addresses are told to the window’s main process')
  test.skip(process.platform === 'darwin', `${hostname()} has one loopback address only`)
  const shell = host.shell as Shell
  const { client, sessionId } = await openSession(page)
  await countBlockers(shell)
  await machineAt(shell, '127.0.0.1')
  await client.room.switchOn({ sessionId, address: '127.0.0.1' })
  await page.evaluate((id) => void (location.hash = `#/sessions/${id}`), sessionId)
  expect(await blockersOf(shell)).toBe(1)

  await machineAt(shell, null)
  await expect(page.getByTestId('notice')).toContainText('Máy này đang mất mạng')
  await machineAt(shell, '127.0.0.2')
  await expect(page.getByTestId('notice')).toContainText('Địa chỉ mạng của máy này đã đổi')
  await expectAccessible(page)
  await page.getByTestId('notice').getByRole('link', { name: 'Xem liên kết mới' }).click()
  await expect(page.getByTestId('room-link')).toHaveText(/^http:\/\/127\.0\.0\.2:\d+$/)
  await expect(page.getByRole('img', { name: /^Mã QR của liên kết http:\/\/127\.0\.0\.2:/ })).toBeVisible()
  await expect(page.getByTestId('room-moved')).toContainText('mã vẫn dùng được')
  await expectAccessible(page)
  // Seen there, it is not said again elsewhere.
  await page.keyboard.press('Alt+2')
  await expect(page.getByTestId('notice')).toBeEmpty()
  expect(await blockersOf(shell)).toBe(1)
  await client.room.switchOff()
  expect(await blockersOf(shell)).toBe(0)
})

/** The machine wakes up with that one address. */
const machineAt = (shell: Shell, address: string | null) =>
  shell.evaluate(({ powerMonitor }, now) => {
    const os = process.getBuiltinModule('node:os')
    const list = now === null ? {} : { 'Wi-Fi': [{ address: now, family: 'IPv4', internal: false }] }
    Object.assign(os, { networkInterfaces: () => list })
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
    powerMonitor.emit('resume')
  }, address)

/** From now on counts what keeps the machine's screen on. */
const countBlockers = (shell: Shell) =>
  shell.evaluate(({ powerSaveBlocker }) => {
    const ids = new Set<number>()
    Object.assign(powerSaveBlocker, {
      ids,
      start: (kind: string) => {
        const id = kind === 'prevent-display-sleep' ? ids.size + 1 : 0
        ids.add(id)
        return id
      },
      stop: (id: number) => ids.delete(id),
      isStarted: (id: number) => ids.has(id),
    })
  }, null)

const blockersOf = (shell: Shell): Promise<number> =>
  shell.evaluate(({ powerSaveBlocker }) => {
    const { ids } = powerSaveBlocker as unknown as { readonly ids: ReadonlySet<number> }
    return ids.has(0) ? -1 : ids.size
  }, null)
