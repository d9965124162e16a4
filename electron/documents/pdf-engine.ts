import { createRequire } from 'node:module'
import type { Content, DynamicContent, Node, TDocumentDefinitions } from 'pdfmake/interfaces.js'

/** One PDF being written: sections are laid out and drawn one after the other, so that memory holds one of them. */
export type PdfEngine = {
  /** Width of a single line in points. */
  readonly widthOf: (line: { readonly text: string; readonly size: number; readonly bold?: boolean }) => number
  /** True where the face that documents are set in has the character. */
  readonly hasGlyph: (codePoint: number) => boolean
  readonly layOut: (section: EngineSection) => LaidOutPages
  readonly draw: (pages: LaidOutPages) => void
  readonly finish: () => Promise<Uint8Array<ArrayBuffer>>
}

export type EngineSection = {
  readonly content: Content[]
  readonly orientation: 'portrait' | 'landscape'
  /** Points: left, top, right, bottom. */
  readonly margins: [number, number, number, number]
  readonly header: DynamicContent
  /** Told of every node that carries a style, once the section is laid out. */
  readonly onNode: (node: Node) => void
}

/** The library's pages, to be handed back to it. */
export type LaidOutPages = readonly { readonly items: readonly unknown[] }[]

export type FontFiles = {
  readonly normal: string
  readonly bold: string
  readonly italics: string
  readonly bolditalics: string
}

/**
 * Opens a PDF over pdfmake's own layout and pdfkit's writer. The library's front door lays out a whole document before
 * it draws the first page: 2,600 pages of ballots held 1.9 GB. Here each section is laid out, drawn and let go.
 * It reads the four font files and nothing else, neither from disk nor from the network.
 */
export const openPdf = ({
  info,
  fonts,
  defaultStyle,
  watermark,
}: {
  info: Readonly<Record<string, string | Date>>
  fonts: FontFiles
  defaultStyle: TDocumentDefinitions['defaultStyle']
  watermark: TDocumentDefinitions['watermark']
}): PdfEngine => {
  const allowed = new Set(Object.values(fonts))
  const file = new PdfFile({ [family]: fonts }, {}, {}, {}, { ...fileOptions, info }, null, (path) => allowed.has(path))
  const bytes = collect(file)
  const renderer = new Renderer(file)
  return {
    widthOf: ({ text, size, bold = false }) => file.provideFont(family, bold, false).widthOfString(text, size),
    hasGlyph: (codePoint) => file.provideFont(family, false, false).font.hasGlyphForCodePoint(codePoint),
    layOut: ({ content, orientation, margins, header, onNode }) => {
      const [left, top, right, bottom] = margins
      const builder = new LayoutBuilder(pageSizes[orientation], { left, top, right, bottom }, new SvgMeasure())
      builder.registerTableLayouts({})
      return builder.layoutDocument(
        content,
        file,
        {},
        defaultStyle,
        undefined,
        header,
        undefined,
        watermark,
        (node) => {
          onNode(node)
          return false
        },
      )
    },
    draw: (pages) => renderer.renderPages(pages),
    finish: () => {
      file.end()
      return bytes
    },
  }
}

const family = 'Tinos'

const fileOptions = {
  pdfVersion: '1.7',
  lang: 'vi',
  displayTitle: true,
  compress: true,
  autoFirstPage: false,
  bufferPages: false,
  fontLayoutCache: true,
  font: null,
}

/** A4 in points, as the library has it. */
const pageSizes = {
  portrait: { width: 595.28, height: 841.89, orientation: 'portrait' },
  landscape: { width: 841.89, height: 595.28, orientation: 'landscape' },
}

const collect = (file: PdfFileObject): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    file.on('data', (chunk: Buffer) => chunks.push(chunk))
    file.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    file.on('error', reject)
  })

type PdfFileObject = NodeJS.ReadableStream & {
  readonly end: () => void
  readonly provideFont: (
    family: string,
    bold: boolean,
    italics: boolean,
  ) => {
    readonly widthOfString: (text: string, size: number) => number
    readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean }
  }
}

/** What is used of the library's parts; it ships no types for them. */
type Parts = {
  PDFDocument: new (
    fonts: Readonly<Record<string, FontFiles>>,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    virtualFiles: null,
    mayRead: (path: string) => boolean,
  ) => PdfFileObject
  LayoutBuilder: new (
    pageSize: object,
    margins: object,
    svgMeasure: object,
  ) => {
    registerTableLayouts(layouts: object): void
    layoutDocument(
      content: Content[],
      file: PdfFileObject,
      styles: object,
      defaultStyle: TDocumentDefinitions['defaultStyle'],
      background: undefined,
      header: DynamicContent,
      footer: undefined,
      watermark: TDocumentDefinitions['watermark'],
      pageBreakBefore: (node: Node) => boolean,
    ): LaidOutPages
  }
  Renderer: new (file: PdfFileObject) => { renderPages(pages: LaidOutPages): void }
  SVGMeasure: new () => object
}

const require = createRequire(import.meta.url)

/** Required, not imported: the parts are CommonJS, whose default Node and bundlers hand over differently. */
const part = <Name extends keyof Parts>(name: Name): Parts[Name] =>
  (require(`pdfmake/js/${name}.js`) as { default: Parts[Name] }).default

const PdfFile = part('PDFDocument')
const LayoutBuilder = part('LayoutBuilder')
const Renderer = part('Renderer')
const SvgMeasure = part('SVGMeasure')
