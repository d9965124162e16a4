import type { PaperReadEvent } from '../../../shared/api/paper-ballots.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { PageOutcome } from '../../../shared/domain/paper-ballots/page-outcome.ts'
import { follow } from '../../work/follow.ts'
import type { AppWork } from '../../work/app-work.ts'
import { closeReaders, openReaders, readersBesideKeys, thisMachine } from '../../work/readers.ts'
import { readPile, type PaperProgress } from '../../work/read-pile.ts'
import { openDb } from '../commit.ts'
import { unsealedRecord } from '../sessions/session-record.ts'
import { isToReadAgain, readPlaces } from './gather-pile.ts'
import { nextId, pileOf, type Pile } from './pile.ts'

/** As `readIntoPile`, by readers that are opened for it. */
export async function* readPileOnce(
  app: AppContext,
  pile: Pile,
  signal: AbortSignal | undefined,
): AsyncGenerator<PaperReadEvent> {
  const readers = openReaders(app.openReader)
  try {
    yield* readIntoPile(app, pile, { readers, signal })
  } finally {
    await closeReaders(readers)
  }
}

type Reading = { readonly readers: readonly AppWork[]; readonly signal: AbortSignal | undefined }

/**
 * Reads what of a pile was not read yet. Who stops listening cancels it; pages that were read stay.
 *
 * @throws Refusal `paper-being-read`
 */
export async function* readIntoPile(
  app: AppContext,
  pile: Pile,
  { readers, signal }: Reading,
): AsyncGenerator<PaperReadEvent> {
  if (pile.reading !== null) throw new Refusal('paper-being-read')
  const { desk } = readPlaces(openDb(app), pile.sessionId)
  for (const page of pile.pages.values()) if (isToReadAgain(page, desk)) pile.pages.delete(page.id)
  const files = filesToRead(pile)
  /** How many pages files have at the least that nobody has opened yet. */
  const expected = new Map(files.map(({ name, pages, done: read }) => [name, pages === null ? 1 : pages - read.length]))
  let done = 0
  let of = [...expected.values()].reduce((sum, pages) => sum + pages, 0)
  const told = (kind: 'progress' | 'done'): PaperReadEvent => ({ kind, done, of: Math.max(of, done) })
  if (files.length === 0) return void (yield told('done'))
  const record = unsealedRecord(openDb(app), pile.sessionId)
  pile.reading = { done, of }
  const tell = teller(app, pile)
  const note = (progress: PaperProgress): void => {
    if (progress.kind === 'opened') {
      of += openFile(pile, progress) - (expected.get(progress.name) ?? 0)
      expected.delete(progress.name)
    } else if (keepPage(pile, progress)) done += 1
    pile.reading = { done, of: Math.max(of, done) }
    tell()
  }
  try {
    const reading = follow(
      (options) =>
        readPile({
          record,
          files: files.map(({ pages: _pages, ...file }) => file),
          readers,
          mostAtOnce: () => (isSomebodyKeying(app) ? readersBesideKeys(thisMachine()) : readers.length),
          signal: options.signal,
          onProgress: (progress) => {
            note(progress)
            options.onProgress?.(told('progress'))
          },
        }),
      signal,
    )
    for await (const event of reading) yield event as PaperReadEvent
    yield told('done')
  } finally {
    pile.reading = null
    publish(app, pile)
  }
}

/** Each waits for the disk, and for a processor then: nobody who keys is to wait for more. */
function isSomebodyKeying({ clock, lastCommand }: AppContext): boolean {
  return Math.abs(clock.now().getTime() - lastCommand.at) < restAfter
}

/** Milliseconds: longer than one looks at a ballot between two keys. */
const restAfter = 4000

/** Files that have pages left, by their ids. */
function filesToRead(pile: Pile) {
  return [...pile.files.values()].flatMap((file) => {
    const done = [...pile.pages.values()].flatMap((page) => (page.file === file ? [page.page] : []))
    return file.pages !== null && done.length >= file.pages
      ? []
      : [{ name: String(file.id), path: file.path, pages: file.pages, done }]
  })
}

/** How many of its pages are left to read. */
function openFile(pile: Pile, { name, pages }: Extract<PaperProgress, { kind: 'opened' }>): number {
  const file = pile.files.get(Number(name))
  if (file === undefined) return 0
  file.pages = pages
  return pages - [...pile.pages.values()].filter((page) => page.file === file).length
}

/** False for a page of a pile that was forgotten meanwhile. */
function keepPage(pile: Pile, outcome: PageOutcome): boolean {
  const file = pile.files.get(Number(outcome.source.file))
  if (file === undefined) return false
  const id = nextId()
  pile.pages.set(id, { id, file, page: outcome.source.page, outcome, assigned: null })
  return true
}

/**
 * Windows ask again for the pile: they are told so now and then, and once it is read. Of a large pile less often, for it is
 * gathered anew at each asking while keys wait.
 */
function teller(app: AppContext, pile: Pile): () => void {
  let last = 0
  return () => {
    const now = app.clock.now().getTime()
    if (now - last < Math.max(700, 2 * pile.pages.size)) return
    last = now
    publish(app, pile)
  }
}

function publish(app: AppContext, pile: Pile): void {
  if (pileOf(app, pile.sessionId) !== pile) return
  app.live.publish({ topics: ['paperBallots'], sessionId: pile.sessionId, agendaItemId: null })
}
