import type { DocumentIssue } from '../../../shared/api/document-register.ts'
import type { OfficePaperKind } from '../../../shared/api/office-paper.ts'
import type { DocumentFormat } from '../../../shared/api/documents.ts'
import { applyIssues } from '../issue.ts'
import type { PaperModel } from '../letter/model.ts'
import { letterSections } from '../letter/pdf.ts'
import { mimeTypes } from '../mime-types.ts'
import { changedText } from '../paper-code.ts'
import type { RenderedDocument } from '../render-document.ts'
import { renderPdf } from '../render-pdf.ts'
import { renderSheets, type SheetDocument } from '../render-xlsx.ts'
import { asPrinted } from '../unprintable.ts'
import { fileNameOf, modelOf, officePapers, type GatheredPaper, type OfficePaperFacts } from './catalogue.ts'
import { writeWord } from '../word/papers/write-word.ts'
import { dossierIndexSheet } from './dossier/dossier-index.ts'
import { lackingLetterSheet } from './dossier/lacking-letter.ts'
import { lapsingListSheet } from './lapsing-list.ts'
import { newYearCountSheet } from './new-year-count.ts'
import { registeredListSheet } from './registered-list.ts'
import { inspectionPlanSheet } from './inspections/inspection-plan.ts'
import { inspectionSummarySheet } from './inspections/inspection-summary.ts'
import { advisoryReportSheet } from './meeting/advisory-report.ts'
import { attendanceSheetSheet } from './meeting/attendance-sheet.ts'
import { printedAgendaSheet } from './meeting/printed-agenda.ts'
import { opinionSummarySheet } from './opinions/opinion-summary.ts'
import { recognitionDecisionSheet } from './opinions/recognition-decision.ts'
import { certificateRegisterSheet, documentRegisterSheet } from './registers.ts'

/** A paper with what the register gave it. */
export type PaperToRender = GatheredPaper & {
  /** Null while it has no number. */
  readonly issue: DocumentIssue | null
  /** It was issued and reads otherwise now: a draft until it is issued again. */
  readonly isChanged: boolean
}

export type PapersToRender = {
  /** Of one kind. */
  readonly papers: readonly PaperToRender[]
  readonly format: DocumentFormat
  readonly now: Date
  readonly resources: string
  /** A small line at the foot of each page; empty for none. */
  readonly foot: string
  readonly breathe?: () => Promise<void>
}

/** The bytes of one paper or of several in one file, each from a page of its own. */
export async function renderPapers(asked: PapersToRender): Promise<RenderedDocument> {
  const papers = asked.papers.map((paper) => asPrinted(paper, asked.resources))
  const [first] = papers
  if (first === undefined) throw new RangeError('No paper to render')
  const bytes = await bytesOf(papers, asked)
  if (bytes === null) throw new RangeError(`The paper ${first.kind} has no format ${asked.format}`)
  const name = papers.length === 1 ? fileNameOf(first) : officePapers[first.kind].name
  const fileName = `${name}_${first.facts.day}.${asked.format}`
  return { fileName, mimeType: mimeTypes[asked.format], bytes }
}

async function bytesOf(papers: readonly PaperToRender[], asked: PapersToRender) {
  const { format, now, resources, foot, breathe } = asked
  const models = papers.map(issuedModel)
  const [{ title = '' } = {}] = models
  if (format === 'pdf') {
    const sections = models.flatMap((model, index) => {
      const own = papers[index]
      const changed = own?.isChanged === true && own.issue !== null ? { foot: changedText([own.issue]) } : {}
      return letterSections(model).map((section) => ({ ...section, isDraft: model.isDraft, ...changed }))
    })
    return renderPdf({ document: { title, isDraft: false, sections }, foot, createdAt: now, resources, breathe })
  }
  if (format === 'docx') {
    const changed = papers.flatMap(({ isChanged, issue }) => (isChanged && issue !== null ? [issue] : []))
    return writeWord(models, { foot: changed.length === 0 ? foot : changedText(changed), resources })
  }
  const tables = papers.flatMap((paper) => sheetOf(paper) ?? [])
  return format === 'xlsx' && tables.length > 0 ? renderSheets(tables, { foot, createdAt: now }) : null
}

function issuedModel(paper: PaperToRender): PaperModel {
  const model = modelOf(paper)
  const issued = applyIssues({ model, own: paper.issue, issues: {}, symbols: {} })
  return paper.isChanged ? { ...issued, isDraft: true } : issued
}

const sheets: { readonly [Kind in OfficePaperKind]?: (facts: OfficePaperFacts[Kind]) => SheetDocument } = {
  'attendance-sheet': attendanceSheetSheet,
  'printed-agenda': printedAgendaSheet,
  'advisory-report': advisoryReportSheet,
  'lacking-letter': lackingLetterSheet,
  'dossier-index': dossierIndexSheet,
  'lapsing-list': lapsingListSheet,
  'registered-list': registeredListSheet,
  'document-register': documentRegisterSheet,
  'certificate-register': certificateRegisterSheet,
  'new-year-count': newYearCountSheet,
  'opinion-summary': opinionSummarySheet,
  'recognition-decision': recognitionDecisionSheet,
  'inspection-plan': inspectionPlanSheet,
  'inspection-summary': inspectionSummarySheet,
}

function sheetOf<Kind extends OfficePaperKind>(paper: {
  readonly kind: Kind
  readonly facts: OfficePaperFacts[Kind]
}): SheetDocument | undefined {
  return sheets[paper.kind]?.(paper.facts)
}
