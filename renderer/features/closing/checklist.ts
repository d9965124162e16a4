import type { Missing } from '../../../shared/domain/session/session-record.ts'

/** What is looked at before a session closes, in the order of the work. */
export const checks = ['agenda', 'quorum', 'knockouts', 'ballots', 'verification', 'spread', 'agreed-levels'] as const
export type Check = (typeof checks)[number]

/** One line of the checklist: one place to go to, or one product with several ballots to go to. */
export type ChecklistLine =
  | { readonly kind: 'place'; readonly gap: Exclude<Missing, BallotGap> }
  | {
      readonly kind: 'ballots'
      readonly itemId: number
      readonly itemCode: string
      readonly gaps: readonly BallotGap[]
    }

type BallotGap = Extract<Missing, { readonly memberId: number }>

export type CheckedPart = { readonly check: Check; readonly open: number; readonly lines: readonly ChecklistLine[] }

/** Everything that keeps the session from closing, check by check; ballots of one product on one line. */
export const checklist = (missing: readonly Missing[]): readonly CheckedPart[] =>
  checks.map((check) => {
    const gaps = missing.filter((gap) => checkOf[gap.kind] === check)
    return { check, open: gaps.length, lines: linesOf(gaps) }
  })

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
}

const linesOf = (gaps: readonly Missing[]): readonly ChecklistLine[] => {
  const places = gaps.flatMap((gap): readonly ChecklistLine[] => ('memberId' in gap ? [] : [{ kind: 'place', gap }]))
  const ballots = gaps.filter((gap) => 'memberId' in gap)
  const products = Map.groupBy(ballots, ({ itemId }) => itemId)
  return [
    ...places,
    ...[...products].map(([itemId, ofItem]) => ({
      kind: 'ballots' as const,
      itemId,
      itemCode: ofItem[0]?.itemCode ?? '',
      gaps: ofItem,
    })),
  ]
}
