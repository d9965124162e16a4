import type { NumberedKind } from '../documents/numbered-kinds.ts'
import type { DoubtKind } from './doubt-kinds.ts'
import { presiding } from './presiding.ts'
import type { ItemRecord, MemberRecord } from './session-record.ts'

/** Of locking a session on that day. Dates are ISO. */
export function doubtsOfLocking(
  today: string,
  {
    heldOn,
    members,
  }: { readonly heldOn: string; readonly members: readonly Pick<MemberRecord, 'role' | 'isPresent'>[] },
): readonly DoubtKind[] {
  const hasSecretary = members.some(({ role, isPresent }) => role === 'secretary' && isPresent)
  return [
    ...(today < heldOn ? (['before-held-on'] as const) : []),
    ...(presiding(members) === undefined ? (['no-chair'] as const) : []),
    ...(hasSecretary ? [] : (['no-secretary'] as const)),
  ]
}

type Dated = { readonly kind: string; readonly issuedOn: string }

/** Of dating a document of a session held on that day, beside the session's other numbered documents. */
export function doubtsOfDating(
  document: { readonly kind: NumberedKind; readonly issuedOn: string },
  heldOn: string,
  others: readonly Dated[],
): readonly DoubtKind[] {
  const isLate = others.some(
    (other) =>
      isOutOfOrder({ before: document, decision: other }) || isOutOfOrder({ before: other, decision: document }),
  )
  return [
    ...(document.issuedOn < heldOn ? (['dated-before-meeting'] as const) : []),
    ...(isLate ? (['dated-after-decision'] as const) : []),
  ]
}

/** What a decision rests on is not younger than it. */
const beforeDecision: readonly string[] = ['minutes', 'council-report', 'proposal'] satisfies readonly NumberedKind[]

const isOutOfOrder = ({ before, decision }: { readonly before: Dated; readonly decision: Dated }): boolean =>
  decision.kind === 'decision' && beforeDecision.includes(before.kind) && before.issuedOn > decision.issuedOn

/** Of opening a product's result for the room, where `needed` ballots must count. */
export function doubtsOfRevealing(
  { rejections, ballots }: Pick<ItemRecord, 'rejections' | 'ballots'>,
  needed: number,
): readonly DoubtKind[] {
  const counted = ballots.filter(({ counts }) => counts).length
  return rejections.length === 0 && counted < needed ? ['ballots-missing'] : []
}
