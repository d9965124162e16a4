import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type ReadQrModulesInput = {
  pdf: Uint8Array
  page: number
  box: { readonly left: number; readonly top: number; readonly side: number }
  size: number
}

/**
 * The dark modules of the QR code that stands in a box of a page, sampled in the middle of each from the page drawn at
 * 300 dots an inch.
 * @param box left, top and side in points.
 */
export function readQrModules({ pdf, page, box, size }: ReadQrModulesInput): readonly (readonly boolean[])[] {
  const { width, pixels } = drawPage(pdf, page)
  const dots = dotsPerInch / 72
  const step = (box.side / size) * dots
  const isDark = (x: number, y: number) =>
    (pixels[Math.round(box.top * dots + (y + 0.5) * step) * width + Math.round(box.left * dots + (x + 0.5) * step)] ??
      255) < 128
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => isDark(x, y)))
}

const dotsPerInch = 300

/** Grey values of a page, row by row. */
function drawPage(pdf: Uint8Array, page: number): { width: number; pixels: Uint8Array } {
  const folder = mkdtempSync(join(tmpdir(), 'qr-'))
  try {
    const path = join(folder, 'document.pdf')
    writeFileSync(path, pdf)
    const options = ['-gray', '-r', String(dotsPerInch), '-f', String(page), '-l', String(page), '-singlefile']
    execFileSync('pdftoppm', [...options, path, join(folder, 'page')])
    const image = readFileSync(join(folder, 'page.pgm'))
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1', 0, 64))
    if (head === null) throw new Error('not a PGM picture')
    return { width: Number(head[1]), pixels: image.subarray(head[0].length) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
