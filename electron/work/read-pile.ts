import { availableParallelism } from 'node:os'
import type { PageOutcome } from '../../shared/domain/paper-ballots/page-outcome.ts'
import type { AppWork } from './app-work.ts'
import type { PaperProgress, PapersToRead } from './jobs/read-papers.ts'

type PileToRead = Omit<PapersToRead, 'share'> & {
  /** What reads a share of it each. */
  readonly readers: readonly AppWork[]
  readonly signal?: AbortSignal | undefined
  /** Told of every file as it is opened, and of every page as it is read. */
  readonly onProgress?: (progress: PaperProgress) => void
}

/** For all processors but one, so that other work goes on beside them; each is started with the first page that it reads. */
export function openReaders(openReader: () => AppWork): readonly AppWork[] {
  return Array.from({ length: Math.max(1, availableParallelism() - 1) }, openReader)
}

export async function closeReaders(readers: readonly AppWork[]): Promise<void> {
  await Promise.all(readers.map((reader) => reader.close()))
}

/**
 * Reads a pile of scanned ballots, by all the readers at once.
 *
 * @returns what came of each page, in the order of the pile
 * @throws the signal's reason once cancelled
 */
export async function readPile(pile: PileToRead): Promise<readonly PageOutcome[]> {
  const { record, files, readers, signal, onProgress: tell } = pile
  const of = readers.length
  const outcomes: PageOutcome[] = []
  const onProgress = (progress: PaperProgress) => {
    if (progress.kind !== 'opened') outcomes.push(progress)
    tell?.(progress)
  }
  await Promise.all(
    readers.map((reader, at) =>
      reader.run('read-papers', { record, files, share: { of, at } }, { signal, onProgress }),
    ),
  )
  const places = new Map(files.map(({ name }, at) => [name, at]))
  const placeOf = ({ source }: PageOutcome) => places.get(source.file) ?? 0
  return outcomes.toSorted((a, b) => placeOf(a) - placeOf(b) || a.source.page - b.source.page)
}
