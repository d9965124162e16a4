import type { IntegrityReport } from '../../../shared/api/integrity.ts'
import { uncoveredTables } from '../../db/covered-tables.ts'
import type { BytesSeen } from '../../../shared/domain/anchors/anchors.ts'
import type { ReadDb } from '../../db/handles.ts'
import { hasKnownMigrations, newestSchemaVersion } from '../../db/migrate.ts'
import { checkDatabase, checkForeignKeys, readVersion } from '../../db/queries/workspace.ts'
import { findSchemaDifferences } from '../../db/schema-differences.ts'
import type { ShippedRules } from '../rules/shipped.ts'
import { compareTables, replayAudit, type Replayed } from './check-audit.ts'
import { checkAnchors, checkBytes, checkCodes } from './check-outside.ts'
import { checkBallots, checkDigests, checkIssued, checkSeals } from './check-sealed.ts'
import { createFindings, type Findings, type Steps } from './findings.ts'

export type IntegritySources = {
  /** Folder of the shipped migrations. */
  readonly migrations: string
  readonly shipped: ShippedRules
  /** Where this machine keeps anchors; null where there is no such place. */
  readonly dataFolder?: string | null
  /** Where the file lies, of which this may be a copy. */
  readonly file?: string | null
  /** What opening saw of the file's bytes; null where it could compare none. */
  readonly bytes?: BytesSeen | null
  /** Typed from papers. */
  readonly codes?: readonly string[]
}

/**
 * "Kiểm chứng" of a file that nobody changes meanwhile: the database itself, its schema, the audit, every row that the
 * audit tells of, the seals, what each ballot may hold, and the digest of every closed session. Nothing found in one part
 * keeps the next from being looked at. It may pause at each step.
 */
export function* integritySteps(
  db: ReadDb,
  { migrations, shipped, dataFolder = null, file = null, bytes = null, codes = [] }: IntegritySources,
): Generator<Step, IntegrityReport> {
  const findings = createFindings()
  const replayed: Replayed = { known: new Map(), digests: new Map() }
  yield* findings.within('file', () => checkFile(db, findings))
  const [version, newest] = [readVersion(db), newestSchemaVersion(migrations)]
  if (version > newest) {
    // What a newer program keeps, and how, this one does not know: it neither accuses nor vouches.
    findings.leftOut({ kind: 'newer', facts: { version, newest } })
    return { ...findings.report(), isIntact: false }
  }
  yield* findings.within('schema', () => checkSchema(db, findings, migrations))
  yield* findings.within('audit', () => replayAudit(db, findings, replayed))
  yield* findings.within('rows', () => compareTables(db, findings, replayed))
  replayed.known.clear()
  yield* findings.within('seals', () => checkSeals(db, findings, shipped))
  yield* findings.within('seals', () => checkIssued(db, findings))
  yield* findings.within('ballots', () => checkBallots(db, findings))
  yield* findings.within('sessions', () => checkDigests(db, findings, replayed))
  yield* findings.within('outside', () => checkAnchors(db, findings, { dataFolder, path: file }))
  checkBytes(findings, bytes)
  const uncovered = Object.keys(uncoveredTables).filter((name) => !lookedAt.has(name))
  for (const kind of uncovered) findings.leftOut({ kind, facts: {} })
  const report = findings.report()
  return { ...report, codes: checkCodes(db, { codes, firstBad: firstBadEvent(report) }) }
}

/** Events are walked in their order: the first fault that names one is the first there is. */
function firstBadEvent({ faults }: IntegrityReport): number | null {
  const ofAudit = faults.filter(({ part }) => part === 'audit')
  const seqs = ofAudit.map(({ facts: { seq } }) => (typeof seq === 'number' ? seq : 0))
  return seqs.length === 0 ? null : Math.min(...seqs)
}

/**
 * Kinds of faults in a file of before the audit kept rows, by the checks of then: what stands in it counts from there.
 */
export function faultsOfBefore(db: ReadDb, shipped: ShippedRules): readonly string[] {
  const findings = createFindings()
  const replayed: Replayed = { known: new Map(), digests: new Map() }
  for (const steps of [
    findings.within('audit', () => replayAudit(db, findings, replayed)),
    findings.within('seals', () => checkSeals(db, findings, shipped)),
    findings.within('ballots', () => checkBallots(db, findings)),
    findings.within('sessions', () => checkDigests(db, findings, replayed)),
  ]) {
    while (steps.next().done !== true);
  }
  return [...new Set(findings.report().faults.map(({ part, kind }) => `${part}.${kind}`))]
}

/** Uncovered tables that are checked in another way. */
const lookedAt: ReadonlySet<string> = new Set(['audit_events', '__drizzle_migrations'])

type Step = Steps extends Generator<infer Yielded> ? Yielded : never

function* checkFile(db: ReadDb, findings: Findings): Steps {
  yield { part: 'file', done: 0, of: 2 }
  for (const [index, message] of checkDatabase(db).entries()) {
    // One sentence says what it means; SQLite's complaints are its details.
    findings.fault({ part: 'file', kind: index === 0 ? 'database' : 'database-more', facts: { message } })
  }
  yield { part: 'file', done: 1, of: 2 }
  for (const { table, rowid, parent } of checkForeignKeys(db)) {
    const row = { table, key: String(rowid ?? ''), names: {}, own: '' }
    findings.fault({ part: 'file', kind: 'orphan', facts: { parent }, row })
  }
}

function* checkSchema(db: ReadDb, findings: Findings, migrations: string): Steps {
  yield { part: 'schema', done: 0, of: 1 }
  for (const { kind, type, name } of findSchemaDifferences(db, migrations)) {
    findings.fault({ part: 'schema', kind: `schema-${kind}`, facts: { type, name } })
  }
  if (!hasKnownMigrations(db, migrations)) findings.fault({ part: 'schema', kind: 'migrations', facts: {} })
}
