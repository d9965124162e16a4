import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../../../shared/api/refusal.ts'
import { memoryOf } from '../../../shared/domain/paper-ballots/memory.ts'
import type { PageOutcome } from '../../../shared/domain/paper-ballots/page-outcome.ts'
import type { UnreadableReason } from '../../../shared/domain/paper-ballots/unplaced-reason.ts'
import { UnreadablePages } from '../../paper-ballots/decode-pages.ts'
import { openLastFile } from '../../paper-ballots/last-file.ts'
import { readBallotPage } from '../../paper-ballots/read-pages.ts'
import { openSessionPaper, type SessionPaper } from '../../paper-ballots/session-paper.ts'
import { withDigest, type UnsealedRecord } from '../../session-digest.ts'

export type PaperToRead = {
  /** The name that the page is told by. */
  readonly name: string
  readonly path: string
  /** From 1. */
  readonly page: number
}

let laidOut: { readonly record: UnsealedRecord; readonly paper: SessionPaper } | null = null

/** What was drawn for the same record is kept: a copier's files come one by one. */
export function layOutPapers(record: UnsealedRecord, resources: string): void {
  if (laidOut !== null && isDeepStrictEqual(laidOut.record, record)) return
  laidOut = { record, paper: openSessionPaper(withDigest(record), resources) }
}

export async function countPapers(path: string): Promise<number> {
  const file = await orWhy(() => openLastFile(path))
  return typeof file === 'string' ? 1 : file.pages
}

/** Nothing of a page's picture is kept once it is read. */
const pixels = memoryOf(Uint8Array)

export async function readPaper({ name, path, page }: PaperToRead): Promise<PageOutcome> {
  if (laidOut === null) throw new Refusal('work-stopped')
  const source = { file: name, page }
  const image = await orWhy(async () => (await openLastFile(path)).read(page, pixels))
  if (typeof image === 'string') return { kind: 'unplaced', source, why: image, label: null, reading: null }
  return readBallotPage(image, source, laidOut.paper)
}

async function orWhy<Result extends object>(act: () => Promise<Result>): Promise<Result | UnreadableReason> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof UnreadablePages) return error.why
    throw error
  }
}
