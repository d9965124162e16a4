import { assertNever } from '../../shared/domain/assert-never.ts'
import { lineOperators, rectOperators, ruleOperators, type DrawnRule, type WordCache } from './draw-lines.ts'
import { addElement, artifact, type Element } from './pdf-a/elements.ts'
import type { PdfReference } from './pdf-a/pack-objects.ts'
import { openStructure, type PageMarks } from './pdf-a/structure.ts'
import {
  Renderer,
  type LaidOutItem,
  type LaidOutPage,
  type LaidOutSection,
  type Named,
  type PageSize,
  type PageTarget,
  type PdfFileObject,
  type Vector,
} from './pdf-parts.ts'
import { qrRects } from './qr-rects.ts'

/** Pages drawn into the file, each of its own or over what several of them show alike. */
export type PageDrawing = {
  readonly draw: (section: LaidOutSection) => void
  /** Writes once what many pages show; the same drawing is written once however often it is asked for. */
  readonly stencil: (page: LaidOutPage) => Stencil
  /** A page to be filled by several sections. */
  readonly openSheet: (pageSize: PageSize) => Sheet
  /** Pages of one section. */
  readonly drawSheets: (pages: readonly FilledSheet[]) => void
  /** No sheet is drawn after it. */
  readonly endSheets: () => void
}

export type Stencil = { readonly name: string; readonly reference: PdfReference }

export type Sheet = { readonly pageSize: PageSize; readonly resources: PdfReference<Resources> }

export type FilledSheet = { readonly sheet: Sheet; readonly parts: readonly SheetPart[] }

/** In the order of the page: a stencil, or a section's own lines and drawings, all of them that far down. */
export type SheetPart = SharedDrawing | OwnDrawing

/** `isRead`: it is of the text, no rule and nothing that stands in the margins or is repeated there. */
export type SharedDrawing = { readonly stencil: Stencil; readonly isRead: boolean }

type OwnDrawing = { readonly items: readonly Lowered[]; readonly down: number; readonly isRead: boolean }

/** An item to be drawn that many points below where it was laid out. */
export type Lowered = { readonly item: LaidOutItem; readonly down: number }

type Resources = { readonly Font: Named; readonly ExtGState: Named; readonly XObject: Named }

export function openPages(file: PdfFileObject): PageDrawing {
  const words: WordCache = new Map()
  const stencils = new Map<string, Stencil>()
  const sheets: Sheet[] = []
  const structure = openStructure(file)
  const drawItem = itemDrawer(file, words)
  const drawMark = (watermark: object) => {
    file.addContent('q')
    new Renderer(file).renderWatermark({ watermark })
    file.addContent('Q')
  }
  const elementOf = firstOwners()
  return {
    draw: ({ pages, element }) => {
      for (const { pageSize, items, watermark } of pages) {
        const { page } = file.addPage({ size: [pageSize.width, pageSize.height] })
        const marks = structure.openPage(page.dictionary, (operators) => page.write(operators))
        if (watermark !== undefined) {
          marks.turnTo(artifact)
          drawMark(watermark)
        }
        for (const item of items) {
          const owner = elementOf(item)
          if (owner === null) marks.close()
          else marks.turnTo(owner)
          drawItem(item, 0)
        }
        marks.end()
      }
      structure.write(element)
    },
    stencil: ({ pageSize, items, watermark }) => {
      const target = openTarget(pageSize, { Font: {}, ExtGState: {} })
      const draw = () => {
        if (watermark !== undefined) drawMark(watermark)
        for (const item of items) drawItem(item, 0)
      }
      drawOnto({ file, target, draw })
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
      // Of an empty text the writer makes no stream, and a form has one: lines without words draw nothing.
      reference.end(operators === '' ? '\n' : operators)
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
    drawSheets: (filled) => {
      const section: Element = { type: 'Sect', kids: [] }
      for (const { sheet, parts } of filled) {
        const { pageSize, resources } = sheet
        const page = file.ref({}) as PdfReference<Record<string, unknown>>
        const target = openTarget(pageSize, resources.data)
        target.write(`1 0 0 -1 0 ${pageSize.height} cm`)
        const marks = structure.openPage(page, target.write)
        const draw = () => drawParts({ parts, resources, target, drawItem, ...readers(section, marks) })
        drawOnto({ file, target, draw })
        marks.end()
        addPage({ file, page, sheet, operators: target.operators.join('\n') })
      }
      structure.write(section)
    },
    endSheets: () => {
      for (const { resources } of sheets) resources.end()
    },
  }
}

/**
 * The element that an item belongs to; none for what only tells where the library draws. Words that are drawn again are
 * the head of a table, repeated on its next page.
 */
export function firstOwners(): (entry: LaidOutItem) => Element | null {
  const drawn = new WeakSet<object>()
  return (entry) => {
    if (entry.type === 'vector') return entry.item.element ?? artifact
    const word = entry.type === 'line' ? entry.item.inlines.find(({ text }) => text !== '') : undefined
    if (word === undefined) return null
    if (drawn.has(word)) return artifact
    drawn.add(word)
    return word.element ?? artifact
  }
}

type Readers = {
  /** What comes next is read: it is of the page's paragraph. */
  readonly read: () => void
  /** What comes next is not read. */
  readonly skip: () => void
}

/**
 * A page that sections share is read in its order, but as one paragraph: of a thousand ballots, the rows and cells would
 * be more than the ballots.
 */
function readers(section: Element, marks: PageMarks): Readers {
  let open: Element | null = null
  return {
    read: () => marks.turnTo((open ??= addElement(section, { type: 'P' }))),
    skip: () => marks.turnTo(artifact),
  }
}

type DrawPartsInput = Readers & {
  parts: readonly SheetPart[]
  resources: PdfReference<Resources>
  target: Target
  drawItem: (item: LaidOutItem, down: number) => void
}

function drawParts({ parts, resources, target, drawItem, read, skip }: DrawPartsInput): void {
  for (const part of parts) {
    if ('items' in part && part.items.length === 0) continue
    if (part.isRead) read()
    else skip()
    if ('stencil' in part) {
      const { name, reference } = part.stencil
      resources.data.XObject[name] = reference
      target.write(`/${name} Do`)
    } else {
      for (const { item, down } of part.items) drawItem(item, part.down + down)
    }
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
        if (vector.type === 'line') {
          if (hasLength(vector)) file.addContent(ruleOperators(vector))
        } else if (vector.type === 'rect') file.addContent(boxOperators(vector))
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
  page: PdfReference<Record<string, unknown>>
  sheet: Sheet
  operators: string
}

/** The writer's own pages bring resources of their own; these share them. */
function addPage({ file, page, sheet, operators }: AddPageInput): void {
  const { _root: root } = file
  const pages = root.data.Pages
  const content = file.ref({})
  const { width, height } = sheet.pageSize
  Object.assign(page.data, {
    Type: 'Page',
    Parent: pages,
    MediaBox: [0, 0, width, height],
    Contents: content,
    Resources: sheet.resources,
  })
  pages.data.Kids.push(page)
  pages.data.Count += 1
  page.end()
  if (operators.length < leastPacked) content.compress = false
  content.end(operators)
}

/** The thinnest rule leaves a dot where it has no length; marks by which the layout finds a place leave nothing. */
function hasLength({ x1, y1, x2, y2 }: DrawnRule): boolean {
  return x1 !== x2 || y1 !== y2
}
