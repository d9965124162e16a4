import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A word as it stands on the page; points from the top left corner. */
export type PdfWord = {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Points: 12.0 for a word set in twelve. */
export function sizeOf({ top, bottom }: Pick<PdfWord, 'top' | 'bottom'>): number {
  return Math.round(((bottom - top) / boxOfSize) * 10) / 10
}

/** Words on one baseline, left to right; `size` in points. */
export type PdfLine = {
  readonly text: string
  readonly words: readonly PdfWord[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly size: number
}

export type PdfPage = {
  readonly width: number
  readonly height: number
  readonly lines: readonly PdfLine[]
  /** DỰ THẢO stands across the page. */
  readonly hasDraftMark: boolean
}

/** A horizontal rule as thick as those of heads and titles; points from the left and the top. */
export type PdfRule = { readonly left: number; readonly top: number; readonly length: number }

/** A stretch of text in one style. */
export type PdfStretch = { readonly text: string; readonly isBold: boolean; readonly isItalic: boolean }

export type PdfFont = { readonly name: string; readonly isEmbedded: boolean; readonly isSubset: boolean }

/** A long document's words with their places are many megabytes. */
const toText = { stdio: 'pipe', encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 } as const

/** Poppler measures what was printed. Without it the tests that measure say so and are left out. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

export function sayWhyLeftOut(): void {
  if (hasPoppler) return
  console.warn('Left out: printed pages are measured with pdftotext (Debian: poppler-utils), which is not here.')
}

/** Pages with their lines; the draft mark across a page is not among them. */
export function readPages(pdf: Uint8Array): readonly PdfPage[] {
  return withFile(pdf, (path) => {
    const xml = execFileSync('pdftotext', ['-bbox', path, '-'], toText)
    return pagesIn(xml).map(({ width, height, words }) => ({
      width,
      height,
      lines: linesOf(words.filter((word) => !isDraftMark(word))),
      hasDraftMark: words.some(isDraftMark),
    }))
  })
}

const pagesIn = (xml: string) =>
  [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(
    ([, width, height, content = '']) => ({ width: Number(width), height: Number(height), words: wordsOf(content) }),
  )

/** A page's lines in the order in which the file draws them, and the topmost of all, the draft mark left out. */
export type DrawnPage = { readonly lines: readonly string[]; readonly top: string }

/** As `readInOrder` and `readPages` tell, in one reading: of a long file each takes seconds. */
export function readDrawn(pdf: Uint8Array): readonly DrawnPage[] {
  return withFile(pdf, (path) =>
    pagesIn(execFileSync('pdftotext', ['-raw', '-bbox', path, '-'], toText)).map(({ words }) => ({
      lines: drawnLines(words),
      top: linesOf(words.filter((word) => !isDraftMark(word)))[0]?.text ?? '',
    })),
  )
}

/** A word goes on with the line of the one before where it stands on its baseline, behind it. */
function drawnLines(words: readonly PdfWord[]): readonly string[] {
  const lines: string[] = []
  let before: PdfWord | undefined
  for (const word of words) {
    const size = before === undefined ? 0 : sizeOf(before)
    const goesOn =
      before !== undefined &&
      Math.abs(baselineOf(word) - baselineOf(before)) < size * 0.5 &&
      word.left > before.right - size * 0.1
    if (before === undefined || !goesOn) lines.push(word.text)
    else lines.push(`${lines.pop()}${word.left > before.right + size * 0.1 ? ' ' : ''}${word.text}`)
    before = word
  }
  return lines
}

/** The rules of one page (1-based), top to bottom; the thinner lines of tables are not among them. */
export function readRules({ pdf, page }: { pdf: Uint8Array; page: number }): readonly PdfRule[] {
  return withFile(pdf, (path) => {
    const svg = execFileSync('pdftocairo', ['-svg', '-f', String(page), '-l', String(page), path, '-'], toText)
    return [
      ...svg.matchAll(/<path style="[^"]*stroke-width:0\.75;[^"]*" d="M ([\d.]+) ([\d.]+) L ([\d.]+) [\d.]+ "/g),
    ].map(([, left, top, right]) => ({ left: Number(left), top: Number(top), length: Number(right) - Number(left) }))
  })
}

export function readFonts(pdf: Uint8Array): readonly PdfFont[] {
  return withFile(pdf, (path) =>
    execFileSync('pdffonts', [path], toText)
      .trim()
      .split('\n')
      .slice(2)
      .map((row) => {
        const [name = ''] = row.split(/\s+/)
        const [isEmbedded, isSubset] = /\s(yes|no)\s+(yes|no)\s+(yes|no)\s/.exec(row)?.slice(1, 3) ?? []
        return { name, isEmbedded: isEmbedded === 'yes', isSubset: isSubset === 'yes' }
      }),
  )
}

export function readStretches(pdf: Uint8Array): readonly PdfStretch[] {
  return withFile(pdf, (path) => {
    const xml = execFileSync('pdftohtml', ['-xml', '-stdout', '-i', path], toText)
    return [...xml.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, content = '']) => ({
      text: decode(content.replace(/<[^>]+>/g, '')).replace(/ +/g, ' '),
      isBold: content.includes('<b>'),
      isItalic: content.includes('<i>'),
    }))
  })
}

/** The title in the file's metadata. */
export function readTitle(pdf: Uint8Array): string {
  return withFile(pdf, (path) => /^Title: +(.*)$/m.exec(execFileSync('pdfinfo', [path], toText))?.[1] ?? '')
}

/** What a person reads, page by page, for goldens: one line a printed line. */
export function readText(pdf: Uint8Array): string {
  return readPages(pdf)
    .map(({ lines }, index) => [`--- trang ${index + 1} ---`, ...lines.map(({ text }) => text)].join('\n'))
    .join('\n')
    .concat('\n')
}

/**
 * The text in the order in which the file draws it, as it is read aloud.
 *
 * @throws what the reader says of a file that is not as the format has it
 */
export function readInOrder(pdf: Uint8Array): string {
  const { stdout, stderr } = withFile(pdf, (path) => spawnSync('pdftotext', ['-raw', path, '-'], toText))
  if (/Syntax (Error|Warning)/.test(stderr)) throw new Error(stderr.slice(0, 500))
  return stdout
}

function withFile<T>(pdf: Uint8Array, read: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
  try {
    const path = join(folder, 'document.pdf')
    writeFileSync(path, pdf)
    return read(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const wordsOf = (xml: string): readonly PdfWord[] =>
  [...xml.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)].map(
    ([, left, top, right, bottom, text = '']) => ({
      text: decode(text),
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    }),
  )

/** No word of a document is as high as a letter of DỰ THẢO. */
const isDraftMark = ({ top, bottom }: PdfWord): boolean => bottom - top > 40

/** Tinos reaches 0.891 above the line and 0.216 below it, so a word's box is 1.107 of its size. */
const boxOfSize = 1.107
const descentOfSize = 0.216

const baselineOf = ({ top, bottom }: PdfWord): number => bottom - ((bottom - top) / boxOfSize) * descentOfSize

function linesOf(words: readonly PdfWord[]): readonly PdfLine[] {
  const rows: { baseline: number; words: PdfWord[] }[] = []
  const placed = words.map((word) => ({ word, baseline: baselineOf(word) })).toSorted((a, b) => a.baseline - b.baseline)
  for (const { word, baseline } of placed) {
    const row = rows.at(-1)
    if (row !== undefined && Math.abs(row.baseline - baseline) < 1.5) row.words.push(word)
    else rows.push({ baseline, words: [word] })
  }
  return rows.map(({ words: row }) => {
    const sorted = row.toSorted((a, b) => a.left - b.left)
    return {
      text: sorted.map(({ text }) => text).join(' '),
      words: sorted,
      left: Math.min(...sorted.map(({ left }) => left)),
      right: Math.max(...sorted.map(({ right }) => right)),
      top: Math.min(...sorted.map(({ top }) => top)),
      bottom: Math.max(...sorted.map(({ bottom }) => bottom)),
      size: Math.max(...sorted.map(sizeOf)),
    }
  })
}

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
