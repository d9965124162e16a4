import type { AgendaItem } from '../../../shared/api/sessions.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'

/** Rows of a table under its heads, in words that the same table takes when it is pasted. */
export type CopiedPairs = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }

type ExclusionWords = Readonly<Record<'recused' | 'absent', string>> & { readonly heads: readonly string[] }

/** Who does not score which product, with the reason of each: a row a pair. */
export function copiedExclusions(
  agenda: readonly AgendaItem[],
  members: readonly MemberRecord[],
  { heads, ...words }: ExclusionWords,
): CopiedPairs {
  const rows = agenda.flatMap(({ code, productName, exclusions }) =>
    exclusions.flatMap(({ memberId, kind, reason }) => {
      const member = members.find(({ id }) => id === memberId)
      return member === undefined ? [] : [[code, productName, member.code, member.name, words[kind], reason]]
    }),
  )
  return { heads, rows }
}

type AnswerWords = Readonly<Record<'no' | 'yes', string>> & { readonly heads: readonly string[] }

/** What was answered to the conditions of each product, with the reason of a violation: a row a condition. */
export function copiedKnockouts(agenda: readonly AgendaItem[], { heads, ...words }: AnswerWords): CopiedPairs {
  const rows = agenda.flatMap(({ code, productName, knockouts }) =>
    knockouts.flatMap(({ text, answer, reason }) =>
      answer === 'unanswered' ? [] : [[code, productName, text, words[answer], reason]],
    ),
  )
  return { heads, rows }
}
