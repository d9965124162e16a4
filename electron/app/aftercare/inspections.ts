import type {
  Commitment,
  CommitmentList,
  Inspection,
  InspectionDetail,
  InspectionList,
  InspectionRoute,
} from '../../../shared/api/inspections.ts'
import type { InspectionRules } from '../../../shared/domain/aftercare/aftercare-rules.ts'
import {
  commitmentState,
  commitmentStates,
  inspectionState,
  inspectionStates,
  unansweredOf,
  type CommitmentState,
  type InspectionState,
} from '../../../shared/domain/aftercare/inspection-state.ts'
import { evaluatedAgainOn } from '../../../shared/domain/certificates/evaluated-again.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { clockOn, termOf, type CertificateClock } from '../../../shared/domain/certificates/clock.ts'
import { matchesSearch } from '../../../shared/domain/vietnamese/search-key.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findInspection,
  listCommitments,
  listInspectedYears,
  listInspectionFiles,
  listInspections,
  listRoutes,
  readCommitments,
  readFindings,
  readInspections,
  type InspectionRow,
  type StoredCommitment,
} from '../../db/queries/inspections.ts'
import { listWithdrawnDays } from '../../db/queries/withdrawals.ts'
import { recognisedCode } from '../register/recognised-code.ts'
import { evaluationsOf } from '../register/register-entries.ts'
import { requireFound } from '../commit.ts'
import { inspectionFolder } from './inspection-folder.ts'
import { lawOn } from './withdrawals.ts'

type Asked = {
  readonly year?: number | 'all' | undefined
  readonly route?: number | 'none' | undefined
  readonly state?: InspectionState | undefined
  readonly query?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** A page of the inspections of a year, or of all: violations first, those of a state in the order in which they were planned. */
export function listInspectionsOn(app: AppContext, db: ReadDb, asked: Asked): InspectionList {
  const day = vietnamDay(app.clock.now())
  const thisYear = Number(day.slice(0, 4))
  const { year = thisYear, route, state, query = '', limit, offset } = asked
  const all = toInspections(app, db, listInspections(db, year))
  const routed = all.filter(({ routeId }) => route === undefined || routeId === (route === 'none' ? null : route))
  const worded = routed.filter(({ productName, producerName, commune }) =>
    matchesSearch({ query, text: `${productName} ${producerName} ${commune}` }),
  )
  const rank = (one: Inspection) => inspectionStates.indexOf(one.state)
  const found = worded
    .filter((one) => state === undefined || one.state === state)
    .toSorted((a, b) => rank(a) - rank(b) || a.inspectionId - b.inspectionId)
  const commitments = listCommitments(db).map((one) => toCommitment(one, day).state)
  return {
    day,
    year,
    years: [...new Set([thisYear, ...listInspectedYears(db)])].toSorted((a, b) => b - a),
    routes: listRoutes(db, year).map((own): InspectionRoute => {
      const onRoute = all.filter(({ routeId }) => routeId === own.id)
      return { ...own, counts: countStates(onRoute.map((one) => one.state)) }
    }),
    total: found.length,
    rows: found.slice(offset, offset + limit),
    ids: found.map(({ inspectionId }) => inspectionId),
    counts: {
      state: countStates(worded.map((one) => one.state)),
      commitments: countCommitments(commitments),
      unrouted: all.filter(({ routeId }) => routeId === null).length,
    },
  }
}

/** Commitments of the file, the most pressing first, each state by its days. */
export function listCommitmentsOn(
  app: AppContext,
  db: ReadDb,
  { state }: { readonly state?: CommitmentState | undefined },
): CommitmentList {
  const day = vietnamDay(app.clock.now())
  const all = listCommitments(db).map((stored) => ({ stored, ...toCommitment(stored, day) }))
  const of = new Map(
    readInspections(
      db,
      all.map(({ stored }) => stored.inspectionId),
    ).map((row) => [row.id, row]),
  )
  return {
    day,
    counts: countCommitments(all.map((one) => one.state)),
    rows: all
      .filter((one) => state === undefined || one.state === state)
      .toSorted((a, b) => commitmentStates.indexOf(a.state) - commitmentStates.indexOf(b.state))
      .map(({ stored, ...one }) => {
        const row = requireFound(of.get(stored.inspectionId) ?? null)
        const { id: inspectionId, productId, productName, producerName, commune, inspectedOn } = row
        return { ...one, inspectionId, productId, productName, producerName, commune, inspectedOn }
      }),
  }
}

/** How many commitments press on a day: overdue, and due soon. */
export function countPressingCommitments(db: ReadDb, day: string): { readonly overdue: number; readonly soon: number } {
  const { overdue, soon } = countCommitments(listCommitments(db).map((one) => toCommitment(one, day).state))
  return { overdue, soon }
}

/** One inspection whole, its files as they lie on the disk. */
export async function readInspection(app: AppContext, db: ReadDb, id: number): Promise<InspectionDetail> {
  const row = requireFound(findInspection(db, id))
  const [inspection] = toInspections(app, db, [row])
  const day = vietnamDay(app.clock.now())
  const law = lawOn(app, row.inspectedOn ?? day)
  const folder = inspectionFolder(app)
  const files = await Promise.all(
    listInspectionFiles(db, id).map(async (file) => {
      const { name, size, sha256, addedAt } = file
      return { id: file.id, name, size, sha256, addedAt, state: await folder.stateOf(file) }
    }),
  )
  return {
    ...requireFound(inspection),
    day,
    items: law?.rules.inspection.items ?? [],
    ruleSetTitle: law?.ruleSet.shortTitle ?? '',
    issues: law?.rules.inspection.issues ?? [],
    routeParticipants: row.routeParticipants ?? '',
    files,
    filesFolder: folder.name,
  }
}

/** Rows as the screens and papers show them, each by the law of its day, or of today while nobody was there. */
export function toInspections(app: AppContext, db: ReadDb, rows: readonly InspectionRow[]): readonly Inspection[] {
  const today = vietnamDay(app.clock.now())
  const ids = rows.map(({ id }) => id)
  const findings = readFindings(db, ids)
  const commitments = readCommitments(db, ids)
  const withdrawnOn = listWithdrawnDays(db)
  const evaluations = evaluationsOf(db, app.rules)
  const checklists = new Map<string, readonly string[]>()
  const itemsOn = (day: string) => {
    const known = checklists.get(day) ?? itemKeys(lawOn(app, day)?.rules.inspection)
    checklists.set(day, known)
    return known
  }
  return rows.map((row): Inspection => {
    const { id: inspectionId, certificateId, recognitionId, routeName, ...named } = row
    const { number: _number, symbol: _symbol, listedNumber: _listed, ...kept } = named
    const { recognisedIn, validUntil, routeParticipants: _of, ...shown } = kept
    const day = row.inspectedOn ?? today
    const items = itemsOn(day)
    const found = findings.get(inspectionId) ?? []
    const [source, id] =
      certificateId === null ? (['list', recognitionId ?? 0] as const) : (['session', certificateId] as const)
    const { ruleSets } = app.rules
    const decided = { decisionDate: row.recognisedOn, decisionYear: recognisedIn, validUntil }
    const term = termOf(decided, ruleSets)
    const ofProduct = evaluations.get(row.productId)
    const again = ofProduct && evaluatedAgainOn(ofProduct, { recognised: { ...decided, ...term }, day })
    const { state: clockState, graceUntil } = clockOn({ term, day, ruleSets, ...(again && { again }) })
    const withdrawn = withdrawnOn.get(`${source} ${id}`)
    const isWithdrawn = withdrawn !== undefined && withdrawn <= day
    const standing = isWithdrawn ? 'withdrawn' : standingOn({ ...row, clockState, day })
    return {
      ...shown,
      inspectionId,
      source,
      id,
      code: recognisedCode(row),
      routeName: routeName ?? '',
      lapsesOn: term.lapsesOn,
      standing,
      graceUntil: standing === 'grace' || standing === 'prolonged' ? graceUntil : null,
      state: inspectionState({ ...row, findings: found, items }),
      findings: found.map(({ item, answer, remark }) => ({ item, answer, remark })),
      unanswered: unansweredOf({ findings: found, items }).length,
      commitments: (commitments.get(inspectionId) ?? []).map((one) => toCommitment(one, today)),
    }
  })
}

type Standing = {
  readonly recognisedOn: string | null
  readonly star: number | null
  readonly clockState: CertificateClock['state']
  readonly day: string
}

function standingOn({ recognisedOn, star, clockState, day }: Standing): Inspection['standing'] {
  if (recognisedOn !== null && recognisedOn > day) return 'to-come'
  if (star === null) return 'starless'
  const isTold =
    clockState === 'grace' || clockState === 'prolonged' || clockState === 'lapsed' || clockState === 'unknown'
  return isTold ? clockState : 'in-force'
}

const itemKeys = (rules: InspectionRules | undefined): readonly string[] => rules?.items.map(({ key }) => key) ?? []

export function toCommitment(stored: StoredCommitment, day: string): Commitment {
  const { id, what, dueOn, outcome, settledOn, remark } = stored
  const settlement = outcome === null || settledOn === null ? null : { outcome, on: settledOn, remark }
  return { id, what, dueOn, state: commitmentState({ dueOn, outcome, day }), settlement }
}

function countStates(states: readonly InspectionState[]): Readonly<Record<InspectionState, number>> {
  const count = (state: InspectionState) => states.filter((one) => one === state).length
  return {
    violation: count('violation'),
    unfinished: count('unfinished'),
    planned: count('planned'),
    clean: count('clean'),
  }
}

function countCommitments(states: readonly CommitmentState[]): Readonly<Record<CommitmentState, number>> {
  const count = (state: CommitmentState) => states.filter((one) => one === state).length
  return {
    overdue: count('overdue'),
    soon: count('soon'),
    open: count('open'),
    broken: count('broken'),
    kept: count('kept'),
  }
}
