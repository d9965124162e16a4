import { annexTable } from '../../electron/documents/decision/annex-table.ts'
import type { LetterBlock, LetterModel } from '../../electron/documents/letter/model.ts'
import type { TextTable } from '../../electron/documents/nd30/table.ts'
import type { Head } from '../../electron/documents/nd30/head.ts'
import type { TableEntry } from '../../electron/documents/nd30/table.ts'
import { quocHieu, tieuNgu } from '../../electron/documents/nd30/measures.ts'
import type { PdfBatch } from './pdf-batch.ts'

/** The words of the batch as HTML for an office program: decision and annexes, then each notice on a page of its own. */
export function batchHtml({ decision, notices }: PdfBatch): string {
  const parts = [
    headHtml(decision.head),
    paragraphs([`QUYẾT ĐỊNH`, decision.subject, decision.authority], 'center'),
    paragraphs(decision.legalBases),
    paragraphs(decision.articles.flatMap(({ number, paragraphs: texts }) => [`Điều ${number}.`, ...texts])),
    paragraphs([...decision.recipients, ...decision.posts]),
    ...decision.annexes.flatMap((annex) => [
      newPage,
      paragraphs([annex.name, ...annex.heading, ...annex.reference], 'center'),
      tableHtml(annexTable(annex)),
    ]),
    ...notices.notices.flatMap((notice) => [newPage, noticeHtml(notice)]),
  ]
  return `<html><head><meta charset="utf-8"><style>
@page { size: 21cm 29.7cm; margin: 2cm 1.5cm 2cm 3cm }
body, td, th { font-family: "Liberation Serif", "Times New Roman", serif; font-size: 14pt }
td, th { font-size: 12pt }
</style></head><body>${parts.join('\n')}</body></html>`
}

const newPage = '<p style="page-break-before: always"></p>'

function noticeHtml({ head, kind, subject, blocks, recipients, posts }: LetterModel): string {
  return [
    headHtml(head),
    paragraphs([kind, subject], 'center'),
    ...blocks.map(blockHtml),
    paragraphs([...recipients, ...posts]),
  ].join('\n')
}

function blockHtml(block: LetterBlock): string {
  return block.kind === 'table' ? tableHtml(block.table) : paragraphs([block.text])
}

function headHtml({ superiorBody, issuingBody, number, placeAndDate }: Head): string {
  const left = paragraphs([...superiorBody, ...issuingBody, number], 'center')
  return `<table width="100%"><tr><td>${left}</td><td>${paragraphs([quocHieu, tieuNgu, placeAndDate], 'center')}</td></tr></table>`
}

function tableHtml({ head, rows }: TextTable): string {
  const heads = head.map(
    (cells) => `<tr>${cells.map((cell) => `<th>${escapeHtml(cell?.text ?? '')}</th>`).join('')}</tr>`,
  )
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`)
  return `<table border="1" width="100%"><thead>${heads.join('')}</thead><tbody>${body.join('')}</tbody></table>`
}

function cellHtml(cell: TableEntry): string {
  const texts = Array.isArray(cell) ? cell : [cell]
  return texts
    .map((text: TableEntry) => escapeHtml(typeof text === 'string' ? text : 'text' in text ? text.text : ''))
    .join('<br>')
}

function paragraphs(texts: readonly string[], align: 'center' | 'justify' = 'justify'): string {
  return texts.map((text) => `<p align="${align}">${escapeHtml(text)}</p>`).join('\n')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
