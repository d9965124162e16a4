import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { castFullBallot, createTestApp, openSmallSession } from '../../helpers/test-app.ts'

// A file on a network drive, or in a folder that a program keeps in step with a server.

const inOneDrive = () => ({ kind: 'cloud', name: 'OneDrive' }) as const

describe('a file in a shared place', () => {
  test('holds everything itself at any moment: a copy of it alone misses nothing', async () => {
    using app = createTestApp({ storageOf: inOneDrive })
    const { itemIds, memberIds } = await openSmallSession(app)
    const ballot = { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 }
    await castFullBallot(app.client, ballot)
    const path = join(app.folder, 'Hội đồng thử.ocop')
    expect(readdirSync(app.folder).filter((name) => name.endsWith('-wal'))).toEqual([])
    const copy = join(app.folder, 'bản sao.ocop')
    copyFileSync(path, copy)
    using other = createTestApp()
    openWorkspace(other.context, copy)
    expect(await other.client.ballots.get(ballot)).toMatchObject({ state: 'confirmed', totals: { total: 100 } })
    expect((await app.client.workspace.status()).open?.storage).toEqual(inOneDrive())
  })

  test('takes over what a log beside it still holds', async () => {
    using before = createTestApp({ storageOf: () => ({ kind: 'local' }) })
    await openSmallSession(before)
    const path = join(before.folder, 'Hội đồng thử.ocop')
    const copy = join(before.folder, 'chuyển sang ổ mạng.ocop')
    expect(existsSync(`${path}-wal`)).toBe(true)
    for (const end of ['', '-wal']) copyFileSync(path + end, copy + end)
    using app = createTestApp({ storageOf: () => ({ kind: 'network', name: 'may-chu\\chung' }) })
    openWorkspace(app.context, copy)
    expect(await app.client.sessions.list()).toHaveLength(1)
    expect(existsSync(`${copy}-wal`)).toBe(false)
  })

  test('that another program holds with a log is refused, not opened beside it', async () => {
    using before = createTestApp({ storageOf: () => ({ kind: 'local' }) })
    await openSmallSession(before)
    using app = createTestApp({ storageOf: inOneDrive })
    const path = join(before.folder, 'Hội đồng thử.ocop')
    expect(() => openWorkspace(app.context, path)).toThrow('workspace-open-elsewhere')
    expect(app.context.workspace.current).toBeNull()
  })

  test('lets go of its lock between two changes', async () => {
    using app = createTestApp({ storageOf: inOneDrive })
    await openSmallSession(app)
    const reader = new DatabaseSync(join(app.folder, 'Hội đồng thử.ocop'), { readOnly: true })
    expect(reader.prepare('SELECT count(*) AS count FROM products').get()).toEqual({ count: 2 })
    reader.close()
  })
})
