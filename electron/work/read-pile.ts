import type { PageOutcome } from '../../shared/domain/paper-ballots/page-outcome.ts'
import type { UnsealedRecord } from '../session-digest.ts'
import type { AppWork } from './app-work.ts'
import { dealPages, worthStarting, type Dealt } from './deal-pages.ts'

type PileToRead = {
  readonly record: UnsealedRecord
  /** By the names that the pages are told by. */
  readonly files: readonly PaperFile[]
  readonly readers: readonly AppWork[]
  /** How many of them may be at work, asked whenever one has read a page: the others wait with what they know. */
  readonly mostAtOnce: () => number
  readonly signal?: AbortSignal | undefined
  /** Told of every file as it is opened, and of every page as it is read. */
  readonly onProgress?: (progress: PaperProgress) => void
}

/** `done`: pages that were read before, from 1. */
type PaperFile = { readonly name: string; readonly path: string; readonly done?: readonly number[] }

/** What is told of a pile meanwhile: how many pages a file has; then each page. */
export type PaperProgress = { readonly kind: 'opened'; readonly name: string; readonly pages: number } | PageOutcome

/**
 * Reads a pile of scanned ballots, a page at a time by each reader; a reader is started with the first page that it gets.
 *
 * @returns what came of each page, in the order of the pile
 * @throws the signal's reason once cancelled, and the first trouble of a reader; pages under way are told before
 */
export async function readPile(pile: PileToRead): Promise<readonly PageOutcome[]> {
  const { record, files, readers, mostAtOnce, onProgress: tell } = pile
  const outcomes: PageOutcome[] = []
  const deal = dealPages(files)
  const stop = new AbortController()
  const signal = pile.signal === undefined ? stop.signal : AbortSignal.any([pile.signal, stop.signal])
  const ready = new Set<AppWork>()
  const atWork = new Map<number, Promise<void>>()

  async function workOff(at: number, reader: AppWork, dealt: Dealt<PaperFile>): Promise<void> {
    const { name, path } = dealt.file
    if (dealt.kind === 'open') {
      const pages = await reader.run('count-papers', { path }, { signal })
      deal.opened(at, pages)
      return tell?.({ kind: 'opened', name, pages })
    }
    if (!ready.has(reader)) await reader.run('lay-out-papers', { record }, { signal })
    ready.add(reader)
    const outcome = await reader.run('read-paper', { name, path, page: dealt.page }, { signal })
    outcomes.push(outcome)
    tell?.(outcome)
  }

  function dealOut(): void {
    const most = signal.aborted ? 0 : mostAtOnce()
    for (const [at, reader] of readers.entries()) {
      if (atWork.size >= most) return
      if (atWork.has(at)) continue
      const least = ready.has(reader) ? undefined : worthStarting
      const dealt = deal.next(at, (other) => atWork.has(other), least)
      if (dealt === null) continue
      const work = workOff(at, reader, dealt).catch((reason: unknown) => stop.abort(reason))
      atWork.set(
        at,
        work.finally(() => atWork.delete(at)),
      )
    }
  }

  for (dealOut(); atWork.size > 0; dealOut()) await Promise.race(atWork.values())
  signal.throwIfAborted()
  const places = new Map(files.map(({ name }, at) => [name, at]))
  const placeOf = ({ source }: PageOutcome) => places.get(source.file) ?? 0
  return outcomes.toSorted((a, b) => placeOf(a) - placeOf(b) || a.source.page - b.source.page)
}
