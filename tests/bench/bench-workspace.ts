import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import Sqlite from 'better-sqlite3'
import { createApp } from '../../electron/app/create-app.ts'
import { connectionOf } from '../../electron/db/connection.ts'
import { readRows } from '../../electron/db/known-rows.ts'
import { logMigration } from '../../electron/db/log-migration.ts'
import { newestSchemaVersion } from '../../electron/db/migrate.ts'
import { loadSealedCriteriaSet, sealFile } from '../../electron/db/queries/sealed-files.ts'
import { copyDirectory } from '../../electron/db/queries/session-copies.ts'
import { transaction } from '../../electron/db/transaction.ts'
import { readChoices, writeChoices } from '../../shared/domain/ballot/choice-text.ts'
import { listCriteria } from '../../shared/domain/criteria/form.ts'
import { benchFolder, benchHost, resourcesFolder } from './bench-folder.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { callRoll } from '../helpers/call-roll.ts'
import { migrating } from '../helpers/migrating.ts'
import { seededRandom } from './seeded-random.ts'

/** Set 19 of QĐ 26/2026 has exactly 30 criteria. */
const setNumber = 19

/** 5.4 million scores. */
export const largeSize = { products: 20_000, members: 9, criteria: 30 } as const

/** A province's yearly session: 99,000 scores. */
export const provincialSize = { products: 300, members: 11, criteria: 30 } as const

type Size = { readonly products: number; readonly members: number; readonly criteria: number }

/**
 * Path of a workspace file with one session of that size, made once and kept: real tables through the real schema,
 * every ballot confirmed. What is put in past the commands stands in the audit as what a migration altered does, so that
 * Kiểm chứng finds no fault.
 */
export async function benchWorkspace(size: Size): Promise<{ readonly path: string; readonly sessionId: number }> {
  const version = newestSchemaVersion(join(resourcesFolder, 'migrations'))
  const path = join(benchFolder, `phien-${size.products}x${size.members}-${version}-mo-du.ocop`)
  if (!existsSync(path)) await makeWorkspace(path, size, version)
  return { path, sessionId: 1 }
}

/**
 * The same file with each score in a row of its own beside it, as files were before schema 9: what the tally and the
 * size of a file are compared with. Made once and kept.
 */
export function oneRowAScore(workspace: string): string {
  const path = `${workspace}.rows`
  if (existsSync(path)) return path
  const part = `${path}.part`
  copyFileSync(workspace, part)
  const sqlite = new Sqlite(part)
  sqlite.exec(`
    PRAGMA synchronous = OFF;
    CREATE TABLE scores (
      ballot_id INTEGER NOT NULL REFERENCES ballots (id) ON DELETE CASCADE,
      criterion INTEGER NOT NULL CHECK (criterion >= 0),
      option INTEGER NOT NULL CHECK (option >= 0),
      points INTEGER NOT NULL CHECK (points >= 0),
      PRIMARY KEY (ballot_id, criterion)
    ) STRICT, WITHOUT ROWID;`)
  const ballots = sqlite.prepare('SELECT id, choices FROM ballots ORDER BY id').all() as readonly {
    readonly id: number
    readonly choices: string
  }[]
  const points = new Map(
    (sqlite.prepare('SELECT criterion, options FROM form_criteria').all() as readonly FormRow[]).map((row) => [
      row.criterion,
      (JSON.parse(row.options) as readonly { readonly points: number }[]).map((option) => option.points),
    ]),
  )
  const insert = sqlite.prepare('INSERT INTO scores VALUES (?, ?, ?, ?)')
  sqlite.transaction(() => {
    for (const { id, choices } of ballots) {
      for (const [criterion, option] of readChoices(choices).entries()) {
        if (option !== null) insert.run(id, criterion, option, points.get(criterion)?.[option - 1] ?? 0)
      }
    }
  })()
  sqlite.close()
  renameSync(part, path)
  return path
}

type FormRow = { readonly criterion: number; readonly options: string }

async function makeWorkspace(path: string, size: Size, version: number): Promise<void> {
  mkdirSync(benchFolder, { recursive: true })
  const part = `${path}.part`
  rmSync(part, { force: true })
  const app = createApp({ host: benchHost(part), resources: resourcesFolder, appVersion: 'bench', backups: 'asked' })
  const client = createRouterClient(app.router)
  await client.workspace.create({ name: 'Phiên lớn' })
  const { id: councilId } = await client.councils.save({
    fields: {
      name: 'Hội đồng OCOP cấp tỉnh',
      level: 'province',
      province: 'Phú Thọ',
      district: '',
      foundingDecisionNumber: '',
      foundingDecisionDate: '',
      regulationNumber: '',
      regulation: usualRegulation,
    },
  })
  for (let member = 1; member <= size.members; member += 1) {
    const role = member === 1 ? 'chair' : 'member'
    const fields = { code: `TV${member}`, name: `Ủy viên ${member}`, position: '', organisation: '', role } as const
    await client.councils.saveMember({ councilId, fields })
  }
  const { id: sessionId } = await client.sessions.create({
    councilId,
    ruleSetId: 'qd-26-2026',
    fields: {
      year: 2026,
      round: 2,
      heldOn: '2026-11-20',
      place: '',
      referralThreshold: null,
      regulation: usualRegulation,
    },
  })
  await callRoll(client, sessionId)
  const workspace = app.context.workspace.current
  if (workspace === null) throw new Error('no workspace is open')
  const { db } = workspace
  const form = app.context.rules.criteriaSet('qd-26-2026', setNumber)
  if (form === null) throw new Error(`set ${setNumber} is missing`)
  const seal = { kind: 'criteria-set', content: form, sealedAt: '2026-11-20T00:00:00Z' } as const
  const before = readRows(db)
  const fileId = transaction(db, (inside) => sealFile(inside, seal))
  const criteria = listCriteria(loadSealedCriteriaSet(db, fileId))
  if (criteria.length !== size.criteria) throw new Error(`set ${setNumber} has ${criteria.length} criteria`)
  const sqlite = connectionOf(db)
  const product =
    sqlite.prepare(`INSERT INTO products (id, code, name, producer_id, commune, district, set_number, search_key)
     VALUES (?, ?, ?, 1, 'Xã Mẫu', '', ?, ?)`)
  const item =
    sqlite.prepare(`INSERT INTO agenda_items (id, session_id, product_id, criteria_file_id, position, application, scoring_round)
     VALUES (?, 1, ?, ?, ?, 'new', 1)`)
  const ballot = sqlite.prepare(
    `INSERT INTO ballots (id, agenda_item_id, member_id, scoring_round, version, revision, state, choices, saved_at,
       confirmed_at, reopened_reason)
     VALUES (?, ?, ?, 1, 1, 31, 'confirmed', ?, '2026-11-20T03:00:00Z', '2026-11-20T03:00:00Z', '')`,
  )
  const random = seededRandom(2026)
  sqlite.pragma('synchronous = OFF')
  sqlite.transaction(() => {
    sqlite.exec(
      "INSERT INTO producers (id, name, kind) VALUES (1, 'HTX Mẫu', 'Hợp tác xã'); UPDATE sessions SET state = 'open'",
    )
    for (let id = 1; id <= size.products; id += 1) {
      const code = `SP${String(id).padStart(5, '0')}`
      product.run(id, code, `Sản phẩm mẫu ${id}`, setNumber, `${code.toLowerCase()} san pham mau ${id}`)
      item.run(id, id, fileId, id)
      const quality = 0.4 + random() * 0.6
      for (let member = 1; member <= size.members; member += 1) {
        const ballotId = (id - 1) * size.members + member
        const choices = criteria.map(({ criterion }) => {
          const count = criterion.options.length
          return Math.min(count, Math.floor(count * quality + random()))
        })
        ballot.run(ballotId, id, member, writeChoices(choices))
      }
    }
  })()
  transaction(db, (inside) => copyDirectory(inside, sessionId))
  transaction(db, (inside) => logMigration(inside, { from: version, to: version, before, migrating }))
  const { faults } = await client.workspace.checkIntegrity()
  if (faults.length > 0) throw new Error(`the file has faults: ${JSON.stringify(faults.slice(0, 3))}`)
  await app.dispose()
  renameSync(part, path)
}
