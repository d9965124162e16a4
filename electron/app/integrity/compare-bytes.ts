import type { BytesSeen } from '../../../shared/domain/anchors/anchors.ts'
import { isOfState, readAnchors } from '../../anchors/anchor-store.ts'
import { measureFile } from '../../backups/whole-file.ts'
import { readClosedState } from '../../db/peek.ts'

/**
 * Compares a file that nobody has open with the newest closing of the very state that it is in; null where this machine
 * closed no such state, or a copy of it that SQLite made lies there. Any of several closings will do: one that began with
 * another program's way of keeping the file left other bytes.
 */
export function compareWithClosing(path: string, dataFolder: string): BytesSeen | null {
  const state = readClosedState(path)
  const known = state === null ? null : readAnchors(dataFolder, state.uuid)
  if (state === null || known === null) return null
  const closings = known.anchors.flatMap((anchor) =>
    anchor.closed?.schema === state.schema && isOfState(anchor, state)
      ? [{ at: anchor.at, sha256: anchor.closed.sha256 }]
      : [],
  )
  const newest = closings.at(-1)
  if (newest === undefined) return null
  const { sha256 } = measureFile(path)
  const same = closings.find((closing) => closing.sha256 === sha256)
  return { isSame: same !== undefined, at: (same ?? newest).at, commits: state.commits }
}
