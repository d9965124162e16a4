import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepBeforeMigration } from '../../../electron/backups/keep-before-migration.ts'
import { createWorkspaceFile } from '../../../electron/db/create.ts'
import { connectionOf } from '../../../electron/db/connection.ts'
import type { ReadDb } from '../../../electron/db/handles.ts'
import { openWorkspaceFile } from '../../../electron/db/open.ts'
import { peekFile } from '../../../electron/db/peek.ts'
import { walkAudit } from '../../../electron/db/audit.ts'
import { migrateWorkspace, newestSchemaVersion } from '../../../electron/db/migrate.ts'
import type { RowChanges } from '../../../electron/db/row-changes.ts'
import * as file from '../../../electron/db/schema/file.ts'
import * as directory from '../../../electron/db/schema/directory.ts'
import * as sessions from '../../../electron/db/schema/sessions.ts'
import * as agenda from '../../../electron/db/schema/agenda.ts'
import * as ballotScans from '../../../electron/db/schema/ballot-scans.ts'
import * as papers from '../../../electron/db/schema/papers.ts'
import * as criteria from '../../../electron/db/schema/criteria.ts'
import * as deadlines from '../../../electron/db/schema/deadlines.ts'
import * as register from '../../../electron/db/schema/register.ts'
import * as opinions from '../../../electron/db/schema/opinions.ts'
import * as aftercare from '../../../electron/db/schema/aftercare.ts'
import * as registrations from '../../../electron/db/schema/registrations.ts'
import * as reference from '../../../electron/db/schema/reference.ts'
import * as packages from '../../../electron/db/schema/packages.ts'
import * as communes from '../../../electron/db/schema/communes.ts'
import * as years from '../../../electron/db/schema/years.ts'
import { readChoices } from '../../../shared/domain/ballot/choice-text.ts'
import { createTestApp, resourcesFolder } from '../../helpers/test-app.ts'
import { migrating } from '../../helpers/migrating.ts'

const migrations = join(resourcesFolder, 'migrations')
let folder = ''
let path = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-tệp '))
  path = join(folder, 'hội đồng.ocop')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const create = (at = path, from = migrations) =>
  connectionOf(
    createWorkspaceFile({
      path: at,
      migrations: from,
      name: 'Thử',
      isSample: false,
      createdAt: '2026-01-01T00:00:00Z',
    }),
  )

const keptCopies: string[] = []
const copyBefore = (db: ReadDb): string => {
  const copy = keepBeforeMigration(db, { dataFolder: folder, source: path, now: new Date('2026-01-02T00:00:00Z') })
  keptCopies.push(copy)
  return copy
}

const open = (at = path, from = migrations) => {
  const { db, readOnly } = openWorkspaceFile({
    path: at,
    migrations: from,
    migrating: { ...migrating, keepBefore: copyBefore },
  })
  return { db: connectionOf(db), readOnly }
}

describe('a workspace file', () => {
  it('has exactly the tables and columns that the typed schema says', () => {
    const db = create()
    const tables = Object.values({
      ...aftercare,
      ...opinions,
      ...agenda,
      ...ballotScans,
      ...criteria,
      ...deadlines,
      ...directory,
      ...file,
      ...packages,
      ...papers,
      ...reference,
      ...register,
      ...registrations,
      ...sessions,
      ...years,
      ...communes,
    }).filter((value) => value instanceof SQLiteTable)
    const declared = tables.map((table) => {
      const { name, columns } = getTableConfig(table)
      return [name, columns.map((column) => [column.name, column.notNull || column.primary]).toSorted()]
    })
    const real = tables.map((table) => {
      const { name } = getTableConfig(table)
      const info = db.pragma(`table_info(${name})`) as { name: string; notnull: number; pk: number }[]
      return [name, info.map((column) => [column.name, column.notnull === 1 || column.pk > 0]).toSorted()]
    })
    expect(real).toEqual(declared)
    const all = db
      .prepare(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
      )
      .all() as { name: string; strict: number }[]
    expect(all.map(({ name }) => name).toSorted()).toEqual(declared.map(([name]) => name).toSorted())
    expect(all.filter(({ strict }) => strict === 0)).toEqual([])
    db.close()
  })

  it('runs with full durability, foreign keys and our application id', () => {
    const db = create()
    const pragma = (name: string) => db.pragma(name, { simple: true })
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('application_id')]).toEqual([
      'truncate',
      2,
      1,
      0x4f434f50,
    ])
    db.close()
  })

  it('never overwrites an existing file', () => {
    create().close()
    expect(() => create()).toThrow('workspace-exists')
  })

  it('opens a file of a newer program read-only and changes nothing', () => {
    const db = create()
    db.pragma('user_version = 999')
    db.close()
    const before = readFileSync(path)
    const opened = open()
    expect(opened.readOnly).toMatchObject({ kind: 'newer', fileVersion: 999 })
    expect(() => opened.db.exec("UPDATE workspace SET name = 'x'")).toThrow('readonly')
    opened.db.close()
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('refuses what is no workspace, or another program’s SQLite file', () => {
    writeFileSync(path, 'Đây không phải cơ sở dữ liệu. '.repeat(40))
    expect(() => openWorkspaceFile({ path, migrations, migrating })).toThrow('not-a-workspace')
    expect(peekFile(path, null)).toEqual({ kind: 'foreign' })
    const other = join(folder, 'other.ocop')
    new Sqlite(other).exec('CREATE TABLE t (x)').close()
    expect(() => openWorkspaceFile({ path: other, migrations, migrating })).toThrow('not-a-workspace')
    expect(() => openWorkspaceFile({ path: join(folder, 'none.ocop'), migrations, migrating })).toThrow(
      'workspace-not-found',
    )
  })
})

describe('migrating', () => {
  /** A second migration that rebuilds the parent table `councils`, as SQLite makes every ALTER of a check do. */
  const rebuildParent = (statements: string) => {
    const next = join(folder, 'migrations')
    cpSync(migrations, next, { recursive: true })
    writeFileSync(join(next, '9999-rebuild.sql'), statements)
    const journal = JSON.parse(readFileSync(join(next, 'meta', '_journal.json'), 'utf8')) as {
      entries: { when: number }[]
    }
    const when = Math.max(...journal.entries.map((entry) => entry.when)) + 1000
    journal.entries.push({ idx: 99, version: '6', when, tag: '9999-rebuild', breakpoints: true } as never)
    writeFileSync(join(next, 'meta', '_journal.json'), JSON.stringify(journal))
    return next
  }
  const fillOld = () => {
    const db = create()
    db.exec(`
      INSERT INTO councils VALUES (1, 'H', 'province', 'T', '', '', '', '', 2, 3, 0, 10, 'none', 'majority', 'off', 'own-total', 0, 0, 0);
      INSERT INTO members VALUES (1, 1, 'TV1', 'Chủ tịch', '', '', 'chair', 1, NULL, ''), (2, 1, 'TV2', 'Thư ký', '', '', 'secretary', 2, NULL, '');`)
    const version = db.pragma('user_version', { simple: true }) as number
    db.close()
    return version
  }
  const rebuild = (version: number) => `CREATE TABLE councils_new AS SELECT * FROM councils;
--> statement-breakpoint
DROP TABLE councils;
--> statement-breakpoint
ALTER TABLE councils_new RENAME TO councils;
--> statement-breakpoint
CREATE UNIQUE INDEX councils_id ON councils (id);
--> statement-breakpoint
PRAGMA user_version = ${version + 1};`

  it('keeps every child row when a parent table is rebuilt, and sets a copy aside first', () => {
    const version = fillOld()
    const next = rebuildParent(rebuild(version))
    const { db } = open(path, next)
    expect(db.prepare('SELECT count(*) AS n FROM members').get()).toEqual({ n: 2 })
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    db.close()
    const copy = new Sqlite(keptCopies.at(-1), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(version)
    expect(copy.prepare('SELECT name FROM workspace').get()).toEqual({ name: 'Thử' })
    copy.close()
  })

  it('puts the old file back when a migration loses a parent row', () => {
    const version = fillOld()
    const next = rebuildParent(`${rebuild(version)}\n--> statement-breakpoint\nDELETE FROM councils;`)
    expect(() => open(path, next)).toThrow('without their parent')
    const { db } = open()
    expect(db.prepare('SELECT count(*) AS n FROM councils').get()).toEqual({ n: 1 })
    expect(db.pragma('user_version', { simple: true })).toBe(version)
    db.close()
  })

  /** The migrations as they were when the file's version was the newest. */
  const migrationsUpTo = (version: number) => {
    const earlier = join(folder, `migrations-${version}`)
    cpSync(migrations, earlier, { recursive: true })
    const path = join(earlier, 'meta', '_journal.json')
    const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: unknown[] }
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, version) }))
    return earlier
  }

  /** An empty file as a program of that schema version made it. */
  const createEarlier = (version: number) => {
    const db = new Sqlite(path)
    db.pragma(`application_id = ${0x4f434f50}`)
    migrateWorkspace(db, migrationsUpTo(version), null)
    db.exec("INSERT INTO workspace (id, name, is_sample, created_at) VALUES (1, 'Thử', 0, '2026-01-01T00:00:00Z')")
    return db
  }

  it('7 lets members see what they saw before, on councils and sessions alike, and loses nothing', () => {
    const before = createEarlier(6)
    before.exec(`
      INSERT INTO councils VALUES (1, 'H', 'province', 'T', '', '', '', '', 2, 3, 0, 10, 'none', 'majority', 'off');
      INSERT INTO sealed_files VALUES (1, 'rule-set', 'r', '${'0'.repeat(64)}', '{}', '2026-01-01');
      INSERT INTO sessions (id, council_id, rule_set_file_id, level, year, round, held_on, place, quorum_numerator,
        quorum_denominator, quorum_needs_chair, spread_limit, rounding, gate_settlement, verification, state)
      VALUES (1, 1, 1, 'province', 2026, 1, '2026-01-01', '', 2, 3, 0, 10, 'none', 'majority', 'all', 'open');`)
    const rowOf = (db: typeof before, table: string) => db.prepare(`SELECT * FROM ${table}`).get() as object
    const old = ['councils', 'sessions'].map((table) => rowOf(before, table))
    before.close()
    const { db } = open(path, migrationsUpTo(7))
    expect(db.pragma('user_version', { simple: true })).toBe(7)
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(['councils', 'sessions'].map((table) => rowOf(db, table))).toEqual(
      old.map((row) => ({ ...row, member_sight: 'own-total' })),
    )
    expect(() => db.exec("UPDATE sessions SET member_sight = 'everything'")).toThrow('CHECK')
    db.close()
  })

  it('8 gives every ballot room for an opinion, empty, and loses nothing', () => {
    const before = createEarlier(7)
    before.exec(`
      INSERT INTO councils VALUES (1, 'H', 'province', 'T', '', '', '', '', 2, 3, 0, 10, 'none', 'majority', 'off', 'own-total');
      INSERT INTO members VALUES (1, 1, 'TV1', 'Chủ tịch', '', '', 'chair', 1);
      INSERT INTO sealed_files VALUES (1, 'rule-set', 'r', '${'0'.repeat(64)}', '{}', '2026-01-01'),
        (2, 'criteria-set', 'c', '${'1'.repeat(64)}', '{}', '2026-01-01');
      INSERT INTO sessions (id, council_id, rule_set_file_id, level, year, round, held_on, place, quorum_numerator,
        quorum_denominator, quorum_needs_chair, spread_limit, rounding, gate_settlement, verification, state)
      VALUES (1, 1, 1, 'province', 2026, 1, '2026-01-01', '', 2, 3, 0, 10, 'none', 'majority', 'all', 'open');
      INSERT INTO producers VALUES (1, 'HTX', 'Hợp tác xã');
      INSERT INTO products (id, code, name, producer_id, commune, district, set_number, search_key)
      VALUES (1, 'SP1', 'Chè', 1, '', '', 1, 'che');
      INSERT INTO agenda_items (id, session_id, product_id, criteria_file_id, position, application, scoring_round)
      VALUES (1, 1, 1, 2, 1, 'new', 1);
      INSERT INTO ballots (id, agenda_item_id, member_id, scoring_round, version, revision, state, saved_at, reopened_reason)
      VALUES (1, 1, 1, 1, 1, 3, 'draft', '2026-01-01', '');
      INSERT INTO ballot_scores VALUES (1, 0, 2, 5);`)
    const rowsOf = (db: typeof before, table: string) => db.prepare(`SELECT * FROM ${table}`).all() as object[]
    const [ballots, scores] = [rowsOf(before, 'ballots'), rowsOf(before, 'ballot_scores')]
    before.close()
    const { db } = open(path, migrationsUpTo(8))
    expect(db.pragma('user_version', { simple: true })).toBe(8)
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(rowsOf(db, 'ballots')).toEqual(ballots.map((row) => ({ ...row, opinion: '' })))
    expect(rowsOf(db, 'ballot_scores')).toEqual(scores)
    db.close()
  })

  it('9 puts each ballot of a real file in one row, to the last choice, and its digests still verify', async () => {
    const bytes = gunzipSync(readFileSync(join(import.meta.dirname, '../../fixtures/workspace-schema-8.ocop.gz')))
    writeFileSync(path, bytes)
    const before = new Sqlite(path, { readonly: true })
    const rowsOf = (from: Sqlite.Database, sql: string) => from.prepare(sql).all() as Record<string, unknown>[]
    const scores = 'SELECT ballot_id, criterion, option, points FROM ballot_scores ORDER BY ballot_id, criterion'
    const old = {
      ballots: rowsOf(before, 'SELECT * FROM ballots ORDER BY id'),
      scores: rowsOf(before, scores),
      checks: rowsOf(before, 'SELECT * FROM ballot_checks ORDER BY ballot_id, criterion'),
      digests: rowsOf(before, 'SELECT id, tally_digest FROM sessions'),
    }
    before.close()
    expect([old.ballots.length, old.scores.length, old.checks.length]).toEqual([186, 5706, 37])

    const { db } = open(path, migrationsUpTo(9))
    expect(db.pragma('foreign_key_check')).toEqual([])
    const ballots = rowsOf(db, 'SELECT * FROM ballots ORDER BY id')
    expect(ballots).toMatchObject(old.ballots)
    expect(rowsOf(db, scores)).toEqual(old.scores)
    const checks = ballots.flatMap(({ id, second_choices: text }) =>
      readChoices((text as string | null) ?? '').flatMap((option, criterion) =>
        option === null ? [] : [{ ballot_id: id, criterion, option }],
      ),
    )
    expect(checks).toEqual(old.checks)
    expect(rowsOf(db, 'SELECT id, tally_digest FROM sessions')).toEqual(old.digests)
    db.close()

    using app = createTestApp()
    await app.client.workspace.adopt({ file: new File([bytes], 'hội đồng.ocop') })
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true, faults: [] })
  })

  it('14 begins the log of rows with all that there are, and says what the checks of before found', async () => {
    const bytes = gunzipSync(readFileSync(join(import.meta.dirname, '../../fixtures/workspace-schema-8.ocop.gz')))
    writeFileSync(path, bytes)
    const old = new Sqlite(path)
    const digest =
      "UPDATE sessions SET tally_digest = replace(tally_digest, substr(tally_digest, 1, 1), 'x') WHERE state = 'closed'"
    old.exec(digest)
    const hashes = (db: Sqlite.Database) => db.prepare('SELECT seq, hash FROM audit_events WHERE seq <= ?').all(last)
    const last = old.prepare('SELECT max(seq) FROM audit_events').pluck().get()
    const before = hashes(old)
    old.close()
    using app = createTestApp()
    await app.client.workspace.adopt({ file: new File([readFileSync(path)], 'hội đồng.ocop') })
    const db = app.file()
    expect(hashes(db)).toEqual(before)
    const begun = db.prepare('SELECT command, detail, changes FROM audit_events WHERE seq > ?').all(last) as {
      readonly command: string
      readonly detail: string
      readonly changes: string
    }[]
    expect(begun.map(({ command }) => command)).toEqual(['workspace.migrate'])
    const { detail = '', changes = '' } = begun[0] ?? {}
    expect(JSON.parse(detail)).toMatchObject({ from: 8, found: ['sessions.digest-told', 'sessions.digest'] })
    const { ballots } = JSON.parse(changes) as RowChanges
    expect(ballots?.added).toHaveLength(186)
    expect([...walkAudit(app.db())].flatMap(({ faults }) => faults)).toEqual([])
  })

  it('a later migration tells of the rows that it altered, and of no others', () => {
    const version = fillOld()
    const next = rebuildParent(`UPDATE members SET organisation = 'Sở' WHERE id = 2;
--> statement-breakpoint
ALTER TABLE producers ADD COLUMN fax TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
PRAGMA user_version = ${version + 1};`)
    const opened = open(path, next)
    const event = opened.db.prepare('SELECT command, detail, changes FROM audit_events').get() as {
      readonly command: string
      readonly detail: string
      readonly changes: string
    }
    opened.db.close()
    expect(JSON.parse(event.detail)).toEqual({ from: version, to: version + 1, appVersion: '0.0.0-test' })
    expect(JSON.parse(event.changes)).toEqual({ members: { changed: [[2, { organisation: 'Sở' }]] } })
  })

  it('9 lets into a ballot only what its text can say', () => {
    const db = create()
    const insert = (choices: string) =>
      db.exec(`INSERT INTO ballots (agenda_item_id, member_id, scoring_round, version, revision, state, choices,
        saved_at, reopened_reason) VALUES (1, 1, 1, 1, 1, 'draft', '${choices}', '2026-01-01', '')`)
    db.pragma('foreign_keys = OFF')
    for (const wrong of ['', '1,2', '..x', '1 2', '-12', '.'.repeat(100)]) expect(() => insert(wrong)).toThrow('CHECK')
    insert('.0129')
    expect(() => db.exec("UPDATE ballots SET second_choices = '....'")).toThrow('CHECK')
    db.close()
  })

  it('10 keeps every act that was carried out, by its ballot', () => {
    const before = createEarlier(9)
    const [one, two] = ['a'.repeat(32), 'b'.repeat(32)]
    before.exec(`
      INSERT INTO councils VALUES (1, 'H', 'province', 'T', '', '', '', '', 2, 3, 0, 10, 'none', 'majority', 'off', 'own-total');
      INSERT INTO members VALUES (1, 1, 'TV1', 'Chủ tịch', '', '', 'chair', 1), (2, 1, 'TV2', 'Thư ký', '', '', 'secretary', 2);
      INSERT INTO sealed_files VALUES (1, 'rule-set', 'r', '${'0'.repeat(64)}', '{}', '2026-01-01'),
        (2, 'criteria-set', 'c', '${'1'.repeat(64)}', '{}', '2026-01-01');
      INSERT INTO sessions (id, council_id, rule_set_file_id, level, year, round, held_on, place, quorum_numerator,
        quorum_denominator, quorum_needs_chair, spread_limit, rounding, gate_settlement, verification, member_sight, state)
      VALUES (1, 1, 1, 'province', 2026, 1, '2026-01-01', '', 2, 3, 0, 10, 'none', 'majority', 'all', 'own-total', 'open');
      INSERT INTO producers VALUES (1, 'HTX', 'Hợp tác xã');
      INSERT INTO products (id, code, name, producer_id, commune, district, set_number, search_key)
      VALUES (1, 'SP1', 'Chè', 1, '', '', 1, 'che');
      INSERT INTO agenda_items (id, session_id, product_id, criteria_file_id, position, application, scoring_round)
      VALUES (1, 1, 1, 2, 1, 'new', 1);
      INSERT INTO room_acts (member_id, choice_id, agenda_item_id) VALUES (1, '${one}', 1), (2, '${one}', 1), (2, '${two}', 1);`)
    before.close()
    const { db } = open(path, migrationsUpTo(10))
    expect(db.pragma('user_version', { simple: true })).toBe(10)
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.prepare('SELECT agenda_item_id, member_id, act_id FROM ballot_acts').raw().all()).toEqual([
      [1, 1, one],
      [1, 2, one],
      [1, 2, two],
    ])
    db.exec('DELETE FROM agenda_items')
    expect(db.prepare('SELECT count(*) AS n FROM ballot_acts').get()).toEqual({ n: 0 })
    db.close()
  })

  it('11 gives every code of a room an id, and keeps each device with its member’s', () => {
    const before = createEarlier(10)
    before.exec(`
      INSERT INTO councils VALUES (1, 'H', 'province', 'T', '', '', '', '', 2, 3, 0, 10, 'none', 'majority', 'off', 'own-total');
      INSERT INTO members VALUES (1, 1, 'TV1', 'Chủ tịch', '', '', 'chair', 1), (2, 1, 'TV2', 'Thư ký', '', '', 'secretary', 2);
      INSERT INTO sealed_files VALUES (1, 'rule-set', 'r', '${'0'.repeat(64)}', '{}', '2026-01-01');
      INSERT INTO sessions (id, council_id, rule_set_file_id, level, year, round, held_on, place, quorum_numerator,
        quorum_denominator, quorum_needs_chair, spread_limit, rounding, gate_settlement, verification, state)
      VALUES (1, 1, 1, 'province', 2026, 1, '2026-01-01', '', 2, 3, 0, 10, 'none', 'majority', 'all', 'open');
      INSERT INTO rooms VALUES (1, '2026-01-01');
      INSERT INTO room_codes VALUES (1, 1, '${'a'.repeat(32)}', '${'b'.repeat(64)}', 4), (1, 2, '${'c'.repeat(32)}', '${'d'.repeat(64)}', 0);
      INSERT INTO room_devices VALUES ('${'e'.repeat(64)}', 1, 2, '2026-01-02'), ('${'f'.repeat(64)}', 1, 1, '2026-01-03');`)
    before.close()
    const { db } = open(path, migrationsUpTo(11))
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.prepare('SELECT member_id, clerk, salt, wrong_tries FROM room_codes ORDER BY id').all()).toEqual([
      { member_id: 1, clerk: null, salt: 'a'.repeat(32), wrong_tries: 4 },
      { member_id: 2, clerk: null, salt: 'c'.repeat(32), wrong_tries: 0 },
    ])
    const devices = 'SELECT token_hash, member_id FROM room_devices d JOIN room_codes c ON c.id = d.code_id ORDER BY 1'
    expect(db.prepare(devices).all()).toEqual([
      { token_hash: 'e'.repeat(64), member_id: 2 },
      { token_hash: 'f'.repeat(64), member_id: 1 },
    ])
    // No code without a holder, none with two, and a code's devices go with it.
    const insert = (member: string, clerk: string) =>
      db.exec(`INSERT INTO room_codes (session_id, member_id, clerk, salt, hash, wrong_tries)
        VALUES (1, ${member}, ${clerk}, '${'a'.repeat(32)}', '${'b'.repeat(64)}', 0)`)
    for (const [member, clerk] of [
      ['NULL', 'NULL'],
      ['1', "'A'"],
      ['NULL', "''"],
    ] as const) {
      expect(() => insert(member, clerk)).toThrow('CHECK')
    }
    insert('NULL', "'A'")
    expect(() => insert('NULL', "'A'")).toThrow('UNIQUE')
    expect(() => insert('1', 'NULL')).toThrow('UNIQUE')
    db.exec('DELETE FROM rooms')
    const left = 'SELECT id AS left FROM room_codes UNION ALL SELECT code_id FROM room_devices'
    expect(db.prepare(left).all()).toEqual([])
    db.close()
  })

  it('12 numbers the clerks of a room in the order in which they were added', () => {
    const before = createEarlier(11)
    const code = `'${'a'.repeat(32)}', '${'b'.repeat(64)}', 0`
    before.pragma('foreign_keys = OFF')
    before.exec(`INSERT INTO room_codes (session_id, member_id, clerk, salt, hash, wrong_tries)
      VALUES (1, 1, NULL, ${code}), (1, NULL, 'B', ${code}), (1, NULL, 'A', ${code}), (2, NULL, 'A', ${code})`)
    before.exec(readFileSync(join(migrations, '0012-clerk-numbers.sql'), 'utf8'))
    expect(before.prepare('SELECT number FROM room_codes ORDER BY id').pluck().all()).toEqual([null, 1, 2, 1])
    before.close()
  })

  it('13 gives copies of one file one identity, each carried over by itself, and counts what was done to them', () => {
    const before = createEarlier(12)
    before.pragma('foreign_keys = OFF')
    const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
    before.exec(`INSERT INTO audit_events (seq, at, actor, command, subject, detail, previous_hash, hash)
      VALUES (1, '', '', '', '', '{}', '${'0'.repeat(64)}', '${first}')`)
    before.close()
    const copy = join(folder, 'bản sao.ocop')
    copyFileSync(path, copy)
    const later = new Sqlite(copy)
    later.exec(`INSERT INTO audit_events (seq, at, actor, command, subject, detail, previous_hash, hash)
      VALUES (2, '', '', '', '', '{}', '${first}', '${second}')`)
    later.close()
    const identityOf = (at: string) => {
      const { db } = open(at, migrationsUpTo(13))
      const row = db.prepare('SELECT uuid, commits, in_use FROM workspace').raw().get()
      db.close()
      return row
    }
    expect([identityOf(path), identityOf(copy)]).toEqual([
      ['a'.repeat(32), 1, 0],
      ['a'.repeat(32), 2, 0],
    ])
  })

  it('15 keeps the codes of a room; its devices enter anew, with a key', () => {
    const before = create(path, migrationsUpTo(14))
    before.pragma('foreign_keys = OFF')
    before.exec(`INSERT INTO room_codes (session_id, member_id, clerk, salt, hash, wrong_tries)
      VALUES (1, 1, NULL, '${'a'.repeat(32)}', '${'b'.repeat(64)}', 4)`)
    before.exec(`INSERT INTO room_devices VALUES ('${'e'.repeat(64)}', 1, '2026-01-02')`)
    before.exec(readFileSync(join(migrations, '0015-room-devices.sql'), 'utf8'))
    expect(before.prepare('SELECT member_id, salt FROM room_codes').all()).toEqual([
      { member_id: 1, salt: 'a'.repeat(32) },
    ])
    expect(before.prepare('SELECT count(*) FROM room_devices').pluck().get()).toBe(0)
    before.close()
  })

  it('34 keeps every certificate with what refers to it, and lets one rest on a product of a round alone', () => {
    const before = create(path, migrationsUpTo(33))
    before.pragma('foreign_keys = OFF')
    const facts = `'${'a'.repeat(64)}', '{"signer":"Người ký"}', '2026-01-02'`
    before.exec(`
      INSERT INTO certificates VALUES
        (7, 1, 2026, 'GCN-UBND', 1, 3, '15/QĐ-UBND', '2026-01-01', '2029-01-01', ${facts}, 2, '2026-01-03', NULL, NULL),
        (8, 1, 2026, 'GCN-UBND', 2, 4, '15/QĐ-UBND', '2026-01-01', '2029-01-01', ${facts}, 0, NULL, '2026-01-04', 'Phôi hỏng');
      INSERT INTO inspections (year, certificate_id) VALUES (2026, 7);`)
    const rows = () =>
      before
        .prepare(
          'SELECT id, agenda_item_id, number, star, data_facts, prints, voided_at, void_reason FROM certificates',
        )
        .raw()
        .all()
    const kept = rows()
    before.exec(readFileSync(join(migrations, '0034-certificates-of-rounds.sql'), 'utf8'))
    expect(rows()).toEqual(kept)
    expect(before.prepare('SELECT certificate_id FROM inspections').pluck().all()).toEqual([7])
    const give = (item: string, product: string, number: number) =>
      before.exec(`INSERT INTO certificates (agenda_item_id, written_product_id, year, symbol, number, star, decision_code,
        issued_on, expires_on, data_digest, data_facts, numbered_at)
        VALUES (${item}, ${product}, 2026, 'GCN-UBND', ${number}, 3, '9/QĐ-UBND', '2026-01-01', '2029-01-01', ${facts})`)
    give('NULL', '5', 3)
    for (const [item, product] of [
      ['NULL', 'NULL'],
      ['2', '6'],
    ] as const) {
      expect(() => give(item, product, 4)).toThrow('CHECK')
    }
    // One in force for each product of a round, as for each of an agenda.
    expect(() => give('NULL', '5', 4)).toThrow('UNIQUE')
    expect(() => give('1', 'NULL', 4)).toThrow('UNIQUE')
    before.close()
  })

  it('35 gives dossiers of closed years what the lists say, and no other', () => {
    const before = create(path, migrationsUpTo(34))
    before.exec(`
      INSERT INTO producers (id, name, kind, phone) VALUES (71, 'HTX Mẫu', 'Hợp tác xã', '0912');
      INSERT INTO products (id, code, name, commune, district, producer_id, search_key)
        VALUES (71, 'SP71', 'Chè', 'xã Mẫu', '', 71, '');
      INSERT INTO registrations (id, product_id, year, application) VALUES (71, 71, 2025, 'new'), (72, 71, 2026, 'new');
      INSERT INTO closed_years VALUES (2025, '2026-01-02', '');`)
    before.exec(readFileSync(join(migrations, '0035-closed-registrations.sql'), 'utf8'))
    expect(before.prepare('SELECT * FROM closed_registrations').raw().all()).toEqual([
      [71, 'SP71', 'Chè', 'xã Mẫu', '', null, 'HTX Mẫu', 'Hợp tác xã', '', '0912', '', '', '', ''],
    ])
    before.close()
  })

  it('does not migrate a second time', () => {
    create().close()
    const copy = join(folder, 'copy.ocop')
    copyFileSync(path, copy)
    const { db, readOnly } = open(copy)
    expect(readOnly).toBeNull()
    expect(db.prepare('SELECT count(*) AS n FROM __drizzle_migrations').get()).toEqual({
      n: newestSchemaVersion(migrations),
    })
    db.close()
  })
})
