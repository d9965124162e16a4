import type { CaseCode, PartCode } from '../domain/criteria/criteria-set.ts'
import type { ApplicationKind, SessionState } from '../domain/session/session-record.ts'
import type { CouncilFields, Member, MemberFields } from './councils.ts'
import type { DocumentIssue } from './document-register.ts'
import type { Product, ProductFields } from './products.ts'
import type { DossierStatus, SessionFields } from './sessions.ts'

/**
 * What the audit keeps of each command, by the path of its procedure; a few commands are a host's own. Names and fields
 * stand in files for good: they change by addition only, and a field that is added is optional to its readers.
 */
export type AuditDetails = {
  'workspace.create': { readonly name: string; readonly isSample: boolean; readonly appVersion: string }

  'councils.save': Saved<CouncilFields>
  'councils.saveMember': Saved<MemberFields>
  'councils.removeMember': { readonly from: Member }
  'councils.orderMembers': Moved<readonly number[]>

  'products.save': Saved<ProductFields>
  'products.setPicture': { readonly removed: boolean } | { readonly type: string; readonly size: number }
  'products.remove': { readonly from: Product }

  'sessions.create': { readonly councilId: number; readonly ruleSetId: string; readonly to: SessionFields }
  'sessions.update': Moved<SessionFields>
  'sessions.remove': { readonly removed: Pick<SessionFields, 'heldOn' | 'year' | 'round'> }
  'sessions.setAttendance': Moved<Attendance> & { readonly memberId: number }
  'sessions.setCurrentItem': Moved<number | null>
  'sessions.setSoleOperator': Moved<string | null>
  'sessions.open': Moved<SessionState>
  'sessions.close': { readonly digest: string }
  'sessions.reopen': { readonly reason: string; readonly ruleSetId: string; readonly formerDigest: string | null }
  /** Ids of products. */
  'sessions.addProducts': { readonly added: readonly number[] }
  /** Id of the product. */
  'sessions.removeItem': { readonly removed: number }
  'sessions.orderItems': Moved<readonly number[]>
  'sessions.updateItem': Moved<AgendaFields>
  'sessions.setExclusion': Moved<Exclusion | null> & { readonly memberId: number }
  'sessions.answerKnockout': {
    readonly key: string
    readonly from: object | null
    readonly to: { readonly answer: string; readonly reason: string }
  }
  'sessions.answerNoKnockouts': {
    readonly answered: readonly { readonly itemId: number; readonly keys: readonly string[] }[]
  }

  /** `from`, `to`: option numbers, null for no answer; `round`: the scoring round. */
  'ballots.choose': Moved<number | null> & { readonly criterion: string; readonly round: number }
  'ballots.setOpinion': Moved<string> & { readonly round: number }
  'ballots.confirm': {
    readonly version: number
    readonly total: number
    readonly parts: Readonly<Record<PartCode, number>>
  }
  /** `from`, `to`: versions of the ballot. */
  'ballots.reopen': Moved<number> & { readonly reason: string }

  'verifications.choose': { readonly criterion: string; readonly to: number | null }
  'verifications.finish': { readonly verifiedBy: string; readonly confirmedBy: string | null }
  'verifications.settle': {
    readonly reason: string
    readonly version: number
    readonly differences: readonly Difference[]
  }

  'results.setAgreedLevel': { readonly criterion: string; readonly to: number | null }
  'results.openRound': { readonly reason: string; readonly round: number }
  'results.waiveSpread': Moved<string | null>
  'results.reveal': { readonly isRevealed: boolean }
  'results.conclude': {
    readonly from: { readonly star: number | null; readonly note: string | null }
    readonly to: { readonly star: number; readonly note: string }
  }

  'documents.register.enter': {
    readonly id: number
    readonly kind: string
    readonly to: DocumentIssue
    readonly reason: string
    readonly dataDigest: string
  }
  'documents.register.renew': Moved<string> & { readonly id: number; readonly reason: string }
  'documents.register.void': { readonly id: number; readonly code: string; readonly reason: string }
  'documents.certificates.enter': {
    readonly decisionCode: string
    readonly symbol: string
    readonly firstNumber: number
    readonly count: number
  }
  'documents.certificates.void': { readonly code: string; readonly reason: string }
  'documents.certificates.saveLayout': { readonly to: string | null }
  'documents.certificates.print': { readonly what: string; readonly count: number }
  'documents.templates.save': { readonly fileName: string; readonly sha256: string }
  'documents.templates.reset': { readonly to: null }

  'workbook.import': { readonly items: number; readonly members: number; readonly ruleSetId: string }
  'provinceList.accept': { readonly changes: readonly (Moved<Texts> & { readonly product: number })[] }
  'provinceList.remember': { readonly columns: Readonly<Record<string, string | null>> }

  'room.switchOn': {
    readonly address: string
    readonly port: number
    readonly isEncrypted: boolean
    readonly resumedFrom: string | null
  }
  'room.switchOff': { readonly startedAt: string }
  'room.move': Moved<string> & { readonly port: number }
  'room.resetCode': OfRoom
  'room.enter': OfRoom
  'room.leave': OfRoom
  'room.wrongCode': OfRoom & { readonly wrongTries: number }
}

export type AuditCommand = keyof AuditDetails

type Moved<Value> = { readonly from: Value; readonly to: Value }
/** Without `from` where it is new. */
type Saved<Fields> = { readonly from?: Fields; readonly to: Fields }
type Texts = Readonly<Record<string, string>>
type OfRoom = { readonly sessionId: number }
type Exclusion = { readonly kind: 'recused' | 'absent'; readonly reason: string }

type Attendance = {
  readonly isPresent: boolean
  readonly arrivedAt: string | null
  readonly leftAt: string | null
  readonly absenceReason: string
}

type AgendaFields = {
  readonly application: ApplicationKind
  readonly criteriaCase: CaseCode | null
  readonly samplesReceived: number
  readonly dossierStatus: DossierStatus
  readonly dossierNote: string
}

/** Option numbers: the first person's, the second's, and the one that they settled on. */
type Difference = {
  readonly criterionIndex: number
  readonly first: number
  readonly second: number
  readonly settled: number
}
