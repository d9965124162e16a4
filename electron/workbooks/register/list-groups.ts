import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { GroupRow, Standing } from '../../../shared/domain/register/row-kinds.ts'

/** What the headings above a row say of it. */
export type Group = {
  readonly district: string | null
  readonly commune: string | null
  readonly kind: string | null
  readonly star: number | null
  readonly year: number | null
  /** What the latest heading of stars says besides a star; `unknown`: nobody understood it. */
  readonly standing: { readonly says: Standing | 'unknown'; readonly text: string } | null
}

export const noGroup: Group = {
  district: null,
  commune: null,
  kind: null,
  star: null,
  year: null,
  standing: null,
}

/** Below a heading that heads something within what the headings above it head, or something else. */
export function within(group: Group, found: GroupRow): Group {
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
      return { ...group, star: null, standing: { says: found.says, text: found.text } }
    case 'year':
      return { ...group, year: found.year }
    case 'province':
    case 'group':
      return group
    default:
      return assertNever(found)
  }
}

/** Below a heading that nobody understands, the star above it is no longer said of a row. */
export function belowUnknown(group: Group, text: string): Group {
  return { ...group, star: null, standing: { says: 'unknown', text } }
}
