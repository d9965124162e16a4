import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { median, milliseconds, type BenchRow } from './bench-row.ts'
import { batchSize, pdfBatch } from './pdf-batch.ts'
import { batchHtml } from './pdf-html.ts'
import { findTool, readTool, timeTool } from './run-tool.ts'

const name = `PDF of a decision with a ${batchSize}-row annex and ${batchSize} notices`
const runs = 3

/**
 * The batch written by the application, each time in a process of its own: the whole process against LibreOffice
 * converting the same words, and the writing alone against bare pdfkit that is told where every stretch of text stands.
 */
export function runPdfBench(): readonly BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  try {
    const batch = pdfBatch()
    writeFileSync(join(folder, 'batch.json'), JSON.stringify(batch))
    writeFileSync(join(folder, 'batch.html'), batchHtml(batch))
    child('trace', folder)
    const [ours, bare]: [ChildRun[], ChildRun[]] = [[], []]
    for (let run = 0; run < runs; run += 1) {
      bare.push(child('bare', folder))
      ours.push(child('ours', folder))
    }
    const writing = median(ours.map((run) => run.milliseconds))
    const drawing = median(bare.map((run) => run.milliseconds))
    const processor = (of: readonly ChildRun[]) => median(of.map((run) => run.processor))
    const memory = (of: readonly ChildRun[]) => Math.max(...of.map(({ peakMegabytes }) => peakMegabytes))
    return [
      {
        name: `${name}, peak memory ${memory(ours)} MB`,
        value: milliseconds(writing),
        against: `bare pdfkit, ${memory(bare)} MB: ${milliseconds(drawing)}`,
        ratio: writing / drawing,
        aim: '≤ 2',
        note: `processor time ${milliseconds(processor(ours))} against ${milliseconds(processor(bare))}; pdfkit breaks no line and lays out no table`,
      },
      officeRow(folder, median(ours.map((run) => run.wholeProcess))),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type ChildRun = {
  readonly milliseconds: number
  /** Milliseconds of processor time, which other programs on the machine do not lengthen. */
  readonly processor: number
  readonly peakMegabytes: number
  readonly wholeProcess: number
}

function child(mode: 'ours' | 'trace' | 'bare', folder: string): ChildRun {
  const start = performance.now()
  const printed = readTool(process.execPath, [join(import.meta.dirname, 'pdf-child.ts'), mode, folder])
  const wholeProcess = performance.now() - start
  return { ...(JSON.parse(printed) as Omit<ChildRun, 'wholeProcess'>), wholeProcess }
}

function officeRow(folder: string, whole: number): BenchRow {
  const row = { name: `${name}, whole process`, value: milliseconds(whole), aim: '≥ 3 times as fast' }
  const office = findTool(['soffice', 'libreoffice'], ['--version'])
  if (office === null) return { ...row, against: '', ratio: null, skipped: 'LibreOffice is not installed' }
  writeFileSync(join(folder, 'empty.html'), '<html><body></body></html>')
  const convert = (file: string) =>
    timeTool(office, [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--infilter=HTML (StarWriter)',
      '--convert-to',
      'pdf:writer_pdf_Export',
      '--outdir',
      folder,
      join(folder, file),
    ])
  convert('empty.html')
  const [bare, full]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run += 1) {
    bare.push(convert('empty.html'))
    full.push(convert('batch.html'))
  }
  return {
    ...row,
    against: `LibreOffice converting the same words: ${milliseconds(median(full))}`,
    ratio: median(full) / whole,
    note: `of which an empty page takes ${milliseconds(median(bare))}`,
  }
}
