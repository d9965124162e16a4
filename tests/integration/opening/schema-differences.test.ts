import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toReadDb } from '../../../electron/db/connection.ts'
import { findSchemaDifferences } from '../../../electron/db/schema-differences.ts'
import { createTestApp, openSmallSession, resourcesFolder } from '../../helpers/test-app.ts'

// A file is as the program's migrations make it, or it is said in what it is not, and nothing is written.

const migrations = join(resourcesFolder, 'migrations')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-tệp '))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('a file made by an earlier program is as the migrations up to its version make it', () => {
  const path = join(folder, 'cũ.ocop')
  writeFileSync(path, gunzipSync(readFileSync(join(import.meta.dirname, '../../fixtures/workspace-schema-8.ocop.gz'))))
  const sqlite = new Sqlite(path)
  expect(findSchemaDifferences(toReadDb(sqlite), migrations)).toEqual([])
  sqlite.pragma('user_version = 9')
  expect(findSchemaDifferences(toReadDb(sqlite), migrations)).not.toEqual([])
  sqlite.close()
})

const edits = [
  {
    what: 'a trigger that swallows choices',
    sql: 'CREATE TRIGGER quiet BEFORE UPDATE ON ballots BEGIN SELECT RAISE(IGNORE); END',
    found: { kind: 'unknown', type: 'trigger', name: 'quiet' },
  },
  {
    what: 'a dropped check',
    sql: `PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, ' CHECK (revision >= 0)', '') WHERE name = 'ballots'`,
    found: { kind: 'altered', type: 'table', name: 'ballots' },
  },
  {
    what: 'an extra index',
    sql: 'CREATE UNIQUE INDEX one_name ON members (name)',
    found: { kind: 'unknown', type: 'index', name: 'one_name' },
  },
  {
    what: 'a missing guard',
    sql: 'DROP TRIGGER audit_events_never_change',
    found: { kind: 'missing', type: 'trigger', name: 'audit_events_never_change' },
  },
  {
    what: 'a trigger on the list of migrations',
    sql: 'CREATE TRIGGER late AFTER INSERT ON __drizzle_migrations BEGIN DELETE FROM ballots; END',
    found: { kind: 'unknown', type: 'trigger', name: 'late' },
  },
]

async function edited(app: ReturnType<typeof createTestApp>, sql: string): Promise<void> {
  await openSmallSession(app)
  await app.client.workspace.close()
  const sqlite = new Sqlite(join(app.folder, 'Hội đồng thử.ocop'))
  sqlite.unsafeMode()
  sqlite.exec(sql)
  sqlite.close()
}

const openIt = async (app: ReturnType<typeof createTestApp>) => {
  const [listed] = await app.client.workspace.list()
  return app.client.workspace.open({ id: listed?.id ?? '' })
}

describe('a file with', () => {
  it.each(edits)('$what opens to be read only, and it is named', async ({ sql, found }) => {
    using app = createTestApp()
    await edited(app, sql)
    expect(await openIt(app)).toMatchObject({ readOnly: { kind: 'schema', differences: [found] } })
    expect(await app.client.products.list({ limit: 9, offset: 0 })).toMatchObject({ total: 2 })
    await expect(app.client.councils.orderMembers({ councilId: 1, ids: [] })).rejects.toMatchObject({
      data: { reason: 'workspace-read-only' },
    })
  })

  it('a view in the place of a table is not opened, for it could answer anything or never', async () => {
    using app = createTestApp()
    await edited(app, 'ALTER TABLE producers RENAME TO old; CREATE VIEW producers AS SELECT * FROM old')
    await expect(openIt(app)).rejects.toMatchObject({ data: { reason: 'workspace-schema-altered' } })
  })
})
