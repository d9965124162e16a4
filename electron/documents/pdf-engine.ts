import LayoutBuilderPart from 'pdfmake/js/LayoutBuilder.js'
import PdfDocumentPart from 'pdfmake/js/PDFDocument.js'
import RendererPart from 'pdfmake/js/Renderer.js'
import SvgMeasurePart from 'pdfmake/js/SVGMeasure.js'
import { assertNever } from '../../shared/domain/assert-never.ts'
import { lineOperators, ruleOperators, type DrawnLine, type WordCache } from './draw-lines.ts'
import { wordMeasurer } from './measure-words.ts'
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

/** The library's pages, to be handed back. */
export type LaidOutPages = readonly LaidOutPage[]

type LaidOutPage = {
  readonly pageSize: { readonly width: number; readonly height: number }
  readonly items: readonly LaidOutItem[]
  readonly watermark?: object
}

type LaidOutItem =
  | { readonly type: 'line'; readonly item: DrawnLine }
  | { readonly type: 'vector'; readonly item: Vector }
  | { readonly type: 'beginVerticalAlignment' | 'endVerticalAlignment'; readonly item: object }

type Vector =
  | {
      readonly type: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly lineWidth?: number
    }
  | { readonly type: 'rect' | 'ellipse' }

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
  const words: WordCache = new Map()
  const measureWords = wordMeasurer((name, bold, italics) => file.provideFont(name, bold, italics))
  return {
    widthOf: ({ text, size, bold = false }) => file.provideFont(family, bold, false).widthOfString(text, size),
    hasGlyph: (codePoint) => file.provideFont(family, false, false).font.hasGlyphForCodePoint(codePoint),
    layOut: ({ content, orientation, margins, header, onNode }) => {
      const [left, top, right, bottom] = margins
      const builder = new Builder(pageSizes[orientation], { left, top, right, bottom }, new SvgMeasure())
      builder.measureWords = measureWords
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
    draw: (pages) => {
      for (const page of pages) drawPage({ page, file, renderer, words })
    },
    finish: () => {
      file.end()
      return bytes
    },
  }
}

/** Lines and rules are drawn here, the rest (boxes, circles, the draft mark) by the library. */
const drawPage = ({
  page: { pageSize, items, watermark },
  file,
  renderer,
  words,
}: {
  page: LaidOutPage
  file: PdfFileObject
  renderer: PageRenderer
  words: WordCache
}): void => {
  file.addPage({ size: [pageSize.width, pageSize.height] })
  const fonts = file.page.fonts
  for (const entry of items) {
    switch (entry.type) {
      case 'line': {
        const operators = lineOperators({ line: entry.item, words })
        for (const { font } of entry.item.inlines) fonts[font.id] ??= font.ref()
        if (operators === null) renderer.renderLine(entry.item, entry.item.x, entry.item.y)
        else file.addContent(operators)
        break
      }
      case 'vector':
        if (entry.item.type === 'line') file.addContent(ruleOperators(entry.item))
        else renderer.renderVector(entry.item)
        break
      case 'beginVerticalAlignment':
      case 'endVerticalAlignment':
        renderer[entry.type](entry.item)
        break
      default:
        assertNever(entry)
    }
  }
  if (watermark !== undefined) renderer.renderWatermark({ watermark })
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
  readonly addPage: (options: { readonly size: [number, number] }) => void
  readonly addContent: (operators: string) => void
  readonly page: { readonly fonts: Record<string, object> }
  readonly provideFont: (
    family: string,
    bold: boolean,
    italics: boolean,
  ) => {
    readonly widthOfString: (text: string, size: number) => number
    readonly lineHeight: (size: number) => number
    readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean }
  }
}

type PageRenderer = {
  renderLine(line: DrawnLine, x: number, y: number): void
  renderVector(vector: Vector): void
  beginVerticalAlignment(item: object): void
  endVerticalAlignment(item: object): void
  renderWatermark(page: { readonly watermark: object }): void
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
    docMeasure: { readonly textInlines: { measure: ReturnType<typeof wordMeasurer> } }
    tryLayoutDocument(...given: readonly unknown[]): object
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
  Renderer: new (file: PdfFileObject) => PageRenderer
  SVGMeasure: new () => object
}

/** The parts are CommonJS: the test runner hands over their default, Node and the bundler the whole module around it. */
const part = <Name extends keyof Parts>(_name: Name, module: unknown): Parts[Name] =>
  (typeof module === 'function' ? module : (module as { default: unknown }).default) as Parts[Name]

const PdfFile = part('PDFDocument', PdfDocumentPart)
const LayoutBuilder = part('LayoutBuilder', LayoutBuilderPart)
const Renderer = part('Renderer', RendererPart)
const SvgMeasure = part('SVGMeasure', SvgMeasurePart)

/** The library's layout with our own measuring of words, put in place once it has made its own. */
class Builder extends LayoutBuilder {
  measureWords: ReturnType<typeof wordMeasurer> | null = null

  override tryLayoutDocument(...given: readonly unknown[]): object {
    if (this.measureWords !== null) this.docMeasure.textInlines.measure = this.measureWords
    return super.tryLayoutDocument(...given)
  }
}
