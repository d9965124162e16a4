import { createHash } from 'node:crypto'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { columnsOf } from '../columns.ts'
import { sealOf } from '../../seal-of.ts'
import { sealedFiles } from '../schema/file.ts'
import { read, readColumn, write } from '../statement.ts'

type SealedRow = typeof sealedFiles.$inferSelect

/**
 * Copies a rule set or criteria set into the workspace file with its SHA-256 and returns its id there.
 * The same content is kept once; a later correction of the shipped data becomes a new row and changes no session.
 */
export function sealFile(
  db: WriteDb,
  file: { readonly kind: SealedRow['kind']; readonly content: CriteriaSet | RuleSet; readonly sealedAt: string },
): number {
  const { kind, content, sealedAt } = file
  const row = { kind, key: content.id, ...sealOf(content), sealedAt }
  const known = findRow(db, row)
  if (known !== null) return known
  return write<typeof row, { readonly id: number }>(
    db,
    `INSERT INTO sealed_files (kind, key, sha256, body, sealed_at) VALUES (@kind, @key, @sha256, @body, @sealedAt)
     RETURNING id`,
  ).get(row).id
}

/** The id of just that criteria set in the file; null where no session or office sealed it. */
export function findSealedFile(db: ReadDb, content: CriteriaSet): number | null {
  return findRow(db, { kind: 'criteria-set', key: content.id, sha256: sealOf(content).sha256 })
}

function findRow(db: ReadDb, { kind, key, sha256 }: Pick<SealedRow, 'kind' | 'key' | 'sha256'>): number | null {
  const sql = 'SELECT id FROM sealed_files WHERE kind = ? AND key = ? AND sha256 = ?'
  return readColumn<[string, string, string], number>(db, sql).get(kind, key, sha256) ?? null
}

/** A sealed criteria set; the same object for the same file and id, so that its derived tables are made once. */
export function loadSealedCriteriaSet(db: ReadDb, id: number): CriteriaSet {
  return loadSealed(db, id, 'criteria-set') as CriteriaSet
}

export function loadSealedRuleSet(db: ReadDb, id: number): RuleSet {
  return loadSealed(db, id, 'rule-set') as RuleSet
}

type Seal = Pick<SealedRow, 'key' | 'sha256' | 'sealedAt'>

/** SHA-256 and the time of sealing. */
export function findSeal(db: ReadDb, id: number): Seal | null {
  const sql = 'SELECT key, sha256, sealed_at AS sealedAt FROM sealed_files WHERE id = ?'
  return read<number, Seal>(db, sql).get(id) ?? null
}

/** Every sealed file as it stands; its body is compared with its SHA-256 by whoever asks. */
export function listSealedFiles(db: ReadDb): readonly SealedRow[] {
  return read<[], SealedRow>(db, `SELECT ${columnsOf(sealedFiles)} FROM sealed_files`).all()
}

const loaded = new WeakMap<ReadDb, Map<number, CriteriaSet | RuleSet>>()

function loadSealed(db: ReadDb, id: number, kind: SealedRow['kind']): CriteriaSet | RuleSet {
  const files = loaded.get(db) ?? new Map<number, CriteriaSet | RuleSet>()
  loaded.set(db, files)
  const known = files.get(id)
  if (known !== undefined) return known
  const row = read<[number, string], Pick<SealedRow, 'body' | 'sha256'>>(
    db,
    'SELECT body, sha256 FROM sealed_files WHERE id = ? AND kind = ?',
  ).get(id, kind)
  const isWhole = row !== undefined && createHash('sha256').update(row.body).digest('hex') === row.sha256
  if (!isWhole) throw new Refusal('workspace-altered')
  const content = JSON.parse(row.body) as CriteriaSet | RuleSet
  files.set(id, content)
  return content
}
