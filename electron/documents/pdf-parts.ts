import LayoutBuilderPart from 'pdfmake/js/LayoutBuilder.js'
import PdfDocumentPart from 'pdfmake/js/PDFDocument.js'
import RendererPart from 'pdfmake/js/Renderer.js'
import SvgMeasurePart from 'pdfmake/js/SVGMeasure.js'
import type { Content, DynamicContent, Node, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { DrawnLine, DrawnRect, DrawnRule } from './draw-lines.ts'
import type { Element } from './pdf-a/elements.ts'
import type { PdfReference, PdfWriter } from './pdf-a/pack-objects.ts'
import type { OpenedFace } from './prepare-face.ts'
import type { StyleStack, wordMeasurer } from './measure-words.ts'

/** The pages of a section, and what their words belong to. */
export type LaidOutSection = { readonly pages: LaidOutPages; readonly element: Element }

/** The library's pages, to be handed back. */
export type LaidOutPages = readonly LaidOutPage[]

export type LaidOutPage = {
  readonly pageSize: PageSize
  readonly items: readonly LaidOutItem[]
  readonly watermark?: object
}

/** Points. */
export type PageSize = { readonly width: number; readonly height: number }

export type LaidOutItem =
  | { readonly type: 'line'; readonly item: DrawnLine }
  | { readonly type: 'vector'; readonly item: Vector }
  | { readonly type: 'beginVerticalAlignment' | 'endVerticalAlignment'; readonly item: object }

/** `own`: the block of a section that it belongs to (see `shared-pages.ts`). `element`: as of a word. */
export type Vector = (
  | ({ readonly type: 'line' } & DrawnRule)
  | ({ readonly type: 'rect'; readonly qrText?: string } & DrawnRect)
  | { readonly type: 'ellipse'; readonly x: number; readonly y: number }
) & { own?: string; element?: Element }

export type FontFiles = {
  readonly normal: string
  readonly bold: string
  readonly italics: string
  readonly bolditalics: string
}

/** The file that is written: pdfkit's, with the library's fonts. */
export type PdfFileObject = NodeJS.ReadableStream &
  PdfWriter & {
    readonly end: () => void
    readonly addPage: (options: { readonly size: [number, number] }) => {
      readonly page: PageTarget & { readonly dictionary: PdfReference }
    }
    readonly addContent: (operators: string) => void
    /** Where operators and what they name go. */
    page: PageTarget
    readonly provideFont: (family: string, bold: boolean, italics: boolean) => PdfFont
  }

/** Fonts and graphic states by the names that operators call them by. */
export type Named = Record<string, object>

export type PageTarget = {
  readonly width: number
  readonly height: number
  readonly fonts: Named
  readonly ext_gstates: Named
  readonly write: (operators: string) => void
}

export type PdfFont = {
  readonly widthOfString: (text: string, size: number) => number
  readonly lineHeight: (size: number) => number
  readonly font: OpenedFace & { readonly hasGlyphForCodePoint: (codePoint: number) => boolean }
  /** Writes the glyphs used, once. */
  readonly finalize: () => void
}

type PageRenderer = {
  renderLine(line: DrawnLine, x: number, y: number): void
  renderVector(vector: Vector): void
  beginVerticalAlignment(item: object): void
  endVerticalAlignment(item: object): void
  renderWatermark(page: { readonly watermark: object }): void
}

type CanvasNode = { readonly canvas: readonly { own?: string; element?: Element }[]; readonly element?: Element }

type PlaceOf = (page: PageSize, margins: object) => { readonly x: number; readonly y: number } & PageSize

/** `newLineForced`: it ends before the edge, and is not stretched to it. */
type BuiltLine = {
  readonly maxWidth: number
  readonly inlines: readonly { readonly fontSize: number }[]
  readonly getWidth: () => number
  newLineForced?: boolean
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
    docMeasure: {
      readonly textInlines: { measure: ReturnType<typeof wordMeasurer> }
      readonly styleStack: StyleStack
      measureCanvas(node: CanvasNode): object
    }
    writer: { context(): { readonly y: number } }
    tryLayoutDocument(...given: readonly unknown[]): object
    buildNextLine(node: object): BuiltLine | null
    addDynamicRepeatable(content: unknown, placeOf: PlaceOf, kind: string): void
    layoutDocument(
      content: Content[],
      file: PdfFileObject,
      styles: object,
      defaultStyle: TDocumentDefinitions['defaultStyle'],
      background: undefined,
      header: DynamicContent | undefined,
      footer: DynamicContent | undefined,
      watermark: TDocumentDefinitions['watermark'],
      pageBreakBefore?: (node: Node) => boolean,
    ): LaidOutPages
  }
  Renderer: new (file: PdfFileObject) => PageRenderer
  SVGMeasure: new () => object
}

/** The parts are CommonJS: the test runner hands over their default, Node and the bundler the whole module around it. */
const part = <Name extends keyof Parts>(_name: Name, module: unknown): Parts[Name] =>
  (typeof module === 'function' ? module : (module as { default: unknown }).default) as Parts[Name]

export const PdfFile = part('PDFDocument', PdfDocumentPart)
export const Renderer = part('Renderer', RendererPart)
const LayoutBuilder = part('LayoutBuilder', LayoutBuilderPart)
const SvgMeasure = part('SVGMeasure', SvgMeasurePart)

/** The library's layout with our own measuring of words, put in place once it has made its own. */
export class Builder extends LayoutBuilder {
  readonly #measureWords: ReturnType<typeof wordMeasurer>

  constructor(pageSize: object, margins: object, measureWords: ReturnType<typeof wordMeasurer>) {
    super(pageSize, margins, new SvgMeasure())
    this.#measureWords = measureWords
    this.registerTableLayouts({})
  }

  override tryLayoutDocument(...given: readonly unknown[]): object {
    const { docMeasure } = this
    docMeasure.textInlines.measure = this.#measureWords
    const measureCanvas = docMeasure.measureCanvas.bind(docMeasure)
    // A drawing knows the block and the element that it stands in, as words do.
    docMeasure.measureCanvas = (node) => {
      const own = docMeasure.styleStack.getProperty('own')
      for (const vector of node.canvas) {
        if (typeof own === 'string') vector.own = own
        if (node.element !== undefined) vector.element = node.element
      }
      return measureCanvas(node)
    }
    return super.tryLayoutDocument(...given)
  }

  /** A line that ends early, since what follows may not be parted, stays so: stretched to the edge it would be full of holes. */
  override buildNextLine(node: object): BuiltLine | null {
    const line = super.buildNextLine(node)
    if (line !== null && isLoose(line)) line.newLineForced = true
    return line
  }

  /** A header may be higher than the margin that it stands in, which the text is kept out of; none of its lines goes. */
  override addDynamicRepeatable(content: unknown, placeOf: PlaceOf, kind: string): void {
    const roomy: PlaceOf = (page, margins) => ({ ...placeOf(page, margins), height: page.height })
    super.addDynamicRepeatable(content, roomy, kind)
  }

  /** Where what was laid out ends, in points from the top of its last page. */
  get bottom(): number {
    return this.writer.context().y
  }
}

/** Beside its own quarter of the type size a blank grows by half of it at most: three times as wide as it is set. */
function isLoose(line: BuiltLine): boolean {
  const { inlines, maxWidth } = line
  const [first] = inlines
  return first !== undefined && maxWidth - line.getWidth() > (inlines.length - 1) * widestStretch * first.fontSize
}

const widestStretch = 0.5
