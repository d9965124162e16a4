import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { canonicalJson } from '../../../shared/domain/session/canonical-json.ts'
import type { WorkspaceDb } from '../open.ts'
import { sealedFiles } from '../schema.ts'

type SealedKind = 'rule-set' | 'criteria-set'

/**
 * Copies a rule set or criteria set into the workspace file with its SHA-256 and returns its id there.
 * The same content is kept once; a later correction of the shipped data becomes a new row and changes no session.
 */
export function sealFile(
  db: WorkspaceDb,
  file: { readonly kind: SealedKind; readonly content: CriteriaSet | RuleSet; readonly sealedAt: string },
): number {
  const { body, sha256 } = sealOf(file.content)
  const key = file.content.id
  const known = db
    .select({ id: sealedFiles.id })
    .from(sealedFiles)
    .where(and(eq(sealedFiles.kind, file.kind), eq(sealedFiles.key, key), eq(sealedFiles.sha256, sha256)))
    .get()
  if (known !== undefined) return known.id
  return db
    .insert(sealedFiles)
    .values({ kind: file.kind, key, sha256, body, sealedAt: file.sealedAt })
    .returning({ id: sealedFiles.id })
    .get().id
}

const seals = new WeakMap<CriteriaSet | RuleSet, { readonly body: string; readonly sha256: string }>()

/** Shipped files never change while the program runs: each is written out and hashed once, however often it is used. */
function sealOf(content: CriteriaSet | RuleSet) {
  const known = seals.get(content)
  if (known !== undefined) return known
  const body = canonicalJson(content)
  const seal = { body, sha256: createHash('sha256').update(body).digest('hex') }
  seals.set(content, seal)
  return seal
}

/** A sealed criteria set; the same object for the same file and id, so that its derived tables are made once. */
export function loadSealedCriteriaSet(db: WorkspaceDb, id: number): CriteriaSet {
  return loadSealed(db, id, 'criteria-set') as CriteriaSet
}

export function loadSealedRuleSet(db: WorkspaceDb, id: number): RuleSet {
  return loadSealed(db, id, 'rule-set') as RuleSet
}

/** SHA-256 and the time of sealing. */
export function findSeal(
  db: WorkspaceDb,
  id: number,
): { readonly key: string; readonly sha256: string; readonly sealedAt: string } | null {
  const { key, sha256, sealedAt } = sealedFiles
  return db.select({ key, sha256, sealedAt }).from(sealedFiles).where(eq(sealedFiles.id, id)).get() ?? null
}

/** Id and key of the sealed files whose content no longer matches its SHA-256. */
export function findBrokenSeals(db: WorkspaceDb): readonly { readonly id: number; readonly key: string }[] {
  return db
    .select()
    .from(sealedFiles)
    .all()
    .filter((row) => createHash('sha256').update(row.body).digest('hex') !== row.sha256)
    .map(({ id, key }) => ({ id, key }))
}

const loaded = new WeakMap<WorkspaceDb['$client'], Map<number, CriteriaSet | RuleSet>>()

function loadSealed(db: WorkspaceDb, id: number, kind: SealedKind): CriteriaSet | RuleSet {
  const files = loaded.get(db.$client) ?? new Map<number, CriteriaSet | RuleSet>()
  loaded.set(db.$client, files)
  const known = files.get(id)
  if (known !== undefined) return known
  const row = db
    .select({ body: sealedFiles.body, sha256: sealedFiles.sha256 })
    .from(sealedFiles)
    .where(and(eq(sealedFiles.id, id), eq(sealedFiles.kind, kind)))
    .get()
  if (row === undefined) throw new Error(`sealed ${kind} ${id} is missing`)
  if (createHash('sha256').update(row.body).digest('hex') !== row.sha256) {
    throw new Error(`sealed ${kind} ${id} does not match its SHA-256`)
  }
  const content = JSON.parse(row.body) as CriteriaSet | RuleSet
  files.set(id, content)
  return content
}
