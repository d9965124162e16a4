import { choiceAt } from '../ballot/choice-text.ts'
import { criteriaAwaitingAgreement } from '../scoring/gates.ts'
import { listCriteria } from '../criteria/form.ts'
import type { Regulation } from '../scoring/types.ts'
import { conclusionProblem } from './conclusion-problem.ts'
import { scoringMembers } from './counting-ballots.ts'
import type { BallotRecord, ItemRecord, MemberRecord, Missing, Quorum } from './session-record.ts'

/** The parts of a session record that closing looks at. */
export type ClosingRecord = {
  readonly members: readonly ClosingMember[]
  readonly items: readonly ClosingItem[]
  readonly quorum: Quorum
  readonly regulation: Pick<Regulation, 'quorum' | 'spreadLimit'>
}

type ClosingMember = Pick<MemberRecord, 'id' | 'code' | 'isPresent'>
type ClosingBallot = Pick<BallotRecord, 'memberId' | 'state' | 'choices'>
type ClosingItem = Pick<
  ItemRecord,
  'id' | 'code' | 'form' | 'exclusions' | 'rejections' | 'areKnockoutsAnswered' | 'conclusion'
> & {
  readonly ballots: readonly ClosingBallot[]
  readonly result: Pick<ItemRecord['result'], 'needsDiscussion' | 'spread' | 'band' | 'gates' | 'star'>
}

/**
 * Everything that keeps the session from closing: quorum first, then product by product in agenda order. Empty = it
 * may close. A rejected product needs no ballots and no agreement; its one "yes" settles it.
 */
export function missingToClose({ members, items, quorum, regulation }: ClosingRecord): readonly Missing[] {
  return [
    ...missingQuorum({ quorum, regulation }),
    ...(items.length === 0 ? [{ kind: 'no-products' } as const] : []),
    ...items.flatMap((item) => [
      ...(item.rejections.length > 0 ? [] : missingOfItem({ item, members, regulation })),
      ...missingConclusion(item),
    ]),
  ]
}

const missingQuorum = ({ quorum, regulation }: Pick<ClosingRecord, 'quorum' | 'regulation'>): readonly Missing[] =>
  quorum.isMet
    ? []
    : [
        {
          kind: 'quorum',
          present: quorum.present,
          required: quorum.required,
          needsChair: regulation.quorum.needsChair && !quorum.chairPresent,
        },
      ]

function missingOfItem({
  item,
  members,
  regulation,
}: Pick<ClosingRecord, 'members' | 'regulation'> & { item: ClosingItem }): readonly Missing[] {
  const place = { itemId: item.id, itemCode: item.code }
  const scoring = scoringMembers(members, item)
  const { needsDiscussion, spread } = item.result
  return [
    ...(item.areKnockoutsAnswered ? [] : [{ kind: 'knockout', ...place } as const]),
    ...(scoring.length === 0 ? [{ kind: 'no-eligible-member', ...place } as const] : []),
    ...scoring.flatMap((member) => missingBallot(item, member)),
    ...(needsDiscussion ? [{ kind: 'spread', ...place, spread, limit: regulation.spreadLimit } as const] : []),
    ...criteriaAwaitingAgreement(item.result).map(
      (criterion) => ({ kind: 'agreed-level', ...place, criterion }) as const,
    ),
  ]
}

/** A conclusion that the result does not bear, perhaps because it changed since. None at all is taken from the result. */
function missingConclusion({ id, code, conclusion, result }: ClosingItem): readonly Missing[] {
  if (conclusion === null || conclusionProblem({ ...conclusion, result }) === null) return []
  return [{ kind: 'conclusion', itemId: id, itemCode: code, star: conclusion.star, byResult: result.star }]
}

function missingBallot(item: ClosingItem, member: ClosingMember): readonly Missing[] {
  const place = { itemId: item.id, itemCode: item.code, memberId: member.id, memberCode: member.code }
  const ballot = item.ballots.find(({ memberId, state }) => memberId === member.id && state !== 'superseded')
  const criteria = listCriteria(item.form)
    .filter(({ index }) => ballot === undefined || choiceAt(ballot.choices, index) === null)
    .map(({ criterion }) => criterion.code)
  if (criteria.length > 0) return [{ kind: 'ballot-incomplete', ...place, criteria }]
  return ballot?.state === 'draft' ? [{ kind: 'ballot-unconfirmed', ...place }] : []
}
