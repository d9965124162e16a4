import { assertNever } from '../assert-never.ts'
import { choiceAt, type ChoiceText } from '../ballot/choice-text.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { pointsAt, pointTableOf, type PointTable } from './point-table.ts'
import type { GateSettlement, ItemResult, SettledGate, StarGate, StarOrNone } from './types.ts'

type CouncilsWord = {
  /** Agreed option numbers by criterion code. */
  readonly agreedLevels: Readonly<Record<string, number>>
  readonly settlement: GateSettlement
}

/**
 * Settles every gate of the form by the complete ballots, in form order. QĐ 26/2026/QĐ-TTg marks the options but does not
 * say how members' differing choices decide (Phụ lục II), so the council's regulations do:
 * - `majority`: more than half of the counted ballots reached it;
 * - `all`: every counted ballot reached it;
 * - `mean`: the counted ballots' mean points in the criterion are at least the marked option's;
 * - `agreed`: only the level that the council agreed on; without one the gate fails and awaits agreement.
 * A level that the council agreed on settles the gate under every one of them: it is the later and common decision.
 * @throws RangeError for an agreed option that the criterion does not print.
 */
export function settleGates(
  form: CriteriaSet,
  ballots: readonly ChoiceText[],
  { agreedLevels, settlement }: CouncilsWord,
): readonly SettledGate[] {
  const table = pointTableOf(form)
  return table.gates.map(({ gate, reaches }) => {
    const { criterionIndex, criterionCode } = gate
    const agreedOption = agreedLevels[criterionCode] ?? null
    let reachedBy = 0
    for (const choices of ballots) reachedBy += reaches[choiceAt(choices, criterionIndex) ?? 0] ?? 0
    return {
      ...gate,
      reachedBy,
      countedBallots: ballots.length,
      agreedOption,
      holds:
        agreedOption === null
          ? holdsByBallots({ table, gate, ballots, reachedBy, settlement })
          : pointsAt(table, criterionIndex, agreedOption) >= 0 && reaches[agreedOption] === 1,
      awaitsAgreement: settlement === 'agreed' && agreedOption === null,
    }
  })
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

type CountedGate = {
  readonly table: PointTable
  readonly gate: StarGate
  readonly ballots: readonly ChoiceText[]
  readonly reachedBy: number
  readonly settlement: GateSettlement
}

function holdsByBallots({ table, gate, ballots, reachedBy, settlement }: CountedGate): boolean {
  const count = ballots.length
  const { criterionIndex } = gate
  switch (settlement) {
    case 'majority':
      return reachedBy * 2 > count
    case 'all':
      return count > 0 && reachedBy === count
    case 'mean': {
      const points = ballots.map((choices) => pointsAt(table, criterionIndex, choiceAt(choices, criterionIndex) ?? 0))
      return count > 0 && points.reduce((sum, some) => sum + some, 0) >= gate.points * count
    }
    case 'agreed':
      return false
    default:
      return assertNever(settlement)
  }
}
