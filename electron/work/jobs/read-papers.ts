import { readFileSync } from 'node:fs'
import { memoryOf } from '../../../shared/domain/paper-ballots/memory.ts'
import type { UnreadableReason } from '../../../shared/domain/paper-ballots/unplaced-reason.ts'
import { openPageFile, UnreadablePages } from '../../paper-ballots/decode-pages.ts'
import { readBallotPage } from '../../paper-ballots/read-pages.ts'
import type { PageOutcome } from '../../../shared/domain/paper-ballots/page-outcome.ts'
import { openSessionPaper } from '../../paper-ballots/session-paper.ts'
import { withDigest, type UnsealedRecord } from '../../session-digest.ts'
import type { JobTools } from '../job.ts'

export type PapersToRead = {
  readonly record: UnsealedRecord
  /** By the names that the pages are told by. */
  readonly files: readonly PaperFileToRead[]
  /** Several readers share a pile: of each file each has a run of pages, since those of one product are held against the same print. */
  readonly share: { readonly of: number; readonly at: number }
}

/** `done`: pages that were read before, from 1. */
export type PaperFileToRead = { readonly name: string; readonly path: string; readonly done?: readonly number[] }

/** What is told of a pile meanwhile: how many pages a file has, told by the reader of the first page alone; then each page. */
export type PaperProgress = { readonly kind: 'opened'; readonly name: string; readonly pages: number } | PageOutcome

/** Reads a share of a pile of scanned ballots, page by page. */
export async function readPapers(
  { record, files, share }: PapersToRead,
  { tell, breathe }: JobTools<PaperProgress>,
  resources: string,
): Promise<void> {
  const paper = openSessionPaper(withDigest(record), resources)
  // Nothing of a page's picture is kept once it is read.
  const pixels = memoryOf(Uint8Array)
  for (const [at, { name, path, done = [] }] of files.entries()) {
    const file = await orWhy(() => openPageFile(readFileSync(path)))
    const pages = typeof file === 'string' ? 1 : file.pages
    if (share.at === 0) tell({ kind: 'opened', name, pages })
    for (let page = 1; page <= pages; page += 1) {
      const run = Math.floor(((page - 1) * share.of) / pages)
      if ((run + at) % share.of !== share.at || done.includes(page)) continue
      const source = { file: name, page }
      const image = typeof file === 'string' ? file : await orWhy(() => file.read(page, pixels))
      tell(
        typeof image === 'string'
          ? { kind: 'unplaced', source, why: image, label: null, reading: null }
          : await readBallotPage(image, source, paper),
      )
      await breathe()
    }
    if (typeof file !== 'string') file.close()
  }
}

async function orWhy<Result extends object>(act: () => Promise<Result>): Promise<Result | UnreadableReason> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof UnreadablePages) return error.why
    throw error
  }
}
