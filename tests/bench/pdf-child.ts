import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { decisionPdf } from '../../electron/documents/decision/pdf.ts'
import { renderPdf } from '../../electron/documents/render-pdf.ts'
import { resultNoticesPdf } from '../../electron/documents/result-notice/pdf.ts'
import { resourcesFolder } from './bench-folder.ts'
import type { PdfBatch } from './pdf-batch.ts'

// A process of its own for each way of writing the batch, so that time and memory are that way's alone:
// node pdf-child.ts ours|trace|bare FOLDER

/** A stretch of one line in one face, as the page shows it. */
type Stretch = {
  readonly font: string
  readonly size: number
  readonly x: number
  readonly y: number
  readonly text: string
}
type Rule = {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly width: number
}
type TracedPage = { readonly size: readonly [number, number]; readonly stretches: Stretch[]; readonly rules: Rule[] }

const [mode = 'ours', folder = '.'] = process.argv.slice(2)
const createdAt = new Date('2026-11-23T02:30:00Z')
const files = ['decision', 'notices'] as const

/** Milliseconds on the clock and of processor time. */
type Spent = { readonly milliseconds: number; readonly processor: number }

function measure(): () => Spent {
  const start = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { milliseconds: performance.now() - start, processor: (user + system) / 1000 }
  }
}

async function writeOurs(): Promise<Spent> {
  const batch = JSON.parse(readFileSync(join(folder, 'batch.json'), 'utf8')) as PdfBatch
  const stop = measure()
  const documents = { decision: decisionPdf(batch.decision), notices: resultNoticesPdf(batch.notices) }
  for (const file of files) {
    const bytes = await renderPdf({ document: documents[file], createdAt, resources: resourcesFolder })
    writeFileSync(join(folder, `ours-${file}.pdf`), bytes)
  }
  return stop()
}

/** Our own pages as bare stretches of text and rules: what a hand-written pdfkit program would have to draw. */
async function trace(): Promise<Spent> {
  const part = (name: string) =>
    (require(`pdfmake/js/${name}.js`) as { default: { prototype: LibraryParts } }).default.prototype
  const [builder, writer] = [part('LayoutBuilder'), part('PDFDocument')]
  const { layoutDocument } = builder
  const { addPage } = writer
  const pages: TracedPage[] = []
  // A section may be laid out more than once before it is drawn; what was laid out last is what is drawn.
  let laidOut: readonly LibraryPage[] = []
  builder.layoutDocument = function traced(...given) {
    laidOut = layoutDocument.apply(this, given)
    return laidOut
  }
  writer.addPage = function traced(...given) {
    pages.push(...laidOut.map(tracePage))
    laidOut = []
    return addPage.apply(this, given)
  }
  const spent = await writeOurs()
  if (pages.length === 0) throw new Error('no page was traced')
  writeFileSync(join(folder, 'trace.json'), JSON.stringify(pages))
  return spent
}

const require = createRequire(import.meta.url)

type LibraryParts = {
  layoutDocument: (...given: unknown[]) => readonly LibraryPage[]
  addPage: (...given: unknown[]) => unknown
}

type LibraryPage = {
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly items: readonly LibraryItem[]
}
type LibraryItem =
  | {
      readonly type: 'line'
      readonly item: { readonly x: number; readonly y: number; readonly inlines: readonly Inline[] }
    }
  | { readonly type: 'vector'; readonly item: Partial<Record<'x1' | 'y1' | 'x2' | 'y2' | 'lineWidth', number>> }
  | { readonly type: 'beginVerticalAlignment' | 'endVerticalAlignment'; readonly item: object }
type Inline = {
  readonly text: string
  readonly x: number
  readonly fontSize: number
  readonly font: { readonly name: string }
}

function tracePage({ pageSize, items }: LibraryPage): TracedPage {
  const page: TracedPage = { size: [pageSize.width, pageSize.height], stretches: [], rules: [] }
  for (const entry of items) {
    if (entry.type === 'vector') {
      const { x1 = 0, y1 = 0, x2 = 0, y2 = 0, lineWidth: width = 1 } = entry.item
      page.rules.push({ x1, y1, x2, y2, width })
    } else if (entry.type === 'line') page.stretches.push(...stretchesOf(entry.item))
  }
  return page
}

/** Words of one face in a line are one stretch. */
function stretchesOf({ x: left, y, inlines }: Extract<LibraryItem, { type: 'line' }>['item']): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const { text, x, fontSize: size, font } of inlines) {
    const last = stretches.at(-1)
    if (last?.font === font.name && last.size === size)
      stretches[stretches.length - 1] = { ...last, text: last.text + text }
    else stretches.push({ font: font.name, size, x: left + x, y, text })
  }
  return stretches
}

async function writeBare(): Promise<Spent> {
  const pages = JSON.parse(readFileSync(join(folder, 'trace.json'), 'utf8')) as readonly TracedPage[]
  const stop = measure()
  const file = new PDFDocument({ autoFirstPage: false, pdfVersion: '1.7', info: { CreationDate: createdAt } })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => file.on('end', resolve))
  for (const [name, path] of Object.entries(faces)) file.registerFont(name, join(resourcesFolder, 'fonts', path))
  for (const { size, stretches, rules } of pages) {
    file.addPage({ size: [...size], margin: 0 })
    for (const { font, size: points, x, y, text } of stretches) {
      file.font(font).fontSize(points).text(text, x, y, { lineBreak: false })
    }
    for (const { x1, y1, x2, y2, width } of rules) file.lineWidth(width).moveTo(x1, y1).lineTo(x2, y2).stroke()
  }
  file.end()
  await ended
  writeFileSync(join(folder, 'bare.pdf'), Buffer.concat(chunks))
  return stop()
}

const faces = {
  'Tinos-Regular': 'tinos-regular.ttf',
  'Tinos-Bold': 'tinos-bold.ttf',
  'Tinos-Italic': 'tinos-italic.ttf',
  'Tinos-BoldItalic': 'tinos-bold-italic.ttf',
}

const spent = await { ours: writeOurs, trace, bare: writeBare }[mode as 'ours' | 'trace' | 'bare']()
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(JSON.stringify({ ...spent, peakMegabytes }))
