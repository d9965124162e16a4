import type { TFunction } from 'i18next'
import type { AgendaItem } from '../../../shared/api/sessions.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { spokenExclusions, spokenKnockouts } from './spoken-pairs.ts'

/** Rows of a table under its heads, in words that the same table takes when it is pasted. */
export type CopiedPairs = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Who does not score which product, with the reason of each: a row a pair. */
export function copiedExclusions(
  agenda: readonly AgendaItem[],
  members: readonly MemberRecord[],
  t: TFunction<'meeting'>,
): CopiedPairs {
  const { code, name, otherCode, otherName, said, reason } = spokenExclusions(t).heads
  const rows = agenda.flatMap(({ code: product, productName, exclusions }) =>
    exclusions.flatMap(({ memberId, kind, reason: why }) => {
      const member = members.find(({ id }) => id === memberId)
      return member === undefined
        ? []
        : [[product, productName, member.code, member.name, t(`members.kind.${kind}`), why]]
    }),
  )
  return { heads: [code, name, otherCode, otherName, said, reason], rows }
}

/** What was answered to the conditions of each product, with the reason of a violation: a row a condition. */
export function copiedKnockouts(agenda: readonly AgendaItem[], t: TFunction<'meeting'>): CopiedPairs {
  const { code, name, otherCode, said, reason } = spokenKnockouts(t).heads
  const rows = agenda.flatMap(({ code: product, productName, knockouts }) =>
    knockouts.flatMap(({ text, answer, reason: why }) =>
      answer === 'unanswered' ? [] : [[product, productName, text, t(`knockouts.${answer}`), why]],
    ),
  )
  return { heads: [code, name, otherCode, said, reason], rows }
}
