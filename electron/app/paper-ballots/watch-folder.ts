import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { PaperReadEvent } from '../../../shared/api/paper-ballots.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { pageFilesOf } from '../../../shared/domain/paper-ballots/page-files.ts'
import type { AppContext } from '../../context.ts'
import { scanLimits } from '../../file-limits.ts'
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
  const isLeft = (): boolean => signal?.aborted === true
  try {
    while (!isLeft()) {
      for (const name of await pageFilesIn(folder)) {
        const path = join(folder, name)
        const look = await lookAt(path)
        const isStill = look !== null && looked.get(path) === look
        if (look === null) looked.delete(path)
        else looked.set(path, look)
        if (!isStill || taken.has(`${path} ${look}`)) continue
        taken.add(`${path} ${look}`)
        const bytes = await readFile(path).catch(() => null)
        if (bytes !== null && bytes.length <= scanLimits.bytes.most) await addToPile(app, pile, { name, bytes })
      }
      yield* readIntoPile(app, pile, signal)
      yield { kind: 'waiting', folder }
      await wait(lookEvery, undefined, { signal }).catch(() => undefined)
    }
  } finally {
    pile.watched = null
    app.live.publish({ topics: ['paperBallots'], sessionId: pile.sessionId, agendaItemId: null })
  }
}

/** Milliseconds. */
const lookEvery = 1500

async function pageFilesIn(folder: string): Promise<readonly string[]> {
  return pageFilesOf(await readdir(folder).catch(() => []))
}

/** What says that a file is as it was; null where it is none, or nothing yet. */
async function lookAt(path: string): Promise<string | null> {
  const stats = await stat(path).catch(() => null)
  return stats?.isFile() === true && stats.size > 0 ? `${stats.size} ${stats.mtimeMs}` : null
}
