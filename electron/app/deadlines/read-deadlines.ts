import type { Deadline, DeadlineYear, Lacking } from '../../../shared/api/deadlines.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { standingOf } from '../../../shared/domain/deadlines/deadline-state.ts'
import type { LackKind } from '../../../shared/domain/deadlines/lack-kinds.ts'
import {
  planDeadlines,
  type DeadlineKey,
  type DeadlineLetter,
  type PlannedDeadline,
} from '../../../shared/domain/deadlines/plan-deadlines.ts'
import { isInForce, levelsEvaluatingIn } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  countRegistered,
  countUnscored,
  lastWrittenOn,
  listCouncilLevels,
  listDeadlineLetters,
  listUnscored,
  listYears,
  listYearSessions,
  type RoundOfYear,
  type YearSession,
} from '../../db/queries/deadlines.ts'
import { findOffice } from '../../db/queries/office.ts'
import { readAgendaItems } from '../../db/queries/sessions.ts'
import { communesToday } from '../communes/communes-today.ts'
import { readClocks } from './read-clocks.ts'
import { outcomesOf, unsentOf } from './session-outcomes.ts'

export function readDeadlineYear(app: AppContext, db: ReadDb, year: number): DeadlineYear {
  const file = readFile(app, db, [year - 1, year])
  const deadlines = deadlinesOf(file, year)
  const years = [...new Set([...listYears(db), Number(file.day.slice(0, 4)), year])].toSorted((a, b) => b - a)
  const touched = new Set(deadlines.map(({ before }) => Number(before.slice(0, 4))))
  return {
    year,
    day: file.day,
    years,
    isLevelKnown: file.levels.size > 0,
    levels: levelsEvaluatingIn(app.rules.ruleSets, year),
    deadlines,
    clocks: readClocks(app, db, year),
    letters: file.letters.filter((letter) => letter.year === year),
    calendar: app.rules.holidays
      .filter((one) => touched.has(one.year))
      .map(({ year: of, announced, sources, notes }) => ({ year: of, announced, sources, notes })),
  }
}

/** Those of this file that are near, or past with something lacking, of last year's rounds too. */
export function readPressingDeadlines(app: AppContext, db: ReadDb): readonly Deadline[] {
  const year = Number(vietnamDay(app.clock.now()).slice(0, 4))
  const file = readFile(app, db, [year - 2, year - 1, year])
  const all = [...deadlinesOf(file, year - 1).filter((one) => one.year === year - 1), ...deadlinesOf(file, year)]
  const isPressing = ({ isOwn, state, lacks }: Deadline) =>
    isOwn && (state === 'near' || (state === 'missed' && lacks.length > 0))
  const byKey = new Map(all.filter(isPressing).map((one) => [keyOf(one), one]))
  return [...byKey.values()].toSorted((a, b) => a.before.localeCompare(b.before))
}

/** Products that are registered for this year while nobody said of which level the file's work is, so that no deadline is its own. */
export function countWithoutLevel(app: AppContext, db: ReadDb): number {
  const { day, levels } = readFile(app, db, [])
  return levels.size > 0 ? 0 : countRegistered(db, Number(day.slice(0, 4)))
}

/** A page of what a deadline lacks of one kind; what no deadline lacks is empty. */
export function readLacking(
  app: AppContext,
  db: ReadDb,
  asked: DeadlineKey & { readonly lack: LackKind; readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: readonly Lacking[] } {
  const { lack, limit, offset, ...key } = asked
  const file = readFile(app, db, [key.year])
  const planned = planOf(file, key.year).find((one) => keyOf(one) === keyOf(key))
  if (planned === undefined) return { total: 0, rows: [] }
  const page = <Row>(rows: readonly Row[]) => rows.slice(offset, offset + limit)
  const work = workOf(file, planned)
  if (lack === 'sessions-open') {
    const rows = page(work.open).map(({ id: sessionId, councilName, year, round, heldOn, state }) => ({
      kind: 'session' as const,
      sessionId,
      councilName,
      year,
      round,
      heldOn,
      state,
    }))
    return { total: work.open.length, rows }
  }
  const nowOf = communesToday(app, db)
  if (lack === 'referred-unsent') {
    const rows = readAgendaItems(db, page(work.unsent)).map((item) => ({
      kind: 'product' as const,
      ...shownOf(item),
      communeNow: nowOf(item)?.commune ?? '',
    }))
    return { total: work.unsent.length, rows }
  }
  const rows = work.unscored === 0 ? [] : listUnscored(db, { ...roundOf(file, planned), limit, offset })
  return {
    total: work.unscored,
    rows: rows.map((row) => ({
      kind: 'product' as const,
      ...row,
      sessionId: null,
      communeNow: nowOf(row)?.commune ?? '',
    })),
  }
}

function shownOf({ productId, code, productName, producerName, commune, district, application, sessionId }: Shown) {
  return { productId, code, productName, producerName, commune, district, application, sessionId }
}

type Shown = Omit<Extract<Lacking, { kind: 'product' }>, 'kind' | 'communeNow'>

/** What deadlines are judged by, read once. */
type FileFacts = {
  readonly app: AppContext
  readonly db: ReadDb
  readonly day: string
  readonly letters: readonly DeadlineLetter[]
  readonly levels: ReadonlySet<Level>
  readonly sessions: readonly YearSession[]
}

/** An office collects registrations before it has a council. */
const levelOfOffice = (db: ReadDb): readonly Level[] => {
  const office = findOffice(db)
  return office === null ? [] : [office.level]
}

const readFile = (app: AppContext, db: ReadDb, years: readonly number[]): FileFacts => ({
  app,
  db,
  day: vietnamDay(app.clock.now()),
  letters: listDeadlineLetters(db),
  levels: new Set([...listCouncilLevels(db), ...levelOfOffice(db)]),
  sessions: listYearSessions(db, years),
})

const planOf = ({ app, letters }: FileFacts, year: number): readonly PlannedDeadline[] =>
  planDeadlines({ ruleSets: app.rules.ruleSets, letters, year })

function deadlinesOf(file: FileFacts, year: number): readonly Deadline[] {
  const former = planOf(file, year - 1).filter(({ before }) => before.startsWith(String(year)))
  return [...former, ...planOf(file, year)]
    .toSorted((a, b) => a.before.localeCompare(b.before))
    .map((planned) => judge(file, planned))
}

function judge(file: FileFacts, planned: PlannedDeadline): Deadline {
  const { open, unscored, unsent, doneOn } = workOf(file, planned)
  const lacks = [
    { lack: 'sessions-open' as const, count: open.length },
    { lack: 'registered-unscored' as const, count: unscored },
    { lack: 'referred-unsent' as const, count: unsent.length },
  ].filter(({ count }) => count > 0)
  const lacking = open.length + unscored + unsent.length
  const standing = standingOf({
    before: planned.before,
    day: file.day,
    calendar: file.app.rules.calendar,
    lacking,
    doneOn,
  })
  const isOwn = file.levels.has(planned.level) || sendersOf(file, planned).some((level) => file.levels.has(level))
  return { ...planned, ...standing, isOwn, doneOn, lacks }
}

type Work = {
  /** Sessions that are not locked. */
  readonly open: readonly YearSession[]
  readonly unscored: number
  /** Agenda items. */
  readonly unsent: readonly number[]
  readonly doneOn: string | null
}

function workOf(file: FileFacts, planned: PlannedDeadline): Work {
  return planned.kind === 'evaluated' ? evaluationOf(file, planned) : sendingOf(file, planned)
}

function evaluationOf(file: FileFacts, planned: PlannedDeadline): Work {
  const sessions = sessionsOf(file, planned, [planned.level])
  const locked = sessions.filter(({ state }) => state === 'closed')
  const written = lastWrittenOn(file.db, roundOf(file, planned))
  const doneOn = latest([
    ...locked.map(({ endedOn, heldOn }) => (endedOn === '' ? heldOn : endedOn)),
    ...(written === null ? [] : [written]),
  ])
  const unscored = file.levels.has(planned.level) ? countUnscored(file.db, roundOf(file, planned)) : 0
  return { open: sessions.filter(({ state }) => state !== 'closed'), unscored, unsent: [], doneOn }
}

function roundOf(file: FileFacts, planned: PlannedDeadline): RoundOfYear {
  const { year, level, round, except } = planned
  return { year, level, round, except: JSON.stringify(except), takesUnnamed: isDueNext(file, planned) ? 1 : 0 }
}

/** What is registered for no round by name is for the next deadline of the year; after the last one, for that. */
function isDueNext(file: FileFacts, planned: PlannedDeadline): boolean {
  const ofLevel = planOf(file, planned.year).filter(
    ({ level, kind }) => level === planned.level && kind === 'evaluated',
  )
  const next = ofLevel.find(({ before }) => file.day < before) ?? ofLevel.at(-1)
  return next !== undefined && keyOf(next) === keyOf(planned)
}

/** What a session refers to that level, and how it was sent. */
function sendingOf(file: FileFacts, planned: PlannedDeadline): Work {
  const sessions = sessionsOf(file, planned, sendersOf(file, planned))
  const locked = sessions.filter(({ state }) => state === 'closed')
  const refers = locked.filter((session) => outcomesOf(file.db, session).refersTo === planned.level)
  const sent = refers.map((session) => unsentOf(file.db, session))
  return {
    open: sessions.filter(({ state }) => state !== 'closed'),
    unscored: 0,
    unsent: sent.flatMap(({ itemIds }) => itemIds),
    doneOn: latest(sent.flatMap(({ sentOn }) => (sentOn === null ? [] : [sentOn]))),
  }
}

function sessionsOf(
  { sessions }: FileFacts,
  { year, round, except }: PlannedDeadline,
  levels: readonly Level[],
): readonly YearSession[] {
  const isOfRound = (of: number) => (round === null ? !except.includes(of) : of === round)
  return sessions.filter(
    (session) => session.year === year && levels.includes(session.level) && isOfRound(session.round),
  )
}

/** The levels whose products go up to the deadline's, by the rules of that year. */
function sendersOf({ app }: FileFacts, { kind, level, before }: PlannedDeadline): readonly Level[] {
  if (kind === 'evaluated') return []
  const inForce = app.rules.ruleSets.filter((ruleSet) => isInForce(ruleSet, before))
  const senders = inForce.flatMap(({ levels }) => levels.filter(({ referral }) => referral?.to === level))
  return [...new Set(senders.map((sender) => sender.level))]
}

const keyOf = ({ level, kind, year, round }: DeadlineKey): string => `${level} ${kind} ${year} ${round}`

const latest = (dates: readonly string[]): string | null => dates.toSorted().at(-1) ?? null
