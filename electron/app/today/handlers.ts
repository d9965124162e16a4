import type { Today, Unnumbered } from '../../../shared/api/today.ts'
import { addDays } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { pressingStates } from '../../../shared/domain/certificates/pressing.ts'
import type { NumberedKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listYearSessions, type YearSession } from '../../db/queries/deadlines.ts'
import { listLiveRegisterRows } from '../../db/queries/documents.ts'
import { listSessionCertificates } from '../../db/queries/documents-certificates.ts'
import { openDb } from '../commit.ts'
import { readPressingDeadlines } from '../deadlines/read-deadlines.ts'
import { outcomesOf } from '../deadlines/session-outcomes.ts'
import { procedures } from '../procedures.ts'
import { countPressing } from '../register/certificates.ts'

export function todayHandlers(app: AppContext) {
  return { get: procedures.today.get.handler(() => readToday(app, openDb(app))) }
}

function readToday(app: AppContext, db: ReadDb): Today {
  const day = vietnamDay(app.clock.now())
  const counts = countPressing(app, db)
  return {
    day,
    deadlines: readPressingDeadlines(app, db),
    certificates: pressingStates
      .map((state) => ({ state, count: counts.get(state) ?? 0 }))
      .filter(({ count }) => count > 0),
    unnumbered: listUnnumbered(db, day),
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

/** Minutes of every meeting, the decision where it decides anything, the letter where something goes up. */
function unnumberedOf(db: ReadDb, session: YearSession): Unnumbered {
  const { id: sessionId, councilName, year, round, heldOn } = session
  const { items } = outcomesOf(db, session)
  const kinds = new Set(items.values())
  const due: readonly NumberedKind[] = [
    'minutes',
    ...(kinds.has('recognised') || kinds.has('sent-up') ? (['decision'] as const) : []),
    ...(kinds.has('sent-up') ? (['referral-letter'] as const) : []),
  ]
  const numbered = new Set(listLiveRegisterRows(db, sessionId).map(({ kind }) => kind))
  const papers = due.filter((kind) => !numbered.has(kind))
  const certified = new Set(listSessionCertificates(db, sessionId).map(({ agendaItemId }) => agendaItemId))
  const bare = [...items].filter(([id, kind]) => kind === 'recognised' && !certified.has(id)).length
  return { sessionId, councilName, year, round, heldOn, papers, certificates: papers.includes('decision') ? 0 : bare }
}
