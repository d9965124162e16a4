import type { Content, DynamicContent, Node, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { openPages, type PageDrawing } from './draw-pages.ts'
import type { Orientation } from './nd30/measures.ts'
import { archiveOptions, makeArchive, type PdfFacts } from './pdf-a/archive.ts'
import { tagContent } from './pdf-a/tag-content.ts'
import { expectTexts, findMissing, textsOffPaper, type MissingText } from './missing-words.ts'
import { prepareFace } from './prepare-face.ts'
import { wordMeasurer } from './measure-words.ts'
import {
  Builder,
  PdfFile,
  type FontFiles,
  type LaidOutItem,
  type LaidOutSection,
  type PageSize,
  type PdfFileObject,
} from './pdf-parts.ts'

/** One PDF being written: sections are laid out and drawn one after the other, so that memory holds one of them. */
export type PdfEngine = PageDrawing & {
  /** Width of a single line in points. */
  readonly widthOf: (line: { readonly text: string; readonly size: number; readonly bold?: boolean }) => number
  /** True where the face that documents are set in has the character. */
  readonly hasGlyph: (codePoint: number) => boolean
  readonly layOut: (section: EngineSection) => CheckedSection
  /** Answers how many pages: one. */
  readonly drawBlank: (orientation: Orientation) => number
  /** A block as it stands at the top of an endless page. */
  readonly layOutBlock: (block: Pick<EngineSection, 'content' | 'orientation' | 'margins'>) => LaidOutBlock
  /** Texts that would be cut by the edge of the paper. */
  readonly textsOffPaper: (items: readonly LaidOutItem[], orientation: Orientation) => readonly string[]
  /** What was written since the last time. */
  readonly take: () => Uint8Array
  /** Writes the glyphs, a face a step, and then the end; `take` has the bytes after each. */
  readonly finish: () => Iterable<void>
}

type EngineSection = {
  readonly content: Content[]
  readonly orientation: Orientation
  readonly margins: Margins
  readonly header: DynamicContent
  readonly footer: DynamicContent
  readonly watermark: TDocumentDefinitions['watermark']
  /** Told of every node that carries a style, once the section is laid out. */
  readonly onNode: (node: Node) => void
  /** Asks for `missing`. */
  readonly isChecked?: boolean
}

/** `missing`: texts that no page holds whole; empty unless it was asked for. */
type CheckedSection = LaidOutSection & { readonly missing: readonly MissingText[] }

/** Points. */
type Margins = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

export type LaidOutBlock = { readonly items: readonly LaidOutItem[]; readonly height: number }

type OpenPdfInput = {
  facts: PdfFacts
  fonts: FontFiles
  defaultStyle: TDocumentDefinitions['defaultStyle']
}

/**
 * Opens a PDF over pdfmake's own layout and pdfkit's writer. The library's front door lays out a whole document before
 * it draws the first page: 2,600 pages of ballots held 1.9 GB. Here each section is laid out, drawn and let go.
 * It reads the four font files and nothing else, neither from disk nor from the network.
 */
export function openPdf({ facts, fonts, defaultStyle }: OpenPdfInput): PdfEngine {
  const allowed = new Set(Object.values(fonts))
  const options = { ...archiveOptions(facts), ...fileOptions }
  const file = new PdfFile({ [family]: fonts }, {}, {}, {}, options, null, (path) => allowed.has(path))
  makeArchive(file, facts)
  const pages = openPages(file)
  const provide = (name: string, bold: boolean, italics: boolean) => {
    const font = file.provideFont(name, bold, italics)
    prepareFace(font.font)
    return font
  }
  const face = (bold: boolean, italics: boolean) => provide(family, bold, italics)
  const measureWords = wordMeasurer(provide)
  return {
    ...pages,
    widthOf: ({ text, size, bold = false }) => face(bold, false).widthOfString(text, size),
    hasGlyph: (codePoint) => face(false, false).font.hasGlyphForCodePoint(codePoint),
    layOut: ({ content, orientation, margins, header, footer, watermark, onNode, isChecked = false }) => {
      const builder = new Builder(pageSizes[orientation], margins, measureWords)
      const { content: tagged, element } = tagContent(content)
      const expected = isChecked ? expectTexts(tagged) : []
      const look = (node: Node) => {
        onNode(node)
        return false
      }
      const pages = builder.layoutDocument(tagged, file, {}, defaultStyle, undefined, header, footer, watermark, look)
      return { pages, element, missing: findMissing(expected, pages) }
    },
    drawBlank: (orientation) => {
      pages.draw({ pages: [{ pageSize: pageSizes[orientation], items: [] }], element: { type: 'Sect', kids: [] } })
      return 1
    },
    layOutBlock: ({ content, orientation, margins: { left, right } }) => {
      const size = { ...pageSizes[orientation], height: endless }
      const builder = new Builder(size, { left, right, top: 0, bottom: 0 }, measureWords)
      const [page] = builder.layoutDocument(content, file, {}, defaultStyle, undefined, undefined, undefined, undefined)
      return { items: page?.items ?? [], height: builder.bottom }
    },
    textsOffPaper: (items, orientation) => textsOffPaper(items, pageSizes[orientation]),
    take: () => drain(file),
    *finish() {
      pages.endSheets()
      for (const bold of [false, true]) {
        for (const italics of [false, true]) {
          face(bold, italics).finalize()
          yield
        }
      }
      file.end()
    },
  }
}

const family = 'Tinos'

const fileOptions = {
  compress: true,
  autoFirstPage: false,
  bufferPages: false,
  fontLayoutCache: true,
  font: null,
}

/** A4, and A3 for wide tables, in points as the library has them. */
const pageSizes: Readonly<Record<Orientation, PageSize & { readonly orientation: 'portrait' | 'landscape' }>> = {
  portrait: { width: 595.28, height: 841.89, orientation: 'portrait' },
  landscape: { width: 841.89, height: 595.28, orientation: 'landscape' },
  wide: { width: 1190.55, height: 841.89, orientation: 'landscape' },
}

const endless = 100_000

/** Copied out of the pool that small buffers are cut from: one piece kept would keep all that was cut beside it. */
function drain(file: PdfFileObject): Uint8Array {
  const pieces: Buffer[] = []
  for (let piece = file.read(); piece !== null; piece = file.read()) pieces.push(piece as unknown as Buffer)
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let end = 0
  for (const piece of pieces) {
    whole.set(piece, end)
    end += piece.length
  }
  return whole
}
