import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jpegPdf } from '../helpers/scanned-pdf.ts'
import { scannedProducts, type SamplePile } from '../paper-marks/sample-pile.ts'

// A process of its own, so that the application that reads the pages holds nothing of what drew them.

/** What this process is told. */
export type PileToScan = {
  readonly sample: Pick<SamplePile, 'record' | 'keyed'>
  readonly folder: string
  /** Products. */
  readonly most: number
}

/** What it answers: pages of each file, `1.pdf` and so on. */
export type ScannedPile = readonly number[]

process.once('message', async ({ sample, folder, most }: PileToScan) => {
  const pages: number[] = []
  for await (const images of scannedProducts(sample)) {
    pages.push(images.length)
    writeFileSync(join(folder, `${pages.length}.pdf`), jpegPdf(images), { flush: true })
    if (pages.length >= most) break
  }
  process.send?.(pages satisfies ScannedPile, () => process.disconnect())
})
