import { join } from 'node:path'
import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { mm, nd30, singleSpacing, type Orientation } from './nd30/measures.ts'
import { printableContent, printableText } from './printable-text.ts'
import { blockSetter, placeBlock, type OwnBlock } from './own-blocks.ts'
import { boxesOf, type BlockBox } from './block-boxes.ts'
import { openPdf, type PdfEngine } from './pdf-engine.ts'
import type { FontFiles, LaidOutSection } from './pdf-parts.ts'
import { findLonely, marksOf } from './table-marks.ts'
import { drawShared, shapeOf, sharePages, type SetBlock, type SharedPages } from './shared-pages.ts'

/** The layout library's own content types, so that no other file needs the library. */
export type PdfContent = Content
export type PdfTableCell = TableCell

export type PdfDocument = {
  readonly title: string
  /** Prints DỰ THẢO across every page. */
  readonly isDraft: boolean
  /** Each starts on a new page and numbers its own pages, as annexes do (Decree 30, Phụ lục I, Phần III.1.đ). */
  readonly sections: readonly PdfSection[]
}

export type PdfSection = {
  readonly orientation: Orientation
  /** Where it is told of each section by itself: instead of what the document says. */
  readonly isDraft?: boolean
  /** The same of what is printed at the foot of its pages. */
  readonly foot?: string
  /** A paper of its own: printed on both sides of sheets, it begins on a front page, after a blank one where need be. */
  readonly isOwnPaper?: boolean
  /** Printed small on the right of the top margin from the section's second page, where loose sheets may get mixed up. */
  readonly mark?: string
  /** What stands on each of its pages beside the text: the same on all pages of a form, and what only this paper's says. */
  readonly beside?: (at: PageOf) => BesideText
  /** Edges in millimetres, where the section is no administrative document and Decree 30 fixes none. */
  readonly edges?: PageEdges
  /** What stands above the text of a page of the section, which begins lower where need be; its number by the decree unless given. */
  readonly header?: (page: number, layout: PdfLayout) => PdfContent
  /** Told of texts that no page has room for, where not a word may be missing; else nothing is asked. */
  readonly onMissing?: (texts: readonly string[]) => never
  /** Called once for every pass of the layout: content is changed by being laid out. */
  readonly content: (layout: PdfLayout) => PdfContent[]
  /** Sections of one form share their pages, which are laid out and drawn once. */
  readonly form?: SectionForm
}

/** A page of the pages of its section, from 1. */
export type PageOf = { readonly page: number; readonly pages: number }

/** Content that says itself where it stands; what is the paper's own, as a block of a name for that page alone. */
export type BesideText = { readonly common: readonly PdfContent[]; readonly own: OwnBlock }

export type SectionForm = {
  /** Sections with the same key have the same page and the same content, but for their marks and these blocks' parts. */
  readonly key: string
  readonly blocks: (layout: PdfLayout) => readonly OwnBlock[]
}

export type PageEdges = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** What content may ask of the layout. */
export type PdfLayout = {
  readonly orientation: Orientation
  /** Width of a single line in points. */
  readonly widthOf: (line: { readonly text: string; readonly size: number; readonly bold?: boolean }) => number
  /** How many last rows of the table named so go to a page of their own; 0 for none. */
  readonly rowsHeldBack: (tableName: string) => number
  /** How much less of that part of the content must be held together, since it has no room on a page. */
  readonly letGo: (part: number) => LetGo
}

/** `rows`: what is together may part, and rows of tables in themselves; `all`: heads are not repeated either. */
export type LetGo = 'nothing' | 'rows' | 'all'

type RenderPdfInput = {
  readonly document: PdfDocument
  /** Printed small in the bottom margin of every page; empty for nothing. */
  readonly foot?: string
  /** Goes into the metadata; from the host's clock. */
  readonly createdAt: Date
  /** Absolute path of the resources folder, where the fonts stand. */
  readonly resources: string
  /** Papers of their own begin on a front page. */
  readonly onBothSides?: boolean
  /** Awaited between sections; the document is stopped there by what it throws. */
  readonly breathe?: (() => Promise<void>) | undefined
}

/**
 * The bytes of a PDF. The same document and date give the same bytes.
 *
 * Set in Tinos, which is metric-compatible with Times New Roman (the face that Decree 30 asks for) and free to embed:
 * lines break where they would break in Times New Roman. Only the glyphs used are embedded.
 */
export async function renderPdf(asked: RenderPdfInput): Promise<Uint8Array<ArrayBuffer>> {
  const { document, foot = '', createdAt, resources, onBothSides = false, breathe } = asked
  const engine = openEngine({
    facts: { title: document.title, createdAt, sides: onBothSides ? sidesOf(document) : undefined },
    resources,
  })
  const pieces: Uint8Array[] = []
  const draw = sectionDrawer({ engine, document, foot })
  let drawn = 0
  for (const section of document.sections) {
    if (onBothSides && section.isOwnPaper === true && drawn % 2 === 1) drawn += engine.drawBlank(section.orientation)
    drawn += draw(section)
    pieces.push(engine.take())
    await breathe?.()
  }
  for (const _ of engine.finish()) {
    pieces.push(engine.take())
    await breathe?.()
  }
  pieces.push(engine.take())
  return new Uint8Array(Buffer.concat(pieces))
}

/** Where the own blocks of a section stand on each of its pages, by name, in millimetres from the page's upper left corner. */
export type PlacesOfBlocks = readonly ReadonlyMap<string, BlockBox>[]

/** Lays sections out as `renderPdf` does, and answers where their blocks stand: one answer for sections that share their pages. */
export function openBlockPlaces(resources: string): (section: PdfSection) => PlacesOfBlocks {
  const engine = openEngine({ facts: { title: '', createdAt: new Date(0), sides: undefined }, resources })
  const setBlocks = formSetter(engine)
  const known = new Map<string, PlacesOfBlocks>()
  return (section) => {
    const key = section.form === undefined ? null : `${section.form.key} ${shapeOf(setBlocks(section, section.form))}`
    const before = key === null ? undefined : known.get(key)
    if (before !== undefined) return before
    const { pages } = layOutSection({ section, engine, isDraft: false, foot: '' })
    const places = pages.map(({ items }) => boxesOf(items))
    if (key !== null) known.set(key, places)
    return places
  }
}

/** The blocks of a section's text, each laid out alone. */
function formSetter(engine: PdfEngine) {
  const setBlock = blockSetter(engine)
  return ({ orientation, edges = decreeEdges }: PdfSection, { blocks }: SectionForm): readonly SetBlock[] =>
    blocks(layoutOf({ engine, orientation, heldBack: new Map(), letGo: new Map() })).map((block) =>
      setBlock(block, { orientation, margins: pointsOf(edges) }),
    )
}

/** Several papers that begin on fronts are meant for both sides. Where some pages lie, no one way of turning is right. */
const sidesOf = ({ sections }: PdfDocument): 'both' | undefined =>
  sections.filter(({ isOwnPaper }) => isOwnPaper === true).length > 1 &&
  sections.every(({ orientation }) => orientation === 'portrait')
    ? 'both'
    : undefined

type EngineInput = { readonly facts: Parameters<typeof openPdf>[0]['facts']; readonly resources: string }

const openEngine = ({ facts, resources }: EngineInput): PdfEngine =>
  openPdf({
    facts,
    fonts: fontFiles(join(resources, 'fonts')),
    defaultStyle: { font: 'Tinos', fontSize: nd30.size.body.printed, lineHeight: singleSpacing },
  })

type DrawerInput = { engine: PdfEngine; document: PdfDocument; foot: string }

/**
 * Sections of one form whose blocks are equally high share their pages. A form that few sections fill is laid out for
 * each: the pieces that its pages would be drawn from take more of the file than the pages. Answers how many pages.
 */
function sectionDrawer({
  engine,
  document: { isDraft, sections },
  foot,
}: DrawerInput): (section: PdfSection) => number {
  const setBlock = blockSetter(engine)
  const setBlocks = formSetter(engine)
  const drawAlone = (laidOut: LaidOutSection): number => {
    engine.draw(laidOut)
    return laidOut.pages.length
  }
  const known = new Map<string, SharedPages>()
  const uses = Map.groupBy(sections, ({ form }) => form?.key)
  return (section) => {
    const { orientation, edges = decreeEdges, mark = '', form, beside } = section
    if (form === undefined || (uses.get(form.key) ?? []).length < fewestSharing) {
      return drawAlone(layOutSection({ section, engine, isDraft, foot }))
    }
    const inText = setBlocks(section, form)
    const inMargins = (count: number): readonly SetBlock[] =>
      [
        ...(count === 1 ? [] : [markOf(mark, edges)]),
        ...Array.from({ length: count }, (_, index) => beside?.({ page: index + 1, pages: count }).own ?? []).flat(),
      ].map((block) => setBlock(block, { orientation, margins: noMargins }))
    const key = `${form.key} ${shapeOf(inText)}`
    let pages = known.get(key)
    if (pages === undefined) {
      const laidOut = layOutSection({ section, engine, isDraft, foot })
      const blocks = [...inMargins(laidOut.pages.length), ...inText]
      const shared = sharePages({ ...laidOut, blocks, engine })
      if (shared === null) return drawAlone(laidOut)
      known.set(key, shared)
      pages = shared
    }
    drawShared({ pages, blocks: [...inMargins(pages.length), ...inText], engine })
    return pages.length
  }
}

const fewestSharing = 6

const fontFiles = (folder: string): FontFiles => ({
  normal: join(folder, 'tinos-regular.ttf'),
  bold: join(folder, 'tinos-bold.ttf'),
  italics: join(folder, 'tinos-italic.ttf'),
  bolditalics: join(folder, 'tinos-bold-italic.ttf'),
})

type LayOutInput = { section: PdfSection; engine: PdfEngine; isDraft: boolean; foot: string }

/**
 * Lays a section out again while the last row of a table of it, or what is signed, stands alone on a page, and while
 * words are missing that go on a page where less is held together.
 */
function layOutSection({ section, engine, ...all }: LayOutInput): LaidOutSection {
  const { orientation, mark = '', edges = decreeEdges, header, content, beside, onMissing } = section
  const { isDraft, foot } = { ...all, ...section }
  const facts: LayoutFacts = { engine, orientation, heldBack: new Map(), letGo: new Map() }
  const layout = layoutOf(facts)
  const { margins, lowered } = roomBelow({ section, engine, layout })
  const push: PdfContent[] = lowered === 0 ? [] : [{ stack: [], margin: [0, lowered, 0, 0] }]
  for (;;) {
    const places = new Map<string, number[]>()
    const laidOut = engine.layOut({
      content: [...push, ...content(layout)].map((part) => printableContent(part, engine.hasGlyph)),
      orientation,
      margins,
      header: (page, pages) =>
        header === undefined
          ? [pageNumber({ page, mark, edges }), ...besideOf(beside, { page, pages })]
          : printableContent(header(page, layout), engine.hasGlyph),
      footer: () => footOf(foot, edges),
      watermark: isDraft ? draftMark : undefined,
      onNode: ({ style, startPosition }) => {
        for (const name of marksOf(style)) places.set(name, [...(places.get(name) ?? []), startPosition.pageNumber])
      },
      isChecked: onMissing !== undefined,
    })
    const missing = laidOut.missing.map(({ part, text }) => ({ part: part - push.length, text }))
    const lonely = findLonely(places).filter((name) => !facts.heldBack.has(name))
    const held = missing.filter(({ part }) => layout.letGo(part) !== 'all').map(({ part }) => part)
    if (lonely.length === 0 && held.length === 0) {
      if (missing.length > 0) onMissing?.(missing.map(({ text }) => text))
      return laidOut
    }
    for (const name of lonely) facts.heldBack.set(name, 2)
    for (const part of new Set(held)) facts.letGo.set(part, layout.letGo(part) === 'nothing' ? 'rows' : 'all')
  }
}

type RoomInput = { section: PdfSection; engine: PdfEngine; layout: PdfLayout }

/**
 * The margins of a section's text, in points, where its own header may be higher than the margin above the text: then
 * the text begins below it. `lowered`: how much lower it begins on the first page than on the others.
 */
function roomBelow({ section, engine, layout }: RoomInput): { margins: PageEdges; lowered: number } {
  const { orientation, edges = decreeEdges, header, onMissing } = section
  const margins = pointsOf(edges)
  if (header === undefined) return { margins, lowered: 0 }
  const [first, even, odd] = [1, 2, 3].map((page) => {
    const content = [printableContent(header(page, layout), engine.hasGlyph)]
    const { items, height } = engine.layOutBlock({ content, orientation, margins: noMargins })
    const outside = engine.textsOffPaper(items, orientation)
    if (outside.length > 0) onMissing?.(outside)
    return Math.max(margins.top, height)
  })
  const top = Math.max(even ?? 0, odd ?? 0)
  return { margins: { ...margins, top }, lowered: (first ?? top) - top }
}

type LayoutFacts = {
  readonly engine: PdfEngine
  readonly orientation: Orientation
  /** By the name of the table. */
  readonly heldBack: Map<string, number>
  /** By the place in the content. */
  readonly letGo: Map<number, LetGo>
}

const layoutOf = ({ engine, orientation, heldBack, letGo }: LayoutFacts): PdfLayout => ({
  orientation,
  widthOf: (line) => engine.widthOf({ ...line, text: printableText(line.text, engine.hasGlyph) }),
  rowsHeldBack: (name) => heldBack.get(name) ?? 0,
  letGo: (part) => letGo.get(part) ?? 'nothing',
})

const { top, bottom, left, right } = nd30.page.edges
const decreeEdges: PageEdges = {
  top: top.printed,
  bottom: bottom.printed,
  left: left.printed,
  right: right.printed,
}

const noMargins: PageEdges = { top: 0, bottom: 0, left: 0, right: 0 }

const pointsOf = (edges: PageEdges): PageEdges => ({
  top: mm(edges.top),
  bottom: mm(edges.bottom),
  left: mm(edges.left),
  right: mm(edges.right),
})

/**
 * The page number of a section: Arabic, centred over the text in the top margin, not on its first page. Source: Decree
 * 30/2020/NĐ-CP, Phụ lục I, Mục I.7 and Phần III.1.đ.
 */
function pageNumber({ page, mark, edges }: { page: number; mark: string; edges: PageEdges }): PdfContent {
  if (page === 1) return ''
  const number: PdfContent = {
    text: String(page),
    fontSize: nd30.page.number.printed,
    alignment: 'center',
    margin: [mm(edges.left), mm(edges.top) - mm(11), mm(edges.right), 0],
  }
  if (mark === '') return number
  return [number, { stack: [placeBlock(markOf(mark, edges))], margin: [0, -14, 0, 0] }]
}

function besideOf(beside: PdfSection['beside'], at: PageOf): readonly PdfContent[] {
  if (beside === undefined) return []
  const { common, own } = beside(at)
  return [...common, placeBlock(own)]
}

/** Below the text and above the paper's edge that printers cannot reach. */
const footOf = (foot: string, edges: PageEdges): PdfContent =>
  foot === ''
    ? ''
    : { text: foot, fontSize: 9, margin: [mm(edges.left), mm(edges.bottom) - mm(12), mm(edges.right), 0] }

const markOf = (mark: string, edges: PageEdges): OwnBlock => ({
  name: 'mark',
  parts: [{ text: mark, fontSize: 11, alignment: 'right', margin: [0, 0, mm(edges.right), 0] }],
})

/** Drawn beneath the text, so that it needs no transparency. */
const draftMark = { text: 'DỰ THẢO', bold: true, color: '#e6e6e6', opacity: 1, fontSize: 120 }
