import type { KnockoutQuestion } from '../../../shared/api/sessions.ts'
import type { UnprintableText } from '../../../shared/api/unprintable-text.ts'
import type { WorkbookPreview } from '../../../shared/api/workbook.ts'
import type { CaseCode, CriteriaSet, OfficeSource } from '../../../shared/domain/criteria/criteria-set.ts'
import type { DossierStatus } from '../../../shared/domain/dossiers/read-dossier.ts'
import type { Level, RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { BallotChoices, Regulation } from '../../../shared/domain/scoring/types.ts'
import type {
  ApplicationKind,
  CouncilFacts,
  ItemProduct,
  MemberRecord,
  SessionFacts,
} from '../../../shared/domain/session/session-record.ts'

/**
 * A whole session as a workbook states it, checked: every code resolves, every choice is offered by
 * the form of its product. Holds nothing of the workspace file (no ids, no states).
 */
export type SessionImport = {
  readonly ruleSetId: string
  readonly level: Level
  readonly council: CouncilFacts
  readonly session: ImportedSession
  /** As the workbook states it, and what it does not state as batch mode works (`usualRegulation`). */
  readonly regulation: Regulation
  readonly members: readonly ImportedMember[]
  /** In sheet order. */
  readonly items: readonly ImportedItem[]
  /** Sets that are not as they ship, by their number. */
  readonly officeSets: readonly ImportedOfficeSet[]
}

export type ImportedOfficeSet = {
  readonly setNumber: number
  readonly use: 'as-printed' | 'completed-by-office' | 'corrected-as-printed'
  readonly office: OfficeSource
  /** Of the set as it is sealed. */
  readonly sha256: string
  /** Its text, as one cell holds it. */
  readonly sealed: string
}

export type ImportedSession = Pick<SessionFacts, 'year' | 'round' | 'heldOn' | 'place'> & {
  /** Points; null = the rule set's. */
  readonly referralThreshold: number | null
}

export type ImportedMember = Omit<MemberRecord, 'id'>

/** What the record of a session does not hold: what the office received and answered, and how the producer is reached. */
export type ItemBackground = {
  readonly samplesReceived: number
  readonly dossierStatus: DossierStatus
  readonly dossierNote: string
  readonly phone: string
  readonly representative: string
  readonly address: string
  /** Of an imported item those that are not understood by themselves (`tellKnockouts`). */
  readonly knockouts: readonly ImportedKnockout[]
}

/** `question`: as the form prints it, or the council's own (`otherKnockout`). */
export type ImportedKnockout = {
  readonly question: string
  readonly answer: KnockoutQuestion['answer']
  readonly reason: string
}

export type ImportedItem = ItemProduct &
  ItemBackground & {
    readonly criteriaSetId: string
    readonly application: ApplicationKind
    readonly criteriaCase: CaseCode | null
    readonly isRejected: boolean
    /** Empty where the workbook gives none. */
    readonly rejectionReason: string
    /** Who does not score it, in member order. */
    readonly exclusions: readonly ImportedExclusion[]
    /** Ascending by number, each with at least one row in the workbook; empty where the product has no row at all. */
    readonly rounds: readonly ImportedRound[]
    /** In form order. */
    readonly agreedLevels: readonly ImportedAgreedLevel[]
  }

/** `reason` is empty where the workbook gives none. */
export type ImportedExclusion = {
  readonly memberCode: string
  readonly kind: 'recused' | 'absent'
  readonly reason: string
}

export type ImportedRound = {
  /** 1-based. The highest one of a product is its present round. */
  readonly round: number
  /** In member order; a member whose cells are all blank has none. Absent and recused members' points are kept. */
  readonly ballots: readonly ImportedBallot[]
}

/** `opinion`: the member's own words; empty for none. */
export type ImportedBallot = { readonly memberCode: string; readonly choices: BallotChoices; readonly opinion: string }

/** `option`: the printed option's number, 1-based; 0 = no level reached. `reason` is empty where the workbook gives none. */
export type ImportedAgreedLevel = { readonly criterionCode: string; readonly option: number; readonly reason: string }

/** `value` is null exactly when the preview has faults: an import is whole or refused. */
export type WorkbookReading = {
  readonly preview: WorkbookPreview
  readonly value: SessionImport | null
  /** The form of each set that a product names and that may be scored with, by its number. */
  readonly forms: ReadonlyMap<number, CriteriaSet>
}

/** What the reader checks a workbook against; plain data, loaded by the caller. */
export type WorkbookResources = {
  /** The signs of texts that no document can print, by the text. */
  readonly unprintable?: (texts: readonly string[]) => readonly UnprintableText[]
  readonly ruleSets: readonly RuleSet[]
  /** The form of a product set under a rule set; null where none is shipped. */
  readonly criteriaSets: (ruleSetId: string, setNumber: number) => CriteriaSet | null
  /** What stands in place of shipped sets in the open file. */
  readonly ownSets?: readonly CriteriaSet[]
}
