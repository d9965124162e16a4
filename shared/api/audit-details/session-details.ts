import type { ChoiceText } from '../../domain/ballot/choice-text.ts'
import type { OfficeSource, PartCode } from '../../domain/criteria/criteria-set.ts'
import type { ExclusionRecord, MemberRecord, MinutesFacts, SessionState } from '../../domain/session/session-record.ts'
import type { DocumentIssue } from '../document-register.ts'
import type { ReferenceSight, ReferenceSource } from '../reference.ts'
import type { AgendaItem, DirectoryChange, SessionFields } from '../sessions.ts'
import type { Doubted, Moved } from './kept.ts'

/** What the audit keeps of a meeting, its scores and its papers. */
export type SessionDetails = {
  'sessions.create': { councilId: number; ruleSetId: string; to: SessionFields }
  'sessions.update': Moved<SessionFields>
  'sessions.remove': { removed: Pick<SessionFields, 'heldOn' | 'year' | 'round'> }
  'sessions.setAttendance': Moved<Attendance> & { memberId: number }
  'sessions.takeAttendance': { members: readonly (Moved<Attendance> & { memberId: number })[] }
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
  'sessions.markItems': { items: readonly MarkedItem[] }
  /** `product`: of an item that came onto the agenda; `isNew`: the product itself came with it. */
  'sessions.takeAgenda': {
    items: readonly (MarkedItem & { product?: number; isNew?: true })[]
    ofOtherLaw?: readonly number[]
  }
  'sessions.setExclusion': Moved<Exclusion | null> & { memberId: number }
  'sessions.takeExclusions': { members: readonly (Moved<Exclusion | null> & { item: number; memberId: number })[] }
  'sessions.answerKnockout': { key: string; from: object | null; to: { answer: string; reason: string } }
  'sessions.takeKnockouts': {
    answered: readonly { item: number; key: string; from: object | null; to: { answer: string; reason: string } }[]
  }
  'sessions.answerNoKnockouts': { answered: readonly { itemId: number; keys: readonly string[] }[] }

  /** `from`, `to`: option numbers, null for no answer; `round`: the scoring round. */
  'ballots.choose': Moved<number | null> & { criterion: string; round: number }
  /** `version`, `reason`: of a ballot that was confirmed, opened for it and confirmed again. */
  'ballots.setOpinion': Moved<string> & { round: number; version?: number; reason?: string }
  'ballots.confirm': { version: number; total: number; parts: Readonly<Record<PartCode, number>> }
  /** `from`, `to`: versions of the ballot. */
  'ballots.reopen': Moved<number> & { reason: string }

  'verifications.choose': { criterion: string; to: number | null }
  'verifications.finish': { verifiedBy: string; confirmedBy: string | null }
  'verifications.settle': { reason: string; version: number; differences: readonly Difference[] }

  /**
   * `read`, `choices`: as the program read the paper and as a person took it, one character a criterion; `corrected`: codes
   * where these are not the same. `scans`: file, page of it and SHA-256 of that page. `from`, `reason`: of a confirmed ballot that the
   * paper changed, its version before.
   */
  'paperBallots.take': {
    version: number
    total: number
    parts: Readonly<Record<PartCode, number>>
    read: string
    choices: string
    corrected: string
    scans: readonly string[]
    /** `drawn`: of the sample; `at-once`: after it, unseen. */
    way?: 'drawn' | 'at-once'
    from?: number
    reason?: string
  }

  /** `from`, `to`: option numbers, null for no answer. */
  'reference.choose': Moved<number | null> & { source: ReferenceSource; criterion: string }
  'reference.import': ReferenceTaken
  'reference.undoImport': ReferenceTaken
  'reference.setSight': Moved<ReferenceSight>

  /** `words`: what the option says; `withdrawn`: the conclusion that rested on the result of before. */
  'results.setAgreedLevel': {
    criterion: string
    to: number | null
    words?: string
    reason?: string
    withdrawn?: number
  }
  /** `scorers`: members who had to score the round before; `copied`, `opened`: members whose ballots came over from the round before (`CarriedBallots`); `scoredAgain`: the codes of the latter. */
  'results.openRound': {
    reason: string
    round: number
    scorers: readonly number[]
    copied?: readonly number[]
    opened?: readonly number[]
    scoredAgain?: string
  }
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
    officeSets?: readonly { setNumber: number; use: string; office: OfficeSource; sha256: string }[]
    /** Products whose dossiers another rule set judges, taken all the same. */
    ofOtherLaw?: readonly number[]
  }

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

/** Sheets that a workbook changed, or that its taking back did: `from` and `to` are all choices of each. */
type ReferenceTaken = {
  file: string
  scores: number
  sheets: readonly (Moved<ChoiceText> & { item: number; source: ReferenceSource })[]
}

/** `clerk`: the name of the clerk that it is about, where it is about one. */
type OfRoom = { sessionId: number; clerk?: string }
type Exclusion = Omit<ExclusionRecord, 'memberId'>
type Attendance = Pick<MemberRecord, 'isPresent' | 'arrivedAt' | 'leftAt' | 'absenceReason'>
type AgendaFields = Pick<
  AgendaItem,
  'application' | 'criteriaCase' | 'samplesReceived' | 'dossierStatus' | 'dossierNote'
>
type MarkedItem = Moved<AgendaFields> & { item: number }
/** Option numbers: the first person's, the second's, and the one that they settled on. */
type Difference = { criterionIndex: number; first: number; second: number; settled: number }
