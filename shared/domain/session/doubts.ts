import type { NumberedKind, RegisteredKind } from '../documents/numbered-kinds.ts'
import type { DoubtKind } from './doubt-kinds.ts'
import { isInForce } from '../rules/choose-rule-set.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { presiding } from './presiding.ts'
import type { ItemRecord, MemberRecord, MemberRole } from './session-record.ts'

/** Of locking a session on that day. Dates are ISO. */
export function doubtsOfLocking(
  today: string,
  { heldOn, members, ruleSet, foundedOn }: SessionToLock,
): readonly DoubtKind[] {
  const hasSecretary = members.some(({ role, isPresent }) => role === 'secretary' && isPresent)
  return [
    ...(today < heldOn ? (['before-held-on'] as const) : []),
    ...(presiding(members) === undefined ? (['no-chair'] as const) : []),
    ...(hasSecretary ? [] : (['no-secretary'] as const)),
    ...(isInForce(ruleSet, heldOn) ? [] : (['rules-not-in-force'] as const)),
    ...(heldOn < foundedOn ? (['founded-after-meeting'] as const) : []),
  ]
}

type SessionToLock = {
  readonly heldOn: string
  readonly members: readonly Pick<MemberRecord, 'role' | 'isPresent'>[]
  readonly ruleSet: Pick<RuleSet, 'inForce'>
  /** The day of the decision that founded the council; empty where it is not entered. */
  readonly foundedOn: string
}

/** Of a council that goes on into a new year: by whom, and by a decision of which day. */
export function doubtsOfGoingOn(council: CouncilGoingOn): readonly DoubtKind[] {
  const { roles, name, year, foundedBy, foundedOn, formerFoundedOn } = council
  const isEarlier = foundedOn !== '' && foundedOn < formerFoundedOn
  const years = [...name.matchAll(/\b20\d\d\b/g)].map(([found]) => Number(found))
  return [
    ...(isEarlier ? (['founded-before-former'] as const) : []),
    ...(foundedOn !== '' && foundedBy.trim() === '' ? (['founded-without-number'] as const) : []),
    ...(years.length > 0 && !years.includes(year) ? (['named-of-other-year'] as const) : []),
    ...(roles.includes('chair') ? [] : (['council-no-chair'] as const)),
    ...(roles.includes('secretary') ? [] : (['council-no-secretary'] as const)),
  ]
}

type CouncilGoingOn = {
  readonly roles: readonly MemberRole[]
  readonly name: string
  /** That it is for. */
  readonly year: number
  /** Number of its founding decision; empty where it is not entered. */
  readonly foundedBy: string
  /** Of its founding decision and of the former council's; ISO, empty where it is not entered. */
  readonly foundedOn: string
  readonly formerFoundedOn: string
}

/** `cites`: kinds of the session's papers whose number and date it gives. */
type Dated = { readonly kind: RegisteredKind; readonly issuedOn: string; readonly cites: readonly RegisteredKind[] }

/**
 * Of giving a document number and date, beside the session's other numbered documents: it is no younger than what names it,
 * no older than what it names, and what it names has a number.
 */
export function doubtsOfNumbering(
  document: Dated,
  { heldOn, today, others }: { readonly heldOn: string; readonly today: string; readonly others: readonly Dated[] },
): readonly DoubtKind[] {
  const pairs = others.flatMap((other) => [
    { paper: document, other },
    { paper: other, other: document },
  ])
  const isLate = pairs.some(({ paper, other }) => isOutOfOrder({ before: paper, decision: other }))
  const isEarly = pairs.some(
    ({ paper, other }) =>
      paper.kind !== 'decision' && paper.cites.includes(other.kind) && paper.issuedOn < other.issuedOn,
  )
  const isUnnumbered = document.cites.some((kind) => others.every((other) => other.kind !== kind))
  return [
    ...(document.issuedOn < heldOn ? (['dated-before-meeting'] as const) : []),
    ...(isLate ? (['dated-after-decision'] as const) : []),
    ...(isEarly ? (['dated-before-cited'] as const) : []),
    ...(isFarAhead(document.issuedOn, today) ? (['dated-far-ahead'] as const) : []),
    ...(isUnnumbered ? (['cited-unnumbered'] as const) : []),
  ]
}

/** The days that the text of a paper sets its own date between; ISO. */
export type PaperDays = {
  /** Of the laws, decisions and papers that it cites. */
  readonly cited: readonly string[]
  /** Up to which it counts. */
  readonly counted: readonly string[]
  /** Of what it announces: a meeting, a first day of work, the end of a term. */
  readonly announced: readonly string[]
}

/** Of giving a paper of the office its date: after what it rests on, before what it announces, about the day that it is. */
export function doubtsOfPaperDays(
  issuedOn: string,
  { cited, counted, announced, today }: PaperDays & { readonly today: string },
): readonly DoubtKind[] {
  return [
    ...(cited.some((day) => issuedOn < day) ? (['dated-before-cited'] as const) : []),
    ...(counted.some((day) => issuedOn < day) ? (['dated-before-data'] as const) : []),
    ...(announced.some((day) => issuedOn > day) ? (['dated-after-named-day'] as const) : []),
    ...(isFarAhead(issuedOn, today) ? (['dated-far-ahead'] as const) : []),
    ...(isFarAhead(today, issuedOn) ? (['dated-long-ago'] as const) : []),
  ]
}

/** Of logging that papers were sent on a day; `wasSent` where that is logged of one of them already. */
export function doubtsOfSending(
  on: string,
  { today, wasSent }: { today: string; wasSent: boolean },
): readonly DoubtKind[] {
  return [
    ...(isFarAhead(on, today) ? (['dated-far-ahead'] as const) : []),
    ...(wasSent ? (['sent-before'] as const) : []),
  ]
}

/** A paper is dated some days ahead where its signing is waited for; a month ahead the year or the month is a slip. */
const mostDaysAhead = 31

const isFarAhead = (day: string, today: string): boolean =>
  (Date.parse(day) - Date.parse(today)) / 86_400_000 > mostDaysAhead

/** What a decision rests on is not younger than it. */
const beforeDecision: readonly string[] = ['minutes', 'council-report', 'proposal'] satisfies readonly NumberedKind[]

type Day = Pick<Dated, 'kind' | 'issuedOn'>

const isOutOfOrder = ({ before, decision }: { readonly before: Day; readonly decision: Day }): boolean =>
  decision.kind === 'decision' && beforeDecision.includes(before.kind) && before.issuedOn > decision.issuedOn

/** Of opening a product's result for the room, where `needed` ballots must count. */
export function doubtsOfRevealing(
  { rejections, ballots, result }: Pick<ItemRecord, 'rejections' | 'ballots'> & Judged,
  needed: number,
): readonly DoubtKind[] {
  const counted = ballots.filter(({ counts }) => counts).length
  if (rejections.length > 0) return []
  return [
    ...(counted < needed ? (['ballots-missing'] as const) : []),
    // Scored so differently that the council has to talk before anything of it is final.
    ...(result.needsDiscussion ? (['needs-discussion'] as const) : []),
  ]
}

type Judged = { readonly result: Pick<ItemRecord['result'], 'needsDiscussion'> }
