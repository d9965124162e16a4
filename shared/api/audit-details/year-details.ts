import type { OfficeSource } from '../../domain/criteria/criteria-set.ts'
import type { OpinionAnswer } from '../../domain/opinions/conclude.ts'
import type { SendingKind, SendingWay } from '../../domain/opinions/sendings.ts'
import type { CouncilFields, Member, MemberFields } from '../councils.ts'
import type { LetterFields } from '../deadlines.ts'
import type { WrittenProductFields, WrittenRoundFields } from '../opinions.ts'
import type { OfficePaperKind } from '../office-paper.ts'
import type { OfficeFacts } from '../office-papers.ts'
import type { YearCount } from '../years.ts'
import type { Doubted, Moved, Saved } from './kept.ts'

type SentToMembers = {
  readonly sending: SendingKind
  readonly on: string
  /** Names of members. */
  readonly sentTo: string
  readonly way: SendingWay
  readonly letter: string
}

/** What the audit keeps of what a year stands on: councils, decisions, deadlines, papers of the office. */
export type YearDetails = {
  'councils.save': Saved<CouncilFields>
  'councils.saveMember': Saved<MemberFields>
  'councils.takeMembers': { members: readonly ({ id: number } & Saved<MemberFields>)[] }
  'councils.removeMember': { from: Member }
  /** The last day on which the member is one; null for a member who is. */
  'councils.retireMember': Moved<string | null> & { reason: string }
  'councils.recallMember': Moved<string | null> & { reason: string }
  'councils.orderMembers': Moved<readonly number[]>

  /** Councils that go on into the year, with all that was counted before and after. */
  'years.begin': YearCount & Doubted
  'years.close': { year: number; sessions: number }
  'years.reopen': { year: number; reason: string; closedAt: string }

  /** `changes`: texts and points that differ from what the file had; `sha256` of the set as it is sealed. */
  'criteria.load': { key: string; file: string; sha256: string; changes: number; to: OfficeSource }
  'criteria.acceptAsPrinted': { key: string; sha256: string; mostPoints: number; to: OfficeSource }
  'criteria.withdraw': { key: string; reason: string; from: OfficeSource }
  /** An open session takes the set that stands now; ids of agenda items. */
  'criteria.takeInto': { key: string; sha256: string; items: readonly number[] }

  'deadlines.saveLetter': Saved<LetterFields>
  'deadlines.removeLetter': { from: LetterFields }

  /** `products`: ids of products, which may be called otherwise in the round. */
  'opinions.create': {
    councilId: number
    to: { year: number; number: number; sentOn: string; replyBy: string }
    products: readonly number[]
  }
  'opinions.save': Moved<WrittenRoundFields>
  'opinions.addProducts': { products: readonly number[] }
  'opinions.removeProduct': { products: readonly number[] }
  'opinions.saveProduct': Moved<WrittenProductFields> & { products: readonly number[] }
  /** `memberId`: of the member in the round. */
  'opinions.answer': {
    answers: readonly (Moved<KeptAnswer | null> & { productId: number; memberId: number })[]
    answeredOn: string
    reason: string
    /** In words where one answer alone was given or changed. */
    respondent?: string
    from?: { opinion: OpinionAnswer | null; opinionWords: string }
    to?: { opinion: OpinionAnswer | null; opinionWords: string }
  }
  'opinions.noteSent': SentToMembers
  'opinions.removeSent': { from: SentToMembers; reason: string }
  'opinions.close': { isClosed: boolean; reason: string; waiting: number; agreed: number; meeting: number }
  'opinions.toSession': { products: readonly number[]; sessionId: number }
  'opinions.decide': Moved<{ number: string; date: string } | null> & { reason: string; products: readonly number[] }
  'opinions.remove': { removed: { year: number; number: number; sentOn: string; replyBy: string } }

  'officePapers.setOffice': { from: OfficeFacts | null; to: OfficeFacts }
  /** Ids of the register, in the order of their numbers. */
  'officePapers.enter': {
    kind: OfficePaperKind
    ids: readonly number[]
    symbol: string
    firstNumber: number
    issuedOn: string
    reason: string
  } & Doubted
}

type KeptAnswer = { readonly answer: OpinionAnswer; readonly words: string; readonly on: string }
