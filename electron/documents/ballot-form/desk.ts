import type { PaperDesk } from '../../../shared/domain/paper-ballots/place-label.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import type { BallotSheet } from './model.ts'

/** What pages are held against. @param sheets the blank ballots of the session */
export function deskOf({ items, members }: SessionRecord, sheets: readonly BallotSheet[]): PaperDesk {
  const codeOf = (id: number) => members.find((member) => member.id === id)?.code ?? ''
  return {
    ballots: sheets.map(({ label }) => label),
    products: items.map(({ code, round, result, exclusions }) => ({
      code,
      round,
      isRejected: result.isRejected,
      recused: exclusions.map(({ memberId }) => codeOf(memberId)),
    })),
    members: members.map(({ code }) => ({ code })),
  }
}
