import type { BatchEvent } from '../../shared/api/document-batches.ts'
import type { ProvinceComparison, ProvinceLayout } from '../../shared/api/province-list.ts'
import type { BytesSeen } from '../../shared/domain/anchors/anchors.ts'
import type { PictureType } from '../../shared/domain/pictures/picture-head.ts'
import type { OldTextChoice, WorkbookPreview } from '../../shared/api/workbook.ts'
import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import type { PackedPreview } from '../../shared/api/register.ts'
import type { UnprintableText } from '../../shared/api/unprintable-text.ts'
import type { WordKind } from '../../shared/api/word-templates.ts'
import type { IntegrityEvent, IntegrityReport } from '../../shared/api/integrity.ts'
import type { RegisteredProduct } from '../../shared/domain/register/registered-product.ts'
import type { ListToStage, StagedList } from './staged-list.ts'
import type { KnownCommune } from '../../shared/domain/communes/near-communes.ts'
import type { CommuneChange } from '../../shared/domain/communes/index-communes.ts'
import type { PageOutcome } from '../../shared/domain/paper-ballots/page-outcome.ts'
import type { CommuneList } from '../../shared/domain/communes/commune-list.ts'
import type { RuleSet } from '../../shared/domain/rules/rule-set.ts'
import type { ProvinceRow } from '../../shared/domain/session/province-fields.ts'
import type { UpRow } from '../../shared/api/packages.ts'
import type { ListToRead } from '../app/register/read-list.ts'
import type { BackupToCopy, BackupToUnpack } from '../backups/copy-backup.ts'
import type { CopyToKeep } from '../backups/keep-backup.ts'
import type { BackupNote } from '../backups/note.ts'
import type { Sealing } from '../backups/sealed-file.ts'
import type { CertificatesToPrint } from '../documents/certificate/choose-certificates.ts'
import type { CertificatePrint } from '../documents/certificate/draw-certificates.ts'
import type { CheckedTemplate } from '../documents/word/check-template.ts'
import type { Issues, NoticeIssues } from '../documents/issue.ts'
import type { PapersToRender } from '../documents/office-papers/render-papers.ts'
import type { PaperCodes } from '../documents/paper-code.ts'
import type { DocumentToRender, OwnTemplates, RenderedDocument } from '../documents/render-document.ts'
import type { TableToWrite } from '../documents/table/write-table.ts'
import type { Relation } from '../db/copies.ts'
import type { FoundFile, OpenFile } from '../db/peek.ts'
import type { Salvage } from '../db/salvage.ts'
import type { UnsealedRecord } from '../session-digest.ts'
import type { CriteriaReading } from '../workbooks/criteria/read-criteria-workbook.ts'
import type { ReadPackage } from '../workbooks/package/read-package.ts'
import type { NationalListToWrite } from '../workbooks/register/write-national-list.ts'
import type { PackageToWrite } from '../workbooks/package/write-package.ts'
import type { FilledProvinceWorkbook, ListToFill, RememberedColumns } from '../workbooks/province/province-list.ts'
import type { ReferenceReading } from '../workbooks/session/read-reference-workbook.ts'
import type { ReferenceFrame, ReferenceToWrite } from '../workbooks/session/reference-workbook.ts'
import type { ImportedItem, ItemBackground, SessionImport } from '../workbooks/session/session-import.ts'
import type { Job } from './job.ts'
import type { PaperToDraw } from './jobs/draw-paper.ts'
import type { PaperToRead } from './jobs/read-papers.ts'
import type { DossiersToPack, PackedDossiers } from './dossier-pack.ts'

/** All that is done away from the keys: kind → what it is handed, answers and tells meanwhile. */
export type Jobs = {
  'render-document': Job<ToRender, RenderedDocument, never>
  /** Papers of the office, of one kind, in one file. */
  'render-papers': Job<Omit<PapersToRender, 'resources' | 'breathe'>, RenderedDocument, never>
  /** A preview: as many certificates as one looks through, in one piece. */
  'draw-certificates': Job<CertificatesNow & { readonly print: CertificatePrint }, Uint8Array, never>
  /** One PDF at a path; answers the ids of the numbered certificates that are in it. */
  'print-certificates': Job<
    CertificatesNow & { readonly path: string; readonly print: CertificatePrint },
    readonly number[],
    Progress
  >
  /** Every document in every format in one zip at a path, certificates where the level issues them. */
  'pack-documents': Job<ToPack, void, Progress>
  /** Dossiers with all their files in one zip at a path. */
  'pack-dossiers': Job<DossiersToPack, PackedDossiers, Progress>
  /** Tells of each path in its order what stands there. */
  'look-at-files': Job<{ readonly paths: readonly string[]; readonly open: OpenFile | null }, void, SeenFile>
  /** Of a file that is not open. */
  'compare-bytes': Job<{ readonly path: string; readonly dataFolder: string }, BytesSeen | null, never>
  /** Of a copy of the open file at a path. */
  'check-integrity': Job<
    {
      readonly path: string
      readonly dataFolder?: string
      readonly file?: string
      readonly codes?: readonly string[]
      readonly bytes?: BytesSeen | null
    },
    IntegrityReport,
    Extract<IntegrityEvent, { kind: 'progress' }>
  >
  /** What can be read of a damaged file that is not open. */
  'salvage-file': Job<{ readonly path: string }, Salvage, never>
  /** Of an unfinished copy of the open file. */
  'keep-backup': Job<Omit<CopyToKeep, 'newest'>, BackupNote, never>
  'copy-backup': Job<BackupToCopy, void, never>
  'unpack-backup': Job<BackupToUnpack, void, never>
  /** Of a file that is not open. */
  'measure-file': Job<{ readonly path: string }, { readonly sha256: string; readonly size: number }, never>
  'seal-file': Job<Sealing, void, never>
  'unseal-file': Job<Sealing, void, never>
  /** Null for bytes that are no Word document. */
  'check-template': Job<TemplateFile, CheckedTemplate | null, never>
  /** What kind of picture the bytes are, by their head alone. @throws Refusal `picture-unreadable`, `picture-too-large` */
  'read-picture': Job<{ readonly bytes: Uint8Array }, PictureType, never>
  'hash-password': Job<{ readonly password: string }, string, never>
  'check-password': Job<{ readonly password: string; readonly hash: string }, boolean, never>
  /** Signs that the face of the documents lacks. */
  'find-unprintable': Job<{ readonly texts: readonly string[] }, readonly UnprintableText[], never>
  'preview-workbook': Job<WorkbookToRead, WorkbookPreview, never>
  /** Puts what there is thousands of into a file at the path; null where the workbook has faults. */
  'stage-workbook': Job<ToStage, { readonly preview: WorkbookPreview; readonly value: StagedImport | null }, never>
  'write-workbook': Job<SessionToWrite, Uint8Array, never>
  'write-reference-workbook': Job<ReferenceToWrite, Uint8Array, never>
  'read-reference-workbook': Job<
    { readonly bytes: Uint8Array; readonly frame: ReferenceFrame },
    ReferenceReading,
    never
  >
  'write-blank-workbook': Job<{ readonly ruleSet: RuleSet; readonly date: string }, Uint8Array, never>
  /** Held against the sets that ship. */
  'read-criteria-workbook': Job<{ readonly bytes: Uint8Array }, CriteriaReading, never>
  'write-criteria-workbook': Job<{ readonly form: CriteriaSet; readonly createdAt: Date }, Uint8Array, never>
  /** A workbook at a path, of rows that lie in a file. */
  'write-table': Job<TableToWrite, void, never>
  /** Puts what taking an office's list writes into a file at the path. @throws Refusal `workbook-unreadable`, `no-list-head` */
  'stage-office-list': Job<ListToRead & ListToPlan & ListToStage, StagedList, never>
  /** What an office's list says, held against the register. */
  'preview-office-list': Job<ListToRead & ListToPlan, PackedPreview, never>
  /** What a list of communes says. @throws Refusal `workbook-unreadable`, `no-list-head` */
  'read-commune-list': Job<{ readonly bytes: Uint8Array }, CommuneList, never>
  /** A year's certificates for the ministry's register. */
  'write-national-list': Job<NationalListToWrite, Uint8Array<ArrayBuffer>, never>
  'write-package': Job<PackageToWrite, Uint8Array<ArrayBuffer>, never>
  /** @throws Refusal `package-unreadable` */
  'read-package': Job<{ readonly bytes: Uint8Array }, ReadPackage, never>
  /** The same held against the register; of an answer no rows. */
  'preview-package': Job<
    {
      readonly bytes: Uint8Array
      readonly register: readonly RegisteredProduct[]
      /** The office's list of communes. */
      readonly changes: readonly CommuneChange[]
      readonly closedYears: readonly number[]
    },
    { readonly read: ReadPackage; readonly rows: readonly UpRow[] },
    never
  >
  /** The session whose scanned ballots are read from now on. */
  'lay-out-papers': Job<WithRecord, void, never>
  /** How many pages are in a file of scans; one where it cannot be read. */
  'count-papers': Job<{ readonly path: string }, number, never>
  /** A page of it, held against the session. @throws Refusal `work-stopped` where none was laid out */
  'read-paper': Job<PaperToRead, PageOutcome, never>
  /** A page as a picture. @throws Refusal `picture-unreadable` */
  'draw-paper': Job<PaperToDraw, Uint8Array<ArrayBuffer>, never>
  'read-province-layout': Job<ProvinceFile, ProvinceLayout, never>
  'fill-province-workbook': Job<ProvinceFile & ListToFill, FilledProvinceWorkbook, never>
  'compare-province-workbook': Job<ProvinceFile & WithRows, ProvinceComparison, never>
}

/** Jobs of many pieces: the others are done in between. */
export const batches: readonly (keyof Jobs)[] = [
  'print-certificates',
  'pack-documents',
  'pack-dossiers',
  'check-integrity',
  'write-table',
]

const [forFiles, forDocuments, forTheFile] = [60_000, 300_000, 600_000]
/** Of products: twenty thousand rows take seconds on a good machine, and a minute on a weak one with other work. */
const forLists = 300_000

/**
 * Milliseconds that a job may be silent before it is ended with its thread; what tells progress begins anew each time. The
 * largest honest files take a tenth of it on a slow machine.
 */
export const deadlines: Readonly<Record<keyof Jobs, number>> = {
  'render-document': forDocuments,
  'render-papers': forDocuments,
  'draw-certificates': forDocuments,
  'print-certificates': forDocuments,
  'pack-documents': forDocuments,
  'pack-dossiers': forDocuments,
  'look-at-files': forFiles,
  'compare-bytes': forTheFile,
  'check-integrity': forTheFile,
  'salvage-file': forTheFile,
  'keep-backup': forTheFile,
  'copy-backup': forTheFile,
  'unpack-backup': forTheFile,
  'measure-file': forTheFile,
  'seal-file': forTheFile,
  'unseal-file': forTheFile,
  'check-template': forFiles,
  'read-picture': forFiles,
  'hash-password': forFiles,
  'check-password': forFiles,
  'find-unprintable': forDocuments,
  'preview-workbook': forFiles,
  'stage-workbook': forFiles,
  'write-workbook': forDocuments,
  'write-reference-workbook': forDocuments,
  'read-reference-workbook': forFiles,
  'write-blank-workbook': forDocuments,
  'read-criteria-workbook': forFiles,
  'write-criteria-workbook': forFiles,
  'write-table': forTheFile,
  'stage-office-list': forLists,
  'read-commune-list': forFiles,
  'preview-office-list': forLists,
  'write-national-list': forLists,
  'write-package': forLists,
  'read-package': forLists,
  'preview-package': forLists,
  'lay-out-papers': forDocuments,
  'count-papers': forDocuments,
  'read-paper': forDocuments,
  'draw-paper': forFiles,
  'read-province-layout': forFiles,
  'fill-province-workbook': forFiles,
  'compare-province-workbook': forFiles,
}

/** `backgrounds`: by the items' ids. */
type SessionToWrite = {
  readonly record: UnsealedRecord
  readonly backgrounds: ReadonlyMap<number, ItemBackground>
  readonly filled: boolean
}

/** A checked workbook whose ballots and knock-out answers lie in a file of their own. */
export type StagedImport = Omit<SessionImport, 'items'> & {
  readonly items: readonly (Omit<ImportedItem, 'rounds'> & { readonly rounds: readonly number[] })[]
  /** By the number of their set. */
  readonly forms: ReadonlyMap<number, CriteriaSet>
}

export type SeenFile =
  /** Told once everything is loaded: from here on only places are waited for. */
  | 'begun'
  | { readonly path: string; readonly found: FoundFile }
  /** Told of a path once all were seen: it is a state of the record that another file has newer. */
  | { readonly path: string; readonly copy: { readonly of: string; readonly relation: Relation } }

/** `ownSets`: what stands in place of shipped sets in the open file. */
export type WorkbookToRead = {
  readonly bytes: Uint8Array
  readonly oldText: OldTextChoice | null
  readonly ownSets: readonly CriteriaSet[]
}
type ToStage = WorkbookToRead & { readonly path: string }

type ListToPlan = {
  readonly register: readonly RegisteredProduct[]
  /** That the file and the office's list know. */
  readonly communes: readonly KnownCommune[]
  /** The office's list of communes. */
  readonly changes: readonly CommuneChange[]
  /** Whose books are closed. */
  readonly closedYears: readonly number[]
  readonly year: number
}

type WithRecord = { readonly record: UnsealedRecord }

type ToRender = WithRecord &
  Required<Pick<DocumentToRender, 'kind' | 'format' | 'issues' | 'notices' | 'templates' | 'codes'>> &
  Pick<DocumentToRender, 'itemIds' | 'ballots' | 'onBothSides'> & { readonly now: Date }

type CertificatesNow = CertificatesToPrint & { readonly now: Date }

type ToPack = WithRecord &
  Pick<CertificatesToPrint, 'decision' | 'numbered'> & {
    readonly issues: Issues
    readonly codes: PaperCodes
    readonly now: Date
    readonly path: string
    readonly templates: OwnTemplates
    readonly notices: NoticeIssues
    /** Papers as they were issued. */
    readonly issuedPapers: readonly { readonly fileName: string; readonly bytes: Uint8Array }[]
    /** Scanned ballots, where they lie. */
    readonly scans: readonly { readonly fileName: string; readonly path: string }[]
  }

type Progress = Extract<BatchEvent, { kind: 'progress' }>

type TemplateFile = { readonly kind: WordKind; readonly bytes: Uint8Array }

type ProvinceFile = { readonly bytes: Uint8Array; readonly remembered: RememberedColumns }

type WithRows = { readonly rows: readonly ProvinceRow[] }
