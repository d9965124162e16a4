import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { readDrawn, type DrawnPage } from '../helpers/read-pdf.ts'
import { paperOf, plainText, type Paper, type PaperLine } from './paper.ts'

/** What stands at the edge of a page and belongs to no sentence. */
export type PageEdge = {
  readonly page: number
  /** As it is printed; null on the first page of a part. */
  readonly number: string | null
  /** Beside the number, which ballot or product the page is of; empty for none. */
  readonly mark: string
  /** "Mã kiểm chứng"; null where there is none. */
  readonly code: string | null
  readonly isDraft: boolean
  /** The empty back of a sheet. */
  readonly isBlank: boolean
}

export type ReadPdf = { readonly paper: Paper; readonly edges: readonly PageEdge[]; readonly pages: readonly Paper[] }

/** A PDF's text in the order in which it is drawn, which is that of reading, without what stands at the pages' edges. */
export function readPdf(name: string, bytes: Uint8Array): ReadPdf {
  const pages = readDrawn(bytes).map((drawn, index) => readPage({ ...drawn, page: index + 1 }))
  return {
    paper: paperOf(
      name,
      pages.flatMap(({ lines }) => lines),
    ),
    pages: pages.map(({ lines }) => paperOf(name, lines)),
    edges: pages.map(({ edge }) => edge),
  }
}

type PageText = DrawnPage & { readonly page: number }

/** A page's number stands above all else. */
function readPage(drawn: PageText): { readonly lines: readonly PaperLine[]; readonly edge: PageEdge } {
  const { page, top } = drawn
  const lines = drawn.lines.map((line, index) => ({ place: `page ${page}, line ${index + 1}`, text: plainText(line) }))
  const said = lines.filter((line) => line.text !== '')
  const draft = said.findLastIndex((_, index) => draftLength(said, index) > 0)
  const length = draft === -1 ? 0 : draftLength(said, draft)
  const written = said.filter((_, index) => index < draft || index >= draft + length)
  const code = written.find((line) => line.text.startsWith('Mã kiểm chứng: '))
  const body = written.filter((line) => line !== code)
  const isNumber = (line: PaperLine | undefined) => line?.text === plainText(top) && /^\d+( \S+)?$/.test(line.text)
  // Drawn after the rest of the page, or before it.
  const number = [body.at(-1), body[0]].find(isNumber)
  const [digits = null, mark = ''] = number?.text.split(' ') ?? []
  return {
    lines: body.filter((line) => line !== number),
    edge: {
      page,
      number: digits,
      mark,
      code: code?.text.replace('Mã kiểm chứng: ', '') ?? null,
      isDraft: draft !== -1,
      isBlank: said.length === 0,
    },
  }
}

/** The mark's letters come one by one, or word by word. */
function draftLength(lines: readonly PaperLine[], index: number): number {
  for (let length = 1; length <= 7; length += 1) {
    const text = lines
      .slice(index, index + length)
      .map((line) => line.text.replaceAll(' ', ''))
      .join('')
    if (text === 'DỰTHẢO') return length
    if (!'DỰTHẢO'.startsWith(text)) return 0
  }
  return 0
}

/** Paragraphs and cells of a Word file in their order. */
export function readDocx(name: string, bytes: Uint8Array): { readonly paper: Paper } {
  const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const lines = document.split('</w:p>').map((xml, index) => ({
    place: `paragraph ${index + 1}`,
    text: [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)(?: [^>]*)?\/>/g)]
      .map(([, text]) => (text === undefined ? ' ' : unescaped(text)))
      .join(''),
  }))
  return { paper: paperOf(name, lines) }
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** The cells of a workbook row by row as a person sees them, hidden columns left out. */
export async function readXlsx(name: string, bytes: Uint8Array): Promise<{ readonly paper: Paper }> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  const lines: PaperLine[] = []
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row, number) => {
      row.eachCell((cell) => {
        const isHidden = sheet.getColumn(cell.col).hidden === true || row.hidden === true
        if (isHidden || cell.master.address !== cell.address) return
        lines.push({ place: `${sheet.name}!${cell.address} (row ${number})`, text: shown(cell) })
      })
    })
  }
  return { paper: paperOf(name, lines) }
}

function shown({ value, numFmt }: ExcelJS.Cell): string {
  if (value instanceof Date) return isoDay(value)
  if (typeof value === 'number') return shownNumber(value, numFmt ?? '')
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (typeof value === 'object' && 'richText' in value) return value.richText.map(({ text }) => text).join('')
  throw new Error(`a cell that this reader does not know: ${JSON.stringify(value)}`)
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10).split('-').reverse().join('/')

/** With the decimals of its format; what the format would hide of a number is shown, so that it is seen. */
function shownNumber(value: number, format: string): string {
  const decimals = /[.,](0+)/.exec(format)?.[1]?.length ?? 0
  const text = value.toFixed(decimals)
  return (Number(text) === value ? text : String(value)).replace('.', ',')
}

function withFile<T>(bytes: Uint8Array, read: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'numbers-'))
  try {
    const path = join(folder, 'paper.pdf')
    writeFileSync(path, bytes)
    return read(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The bold whole numbers of a PDF page by page, top to bottom: of a scored ballot those that are circled. */
export function readBoldNumbers(bytes: Uint8Array): readonly (readonly number[])[] {
  const xml = withFile(bytes, (path) =>
    execFileSync('pdftohtml', ['-xml', '-stdout', '-i', path], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 }),
  )
  return [...xml.matchAll(/<page [^>]*>([\s\S]*?)<\/page>/g)].map(([, page = '']) =>
    [...page.matchAll(/<text top="(\d+)" left="(\d+)"[^>]*><b>\s*(\d+)\s*<\/b>\s*<\/text>/g)]
      .map(([, top, left, digits]) => ({ top: Number(top), left: Number(left), value: Number(digits) }))
      .toSorted((a, b) => a.top - b.top || a.left - b.left)
      .map(({ value }) => value),
  )
}
