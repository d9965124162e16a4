import { availableParallelism } from 'node:os'
import type { PageOutcome } from '../../shared/domain/paper-ballots/page-outcome.ts'
import { openAppWork } from './app-work.ts'
import type { PaperProgress, PapersToRead } from './jobs/read-papers.ts'

type PileToRead = Omit<PapersToRead, 'share'> & {
  /** Absolute path of the `resources` folder. */
  readonly resources: string
  readonly onTrouble: (error: Error) => void
  readonly signal?: AbortSignal | undefined
  /** Told of every file as it is opened, and of every page as it is read. */
  readonly onProgress?: (progress: PaperProgress) => void
}

/**
 * Reads a pile of scanned ballots on all processors but one, in threads of its own: other work goes on beside it.
 *
 * @returns what came of each page, in the order of the pile
 * @throws the signal's reason once cancelled
 */
export async function readPile(pile: PileToRead): Promise<readonly PageOutcome[]> {
  const { record, files, resources, onTrouble, signal, onProgress: tell } = pile
  const of = Math.max(1, availableParallelism() - 1)
  const threads = Array.from({ length: of }, () => openAppWork({ resources, onTrouble }))
  const outcomes: PageOutcome[] = []
  const onProgress = (progress: PaperProgress) => {
    if (progress.kind !== 'opened') outcomes.push(progress)
    tell?.(progress)
  }
  try {
    await Promise.all(
      threads.map((thread, at) =>
        thread.run('read-papers', { record, files, share: { of, at } }, { signal, onProgress }),
      ),
    )
  } finally {
    await Promise.all(threads.map((thread) => thread.close()))
  }
  const places = new Map(files.map(({ name }, at) => [name, at]))
  const placeOf = ({ source }: PageOutcome) => places.get(source.file) ?? 0
  return outcomes.toSorted((a, b) => placeOf(a) - placeOf(b) || a.source.page - b.source.page)
}
