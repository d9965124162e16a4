import { assertNever } from '../../shared/domain/assert-never.ts'
import { lineOperators, rectOperators, ruleOperators, type WordCache } from './draw-lines.ts'
import {
  Renderer,
  type LaidOutItem,
  type LaidOutPage,
  type LaidOutPages,
  type Named,
  type PageSize,
  type PageTarget,
  type PdfFileObject,
  type PdfReference,
  type Vector,
} from './pdf-parts.ts'
import { qrRects } from './qr-rects.ts'

/** Pages drawn into the file, each of its own or over what several of them show alike. */
export type PageDrawing = {
  readonly draw: (pages: LaidOutPages) => void
  /** Writes once what many pages show; the same drawing is written once however often it is asked for. */
  readonly stencil: (page: LaidOutPage) => Stencil
  /** A page to be filled by several sections. */
  readonly openSheet: (pageSize: PageSize) => Sheet
  readonly drawSheet: (page: { readonly sheet: Sheet; readonly parts: readonly SheetPart[] }) => void
  /** No sheet is drawn after it. */
  readonly endSheets: () => void
}

export type Stencil = { readonly name: string; readonly reference: PdfReference }

export type Sheet = { readonly pageSize: PageSize; readonly resources: PdfReference<Resources> }

/** In the order of the page: a stencil, or a section's own lines and drawings, all of them that far down. */
export type SheetPart = Stencil | { readonly items: readonly Lowered[]; readonly down: number }

/** An item to be drawn that many points below where it was laid out. */
export type Lowered = { readonly item: LaidOutItem; readonly down: number }

type Resources = { readonly Font: Named; readonly ExtGState: Named; readonly XObject: Named }

export function openPages(file: PdfFileObject): PageDrawing {
  const words: WordCache = new Map()
  const stencils = new Map<string, Stencil>()
  const sheets: Sheet[] = []
  const drawItem = itemDrawer(file, words)
  const drawAll = ({ items, watermark }: Omit<LaidOutPage, 'pageSize'>) => {
    for (const item of items) drawItem(item, 0)
    if (watermark !== undefined) new Renderer(file).renderWatermark({ watermark })
  }
  return {
    draw: (pages) => {
      for (const page of pages) {
        file.addPage({ size: [page.pageSize.width, page.pageSize.height] })
        drawAll(page)
      }
    },
    stencil: (page) => {
      const target = openTarget(page.pageSize, { Font: {}, ExtGState: {} })
      drawOnto({ file, target, draw: () => drawAll(page) })
      const operators = target.operators.join('\n')
      const known = stencils.get(operators)
      if (known !== undefined) return known
      const { width, height, fonts: Font, ext_gstates: ExtGState } = target
      const reference = file.ref({
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, width, height],
        Resources: { Font, ExtGState },
      })
      reference.end(operators)
      const stencil = { name: `S${stencils.size + 1}`, reference }
      stencils.set(operators, stencil)
      return stencil
    },
    openSheet: (pageSize) => {
      const resources: Resources = { Font: {}, ExtGState: {}, XObject: {} }
      const sheet = { pageSize, resources: file.ref(resources) as PdfReference<Resources> }
      sheets.push(sheet)
      return sheet
    },
    drawSheet: ({ sheet: { pageSize, resources }, parts }) => {
      const target = openTarget(pageSize, resources.data)
      target.write(`1 0 0 -1 0 ${pageSize.height} cm`)
      drawOnto({
        file,
        target,
        draw: () => {
          for (const part of parts) {
            if ('name' in part) {
              resources.data.XObject[part.name] = part.reference
              target.write(`/${part.name} Do`)
            } else for (const { item, down } of part.items) drawItem(item, part.down + down)
          }
        },
      })
      addPage({ file, pageSize, resources, operators: target.operators.join('\n') })
    },
    endSheets: () => {
      for (const { resources } of sheets) resources.end()
    },
  }
}

/** Lines, rules and boxes are drawn here, the rest (circles, the draft mark) by the library. */
function itemDrawer(file: PdfFileObject, words: WordCache) {
  const renderer = new Renderer(file)
  return (entry: LaidOutItem, down: number): void => {
    switch (entry.type) {
      case 'line': {
        const { item: line } = entry
        const fonts = file.page.fonts
        for (const { font } of line.inlines) fonts[font.id] ??= font.ref()
        const operators = lineOperators({ line, words, down })
        if (operators === null) renderer.renderLine(line, line.x, line.y + down)
        else file.addContent(operators)
        break
      }
      case 'vector': {
        const vector = lowered(entry.item, down)
        if (vector.type === 'line') file.addContent(ruleOperators(vector))
        else if (vector.type === 'rect') file.addContent(boxOperators(vector))
        else renderer.renderVector(vector)
        break
      }
      case 'beginVerticalAlignment':
      case 'endVerticalAlignment':
        renderer[entry.type](entry.item)
        break
      default:
        assertNever(entry)
    }
  }
}

/** A box, or the QR code that fills it. */
function boxOperators(box: Extract<Vector, { type: 'rect' }>): string {
  const rects = box.qrText === undefined ? [box] : qrRects({ text: box.qrText, x: box.x, y: box.y, side: box.w })
  return rects.map(rectOperators).join('\n')
}

const lowered = (vector: Vector, down: number): Vector =>
  vector.type === 'line' ? { ...vector, y1: vector.y1 + down, y2: vector.y2 + down } : { ...vector, y: vector.y + down }

type Target = PageTarget & { readonly operators: readonly string[] }

function openTarget({ width, height }: PageSize, { Font, ExtGState }: Omit<Resources, 'XObject'>): Target {
  const operators: string[] = []
  return { width, height, fonts: Font, ext_gstates: ExtGState, operators, write: (more) => void operators.push(more) }
}

/** The writer draws on the page that it has open: for a while it is another. */
function drawOnto({ file, target, draw }: { file: PdfFileObject; target: Target; draw: () => void }): void {
  const open = file.page
  file.page = target
  draw()
  file.page = open
}

/** Packing a few words saves less than it costs. */
const leastPacked = 400

type AddPageInput = {
  file: PdfFileObject
  pageSize: PageSize
  resources: PdfReference
  operators: string
}

/** The writer's own pages bring resources of their own; these share them. */
function addPage({ file, pageSize: { width, height }, resources, operators }: AddPageInput): void {
  const { _root: root } = file
  const pages = root.data.Pages
  const content = file.ref({})
  const page = file.ref({
    Type: 'Page',
    Parent: pages,
    MediaBox: [0, 0, width, height],
    Contents: content,
    Resources: resources,
  })
  pages.data.Kids.push(page)
  pages.data.Count += 1
  page.end()
  if (operators.length < leastPacked) content.compress = false
  content.end(operators)
}
