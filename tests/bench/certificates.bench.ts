import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, milliseconds, type BenchRow } from './bench-row.ts'
import { readTool } from './run-tool.ts'

const few = 300
const many = 1500
const runs = 3

/**
 * Certificates drawn and written page by page: processor time against bare pdfkit that is told every stroke, and peak
 * memory of five times as many against as many.
 */
export function runCertificatesBench(): readonly BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  try {
    const child = (mode: string, count: number) =>
      JSON.parse(
        readTool(process.execPath, [join(import.meta.dirname, 'certificates-child.ts'), mode, String(count), folder]),
      ) as { readonly processor: number; readonly peakMegabytes: number }
    child('trace', few)
    const [ours, bare]: [number[], number[]] = [[], []]
    for (let run = 0; run < runs; run += 1) {
      ours.push(child('ours', few).processor)
      bare.push(child('bare', few).processor)
    }
    const [small, large] = [child('ours', few).peakMegabytes, child('ours', many).peakMegabytes]
    return [
      {
        name: `${few} certificates, processor time`,
        value: milliseconds(median(ours)),
        against: `bare pdfkit drawing the same strokes: ${milliseconds(median(bare))}`,
        ratio: median(ours) / median(bare),
        aim: '≤ 2',
        note: 'pdfkit fits no text and computes no QR code',
      },
      {
        name: `${many} certificates, peak memory`,
        value: `${large} MB`,
        against: `${few} certificates: ${small} MB`,
        ratio: large / small,
        aim: '≤ 1.25',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
