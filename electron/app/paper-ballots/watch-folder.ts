import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { PaperReadEvent } from '../../../shared/api/paper-ballots.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { pageFilesOf } from '../../../shared/domain/paper-ballots/page-files.ts'
import type { AppContext } from '../../context.ts'
import { scanLimits } from '../../file-limits.ts'
import { closeReaders, openReaders } from '../../work/readers.ts'
import { addToPile, type Pile } from './pile.ts'
import { readIntoPile } from './read-into-pile.ts'

/**
 * Reads the files of a folder that a person chooses, and those that a scanner puts into it, until nobody listens any more. A file
 * is taken once it has stood still between two looks: copiers write theirs page by page.
 *
 * @throws Refusal `host-cannot`, `paper-being-read`
 */
export async function* watchFolder(
  app: AppContext,
  pile: Pile,
  signal: AbortSignal | undefined,
): AsyncGenerator<PaperReadEvent> {
  if (!app.host.capabilities.hasFileDialogs) throw new Refusal('host-cannot')
  if (pile.reading !== null || pile.watched !== null) throw new Refusal('paper-being-read')
  const folder = await app.host.chooseFolder('scans')
  if (folder === null) return
  pile.watched = folder
  const looked = new Map<string, string>()
  const taken = new Set<string>()
  // Kept for all that comes: a copier writes a page every second.
  const readers = openReaders(app.openReader)
  const isLeft = (): boolean => signal?.aborted === true
  try {
    while (!isLeft()) {
      const names = await pageFilesIn(folder)
      for (const name of names ?? []) {
        const path = join(folder, name)
        const look = await lookAt(path)
        const isStill = look !== null && looked.get(path) === look.key
        if (look === null) looked.delete(path)
        else looked.set(path, look.key)
        if (!isStill || taken.has(`${path} ${look.key}`)) continue
        const { most, per } = scanLimits.bytes
        const bytes = look.size > most ? null : await readFile(path).catch(() => null)
        if (look.size > most) yield { kind: 'too-large', name, megabytes: most / per }
        // Its writer may hold it still: it is looked at again.
        else if (bytes === null) continue
        else await addToPile(app, pile, { name, bytes })
        taken.add(`${path} ${look.key}`)
      }
      yield* readIntoPile(app, pile, { readers, signal })
      yield { kind: 'waiting', folder, isGone: names === null }
      await wait(lookEvery, undefined, { signal }).catch(() => undefined)
    }
  } finally {
    await closeReaders(readers)
    pile.watched = null
    app.live.publish({ topics: ['paperBallots'], sessionId: pile.sessionId, agendaItemId: null })
  }
}

/** Milliseconds. */
const lookEvery = 1500

/** Null while the folder cannot be looked into: a copier's is on another machine. */
async function pageFilesIn(folder: string): Promise<readonly string[] | null> {
  const names = await readdir(folder).catch(() => null)
  return names === null ? null : pageFilesOf(names)
}

/** How large a file is, and what says that it is as it was; null where it is none, or nothing yet. */
async function lookAt(path: string): Promise<{ readonly size: number; readonly key: string } | null> {
  const stats = await stat(path).catch(() => null)
  return stats?.isFile() === true && stats.size > 0 ? { size: stats.size, key: `${stats.size} ${stats.mtimeMs}` } : null
}
