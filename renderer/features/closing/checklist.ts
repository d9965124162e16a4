import type { Missing } from '../../../shared/domain/session/session-record.ts'

/** What is looked at before a session closes, in the order of the work. */
export const checks = [
  'agenda',
  'quorum',
  'knockouts',
  'ballots',
  'verification',
  'spread',
  'agreed-levels',
  'conclusions',
  'approval',
] as const
export type Check = (typeof checks)[number]

/** One line of the checklist: one place to go to, or one product with several ballots or criteria to see to. */
export type ChecklistLine =
  | { readonly kind: 'place'; readonly gap: PlaceGap }
  | { readonly kind: 'agreed-levels'; readonly itemId: number; readonly criteria: readonly string[] }
  | { readonly kind: 'ballots'; readonly itemId: number; readonly gaps: readonly BallotGap[] }

type BallotGap = Extract<Missing, { readonly memberId: number }>
type AgreedGap = Extract<Missing, { readonly kind: 'agreed-level' }>
/** The chair's approval has no place of its own: it is asked for on the closing page itself. */
export type PlaceGap = Exclude<Missing, BallotGap | AgreedGap | { readonly kind: 'approval' }>

export type CheckedPart = { readonly check: Check; readonly open: number; readonly lines: readonly ChecklistLine[] }

/** Everything that keeps the session from closing, check by check; what one product lacks of a kind on one line. */
export function checklist(missing: readonly Missing[]): readonly CheckedPart[] {
  return checks.map((check) => {
    const gaps = missing.filter((gap) => checkOf[gap.kind] === check)
    return { check, open: gaps.length, lines: linesOf(gaps) }
  })
}

const checkOf: Readonly<Record<Missing['kind'], Check>> = {
  'no-products': 'agenda',
  'no-eligible-member': 'ballots',
  quorum: 'quorum',
  knockout: 'knockouts',
  'ballot-incomplete': 'ballots',
  'ballot-unconfirmed': 'ballots',
  'ballot-unverified': 'verification',
  spread: 'spread',
  'agreed-level': 'agreed-levels',
  conclusion: 'conclusions',
  approval: 'approval',
}

function linesOf(gaps: readonly Missing[]): readonly ChecklistLine[] {
  const ballots = Map.groupBy(gaps.filter(isBallotGap), ({ itemId }) => itemId)
  const agreed = Map.groupBy(gaps.filter(isAgreedGap), ({ itemId }) => itemId)
  return [
    ...gaps.filter(isPlaceGap).map((gap) => ({ kind: 'place' as const, gap })),
    ...[...ballots].map(([itemId, ofItem]) => ({ kind: 'ballots' as const, itemId, gaps: ofItem })),
    ...[...agreed].map(([itemId, ofItem]) => ({
      kind: 'agreed-levels' as const,
      itemId,
      criteria: ofItem.map(({ criterion }) => criterion),
    })),
  ]
}

const isBallotGap = (gap: Missing): gap is BallotGap => 'memberId' in gap
const isAgreedGap = (gap: Missing): gap is AgreedGap => gap.kind === 'agreed-level'
const isPlaceGap = (gap: Missing): gap is PlaceGap => !isBallotGap(gap) && !isAgreedGap(gap) && gap.kind !== 'approval'
