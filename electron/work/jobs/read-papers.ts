import { readFileSync } from 'node:fs'
import { openPageFile, UnreadablePages, type PageFile } from '../../paper-ballots/decode-pages.ts'
import { readBallotPage, type PageOutcome } from '../../paper-ballots/read-pages.ts'
import { openSessionPaper } from '../../paper-ballots/session-paper.ts'
import { withDigest, type UnsealedRecord } from '../../session-digest.ts'
import type { JobTools } from '../job.ts'

export type PapersToRead = {
  readonly record: UnsealedRecord
  /** By the names that the pages are told by. */
  readonly files: readonly { readonly name: string; readonly path: string }[]
  /** Several threads read a pile: each every `of`-th page, from its own. */
  readonly share: { readonly of: number; readonly at: number }
}

/** What is told of a pile meanwhile: how many pages a file has, told by the thread of the first page alone; then each page. */
export type PaperProgress = { readonly kind: 'opened'; readonly pages: number } | PageOutcome

/** Reads a share of a pile of scanned ballots, page by page. */
export async function readPapers(
  { record, files, share }: PapersToRead,
  { tell, breathe }: JobTools<PaperProgress>,
  resources: string,
): Promise<void> {
  const paper = openSessionPaper(withDigest(record), resources)
  let before = 0
  for (const { name, path } of files) {
    const file = await orUnreadable(() => openPageFile(readFileSync(path)))
    const pages = file?.pages ?? 1
    if (share.at === 0) tell({ kind: 'opened', pages })
    for (let page = 1; page <= pages; page += 1) {
      if ((before + page - 1) % share.of !== share.at) continue
      const source = { file: name, page }
      const image = file === null ? null : await orUnreadable(() => file.read(page))
      tell(
        image === null
          ? { kind: 'unplaced', source, why: 'unreadable', label: null }
          : await readBallotPage(image, source, paper),
      )
      await breathe()
    }
    before += pages
    file?.close()
  }
}

async function orUnreadable<Result extends PageFile | object>(act: () => Promise<Result>): Promise<Result | null> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof UnreadablePages) return null
    throw error
  }
}
