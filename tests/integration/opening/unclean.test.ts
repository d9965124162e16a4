import { fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// What was not closed in order is checked before the first change; a creation that was cut off leaves no file.

/** A copy taken while the file was open, changed behind the program's back. */
async function leftFile(app: TestApp, sql: string): Promise<string> {
  await openSmallSession(app)
  const path = join(app.folder, 'để lại.ocop')
  copyFileSync(join(app.folder, 'Hội đồng thử.ocop'), path)
  await app.client.workspace.close()
  const sqlite = new Sqlite(path)
  sqlite.exec(sql).close()
  return path
}

const orderMembers = (app: TestApp) => app.client.councils.orderMembers({ councilId: 1, ids: [3, 2, 1] })
const tamper = "DROP TRIGGER audit_events_never_change; UPDATE audit_events SET actor = 'Ai đó' WHERE seq = 2;"
const mended = `${tamper} CREATE TRIGGER audit_events_never_change BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit events never change'); END;`

describe('a file that was not closed in order', () => {
  test('that is whole is written after its check, and every window heard of it', async () => {
    using app = createTestApp()
    const path = await leftFile(app, '')
    const seen: unknown[] = []
    const publish = app.context.live.publish
    Object.assign(app.context.live, {
      publish: (change: Parameters<typeof publish>[0]) => {
        seen.push(app.context.workspace.checking)
        publish(change)
      },
    })
    expect(await openWorkspace(app.context, path)).toMatchObject({ readOnly: null })
    expect(seen.slice(0, 2)).toEqual([{ part: 0, parts: 8, percent: 0 }, null])
    await orderMembers(app)
  })

  test('that has faults is read only, and goes on by a decision where SQLite reads it whole', async () => {
    using app = createTestApp()
    const path = await leftFile(app, mended)
    expect(await openWorkspace(app.context, path)).toMatchObject({
      readOnly: { kind: 'faults', isReadWhole: true },
    })
    await expect(orderMembers(app)).rejects.toMatchObject({ data: { reason: 'workspace-read-only' } })
    // Closed without a decision it is checked again.
    await app.client.workspace.close()
    expect(await openWorkspace(app.context, path)).toMatchObject({ readOnly: { kind: 'faults' } })
    await app.client.workspace.writeAllTheSame()
    expect((await app.client.workspace.status()).open).toMatchObject({ readOnly: null })
    await orderMembers(app)
  })

  test('leaves the file open that was open, until it is checked and where it cannot be', async () => {
    using app = createTestApp()
    const path = await leftFile(app, '')
    await openWorkspace(app.context, join(app.folder, 'Hội đồng thử.ocop'))
    const { id } = (await app.client.workspace.status()).open ?? {}
    Object.assign(app.context, { work: { run: () => Promise.reject(new Error('no worker')) } })
    await expect(openWorkspace(app.context, path)).rejects.toThrow('no worker')
    expect((await app.client.workspace.status()).open).toMatchObject({ id, readOnly: null })
    expect(existsSync(join(app.folder, '~$để lại.ocop'))).toBe(false)
  })
})

test('a creation that is killed leaves nothing that does not open, and the next one sweeps what it was making', async () => {
  using app = createTestApp()
  const outcomes = new Set<string>()
  const names = () =>
    readdirSync(app.folder).filter((name) => !['recent.json', 'ban-ghi', 'khoa-ban-ghi.txt'].includes(name))
  // How many calls a creation makes is not always the same: kills fall later until one comes after it.
  for (let kill = 0; kill < 8 || (outcomes.size < 2 && kill < 80); kill += 1) {
    const path = join(app.folder, `mới ${kill}.ocop`)
    const child = fork(join(import.meta.dirname, '../../helpers/create-and-die-child.ts'), [path, String(kill * 12)])
    await once(child, 'exit')
    if (!existsSync(path)) {
      outcomes.add('no file')
      continue
    }
    const { name, readOnly } = await openWorkspace(app.context, path)
    outcomes.add(`${name}, ${readOnly === null ? 'written' : 'read only'}`)
    await app.client.workspace.close()
  }
  // Kills before and after the file got its name were among them.
  expect(outcomes).toEqual(new Set(['no file', 'Mới, written']))
  await app.client.workspace.create({ name: 'Sau cùng' })
  await app.client.workspace.close()
  expect(names().filter((name) => !name.endsWith('.ocop') || name.startsWith('~$new'))).toEqual([])
})
