import type { DocumentFormat, DocumentKind } from '../../shared/api/documents.ts'
import type { WordKind } from '../../shared/api/word-templates.ts'
import type { BallotSelection } from '../../shared/domain/ballot/selected-ballots.ts'
import type { NumberedKind } from '../../shared/domain/documents/numbered-kinds.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { blankBallotsModel, filledBallotsModel, spareBallotsModel } from './ballot-form/model.ts'
import { ballotFormsPdf } from './ballot-form/pdf.ts'
import { catalogue, symbolsOf } from './catalogue.ts'
import { councilReportModel } from './council-report/model.ts'
import { decisionModel } from './decision/model.ts'
import { decisionPdf } from './decision/pdf.ts'
import { applyIssues, type Issues, type NoticeIssues } from './issue.ts'
import { letterPdf } from './letter/pdf.ts'
import { mimeTypes } from './mime-types.ts'
import { minutesModel } from './minutes/model.ts'
import { minutesPdf } from './minutes/pdf.ts'
import { changedLine, codeLine, codeOfPaper, type PaperCodes } from './paper-code.ts'
import { proposalModel } from './proposal/model.ts'
import { productTallyModel } from './product-tally/model.ts'
import { productTallyPdf } from './product-tally/pdf.ts'
import { referralLetterModel } from './referral-letter/model.ts'
import { referralListModel } from './referral-list/model.ts'
import { referralListSheet } from './referral-list/sheet.ts'
import { renderPdf, type PdfDocument } from './render-pdf.ts'
import { renderXlsx, type SheetDocument } from './render-xlsx.ts'
import { changedFoot, issuedNotices, noticedItems } from './result-notice/issue-notices.ts'
import { resultNoticesPdf } from './result-notice/pdf.ts'
import { tallyTableModel } from './tally-table/model.ts'
import { tallyTablePdf } from './tally-table/pdf.ts'
import { tallyTableSheet } from './tally-table/sheet.ts'
import { decisionValues } from './word/decision-fields.ts'
import type { FieldValues } from './word/field-spec.ts'
import { fillParts, fillTemplate } from './word/fill-template.ts'
import { letterValues, noticesValues } from './word/letter-fields.ts'
import { minutesValues } from './word/minutes-fields.ts'
import { shippedTemplate } from './word/word-documents.ts'
import { asPrinted } from './unprintable.ts'
import { wordPdfSections } from './word-pdf/word-sections.ts'

/** Word templates of the office's own, by document. */
export type OwnTemplates = Readonly<Partial<Record<WordKind, Uint8Array>>>

export type DocumentToRender = {
  readonly record: SessionRecord
  readonly kind: DocumentKind
  readonly format: DocumentFormat
  /** Goes into the file's metadata; the same record and time give the same PDF. */
  readonly now: Date
  /** Absolute path of the resources folder, where the fonts and shipped templates stand. */
  readonly resources: string
  /** What the register gave the session's documents: number, date, signer, recipients. */
  readonly issues?: Issues
  /** The same of its notices, by agenda item. */
  readonly notices?: NoticeIssues
  /** Notices of these products only, where any are named. */
  readonly itemIds?: readonly number[] | undefined
  /** Of blank and filled ballots these only. */
  readonly ballots?: BallotSelection | undefined
  /** Papers of one file begin on the front of a sheet, where it is to be printed on both sides; so they do unless said. */
  readonly onBothSides?: boolean | undefined
  readonly templates?: OwnTemplates
  readonly codes?: PaperCodes
  /** Awaited between pages; a long document is stopped there by what it throws. */
  readonly breathe?: () => Promise<void>
}

export type RenderedDocument = {
  /** Without accents or spaces, with the day of the session: `Quyet-dinh_2024-10-25.pdf`. */
  readonly fileName: string
  readonly mimeType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * The bytes of a document, the same for screen, printer and file; DỰ THẢO until the session is closed.
 * Where an office has a template of its own, the PDF is made of the filled Word file: two papers that say the same.
 * @throws RangeError for a format that the document does not have; Refusal `template-not-drawn`
 */
export async function renderDocument(asked: DocumentToRender): Promise<RenderedDocument> {
  const { kind, format, record, resources } = asked
  const bytes = await bytesOf({ ...asked, record: asPrinted(record, resources) })
  if (bytes === null) throw new RangeError(`The document ${kind} has no format ${format}`)
  return { fileName: `${catalogue[kind].name}_${record.session.heldOn}.${format}`, mimeType: mimeTypes[format], bytes }
}

async function bytesOf(asked: DocumentToRender): Promise<Uint8Array<ArrayBuffer> | null> {
  const { record, kind, format, now, resources, templates = {}, codes, breathe } = asked
  const { issues = {}, notices = {}, itemIds, ballots, onBothSides = true } = asked
  const changed = codes === undefined ? null : changedLine(kind, codes)
  const changedNotices = kind === 'result-notices' ? (codes?.changedNotices ?? []) : []
  const given = { issues, notices, itemIds, ballots, isChanged: changed !== null, changedNotices }
  const foot = changed ?? (codes === undefined ? '' : codeLine(codeOfPaper(kind, codes)))
  const { pdf, xlsx, docx }: Partial<Layouts> = layouts[kind]
  const own = docx === undefined ? undefined : templates[kind as WordKind]
  if (format === 'pdf' && pdf !== undefined) {
    const document = pdf(record, given)
    // Nothing in a filled file tells where each of its papers begins.
    const files =
      changedNotices.length === 0 ? [given] : noticedItems(record, itemIds).map((id) => ({ ...given, itemIds: [id] }))
    const inWord =
      own === undefined || docx === undefined
        ? {}
        : {
            sections: await wordPdfSections(
              document,
              files.map((one) => fillParts(own, docx(record, one))),
            ),
          }
    return renderPdf({ document: { ...document, ...inWord }, foot, createdAt: now, resources, onBothSides, breathe })
  }
  if (format === 'xlsx' && xlsx !== undefined) return renderXlsx(xlsx(record, given), { foot, createdAt: now })
  if (format === 'docx' && docx !== undefined) {
    return fillTemplate(
      own ?? shippedTemplate(kind as WordKind, resources),
      docx(record, given),
      changedFoot(record, given) ?? foot,
    )
  }
  return null
}

/** What the register gave, and what is asked for of several papers in one file. */
type Given = Required<Pick<DocumentToRender, 'issues' | 'notices'>> &
  Pick<DocumentToRender, 'itemIds' | 'ballots'> & {
    /** It was issued and reads otherwise now: a draft until it is issued again. */
    readonly isChanged: boolean
    readonly changedNotices: readonly number[]
  }

type Layouts = {
  readonly pdf: (record: SessionRecord, given: Given) => PdfDocument
  readonly xlsx: (record: SessionRecord, given: Given) => SheetDocument
  readonly docx: (record: SessionRecord, given: Given) => FieldValues
}

/** How a document's one model is laid out in each of its formats. */
function layOut<Model, Format extends DocumentFormat>(
  model: (record: SessionRecord, given: Given) => Model,
  as: { readonly [F in Format]: (model: Model) => ReturnType<Layouts[F]> },
): Pick<Layouts, Format> {
  const formats = Object.entries<(model: Model) => unknown>(as)
  return Object.fromEntries(
    formats.map(([format, make]) => [format, (record: SessionRecord, given: Given) => make(model(record, given))]),
  ) as Pick<Layouts, Format>
}

/** A model with what the register gave it. */
const issued =
  <Model extends Parameters<typeof applyIssues>[0]['model']>(
    kind: NumberedKind,
    model: (record: SessionRecord) => Model,
  ) =>
  (record: SessionRecord, { issues, isChanged }: Given) =>
    asDraft(
      isChanged,
      applyIssues({ model: model(record), own: issues[kind], issues, symbols: symbolsOf(record, issues) }),
    )

const notices = (record: SessionRecord, given: Given) =>
  issuedNotices(record, { ...given, symbols: symbolsOf(record, given.issues) })

const asDraft = <Model>(isChanged: boolean, model: Model): Model => (isChanged ? { ...model, isDraft: true } : model)

const letterFormats = { pdf: letterPdf, docx: letterValues }

/** A layout for each format that the catalogue names. */
const layouts: {
  readonly [Kind in DocumentKind]: Pick<Layouts, (typeof catalogue)[Kind]['formats'][number]>
} = {
  decision: layOut(issued('decision', decisionModel), { pdf: decisionPdf, docx: decisionValues }),
  minutes: layOut(issued('minutes', minutesModel), { pdf: minutesPdf, docx: minutesValues }),
  'tally-table': layOut(tallyTableModel, { pdf: tallyTablePdf, xlsx: tallyTableSheet }),
  'referral-list': layOut(referralListModel, { xlsx: referralListSheet }),
  'blank-ballots': layOut((record, { ballots }) => blankBallotsModel(record, ballots), { pdf: ballotFormsPdf }),
  'spare-ballots': layOut(spareBallotsModel, { pdf: ballotFormsPdf }),
  'filled-ballots': layOut((record, { ballots }) => filledBallotsModel(record, ballots), { pdf: ballotFormsPdf }),
  'product-tally': layOut(productTallyModel, { pdf: productTallyPdf }),
  'result-notices': layOut(notices, { pdf: resultNoticesPdf, docx: noticesValues }),
  'council-report': layOut(issued('council-report', councilReportModel), letterFormats),
  proposal: layOut(issued('proposal', proposalModel), letterFormats),
  'referral-letter': layOut(issued('referral-letter', referralLetterModel), letterFormats),
}
