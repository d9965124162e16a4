import type { ClockDeadline, ClockThing } from '../../../shared/api/deadlines.ts'
import type { WrittenProduct, WrittenRound } from '../../../shared/api/opinions.ts'
import { addDays } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { clockLackKinds, type ClockKind, type ClockLackKind } from '../../../shared/domain/deadlines/clock-kinds.ts'
import { standingOf } from '../../../shared/domain/deadlines/deadline-state.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listRounds } from '../../db/queries/opinions.ts'
import { listYear, type RegisteredRow } from '../../db/queries/registrations.ts'
import { listCommitmentsOn } from '../aftercare/inspections.ts'
import { keptOf } from '../kept.ts'
import { readRound } from '../opinions/read-rounds.ts'
import { readDossiers, reportOf } from '../registrations/read-dossiers.ts'

/** Terms that end in a year, those that run still; of this year with those of before. The earliest first. */
export function readClocks(app: AppContext, db: ReadDb, year: number): readonly ClockDeadline[] {
  const day = vietnamDay(app.clock.now())
  const [from, until] = [String(year), `${year}-12-31`]
  const isThisYear = day.startsWith(from)
  return allClocks(app, db, day).filter(({ lastDay }) => lastDay <= until && (isThisYear || lastDay >= from))
}

/** Those that are near or missed; commitments are told apart. */
export function readPressingClocks(app: AppContext, db: ReadDb): readonly ClockDeadline[] {
  return allClocks(app, db, vietnamDay(app.clock.now())).filter(
    ({ kind, state }) => kind !== 'commitment' && (state === 'near' || state === 'missed'),
  )
}

/** What one thing lacks until a day. */
type Running = ClockThing & {
  readonly kind: ClockKind
  readonly article: string
  readonly round: string
  readonly lastDay: string
  readonly lack: ClockLackKind
}

function allClocks(app: AppContext, db: ReadDb, day: string): readonly ClockDeadline[] {
  return keptOf(db, `clocks ${day}`, () => {
    const running = [...ofRounds(app, db), ...ofReports(app, db, day), ...ofCommitments(app, db)]
    const groups = Map.groupBy(running, ({ kind, lastDay, round }) => `${lastDay} ${kind} ${round}`)
    return [...groups]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([, [first, ...rest]]) => (first === undefined ? [] : [together(app, day, [first, ...rest])]))
  })
}

/** Working days left from which a term is near: an office's own measure, no law's. */
const nearFrom: Readonly<Record<ClockKind, number>> = { opinions: 15, 'commune-report': 5, commitment: 10 }

function together(app: AppContext, day: string, running: readonly [Running, ...Running[]]): ClockDeadline {
  const [{ kind, article, round, lastDay }] = running
  const standing = standingOf({
    before: addDays(lastDay, 1),
    day,
    calendar: app.rules.calendar,
    lacking: running.length,
    doneOn: null,
    nearFrom: nearFrom[kind],
  })
  const lacks = clockLackKinds
    .map((lack) => ({ lack, count: running.filter((one) => one.lack === lack).length }))
    .filter(({ count }) => count > 0)
  const things = running.map(({ productName, producerName, at }) => ({ productName, producerName, at }))
  return { kind, article, round, ...standing, lacks, things }
}

/** The products of rounds that no decision recognised and no meeting took. */
function ofRounds(app: AppContext, db: ReadDb): readonly Running[] {
  return listRounds(db)
    .filter(({ decidedOn }) => decidedOn === null)
    .flatMap(({ id }) => {
      const round = readRound(app, db, id)
      const shared = {
        kind: 'opinions' as const,
        article: round.rules.periodArticle,
        round: `${round.number}/${round.year}`,
        at: { page: 'round' as const, roundId: id },
      }
      return round.products
        .filter(({ session }) => session === null)
        .flatMap((product) =>
          product.clock.dueOn === null
            ? []
            : [
                {
                  ...shared,
                  productName: product.name,
                  producerName: product.producerName,
                  lastDay: product.clock.dueOn,
                  lack: lackOf(round, product),
                },
              ],
        )
    })
}

function lackOf({ closedOn }: WrittenRound, { conclusion }: WrittenProduct): ClockLackKind {
  // Past the day for answers what did not come is waited for no more, and may still be entered until the round is locked.
  if (closedOn === null) return conclusion.counts.missing > 0 ? 'opinions-missing' : 'round-unlocked'
  return conclusion.state === 'meeting' ? 'meeting-unset' : 'round-undecided'
}

/** Reports of communes on dossiers of this year and the last that did not come. */
function ofReports(app: AppContext, db: ReadDb, day: string): readonly Running[] {
  const year = Number(day.slice(0, 4))
  const registrations = [year - 1, year].flatMap((one) => listYear(db, one)).filter(mayWait)
  return readDossiers(app, db, { registrations }).flatMap((read): readonly Running[] => {
    const { id: registrationId, year: of, productName, producerName } = read.registration
    const report = reportOf(app, read)
    if (report === null || report.state === 'received' || report.due.kind === 'no-calendar') return []
    const at = { page: 'registration' as const, year: of, registrationId }
    const term = { article: report.article, round: '', lastDay: report.due.date }
    return [{ kind: 'commune-report', ...term, productName, producerName, at, lack: 'report-missing' }]
  })
}

/** Most dossiers of a year are evaluated, or nobody said when they came: their papers need not be read. */
const mayWait = ({ filedOn, completeOn, withdrawnOn, isEvaluated }: RegisteredRow): boolean =>
  (completeOn ?? filedOn) !== null && withdrawnOn === null && isEvaluated === 0

function ofCommitments(app: AppContext, db: ReadDb): readonly Running[] {
  return listCommitmentsOn(app, db, {}).rows.flatMap((row): readonly Running[] => {
    const { state, dueOn, inspectedOn, inspectionId, productName, producerName } = row
    if (state === 'kept' || state === 'broken') return []
    const at = { page: 'inspection' as const, year: Number((inspectedOn ?? dueOn).slice(0, 4)), inspectionId }
    const term = { article: '', round: '', lastDay: dueOn }
    return [{ kind: 'commitment', ...term, productName, producerName, at, lack: 'commitment-open' }]
  })
}
