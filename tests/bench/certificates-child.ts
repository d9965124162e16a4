import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { drawCertificates } from '../../electron/documents/certificate/draw-certificates.ts'
import { scopeOfSession } from '../../electron/documents/certificate/certified.ts'
import { certificateModel, type CertificateModel } from '../../electron/documents/certificate/model.ts'
import { provinceRecord } from '../fixtures/records.ts'
import { resourcesFolder } from './bench-folder.ts'

// A process of its own for each way and number, so that time and memory are that way's alone:
// node certificates-child.ts ours|trace|bare COUNT FOLDER

const [mode = 'ours', count = '300', folder = '.'] = process.argv.slice(2)
const createdAt = new Date('2026-11-23T02:30:00Z')

/** Certificates that differ in every name, made when they are drawn. */
function* models(): Generator<CertificateModel> {
  const scope = scopeOfSession(provinceRecord())
  for (let index = 0; index < Number(count); index += 1) {
    const item = scope.products[index % scope.products.length] ?? never()
    const facts = {
      code: `${index + 1}/GCN-UBND`,
      issuedOn: '2026-11-25',
      expiresOn: '2029-11-25',
      decisionCode: '15/QĐ-UBND',
      prints: 0,
      lastPrintedAt: null,
      verification: null,
      isChanged: false,
    }
    const product = { ...item, productName: `${item.productName} mẻ số ${index + 1}` }
    yield certificateModel({ scope, product, facts, decision: null })
  }
}

function never(): never {
  throw new Error('no certificate')
}

function drawOurs(): void {
  const file = openSync(join(folder, 'ours.pdf'), 'w')
  const pieces = drawCertificates({
    certificates: models(),
    print: { form: 'sheet' },
    createdAt,
    resources: resourcesFolder,
  })
  for (const piece of pieces) writeSync(file, piece)
  closeSync(file)
}

/** What the application asks of pdfkit, call by call. */
type Call = readonly [method: string, ...given: unknown[]]

const traced = ['addPage', 'font', 'fontSize', 'fillColor', 'text', 'rect', 'moveTo', 'lineTo', 'closePath'] as const
const painted = ['lineWidth', 'fill', 'stroke'] as const

function trace(): void {
  const calls: Call[] = []
  const library = PDFDocument.prototype as unknown as Record<string, (...given: unknown[]) => unknown>
  let depth = 0
  for (const method of [...traced, ...painted]) {
    const original = library[method] ?? never()
    library[method] = function recorded(this: unknown, ...given) {
      if (depth === 0) calls.push([method, ...given])
      depth += 1
      try {
        return original.apply(this, given)
      } finally {
        depth -= 1
      }
    }
  }
  drawOurs()
  writeFileSync(join(folder, 'calls.json'), JSON.stringify(calls))
}

function drawBare(calls: readonly Call[]): void {
  const pen = new PDFDocument({ size: 'A4', layout: 'landscape', margin: 0, autoFirstPage: false })
  const chunks: Buffer[] = []
  pen.on('data', (chunk: Buffer) => chunks.push(chunk))
  for (const face of ['regular', 'bold', 'italic', 'bold-italic']) {
    pen.registerFont(face, join(resourcesFolder, 'fonts', `tinos-${face}.ttf`))
  }
  const methods = pen as unknown as Record<string, (...given: unknown[]) => unknown>
  for (const [method, ...given] of calls) methods[method]?.(...given)
  pen.on('end', () => writeFileSync(join(folder, 'bare.pdf'), Buffer.concat(chunks)))
  pen.end()
}

const calls = mode === 'bare' ? (JSON.parse(readFileSync(join(folder, 'calls.json'), 'utf8')) as Call[]) : []
const before = process.cpuUsage()
if (mode === 'ours') drawOurs()
else if (mode === 'trace') trace()
else drawBare(calls)
const { user, system } = process.cpuUsage(before)
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(JSON.stringify({ processor: (user + system) / 1000, peakMegabytes }))
