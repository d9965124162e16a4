import type { OfficeSource, PartCode } from '../domain/criteria/criteria-set.ts'
import type { OpinionAnswer } from '../domain/opinions/conclude.ts'
import type { DoubtKind } from '../domain/session/doubt-kinds.ts'
import type { ExclusionRecord, MemberRecord, MinutesFacts, SessionState } from '../domain/session/session-record.ts'
import type { WithdrawalFields } from './aftercare.ts'
import type { CommuneFields } from './communes.ts'
import type { CouncilFields, Member, MemberFields } from './councils.ts'
import type { LetterFields } from './deadlines.ts'
import type { CommitmentFields, InspectionFields, RouteFields, Settlement } from './inspections.ts'
import type { DocumentIssue } from './document-register.ts'
import type { WrittenProductFields, WrittenRoundFields } from './opinions.ts'
import type { OfficePaperKind } from './office-paper.ts'
import type { OfficeFacts } from './office-papers.ts'
import type { Person } from './people.ts'
import type { ProducerFields } from './producers.ts'
import type { Product, ProductFields, ProductIdentity } from './products.ts'
import type { ReferenceSight, ReferenceSource } from './reference.ts'
import type { MarkChange, RegistrationFields } from './registrations.ts'
import type { AgendaItem, DirectoryChange, SessionFields } from './sessions.ts'
import type { YearCount } from './years.ts'

/**
 * What the audit keeps of each command, by the path of its procedure; a few commands are a host's own. Names and fields
 * stand in files for good: they change by addition only, and a field that is added is optional to its readers.
 */
export type AuditDetails = { readonly [Name in keyof Kept]: Readonly<Kept[Name]> }

export type AuditCommand = keyof Kept

type KeptAnswer = { readonly answer: OpinionAnswer; readonly words: string; readonly on: string }

type Kept = {
  'workspace.create': { name: string; isSample: boolean; appVersion: string }
  /**
   * A newer program brought the file from one schema version to another. `found`, where the audit kept no rows before and
   * keeps them from here on: each kind of fault that the checks of before found.
   */
  'workspace.migrate': { from: number; to: number; appVersion: string; found?: readonly string[] }
  /** In the file that took the place of another one: `from` is what stood there, `to` what the backup holds. */
  'workspace.restore': { madeAt: string; aside: string | null; from: FileState | null; to: FileState }
  /** In the new file: what could be read of a damaged one; rows lost by table, null where nothing tells how many. */
  'workspace.saveReadable': {
    damagedFile: string
    rowsRead: number
    lostFrom: readonly { table: string; rows: number | null }[]
  }

  'people.save': Saved<Pick<Person, 'name' | 'role'>>
  'people.remove': { from: Pick<Person, 'name' | 'role'> }
  /** Never the password itself, nor what it is checked by. */
  'people.setPassword': { name: string; hasPassword: boolean }
  /** Minutes. */
  'people.setIdle': Moved<number>
  'people.wrongPassword': { name: string; wrongTries: number }
  /** A recovery code let in, and took the password away. */
  'people.recover': { name: string }

  'councils.save': Saved<CouncilFields>
  'councils.saveMember': Saved<MemberFields>
  'councils.removeMember': { from: Member }
  /** The last day on which the member is one; null for a member who is. */
  'councils.retireMember': Moved<string | null> & { reason: string }
  'councils.recallMember': Moved<string | null> & { reason: string }
  'councils.orderMembers': Moved<readonly number[]>

  'products.save': Saved<ProductFields>
  'products.setPicture': { removed: boolean } | { type: string; size: number }
  'products.saveIdentity': Moved<ProductIdentity>
  'products.remove': { from: Product }
  /** `into`: the id of the record that stays; rows that are its own now, and rows that said what it said already, by their table. */
  'products.merge': { from: Product; into: number; moved: Counts; dropped: Counts }
  'producers.save': Moved<ProducerFields>
  'producers.merge': { from: ProducerFields; into: number; moved: Counts }
  'producers.remove': { from: ProducerFields }

  'communes.save': Saved<CommuneFields>
  'communes.remove': { from: CommuneFields }
  'communes.takeList': { file: string; sheet: string; sha256: string; added: number; changed: number; same: number }
  /** How many were brought to their communes of now, or back. */
  'communes.update': { products: number; producers: number }
  'communes.undoUpdate': { products: number; producers: number }

  /** Of an office's list: rows that were added, changed and the same. */
  'register.takeList': {
    file: string
    sheet: string
    sender: string
    sha256: string
    added: number
    changed: number
    same: number
    /** What somebody looked at and accepted, by cell; the first of them where there are many. */
    doubts?: readonly { cell: string; reason: string }[]
    doubtCount?: number
  }

  'registrations.save': Saved<RegistrationFields>
  /** The reason; null where it stands. */
  'registrations.withdraw': Moved<string | null>
  /** Ids of registrations, keys of items. */
  'registrations.mark': { registrations: readonly number[]; items: readonly string[]; to: MarkChange }
  'registrations.addFile': { item: string; file: string; sha256: string; size: number }
  'registrations.removeFile': { item: string; file: string; sha256: string }
  /** Ids of files, codes of criteria. */
  'registrations.prove': { files: readonly number[]; criteria: readonly string[]; to: boolean }

  /** Councils that go on into the year, with all that was counted before and after. */
  'years.begin': YearCount
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
  /** `refId`: of a certificate (`session`) or of a recognition that a list tells of (`list`). */
  'aftercare.withdrawals.open': { source: 'session' | 'list'; refId: number; to: WithdrawalFields }
  'aftercare.withdrawals.save': Moved<WithdrawalFields>
  'aftercare.withdrawals.decide': Moved<{ decisionNumber: string; decidedOn: string } | null> & { reason: string }
  /** The reason; null where the case is open. */
  'aftercare.withdrawals.drop': Moved<string | null>
  'aftercare.inspections.saveRoute': Saved<RouteFields & { year: number }>
  /** `items`: how many that were only planned went with it. */
  'aftercare.inspections.removeRoute': { from: RouteFields & { year: number }; items: number }
  /** Ids of inspections. */
  'aftercare.inspections.add': { routeId: number | null; inspections: readonly number[] }
  'aftercare.inspections.remove': { removed: readonly number[] }
  'aftercare.inspections.save': Moved<InspectionFields>
  'aftercare.inspections.answer': { item: string } & Moved<{ answer: string; remark: string } | null>
  'aftercare.inspections.markClean': { inspections: readonly number[]; on: string }
  'aftercare.inspections.saveCommitment': Saved<CommitmentFields>
  'aftercare.inspections.removeCommitment': { from: CommitmentFields }
  'aftercare.inspections.settle': { what: string } & Moved<Settlement | null>
  'aftercare.inspections.addFile': { file: string; sha256: string; size: number }
  'aftercare.inspections.removeFile': { file: string; sha256: string }

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
  'opinions.close': { isClosed: boolean; reason: string; waiting: number; agreed: number; meeting: number }
  'opinions.toSession': { products: readonly number[]; sessionId: number }
  'opinions.decide': Moved<{ number: string; date: string } | null> & { reason: string; products: readonly number[] }
  'opinions.remove': { removed: { year: number; number: number; sentOn: string; replyBy: string } }

  'sessions.create': { councilId: number; ruleSetId: string; to: SessionFields }
  'sessions.update': Moved<SessionFields>
  'sessions.remove': { removed: Pick<SessionFields, 'heldOn' | 'year' | 'round'> }
  'sessions.setAttendance': Moved<Attendance> & { memberId: number }
  /** What an open session took over from the lists. */
  'sessions.takeOver': { changes: readonly DirectoryChange[] }
  'sessions.setCurrentItem': Moved<number | null>
  'sessions.setSoleOperator': Moved<string | null>
  'sessions.setMinutes': Moved<MinutesFacts>
  'sessions.open': Moved<SessionState>
  'sessions.approve': { digest: string; approvedBy: string }
  /** A change took the chair's approval back; `cause`: the command that changed something. */
  'sessions.endApproval': { formerDigest: string; approvedBy: string; cause: string }
  /** `recordDigest`: of all that documents print; a program of before took none. */
  'sessions.close': { digest: string; recordDigest?: string } & Doubted
  'sessions.reopen': { reason: string; ruleSetId: string; formerDigest: string | null }
  /** Ids of products. */
  'sessions.addProducts': {
    added: readonly number[]
    /** Of them those whose dossiers another rule set judges, heard here all the same. */
    ofOtherLaw?: readonly number[]
  }
  /** Id of the product. */
  'sessions.removeItem': { removed: number }
  'sessions.orderItems': Moved<readonly number[]>
  'sessions.updateItem': Moved<AgendaFields>
  'sessions.setExclusion': Moved<Exclusion | null> & { memberId: number }
  'sessions.answerKnockout': { key: string; from: object | null; to: { answer: string; reason: string } }
  'sessions.answerNoKnockouts': { answered: readonly { itemId: number; keys: readonly string[] }[] }

  /** `from`, `to`: option numbers, null for no answer; `round`: the scoring round. */
  'ballots.choose': Moved<number | null> & { criterion: string; round: number }
  'ballots.setOpinion': Moved<string> & { round: number }
  'ballots.confirm': { version: number; total: number; parts: Readonly<Record<PartCode, number>> }
  /** `from`, `to`: versions of the ballot. */
  'ballots.reopen': Moved<number> & { reason: string }

  'verifications.choose': { criterion: string; to: number | null }
  'verifications.finish': { verifiedBy: string; confirmedBy: string | null }
  'verifications.settle': { reason: string; version: number; differences: readonly Difference[] }

  /** `from`, `to`: option numbers, null for no answer. */
  'reference.choose': Moved<number | null> & { source: ReferenceSource; criterion: string }
  'reference.setSight': Moved<ReferenceSight>

  /** `words`: what the option says; `withdrawn`: the conclusion that rested on the result of before. */
  'results.setAgreedLevel': {
    criterion: string
    to: number | null
    words?: string
    reason?: string
    withdrawn?: number
  }
  'results.openRound': { reason: string; round: number }
  /** `round`: the one that was opened for that reason. */
  'results.setRoundReason': Moved<string> & { round: number }
  'results.waiveSpread': Moved<string | null>
  'results.reveal': { isRevealed: boolean } & Doubted
  'results.conclude': { from: { star: number | null; note: string | null }; to: { star: number; note: string } }

  'documents.register.enter': {
    id: number
    kind: string
    to: DocumentIssue
    reason: string
    dataDigest: string
  } & Doubted
  'documents.register.renew': Moved<string> & { id: number; reason: string }
  'documents.register.void': { id: number; code: string; reason: string }
  /** Ids of the register; `to` empty for each paper's own recipients. */
  'documents.register.send': { ids: readonly number[]; on: string; to: string } & Doubted
  'documents.notices.enter': { symbol: string; firstNumber: number; count: number; issuedOn: string } & Doubted
  /** `seq`: the event that numbered the paper whose bytes are kept. */
  'documents.issued.keep': { seq: number; paper: string; format: string; sha256: string; size: number }
  'documents.certificates.enter': { decisionCode: string; symbol: string; firstNumber: number; count: number }
  'documents.certificates.void': { code: string; reason: string }
  'documents.certificates.saveLayout': { to: string | null }
  'documents.certificates.print': { what: string; count: number }
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
  'documents.templates.save': { fileName: string; sha256: string } & Doubted
  'documents.templates.reset': { to: null }

  /** `taken`: products that the file had already, by their id; `why`: what a person was asked about them. */
  'workbook.import': {
    items: number
    members: number
    ruleSetId: string
    taken?: readonly { code: string; product: number; why?: string }[]
    /** Codes of those that a person said were other ones than what the file had. */
    others?: readonly string[]
    /** Sets that are not as they ship. */
    officeSets?: readonly { setNumber: number; use: string; office: OfficeSource }[]
  }
  /** `papers`: the codes of those that went along. */
  'packages.make': {
    uid: string
    kind: 'up' | 'down'
    office: string
    sha256: string
    products: number
    papers: readonly string[]
  }
  /** Somebody compared the fingerprint; `otherKeys`: by how many others the office was known before. */
  'packages.confirmKey': { office: string; fingerprint: string; otherKeys: number }
  'packages.take': {
    uid: string
    kind: 'up' | 'down'
    office: string
    file: string
    sha256: string
    taken: number
    refused: readonly { row: number; name: string; reason: string }[]
  }
  'provinceList.accept': { changes: readonly (Moved<Texts> & { product: number })[] }
  'provinceList.remember': { columns: Readonly<Record<string, string | null>> }

  'room.switchOn': { address: string; port: number; isEncrypted: boolean; resumedFrom: string | null }
  'room.switchOff': { startedAt: string }
  'room.move': Moved<string> & { port: number }
  'room.resetCode': OfRoom
  'room.addClerk': { clerk: string }
  'room.shutClerk': { clerk: string }
  'room.enter': OfRoom & { address: string }
  'room.leave': OfRoom
  'room.newAddress': OfRoom & Moved<string> & { isOwn: boolean }
  'room.shutDevice': OfRoom
  'room.wrongCode': OfRoom & { wrongTries: number; address: string }
}

/** What was asked and accepted. */
type Doubted = { doubts?: readonly DoubtKind[] }
type Moved<Value> = { from: Value; to: Value }
/** Without `from` where it is new. */
type Saved<Fields> = { from?: Fields; to: Fields }
type Counts = Readonly<Record<string, number>>
type Texts = Readonly<Record<string, string>>
/** The last event of a file's audit, and how often the file was written. */
type FileState = { events: number; head: string; commits: number | null }
/** `clerk`: the name of the clerk that it is about, where it is about one. */
type OfRoom = { sessionId: number; clerk?: string }
type Exclusion = Omit<ExclusionRecord, 'memberId'>
type Attendance = Pick<MemberRecord, 'isPresent' | 'arrivedAt' | 'leftAt' | 'absenceReason'>
type AgendaFields = Pick<
  AgendaItem,
  'application' | 'criteriaCase' | 'samplesReceived' | 'dossierStatus' | 'dossierNote'
>

/** Option numbers: the first person's, the second's, and the one that they settled on. */
type Difference = { criterionIndex: number; first: number; second: number; settled: number }
