import type { DocumentFormat, DocumentKind, DocumentListing } from '../../shared/api/documents.ts'
import type { WordKind } from '../../shared/api/word-templates.ts'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { NumberedKind } from '../../shared/domain/documents/numbered-kinds.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { blankBallotsModel, filledBallotsModel, spareBallotsModel } from './ballot-form/model.ts'
import { ballotFormsPdf } from './ballot-form/pdf.ts'
import { composeText } from './compose-text.ts'
import { councilReportModel } from './council-report/model.ts'
import { decisionModel } from './decision/model.ts'
import { decisionPdf } from './decision/pdf.ts'
import { applyIssues, issueDefaults, type Issues } from './issue.ts'
import type { LetterModel } from './letter/model.ts'
import { letterPdf } from './letter/pdf.ts'
import { minutesModel } from './minutes/model.ts'
import { minutesPdf } from './minutes/pdf.ts'
import { outcomeOf } from './outcome.ts'
import { proposalModel } from './proposal/model.ts'
import { productTallyModel } from './product-tally/model.ts'
import { productTallyPdf } from './product-tally/pdf.ts'
import { referralLetterModel } from './referral-letter/model.ts'
import { referralListModel } from './referral-list/model.ts'
import { referralListSheet } from './referral-list/sheet.ts'
import { renderPdf, type PdfDocument } from './render-pdf.ts'
import { renderXlsx, type SheetDocument } from './render-xlsx.ts'
import { resultNoticesModel } from './result-notice/model.ts'
import { resultNoticesPdf } from './result-notice/pdf.ts'
import { tallyTableModel } from './tally-table/model.ts'
import { tallyTablePdf } from './tally-table/pdf.ts'
import { tallyTableSheet } from './tally-table/sheet.ts'
import { decisionValues } from './word/decision-fields.ts'
import type { FieldValues } from './word/field-spec.ts'
import { fillTemplate } from './word/fill-template.ts'
import { letterValues, noticesValues } from './word/letter-fields.ts'
import { minutesValues } from './word/minutes-fields.ts'
import { shippedTemplate } from './word/word-documents.ts'

export type RenderedDocument = {
  /** Without accents or spaces, with the day of the session: `Quyet-dinh_2024-10-25.pdf`. */
  readonly fileName: string
  readonly mimeType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The documents of a session with the formats that each has, and why one cannot be made now. */
export function listDocuments(record: SessionRecord): readonly Omit<DocumentListing, 'entry'>[] {
  return Object.entries(catalogue).map(([kind, { layouts, isForm = false, unavailable }]) => ({
    kind: kind as DocumentKind,
    formats: layouts.map(({ format }) => format),
    state: isForm ? 'form' : record.session.state === 'closed' ? 'final' : 'draft',
    unavailable: unavailable(record),
  }))
}

/** What the document carries by Decree 30 before the office says otherwise; null where it carries no number. */
export function defaultIssue({ record, kind }: { record: SessionRecord; kind: DocumentKind }) {
  const model = catalogue[kind].numbered?.(composeText(record))
  return model === undefined ? null : issueDefaults(model)
}

/**
 * The bytes of a document, the same for screen, printer and file; DỰ THẢO until the session is closed.
 * @param now goes into the file's metadata; the same record and time give the same PDF.
 * @param resources absolute path of the resources folder, where the fonts stand.
 * @param issues what the register gave the session's documents: number, date, signer, recipients.
 * @param templateOf the Word template of a document; the shipped one unless the office has its own.
 * @throws RangeError for a format that the document does not have.
 */
export async function renderDocument({
  record,
  kind,
  format,
  now,
  resources,
  issues = {},
  templateOf = (word) => shippedTemplate(word, resources),
}: {
  record: SessionRecord
  kind: DocumentKind
  format: DocumentFormat
  now: Date
  resources: string
  issues?: Issues
  templateOf?: (kind: WordKind) => Uint8Array
}): Promise<RenderedDocument> {
  const { name, layouts } = catalogue[kind]
  const layout = layouts.find((candidate) => candidate.format === format)
  if (layout === undefined) throw new RangeError(`The document ${kind} has no format ${format}`)
  const bytes = await renderLayout({ layout, record: composeText(record), issues, now, resources, templateOf })
  return { fileName: `${name}_${record.session.heldOn}.${format}`, mimeType: mimeTypes[format], bytes }
}

async function renderLayout({
  layout,
  record,
  issues,
  now,
  resources,
  templateOf,
}: {
  layout: Layout
  record: SessionRecord
  issues: Issues
  now: Date
  resources: string
  templateOf: (kind: WordKind) => Uint8Array
}): Promise<Uint8Array<ArrayBuffer>> {
  switch (layout.format) {
    case 'pdf':
      return renderPdf({ document: layout.make(record, issues), createdAt: now, resources })
    case 'xlsx':
      return renderXlsx(layout.make(record, issues), now)
    case 'docx':
      return fillTemplate(templateOf(layout.template), layout.make(record, issues))
    default:
      return assertNever(layout)
  }
}

type Layout =
  | { readonly format: 'pdf'; readonly make: (record: SessionRecord, issues: Issues) => PdfDocument }
  | { readonly format: 'xlsx'; readonly make: (record: SessionRecord, issues: Issues) => SheetDocument }
  | {
      readonly format: 'docx'
      readonly template: WordKind
      readonly make: (record: SessionRecord, issues: Issues) => FieldValues
    }

type CatalogueEntry = {
  /** First part of the file name. */
  readonly name: string
  readonly layouts: readonly Layout[]
  /** The model of a document that carries a number. */
  readonly numbered?: (record: SessionRecord) => Parameters<typeof issueDefaults>[0]
  /** To be filled by hand: never a draft. */
  readonly isForm?: boolean
  readonly unavailable: (record: SessionRecord) => DocumentListing['unavailable']
}

const mimeTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<DocumentFormat, string>

const isSentUp = (record: SessionRecord): boolean =>
  record.items.some((item) => outcomeOf(item, record).kind === 'sent-up')

/** A decision may recognise nothing and still approve what goes up (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm e). */
const isDecided = (record: SessionRecord): boolean =>
  record.items.some((item) => outcomeOf(item, record).kind !== 'none')

const issuedDecision = (record: SessionRecord, issues: Issues) =>
  applyIssues({ model: decisionModel(record), kind: 'decision', issues })

const issuedMinutes = (record: SessionRecord, issues: Issues) =>
  applyIssues({ model: minutesModel(record), kind: 'minutes', issues })

function letterLayouts(
  kind: NumberedKind & WordKind,
  model: (record: SessionRecord) => LetterModel,
): readonly Layout[] {
  const make = (record: SessionRecord, issues: Issues) => applyIssues({ model: model(record), kind, issues })
  return [
    { format: 'pdf', make: (record, issues) => letterPdf(make(record, issues)) },
    { format: 'docx', template: kind, make: (record, issues) => letterValues(make(record, issues)) },
  ]
}

const catalogue: Readonly<Record<DocumentKind, CatalogueEntry>> = {
  decision: {
    name: 'Quyet-dinh',
    numbered: decisionModel,
    layouts: [
      { format: 'pdf', make: (record, issues) => decisionPdf(issuedDecision(record, issues)) },
      {
        format: 'docx',
        template: 'decision',
        make: (record, issues) => decisionValues(issuedDecision(record, issues)),
      },
    ],
    unavailable: (record) => (isDecided(record) ? null : 'no-recognised-product'),
  },
  minutes: {
    name: 'Bien-ban_Hoi-dong',
    numbered: minutesModel,
    layouts: [
      { format: 'pdf', make: (record, issues) => minutesPdf(issuedMinutes(record, issues)) },
      { format: 'docx', template: 'minutes', make: (record, issues) => minutesValues(issuedMinutes(record, issues)) },
    ],
    unavailable: () => null,
  },
  'tally-table': {
    name: 'Bang-tong-hop-diem',
    layouts: [
      { format: 'pdf', make: (record) => tallyTablePdf(tallyTableModel(record)) },
      { format: 'xlsx', make: (record) => tallyTableSheet(tallyTableModel(record)) },
    ],
    unavailable: () => null,
  },
  'referral-list': {
    name: 'Danh-muc-de-nghi',
    layouts: [{ format: 'xlsx', make: (record) => referralListSheet(referralListModel(record)) }],
    unavailable: (record) => (isSentUp(record) ? null : 'no-referred-product'),
  },
  'blank-ballots': {
    name: 'Phieu-danh-gia',
    layouts: [{ format: 'pdf', make: (record) => ballotFormsPdf(blankBallotsModel(record)) }],
    isForm: true,
    unavailable: (record) => (blankBallotsModel(record).sheets.length > 0 ? null : 'no-product'),
  },
  'spare-ballots': {
    name: 'Phieu-danh-gia_du-phong',
    layouts: [{ format: 'pdf', make: (record) => ballotFormsPdf(spareBallotsModel(record)) }],
    isForm: true,
    unavailable: ({ items }) => (items.length > 0 ? null : 'no-product'),
  },
  'filled-ballots': {
    name: 'Phieu-danh-gia_da-cham',
    layouts: [{ format: 'pdf', make: (record) => ballotFormsPdf(filledBallotsModel(record)) }],
    unavailable: ({ items }) => (items.some(({ ballots }) => ballots.length > 0) ? null : 'no-ballot'),
  },
  'product-tally': {
    name: 'Bang-diem-tung-san-pham',
    layouts: [{ format: 'pdf', make: (record) => productTallyPdf(productTallyModel(record)) }],
    unavailable: ({ items }) => (items.length > 0 ? null : 'no-product'),
  },
  'result-notices': {
    name: 'Thong-bao-ket-qua',
    layouts: [
      { format: 'pdf', make: (record) => resultNoticesPdf(resultNoticesModel(record)) },
      { format: 'docx', template: 'result-notices', make: (record) => noticesValues(resultNoticesModel(record)) },
    ],
    unavailable: ({ items }) => (items.length > 0 ? null : 'no-product'),
  },
  'council-report': {
    name: 'Bao-cao_Hoi-dong',
    numbered: councilReportModel,
    layouts: letterLayouts('council-report', councilReportModel),
    unavailable: ({ items }) => (items.length > 0 ? null : 'no-product'),
  },
  proposal: {
    name: 'To-trinh',
    numbered: proposalModel,
    layouts: letterLayouts('proposal', proposalModel),
    unavailable: (record) => {
      if (record.level === 'central') return 'not-at-this-level'
      return isDecided(record) ? null : 'no-recognised-product'
    },
  },
  'referral-letter': {
    name: 'Cong-van_de-nghi',
    numbered: referralLetterModel,
    layouts: letterLayouts('referral-letter', referralLetterModel),
    unavailable: (record) => (isSentUp(record) ? null : 'no-referred-product'),
  },
}
