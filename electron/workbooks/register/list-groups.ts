import { assertNever } from '../../../shared/domain/assert-never.ts'
import { readHeadedDecision, type HeadedDecision } from '../../../shared/domain/register/headed-decision.ts'
import { readGroupRow, type GroupRow, type Standing } from '../../../shared/domain/register/row-kinds.ts'

/** What the headings above a row say of it. */
export type Group = {
  readonly district: string | null
  readonly commune: string | null
  readonly kind: string | null
  readonly star: number | null
  readonly year: number | null
  /** By which the rows were recognised. */
  readonly decision: HeadedDecision | null
  /** What the latest heading of stars says besides a star; `unknown`: nobody understood it. */
  readonly standing: { readonly says: Standing | 'unknown'; readonly text: string } | null
}

export const noGroup: Group = {
  district: null,
  commune: null,
  kind: null,
  star: null,
  year: null,
  decision: null,
  standing: null,
}

/**
 * Below a heading as it is written: it may name a decision beside what else it says. A year that heads the decision too stands
 * right above it; one of rows that are done is another's.
 */
export function belowHeading(group: Group, text: string, isBelowGroup: boolean): Group {
  const found = readGroupRow(text)
  if (found === null) return group
  const below = within(group, found)
  const decision = found.kind === 'standing' ? null : readHeadedDecision(text)
  return decision === null ? below : belowDecision(below, decision, isBelowGroup || found.kind === 'year')
}

/** Below a heading that heads something within what the headings above it head, or something else. */
function within(group: Group, found: GroupRow): Group {
  switch (found.kind) {
    case 'district':
      return { ...group, district: found.text, commune: null }
    case 'commune':
      return { ...group, commune: found.text }
    case 'producer-kind':
      return { ...group, kind: found.text }
    case 'star':
      return { ...group, star: found.star, standing: null }
    case 'standing':
      return { ...group, star: null, decision: null, standing: { says: found.says, text: found.text } }
    case 'year':
      return { ...group, year: found.year, decision: null }
    case 'decision':
    case 'province':
    case 'group':
      return group
    default:
      return assertNever(found)
  }
}

function belowDecision(group: Group, decision: HeadedDecision, isBelowYear: boolean): Group {
  const isOfYear = isBelowYear || decision.day === null || Number(decision.day.slice(0, 4)) === group.year
  return { ...group, decision, year: isOfYear ? group.year : null }
}

/** Below a heading that nobody understands, neither the star nor the decision above it is said of a row. */
export function belowUnknown(group: Group, text: string): Group {
  return { ...group, star: null, decision: null, standing: { says: 'unknown', text } }
}
