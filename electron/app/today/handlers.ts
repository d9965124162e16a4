import type { Today, Unnumbered } from '../../../shared/api/today.ts'
import { addDays } from '../../../shared/domain/calendar/iso-date.ts'
import { addWorkingDays } from '../../../shared/domain/calendar/working-days.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { pressingStates } from '../../../shared/domain/certificates/pressing.ts'
import { levelsEvaluatingIn } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listCouncils } from '../../db/queries/councils.ts'
import { listYearSessions } from '../../db/queries/deadlines.ts'
import { listUncertifiedRounds } from '../../db/queries/opinions.ts'
import { listSessions } from '../../db/queries/sessions.ts'
import { countPressingCommitments } from '../aftercare/inspections.ts'
import { openDb } from '../commit.ts'
import { readPressingClocks } from '../deadlines/read-clocks.ts'
import { countWithoutLevel, readPressingDeadlines } from '../deadlines/read-deadlines.ts'
import { procedures } from '../procedures.ts'
import { countPressing } from '../register/certificates.ts'
import { unnumberedOf } from './unnumbered.ts'

export function todayHandlers(app: AppContext) {
  return { get: procedures.today.get.handler(() => readToday(app, openDb(app))) }
}

function readToday(app: AppContext, db: ReadDb): Today {
  const day = vietnamDay(app.clock.now())
  const counts = countPressing(app, db)
  return {
    day,
    deadlines: readPressingDeadlines(app, db),
    withoutLevel: countWithoutLevel(app, db),
    clocks: readPressingClocks(app, db),
    certificates: pressingStates
      .map((state) => ({ state, count: counts.get(state) ?? 0 }))
      .filter(({ count }) => count > 0),
    unnumbered: listUnnumbered(db, day),
    uncertified: listUncertifiedRounds(db, addDays(day, -numberedWithin)),
    newYear: yearToBegin(app, db, day),
    commitments: countPressingCommitments(db, day),
  }
}

/** Days after a meeting for which what has no number yet is a matter of today: an office's own measure. */
const numberedWithin = 180

function listUnnumbered(db: ReadDb, day: string): readonly Unnumbered[] {
  const since = addDays(day, -numberedWithin)
  const year = Number(day.slice(0, 4))
  return listYearSessions(db, [year - 1, year, year + 1])
    .filter(({ state, heldOn }) => state === 'closed' && heldOn >= since)
    .map((session) => unnumberedOf(db, session))
    .filter(({ papers, certificates }) => papers.length > 0 || certificates > 0)
}

/**
 * From the first working day of a year on: a council that met in a year before and neither goes on into another nor meets
 * in this one; of a level that evaluates in the year still.
 */
function yearToBegin(app: AppContext, db: ReadDb, day: string): number | null {
  const year = Number(day.slice(0, 4))
  const first = addWorkingDays({ from: `${year - 1}-12-31`, days: 1, calendar: app.rules.calendar })
  if (first.kind === 'counted' && day < first.date) return null
  const sessions = listSessions(db)
  const met = (council: number, from: (year: number) => boolean) =>
    sessions.some((session) => session.councilId === council && from(session.year))
  const levels = levelsEvaluatingIn(app.rules.ruleSets, year)
  const isWaiting = listCouncils(db).some(
    ({ id, level, begun, continued }) =>
      levels.includes(level) &&
      continued === null &&
      begun?.year !== year &&
      met(id, (one) => one < year) &&
      !met(id, (one) => one >= year),
  )
  return isWaiting ? year : null
}
