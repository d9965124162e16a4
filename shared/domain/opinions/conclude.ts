/**
 * What a member of the council answered about a product: `agree` that it is recognised again as proposed; `differ` in opinion;
 * `meet`, the matter has to be discussed; `recused` is not asked.
 */
export const opinionAnswers = ['agree', 'differ', 'meet', 'recused'] as const
export type OpinionAnswer = (typeof opinionAnswers)[number]

/** How many have to answer and to agree, as whole percents. No decision says it: the council's own regulations do. */
export type OpinionRule = {
  /** Of those who have to answer. */
  readonly answersPercent: number
  /** Of the answers that came. */
  readonly agreePercent: number
}

export type OpinionCounts = Readonly<Record<OpinionAnswer, number>> & {
  /** Members who have to answer. */
  readonly asked: number
  /** Of those, who have not. */
  readonly missing: number
}

/** Why a product goes to a meeting. */
export const meetingGrounds = ['asks-meeting', 'differing', 'lacking', 'nobody'] as const
export type MeetingGround = (typeof meetingGrounds)[number]

export type OpinionConclusion = { readonly counts: OpinionCounts } & (
  | { readonly state: 'waiting' | 'agreed' }
  | { readonly state: 'meeting'; readonly grounds: readonly MeetingGround[] }
)

type ConcludeInput = OpinionRule & {
  /** One for each member; null where none came. */
  readonly answers: readonly (OpinionAnswer | null)[]
  /** No answer is waited for any more. */
  readonly isOver: boolean
}

/**
 * What a product's answers come to. Written opinions decide; a meeting is held only where opinions differ or a matter is to
 * be discussed: who asks for a meeting does not differ. An answer that did not come agrees to nothing. Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 6 điểm d.
 */
export function concludeOpinions({ answers, isOver, answersPercent, agreePercent }: ConcludeInput): OpinionConclusion {
  const counts = countOpinions(answers)
  const { asked, missing, agree, meet } = counts
  const came = asked - missing
  // What is still to come could agree altogether; where even that would not do, nothing is waited for.
  const mayAgree = (agree + missing) * 100 >= agreePercent * (asked - meet)
  const isAgreed = agree * 100 >= agreePercent * (came - meet)
  const isEnough = came * 100 >= answersPercent * asked
  const isWaiting = missing > 0 && !isOver
  const grounds: readonly MeetingGround[] = [
    ...(asked === 0 ? ['nobody' as const] : []),
    ...(meet > 0 ? ['asks-meeting' as const] : []),
    ...((isWaiting ? mayAgree : isAgreed) ? [] : ['differing' as const]),
    ...(isWaiting || isEnough ? [] : ['lacking' as const]),
  ]
  if (grounds.length > 0) return { counts, state: 'meeting', grounds }
  return { counts, state: isWaiting ? 'waiting' : 'agreed' }
}

function countOpinions(answers: readonly (OpinionAnswer | null)[]): OpinionCounts {
  const count = (one: OpinionAnswer | null) => answers.filter((answer) => answer === one).length
  const recused = count('recused')
  return {
    agree: count('agree'),
    differ: count('differ'),
    meet: count('meet'),
    recused,
    asked: answers.length - recused,
    missing: count(null),
  }
}
