import type { DocumentFormat, DocumentKind, DocumentListing } from '../../shared/api/documents.ts'
import { outcomeOf } from '../../shared/domain/session/outcome.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { blankBallotPlaces } from './ballot-form/model.ts'
import { composeText } from './compose-text.ts'
import { tablePage } from './table-page.ts'
import { councilReportModel } from './council-report/model.ts'
import { decisionModel } from './decision/model.ts'
import { issueDefaults, type Issues, type Symbols } from './issue.ts'
import { minutesModel } from './minutes/model.ts'
import { proposalModel } from './proposal/model.ts'
import { referralLetterModel } from './referral-letter/model.ts'

/** The documents of a session with the formats that each has, and why one cannot be made now. */
export function listDocuments(record: SessionRecord): readonly Omit<DocumentListing, 'entry'>[] {
  const entries = Object.entries<CatalogueEntry>(catalogue)
  return entries.map(([kind, { formats, isForm = false, isBatch = false, hasMembers = false, unavailable }]) => ({
    kind: kind as DocumentKind,
    formats,
    isBatch,
    paper: hasMembers && tablePage(record.members.length) === 'wide' ? 'A3' : 'A4',
    state: isForm ? 'form' : record.session.state === 'closed' ? 'final' : 'draft',
    unavailable: unavailable(record),
  }))
}

/** What the document carries by Decree 30 before the office says otherwise; null where it carries no number. */
export function defaultIssue({ record, kind }: { record: SessionRecord; kind: DocumentKind }) {
  const { numbered }: CatalogueEntry = catalogue[kind]
  const model = numbered?.(composeText(record))
  return model === undefined ? null : issueDefaults(model)
}

/** The symbols that the session's models have for its numbered documents. */
export function symbolsOf(record: SessionRecord, issues: Issues): Symbols {
  const kinds = Object.keys(issues) as (keyof Issues)[]
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const issue = defaultIssue({ record, kind })
      return issue === null ? [] : [[kind, issue.symbol]]
    }),
  )
}

type CatalogueEntry = {
  /** First part of the file name. */
  readonly name: string
  readonly formats: readonly DocumentFormat[]
  /** The model of a document that carries a number. */
  readonly numbered?: (record: SessionRecord) => Parameters<typeof issueDefaults>[0]
  /** To be filled by hand: never a draft. */
  readonly isForm?: boolean
  /** Several papers in one file. */
  readonly isBatch?: boolean
  /** Has a column for each member. */
  readonly hasMembers?: boolean
  readonly unavailable: (record: SessionRecord) => DocumentListing['unavailable']
}

const ifProducts = ({ items }: SessionRecord) => (items.length > 0 ? null : 'no-product')

const ifSentUp = (record: SessionRecord) => {
  // Nothing is above the central level.
  if (record.level === 'central') return 'not-at-this-level'
  return record.items.some((item) => outcomeOf(item, record).kind === 'sent-up') ? null : 'no-referred-product'
}

/** A decision may recognise nothing and still approve what goes up (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm e). */
const ifDecided = (record: SessionRecord) =>
  record.items.some((item) => outcomeOf(item, record).kind !== 'none') ? null : 'no-recognised-product'

/** Which documents there are. How each is laid out stands apart (`render-document.ts`), for the writers weigh much. */
export const catalogue = {
  decision: { name: 'Quyet-dinh', formats: ['pdf', 'docx'], numbered: decisionModel, unavailable: ifDecided },
  minutes: { name: 'Bien-ban_Hoi-dong', formats: ['pdf', 'docx'], numbered: minutesModel, unavailable: () => null },
  'tally-table': { name: 'Bang-tong-hop-diem', formats: ['pdf', 'xlsx'], hasMembers: true, unavailable: () => null },
  'referral-list': { name: 'Danh-muc-de-nghi', formats: ['xlsx'], unavailable: ifSentUp },
  'blank-ballots': {
    name: 'Phieu-danh-gia',
    formats: ['pdf'],
    isForm: true,
    isBatch: true,
    unavailable: (record) => (blankBallotPlaces(record).length > 0 ? null : 'no-product'),
  },
  'spare-ballots': {
    name: 'Phieu-danh-gia_du-phong',
    formats: ['pdf'],
    isForm: true,
    isBatch: true,
    unavailable: ifProducts,
  },
  'filled-ballots': {
    name: 'Phieu-danh-gia_da-cham',
    formats: ['pdf'],
    isBatch: true,
    unavailable: ({ items }) => (items.some(({ ballots }) => ballots.length > 0) ? null : 'no-ballot'),
  },
  'product-tally': {
    name: 'Bang-diem-tung-san-pham',
    formats: ['pdf'],
    isBatch: true,
    hasMembers: true,
    unavailable: ifProducts,
  },
  'result-notices': { name: 'Thong-bao-ket-qua', formats: ['pdf', 'docx'], isBatch: true, unavailable: ifProducts },
  'council-report': {
    name: 'Bao-cao_Hoi-dong',
    formats: ['pdf', 'docx'],
    numbered: councilReportModel,
    unavailable: ifProducts,
  },
  proposal: {
    name: 'To-trinh',
    formats: ['pdf', 'docx'],
    numbered: proposalModel,
    unavailable: (record) => (record.level === 'central' ? 'not-at-this-level' : ifDecided(record)),
  },
  'referral-letter': {
    name: 'Cong-van_de-nghi',
    formats: ['pdf', 'docx'],
    numbered: referralLetterModel,
    unavailable: ifSentUp,
  },
} as const satisfies Readonly<Record<DocumentKind, CatalogueEntry>>
