import { Refusal } from '../../shared/api/refusal.ts'
import type { WorkspaceStatus } from '../../shared/api/workspace.ts'
import type { DoubtKind } from '../../shared/domain/session/doubt-kinds.ts'
import { latestTime } from '../db/audit.ts'
import type { ReadDb } from '../db/handles.ts'
import type { AppContext } from '../context.ts'

/**
 * Goes on where whoever asks has accepted every doubt; the answer belongs into the detail of the audit event.
 *
 * @throws Refusal `doubtful` (detail `kinds`, with commas between): the screen asks, and sends again with `accepted`
 */
export function requireAccepted(
  doubts: readonly DoubtKind[],
  accepted: readonly DoubtKind[] = [],
): { readonly doubts?: readonly DoubtKind[] } {
  if (doubts.some((doubt) => !accepted.includes(doubt))) throw new Refusal('doubtful', { kinds: doubts.join(',') })
  return doubts.length === 0 ? {} : { doubts }
}

/** Clocks of two machines, or of one that is set right, differ by as much without anything being wrong. */
const slackMinutes = 5

/**
 * The time that this machine's clock cannot be before, where it is: the last change of the open file, or the newest
 * decision among the rules that ship with the program. Null where the clock may be right.
 */
export function clockBehind(app: AppContext, db: ReadDb | null): WorkspaceStatus['clockBehind'] {
  const decided = app.rules.ruleSets.flatMap(({ decisions }) => decisions.map(({ date }) => `${date}T00:00:00.000Z`))
  const latest = [...decided, ...(db === null ? [] : [latestTime(db) ?? ''])].sort().at(-1) ?? ''
  const now = app.clock.now()
  const slack = new Date(now.getTime() + slackMinutes * 60_000).toISOString()
  return slack < latest ? { now: now.toISOString(), latest } : null
}

/** The doubt of a deed that rests on the day. */
export function doubtOfClock(app: AppContext, db: ReadDb): readonly DoubtKind[] {
  return clockBehind(app, db) === null ? [] : ['clock-behind']
}
