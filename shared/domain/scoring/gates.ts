import { assertNever } from '../assert-never.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { findCriterion } from '../criteria/form.ts'
import { pointsOf } from '../ballot/options.ts'
import { reachesGate } from './reaches-gate.ts'
import type { GateSettlement, ItemResult, Mean, SettledGate, StarGate, StarOrNone } from './types.ts'

/** What the counted ballots hold about one gate: how many reached it, and their points in its criterion. */
export type GateCount = { readonly gate: StarGate; readonly reachedBy: number; readonly points: Mean }

/**
 * Settles one gate. QĐ 26/2026/QĐ-TTg marks the options but does not say how members' differing choices decide
 * (Phụ lục II), so the council's regulations do:
 * - `majority`: more than half of the counted ballots reached it;
 * - `all`: every counted ballot reached it;
 * - `mean`: the counted ballots' mean points in the criterion are at least the marked option's;
 * - `agreed`: only the level that the council agreed on; without one the gate fails and awaits agreement.
 * A level that the council agreed on settles the gate under every one of them: it is the later and common decision.
 * @throws RangeError for an agreed option that the criterion does not print.
 */
export function settleGate({
  count: { gate, reachedBy, points },
  form,
  agreedLevels,
  settlement,
}: {
  count: GateCount
  form: CriteriaSet
  agreedLevels: Readonly<Record<string, number>>
  settlement: GateSettlement
}): SettledGate {
  const agreedOption = agreedLevels[gate.criterionCode] ?? null
  const holds =
    agreedOption === null
      ? holdsByBallots({ gate, reachedBy, points, settlement })
      : agreedLevelReaches({ gate, form, agreedOption })
  return {
    ...gate,
    reachedBy,
    countedBallots: points.count,
    agreedOption,
    holds,
    awaitsAgreement: settlement === 'agreed' && agreedOption === null,
  }
}

/** The highest star up to the band for which every gate marked at that star or below holds; 2 and less need none. */
export function starAfterGates(band: StarOrNone, gates: readonly Pick<SettledGate, 'star' | 'holds'>[]): StarOrNone {
  let star = band
  for (const gate of gates) if (!gate.holds && gate.star <= star) star = starBelow[gate.star]
  return star
}

/** The gates marked at the band's star or below that do not hold, in form order. */
export function failedGates({ gates, band }: Pick<ItemResult, 'gates' | 'band'>): readonly SettledGate[] {
  return gates.filter(({ holds, star }) => !holds && star <= band)
}

/** Codes of the criteria whose gates up to the band still await the council's agreed level, in form order. */
export function criteriaAwaitingAgreement({ gates, band }: Pick<ItemResult, 'gates' | 'band'>): readonly string[] {
  const awaiting = gates.filter(({ awaitsAgreement, star }) => awaitsAgreement && star <= band)
  return [...new Set(awaiting.map(({ criterionCode }) => criterionCode))]
}

const starBelow = { 3: 2, 4: 3, 5: 4 } as const satisfies Record<StarGate['star'], StarOrNone>

function holdsByBallots({ gate, reachedBy, points, settlement }: GateCount & { settlement: GateSettlement }): boolean {
  switch (settlement) {
    case 'majority':
      return reachedBy * 2 > points.count
    case 'all':
      return points.count > 0 && reachedBy === points.count
    case 'mean':
      return points.count > 0 && points.sum >= gate.points * points.count
    case 'agreed':
      return false
    default:
      return assertNever(settlement)
  }
}

type AgreedLevelReachesInput = {
  gate: StarGate
  form: CriteriaSet
  agreedOption: number
}

function agreedLevelReaches({ gate, form, agreedOption }: AgreedLevelReachesInput): boolean {
  const place = findCriterion(form, gate.criterionCode)
  if (place === undefined) throw new RangeError(`The set ${form.id} has no criterion ${gate.criterionCode}`)
  const points = pointsOf(place.criterion, agreedOption)
  return reachesGate({ gate, optionNumber: agreedOption, points })
}
