import { Refusal } from '../../../shared/api/refusal.ts'
import type { NewYear, Year } from '../../../shared/api/years.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { daysInYear } from '../../../shared/domain/deadlines/days-in-year.ts'
import { levelsEvaluatingIn, levelsKnownIn } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listCouncils } from '../../db/queries/councils.ts'
import { listDeadlineLetters, listYearSessions } from '../../db/queries/deadlines.ts'
import { listUncertifiedRounds, listUndecidedRounds } from '../../db/queries/opinions.ts'
import { forgetWhatWasSaid, keepWhatIsSaid } from '../../db/queries/registrations.ts'
import { listSessions } from '../../db/queries/sessions.ts'
import {
  deleteClosedYear,
  findClosedYear,
  insertClosedYear,
  listYearCounts,
  listYearRows,
} from '../../db/queries/years.ts'
import { openDb, requireFound } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { unnumberedOf } from '../today/unnumbered.ts'
import { beginYear } from './begin-year.ts'
import { listHeldYears, type HeldYear } from './held-years.ts'

export function yearsHandlers(app: AppContext) {
  return {
    list: procedures.years.list.handler(() => listHeldYears(app, openDb(app)).map((row) => readYear(openDb(app), row))),

    proposal: procedures.years.proposal.handler(({ input }) => proposeYear(app, openDb(app), input.year)),

    ...commandsAt(app, 'years').inside({
      begin: (db, { input }) => {
        requireNear(app, input.year)
        const on = {
          fromYear: yearBefore(db, input.year),
          today: vietnamDay(app.clock.now()),
          levels: levelsKnownIn(app.rules.ruleSets, input.year),
        }
        const { count, doubted } = beginYear(db, input, on)
        return { result: count, audit: { subject: `year:${input.year}`, detail: { ...count, ...doubted } } }
      },

      close: (db, { input: { year }, now }) => {
        const present = presentYear(app)
        if (year > present) throw new Refusal('year-not-near', { first: 2013, last: present, year })
        const row = requireFound(listHeldYears(app, db).find((one) => one.year === year))
        const { unlocked, unnumbered, undecided, uncertified, closed, sessions } = readYear(db, row)
        if (closed !== null) return { result: undefined, audit: null }
        const lacks = {
          unlocked: unlocked.length,
          unnumbered: unnumbered.length,
          undecided: undecided.length,
          uncertified: uncertified.length,
        }
        if (Object.values(lacks).some((count) => count > 0)) throw new Refusal('year-not-ready', { year, ...lacks })
        insertClosedYear(db, { year, closedAt: now, closedBy: app.actor })
        keepWhatIsSaid(db, year)
        return { result: undefined, audit: { subject: `year:${year}`, detail: { year, sessions } } }
      },

      reopen: (db, { input: { year, reason } }) => {
        const closed = findClosedYear(db, year)
        if (closed === null) return { result: undefined, audit: null }
        deleteClosedYear(db, year)
        forgetWhatWasSaid(db, year)
        const detail = { year, reason, closedAt: closed.closedAt }
        return { result: undefined, audit: { subject: `year:${year}`, detail } }
      },
    }),
  }
}

const presentYear = (app: AppContext): number => Number(vietnamDay(app.clock.now()).slice(0, 4))

/** This year and the next: a year is begun about its first day. */
function requireNear(app: AppContext, year: number): void {
  const first = presentYear(app)
  if (year < first || year > first + 1) throw new Refusal('year-not-near', { first, last: first + 1, year })
}

/** The last year before that the office worked in; the one just before where there is none. What a list tells of is no such year. */
function yearBefore(db: ReadDb, year: number): number {
  return listYearRows(db).find((row) => row.year < year)?.year ?? year - 1
}

function readYear(db: ReadDb, row: HeldYear): Year {
  const closed = findClosedYear(db, row.year)
  const locked = listYearSessions(db, [row.year]).filter(({ state }) => state === 'closed')
  return {
    ...row,
    unlocked: listSessions(db).filter(({ year, state }) => year === row.year && state !== 'closed'),
    unnumbered: locked
      .map((session) => unnumberedOf(db, session))
      .filter(({ papers, certificates }) => papers.length + certificates > 0),
    undecided: listUndecidedRounds(db, row.year),
    uncertified: listUncertifiedRounds(db, `${row.year}-01-01`).filter(
      ({ decidedOn }) => decidedOn <= `${row.year}-12-31`,
    ),
    closed: closed === null ? null : { at: closed.closedAt, by: closed.closedBy },
  }
}

function proposeYear(app: AppContext, db: ReadDb, asked: number | undefined): NewYear {
  const present = presentYear(app)
  const offered = [present, present + 1]
  const begun = listYearCounts(db)
  // From December on the next year, unless this one is still to begin.
  const year = asked ?? (vietnamDay(app.clock.now()).slice(5, 7) >= '11' ? present + 1 : present)
  const fromYear = yearBefore(db, year)
  const levels = levelsEvaluatingIn(app.rules.ruleSets, year)
  const known = levelsKnownIn(app.rules.ruleSets, year)
  return {
    year,
    offered,
    fromYear,
    councils: listCouncils(db)
      .filter((council) => council.continued === null && (council.begun === null || council.begun.year < year))
      .map((council) => ({
        ...council,
        members: council.members.filter(({ retiredOn }) => retiredOn === null),
        isLevelKept: levels.includes(council.level),
      })),
    letters: listDeadlineLetters(db)
      .filter((letter) => letter.year === fromYear)
      .map((letter) => ({ ...letter, deadlines: daysInYear(letter, { year, levels: known }) }))
      .filter(({ deadlines }) => deadlines.length > 0),
    unlocked: listSessions(db).filter((session) => session.year < year && session.state !== 'closed'),
    begun: begun.filter((one) => one.year === year),
  }
}
