import { availableParallelism } from 'node:os'
import type { PageOutcome } from '../../shared/domain/paper-ballots/page-outcome.ts'
import type { AppWork } from './app-work.ts'
import type { PaperProgress, PapersToRead } from './jobs/read-papers.ts'

type PileToRead = Omit<PapersToRead, 'share'> & {
  /** Opens what reads a share of it; closed again. */
  readonly openReader: () => AppWork
  readonly signal?: AbortSignal | undefined
  /** Told of every file as it is opened, and of every page as it is read. */
  readonly onProgress?: (progress: PaperProgress) => void
}

/**
 * Reads a pile of scanned ballots on all processors but one, in processes of a lower priority: other work goes on beside it.
 *
 * @returns what came of each page, in the order of the pile
 * @throws the signal's reason once cancelled
 */
export async function readPile(pile: PileToRead): Promise<readonly PageOutcome[]> {
  const { record, files, openReader, signal, onProgress: tell } = pile
  const of = Math.max(1, availableParallelism() - 1)
  const readers = Array.from({ length: of }, openReader)
  const outcomes: PageOutcome[] = []
  const onProgress = (progress: PaperProgress) => {
    if (progress.kind !== 'opened') outcomes.push(progress)
    tell?.(progress)
  }
  try {
    await Promise.all(
      readers.map((reader, at) =>
        reader.run('read-papers', { record, files, share: { of, at } }, { signal, onProgress }),
      ),
    )
  } finally {
    await Promise.all(readers.map((reader) => reader.close()))
  }
  const places = new Map(files.map(({ name }, at) => [name, at]))
  const placeOf = ({ source }: PageOutcome) => places.get(source.file) ?? 0
  return outcomes.toSorted((a, b) => placeOf(a) - placeOf(b) || a.source.page - b.source.page)
}
