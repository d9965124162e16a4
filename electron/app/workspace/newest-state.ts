import { basename, dirname } from 'node:path'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { NotNewest } from '../../../shared/api/workspace.ts'
import type { AppContext } from '../../context.ts'
import { relationTo, type RecordFacts, type Relation } from '../../db/copies.ts'
import { readEventHash, readRecordFacts } from '../../db/queries/record-facts.ts'
import { isSetAside } from './keep-aside.ts'
import { knownPaths, lookAt, workspaceIdOf } from './listing.ts'

/**
 * Before a file is opened: where the open file, one opened lately or one of the data folder is a newer state of its record,
 * the person is asked. What a restoring set aside is newer as a matter of course, and is left out.
 *
 * @throws Refusal `workspace-not-newest` with `NotNewest`
 */
export async function requireNewest(app: AppContext, path: string): Promise<void> {
  const others = knownPaths(app.host.dataFolder).filter((other) => other !== path && !isSetAside(other))
  const { seen, copies } = await lookAt(app, [path, ...others])
  const found = seen.get(path)
  if (found?.kind !== 'workspace' || found.record === null) return
  const copy = copies.get(path)
  const newest = copy && seen.get(copy.of)
  const listed: Newer | null =
    newest?.kind === 'workspace' && newest.record !== null && copy !== undefined
      ? { id: workspaceIdOf(copy.of), path: copy.of, relation: copy.relation, record: newest.record }
      : null
  const newer = openNewer(app, found.record) ?? listed
  if (newer === null || newer.relation === 'same') return
  asked.set(app, path)
  throw new Refusal('workspace-not-newest', notNewest({ path, record: found.record }, newer, newer.relation))
}

/** The file that the person was last asked about: it may lie where no list knows it. */
export function askedAbout(app: AppContext): string | null {
  return asked.get(app) ?? null
}

const asked = new WeakMap<AppContext, string>()

type State = { readonly path: string; readonly record: RecordFacts }

type Newer = State & { readonly id: string; readonly relation: Relation }

/** The open file, whose own connection alone may be asked, where it has more changes. */
function openNewer(app: AppContext, record: RecordFacts): Newer | null {
  const { current } = app.workspace
  const own = current && readRecordFacts(current.db)
  if (current === null || own === null || own.uuid !== record.uuid || own.commits < record.commits) return null
  const { id, path, db } = current
  return { id, path, record: own, relation: relationTo(own, record, (seq) => readEventHash(db, seq)) }
}

function notNewest({ path, record }: State, newer: Newer, relation: NotNewest['relation']): NotNewest {
  return {
    relation,
    id: workspaceIdOf(path),
    file: basename(path),
    events: record.events,
    ballots: record.ballots,
    lastAt: record.lastAt,
    newerId: newer.id,
    newerFile: basename(newer.path),
    newerLocation: dirname(newer.path),
    newerEvents: newer.record.events,
    newerBallots: newer.record.ballots,
    newerLastAt: newer.record.lastAt,
  }
}
