import type { IssuedBatch, IssuedPaper } from '../../../shared/api/issued-papers.ts'
import type { ReadDb } from '../../db/handles.ts'
import { lastMigration, listIssuedPapers, reopenedAfter } from '../../db/queries/issued-papers.ts'
import { issueCode } from '../../documents/issue.ts'

type Issued = {
  /** Null for papers of the office and of rounds. */
  readonly sessionId: number | null
  /** Of the event that numbered it. */
  readonly seq: number
  /** Whether it could not be drawn as it was issued any more; asked only where its bytes are not kept. */
  readonly isMovedOn: () => boolean
}

/** What is kept of a paper, and whether it still can be. */
export function issuedPaper(db: ReadDb, { sessionId, seq, isMovedOn }: Issued): IssuedPaper {
  const kept = listIssuedPapers(db, seq).map(({ format, fileName, sha256, size, keptAt }) => ({
    format,
    fileName,
    sha256,
    size,
    keptAt,
  }))
  const reopenedAt = sessionId === null ? null : reopenedAfter(db, { sessionId, seq })
  const isKept = kept.some(({ format }) => format === 'pdf')
  const whyNot = () =>
    seq < lastMigration(db) ? 'before' : reopenedAt !== null || isMovedOn() ? 'outdated' : 'missing'
  return { seq, kept, state: isKept ? 'kept' : whyNot(), reopenedAt }
}

type Numbered = { readonly number: number; readonly symbol: string; readonly seq: number | null }

/** What was numbered at once, in the order in which it was. */
export function issuedBatches(
  db: ReadDb,
  sessionId: number | null,
  numbered: readonly Numbered[],
): readonly IssuedBatch[] {
  const batches = Map.groupBy(
    numbered.toSorted((one, other) => one.number - other.number),
    ({ seq }) => seq,
  )
  return [...batches]
    .flatMap(([seq, rows]) => {
      const [first, last] = [rows[0], rows.at(-1)]
      if (seq === null || first === undefined || last === undefined) return []
      const paper = issuedPaper(db, { sessionId, seq, isMovedOn: () => false })
      return [{ ...paper, from: issueCode(first), to: issueCode(last), count: rows.length }]
    })
    .toSorted((one, other) => one.seq - other.seq)
}
