import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// A stick of three megabytes, full and read-only, as the system itself says it.

const mount = (...args: readonly string[]) => execFileSync('mount', args, { stdio: 'pipe' })

/** Goes before the application does, which closes its file first. */
function plugIn(app: TestApp, at: string) {
  mkdirSync(at, { recursive: true })
  mount('-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', at)
  return {
    stick: at,
    path: join(at, 'Hội đồng thử.ocop'),
    [Symbol.dispose]: () => {
      void app.dispose()
      execFileSync('umount', ['-l', at])
    },
  }
}

const obstacle = whyNot()
if (obstacle !== null) console.log(`Left out: a stick cannot be mounted here (${obstacle})`)

function whyNot(): string | null {
  if (process.platform !== 'linux') return 'the system is not Linux'
  const at = mkdtempSync(join(tmpdir(), 'ocop-stick-'))
  try {
    mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at)
    execFileSync('umount', [at])
    return null
  } catch (error) {
    return String(error).trim()
  } finally {
    rmSync(at, { recursive: true })
  }
}

/** Takes all room there is, but for so many kilobytes. */
function fill(stick: string, left: number): void {
  const at = join(stick, 'phim.mp4')
  for (const size of [65_536, 4096]) {
    try {
      for (;;) appendFileSync(at, Buffer.alloc(size))
    } catch {
      // Full.
    }
  }
  if (left > 0) truncateSync(at, statSync(at).size - left * 1024)
}

const empty = (stick: string) => rmSync(join(stick, 'phim.mp4'))

/** A closed file on a stick of its own. */
async function onStick(app: TestApp) {
  await openSmallSession(app)
  await app.client.workspace.close()
  const plugged = plugIn(app, join(app.folder, 'USB'))
  const made = join(app.folder, 'Hội đồng thử.ocop')
  copyFileSync(made, plugged.path)
  rmSync(made)
  return plugged
}

const order = (app: TestApp, ids: number[]) => app.client.councils.orderMembers({ councilId: 1, ids })

describe.skipIf(obstacle !== null)('a stick', () => {
  test.each([0, 40, 120])(
    'with %i kB left is said to be full at opening, and written once there is room',
    async (left) => {
      using app = createTestApp()
      using plugged = await onStick(app)
      const { stick, path } = plugged
      fill(stick, left)
      const bytes = readFileSync(path)
      const { id, readOnly } = await openWorkspace(app.context, path)
      expect(readOnly).toEqual({ kind: 'full' })
      expect(await app.client.products.list({ limit: 9, offset: 0 })).toMatchObject({ total: 2 })
      expect(readdirSync(stick).toSorted()).toEqual(['Hội đồng thử.ocop', 'phim.mp4'])
      expect(readFileSync(path).equals(bytes)).toBe(true)
      empty(stick)
      expect(await app.client.workspace.open({ id })).toMatchObject({ readOnly: null })
      await order(app, [3, 2, 1])
      await app.client.workspace.close()
    },
  )

  test('that fills up during work takes no change, and all of the next once there is room', async () => {
    using app = createTestApp()
    using plugged = await onStick(app)
    const { stick, path } = plugged
    await openWorkspace(app.context, path)
    fill(stick, 0)
    await expect(order(app, [3, 2, 1])).rejects.toMatchObject({ data: { reason: 'disk-full' } })
    empty(stick)
    await order(app, [2, 3, 1])
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
    await app.client.workspace.close()
    expect(readdirSync(stick)).toEqual(['Hội đồng thử.ocop'])
  })

  test('that is read-only is read, byte for byte as it was, and written once it is not', async () => {
    using app = createTestApp()
    using plugged = await onStick(app)
    const { stick, path } = plugged
    mount('-o', 'remount,ro', stick)
    const { id, readOnly } = await openWorkspace(app.context, path)
    expect(readOnly).toEqual({ kind: 'place' })
    await expect(order(app, [3, 2, 1])).rejects.toMatchObject({ data: { reason: 'workspace-read-only' } })
    mount('-o', 'remount,rw', stick)
    expect(await app.client.workspace.open({ id })).toMatchObject({ readOnly: null })
    await app.client.workspace.close()
  })

  test('that is the data folder itself, and full, keeps nothing half made', async () => {
    using app = createTestApp()
    using _ = plugIn(app, app.folder)
    await openSmallSession(app)
    await app.client.workspace.close()
    fill(app.folder, 0)
    const before = readdirSync(app.folder).toSorted()
    expect(await openWorkspace(app.context, join(app.folder, 'Hội đồng thử.ocop'))).toMatchObject({
      readOnly: { kind: 'full' },
    })
    await app.client.workspace.close()
    await expect(app.client.workspace.create({ name: 'Mới' })).rejects.toMatchObject({ data: { reason: 'disk-full' } })
    await expect(app.client.workspace.openSample({ sample: 'district-2024' })).rejects.toMatchObject({
      data: { reason: 'disk-full' },
    })
    expect(readdirSync(app.folder).toSorted()).toEqual(before)
    empty(app.folder)
  })
})
