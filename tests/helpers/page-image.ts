import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

/** A page in grey, one byte a pixel from the top left; 255 is paper. */
export type PageImage = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

/** Fine enough to see a line move, coarse enough for a small file. */
const dotsPerInch = 40
const folder = join(import.meta.dirname, '..', 'golden', 'pages')
const actualFolder = join(import.meta.dirname, '..', '..', 'test-results', 'pages')

/** @param page from 1. */
export function readPageImage(pdf: Uint8Array, page = 1): PageImage {
  return parsePageImage(
    execFileSync('pdftoppm', ['-gray', '-r', `${dotsPerInch}`, '-f', `${page}`, '-l', `${page}`, '-'], { input: pdf }),
  )
}

/** Every page, from the first. */
export function readPageImages(pdf: Uint8Array, dots = dotsPerInch): readonly PageImage[] {
  const images: PageImage[] = []
  let rest = execFileSync('pdftoppm', ['-gray', '-r', `${dots}`, '-'], {
    input: pdf,
    maxBuffer: 512 * 1024 * 1024,
  })
  while (rest.length > 0) {
    const { pixels, ...image } = parsePageImage(rest)
    const size = image.width * image.height
    images.push({ ...image, pixels: pixels.subarray(0, size) })
    rest = rest.subarray(rest.length - pixels.length + size)
  }
  return images
}

/**
 * Share of the page, 0 to 1, that looks different: squares of 2 × 2 pixels whose average differs by more than a third
 * of the way from paper to ink, so that another version of the font renderer passes. 1 for pages of unlike size.
 */
export function differingShare(one: PageImage, other: PageImage): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  const [columns, rows] = [one.width >> 1, one.height >> 1]
  let differing = 0
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (Math.abs(square(one, column, row) - square(other, column, row)) > 85) differing += 1
    }
  }
  return differing / (columns * rows)
}

/** The golden page of that name, null for none; with `GOLDEN_UPDATE=1` it is written from what was printed just now. */
export function goldenPage(name: string, actual: PageImage): PageImage | null {
  const path = join(folder, `${name}.pgm.gz`)
  if (process.env['GOLDEN_UPDATE'] === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, gzipSync(serialisePageImage(actual), { level: 9 }))
  }
  return existsSync(path) ? parsePageImage(gunzipSync(readFileSync(path))) : null
}

/** Puts a page that differs where it can be looked at; gives the path. */
export function keepForInspection(name: string, actual: PageImage): string {
  mkdirSync(actualFolder, { recursive: true })
  const path = join(actualFolder, `${name}.pgm`)
  writeFileSync(path, serialisePageImage(actual))
  return path
}

function square({ width, pixels }: PageImage, column: number, row: number): number {
  const at = 2 * row * width + 2 * column
  const sum = (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + width] ?? 0) + (pixels[at + width + 1] ?? 0)
  return sum / 4
}

/** Portable graymap, binary: `P5`, width, height, 255, then the pixels. */
export function serialisePageImage({ width, height, pixels }: PageImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels])
}

/** Of one page, or of the first of several. */
export function parsePageImage(bytes: Buffer): PageImage {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'))
  if (head === null) throw new Error('not a portable graymap')
  return { width: Number(head[1]), height: Number(head[2]), pixels: bytes.subarray(head[0].length) }
}
