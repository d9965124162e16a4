import type { Inspection } from '../../../shared/api/inspections.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { commitmentState } from '../../../shared/domain/aftercare/inspection-state.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findInspection, findRoute, listInspections, listOnRoute } from '../../db/queries/inspections.ts'
import type { InspectionPlanFacts } from '../../documents/office-papers/inspections/inspection-plan.ts'
import type { InspectionRecordFacts } from '../../documents/office-papers/inspections/inspection-record.ts'
import type { InspectionSummaryFacts } from '../../documents/office-papers/inspections/inspection-summary.ts'
import type { IssuerFacts } from '../../documents/office-papers/issuer.ts'
import { toInspections } from '../aftercare/inspections.ts'
import { requireFound } from '../commit.ts'

type IssuerOn = (day: string) => IssuerFacts
type Asked<Kind extends OfficePaper['kind']> = Extract<OfficePaper, { readonly kind: Kind }>

/** Of the day of the inspection; of today while nobody was there. */
export function recordFacts(
  app: AppContext,
  db: ReadDb,
  { inspectionId, issuerOn }: Asked<'inspection-record'> & { readonly issuerOn: IssuerOn },
): InspectionRecordFacts {
  const row = requireFound(findInspection(db, inspectionId))
  const [inspection] = toInspections(app, db, [row])
  const issuer = issuerOn(row.inspectedOn ?? vietnamDay(app.clock.now()))
  return {
    ...issuer,
    rules: app.rules.aftercare(issuer.ruleSet.id).inspection,
    inspection: requireFound(inspection),
    basis: row.routeId === null ? '' : (findRoute(db, row.routeId)?.basis ?? ''),
    routeParticipants: row.routeParticipants ?? '',
  }
}

export function planFacts(
  app: AppContext,
  db: ReadDb,
  { routeId, asOf, issuerOn }: Asked<'inspection-plan'> & { readonly issuerOn: IssuerOn },
): InspectionPlanFacts {
  const issuer = issuerOn(asOf)
  const route = requireFound(findRoute(db, routeId))
  const rows = toInspections(app, db, listOnRoute(db, routeId))
  return { ...issuer, rules: app.rules.aftercare(issuer.ruleSet.id).inspection, route, rows }
}

export function summaryFacts(
  app: AppContext,
  db: ReadDb,
  { year, routeId, asOf, issuerOn }: Asked<'inspection-summary'> & { readonly issuerOn: IssuerOn },
): InspectionSummaryFacts {
  const issuer = issuerOn(asOf)
  const route = routeId === null ? null : requireFound(findRoute(db, routeId))
  const rows = route === null ? listInspections(db, year) : listOnRoute(db, route.id)
  return {
    ...issuer,
    rules: app.rules.aftercare(issuer.ruleSet.id).inspection,
    year: route?.year ?? year,
    routeName: route?.name ?? '',
    rows: toInspections(app, db, rows).map((one) => asItStood(one, asOf)),
  }
}

/** What was found and settled after the day was not known on it. */
function asItStood(one: Inspection, day: string): Inspection {
  if (one.inspectedOn === null || one.inspectedOn > day) {
    return { ...one, inspectedOn: null, state: 'planned', violations: '', findings: [], commitments: [] }
  }
  const commitments = one.commitments.map((commitment) => {
    const settlement = commitment.settlement !== null && commitment.settlement.on <= day ? commitment.settlement : null
    const state = commitmentState({ dueOn: commitment.dueOn, outcome: settlement?.outcome ?? null, day })
    return { ...commitment, settlement, state }
  })
  return { ...one, commitments }
}
