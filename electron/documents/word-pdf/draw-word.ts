import { mm, type Orientation } from '../nd30/measures.ts'
import { asElement } from '../pdf-a/tag-content.ts'
import type { PdfContent, PdfSection, PdfTableCell } from '../render-pdf.ts'
import { drawText, type DrawFacts, type Gaps } from './draw-text.ts'
import type { Side, WordBlock, WordCell, WordSection, WordTable, WordText } from './word-blocks.ts'

/**
 * The sections of a filled Word document, to be drawn once and in their order, as any other PDF.
 * @param onMissing told of words that no page has room for.
 */
export function wordSections(
  sections: readonly WordSection[],
  onMissing: (texts: readonly string[]) => never,
): readonly PdfSection[] {
  let lastNumber = 0
  return sections.map(({ orientation, edges, header, firstNumber, blocks }) => {
    const width = widthOf(orientation) - edges.left - edges.right
    const inMillimetres = (points: number) => points / mm(1)
    let first: number | null = firstNumber
    return {
      orientation,
      edges: {
        top: inMillimetres(edges.top),
        bottom: inMillimetres(edges.bottom),
        left: inMillimetres(edges.left),
        right: inMillimetres(edges.right),
      },
      content: (layout) => drawParts(blocks, { layout, width }),
      header: (page, layout) => {
        // The section before it is drawn by now.
        first ??= lastNumber + 1
        lastNumber = first + page - 1
        const stack = drawBlocks(headerOf(header, page, lastNumber), { layout, width, page: lastNumber, isCell: true })
        return { stack, margin: [edges.left, header.at, edges.right, 0] }
      },
      onMissing,
    }
  })
}

const widthOf = (orientation: Orientation): number => mm(orientation === 'portrait' ? 210 : 297)

function headerOf({ first, even, others }: WordSection['header'], page: number, number: number): readonly WordBlock[] {
  if (page === 1 && first !== null) return first
  return number % 2 === 0 && even !== null ? even : others
}

/** What must not part is one part of the content; it parts all the same where no page has room for it. */
function drawParts(blocks: readonly WordBlock[], facts: DrawFacts): PdfContent[] {
  return chainsOf(blocks).map((chain, part) => {
    const letGo = facts.layout.letGo(part)
    const [first = 0, ...more] = chain
    const drawn = chain.map((index) => drawBlock(blocks, index, { ...facts, letGo }))
    const together: PdfContent =
      more.length === 0 ? (drawn[0] ?? '') : { stack: drawn, unbreakable: letGo === 'nothing' }
    return breaksBefore(blocks[first]) && first > 0 ? { stack: [together], pageBreak: 'before' } : together
  })
}

const drawBlocks = (blocks: readonly WordBlock[], facts: DrawFacts): PdfContent[] =>
  blocks.map((_, index) => drawBlock(blocks, index, facts))

function drawBlock(blocks: readonly WordBlock[], index: number, facts: DrawFacts): PdfContent {
  const block = blocks[index]
  if (block === undefined) return ''
  return block.kind === 'table'
    ? drawTable(block, facts)
    : asHeading(block, drawText(block, gapsOf(blocks, index), facts))
}

/** Styles of the shipped templates that are headings; an office's own text is paragraphs. */
const headings = new Map([
  ['TenLoai', 'H1'],
  ['TieuDePhan', 'H2'],
] as const)

function asHeading({ look }: WordText, drawn: PdfContent): PdfContent {
  const tag = (headings as ReadonlyMap<string, 'H1' | 'H2'>).get(look.style)
  return tag === undefined ? drawn : asElement(tag, drawn)
}

const breaksBefore = (block: WordBlock | undefined): boolean => block?.kind === 'text' && block.look.breakBefore

/** Paragraphs of one style may stand without their gaps. */
function gapsOf(blocks: readonly WordBlock[], index: number): Gaps {
  const block = blocks[index]
  if (block?.kind !== 'text') return { before: 0, after: 0 }
  const { look } = block
  const isSame = (other: WordBlock | undefined) =>
    look.isCompact && other?.kind === 'text' && other.look.style === look.style
  return {
    before: isSame(blocks[index - 1]) ? 0 : look.before,
    after: isSame(blocks[index + 1]) ? 0 : look.after,
  }
}

/** Indices of blocks that must not part: each that stays with the next, with the first that does not. */
function chainsOf(blocks: readonly WordBlock[]): readonly (readonly number[])[] {
  const chains: number[][] = []
  let isOpen = false
  let letters = 0
  blocks.forEach((block, index) => {
    const last = chains.at(-1)
    letters += block.kind === 'table' ? 0 : block.runs.reduce((sum, { text }) => sum + text.length, 0)
    const joins = isOpen && !breaksBefore(block) && letters < mostTogether
    if (joins && last !== undefined && (block.kind === 'text' || block.rows.length <= fewRows)) last.push(index)
    else {
      chains.push([index])
      letters = 0
    }
    isOpen = staysWithNext(block)
  })
  return chains
}

/** A table does where the last paragraph of each cell of its last row does. */
function staysWithNext(block: WordBlock | undefined): boolean {
  if (block?.kind === 'text') return block.look.keepNext
  const last = block?.rows.at(-1)?.cells ?? []
  return last.length > 0 && last.every(({ blocks }) => staysWithNext(blocks.at(-1)))
}

/** What is held together must fit a page. */
const mostTogether = 1500
const fewRows = 3

function drawTable(table: WordTable, facts: DrawFacts): PdfContent {
  const { grid, rows, align, indent } = table
  const { letGo = 'nothing' } = facts
  const isRuled = rows.some(({ cells }) => cells.some(({ border }) => Object.values(border).some(Boolean)))
  const thick = isRuled ? table.thick : 0
  const padding = rows[0]?.cells[0]?.padding ?? { left: 0, right: 0, top: 0, bottom: 0 }
  const head = rows.findIndex(({ isHead }) => !isHead)
  const whole = grid.reduce((sum, width) => sum + width, 0)
  const free = Math.max(0, facts.width - whole)
  const shift = align === 'left' ? indent : align === 'center' ? free / 2 : free
  const layoutOfTable = {
    hLineWidth: () => thick,
    vLineWidth: () => thick,
    paddingLeft: () => padding.left,
    paddingRight: () => padding.right,
    paddingTop: () => padding.top,
    paddingBottom: () => padding.bottom,
  }
  const drawn: PdfContent = {
    table: {
      widths: grid.map((width) => Math.max(1, width - padding.left - padding.right - thick)),
      heights: (row: number) => Math.max(0, (rows[row]?.height ?? 0) - padding.top - padding.bottom),
      headerRows: letGo === 'all' ? 0 : Math.max(0, head),
      keepWithHeaderRows: letGo === 'nothing' ? 1 : 0,
      dontBreakRows: letGo === 'nothing' && rows.some(({ mayBreak }) => !mayBreak),
      body: rows.map((_, row) => drawRow(table, row, { facts, padding })),
    },
    layout: layoutOfTable,
    margin: [shift, 0, 0, 0],
  }
  // One without lines only puts things beside each other.
  return isRuled ? asElement('Table', drawn) : drawn
}

type CellFacts = { readonly facts: DrawFacts; readonly padding: WordCell['padding'] }

/** Every place of the grid; those that a cell covers are empty, as the layout library wants them. */
function drawRow({ grid, rows }: WordTable, row: number, cellFacts: CellFacts): PdfTableCell[] {
  const cells = new Map(rows[row]?.cells.map((cell) => [cell.column, cell]))
  return grid.map((_, column) => {
    const cell = cells.get(column)
    return cell === undefined ? { text: '', border: noBorder } : drawCell(cell, grid, cellFacts)
  })
}

const noBorder: [boolean, boolean, boolean, boolean] = [false, false, false, false]

function drawCell(cell: WordCell, grid: readonly number[], { facts, padding }: CellFacts): PdfTableCell {
  const { column, across, down, border, vertical, blocks } = cell
  const more = (side: Side) => cell.padding[side] - padding[side]
  const whole = grid.slice(column, column + across).reduce((sum, width) => sum + width, 0)
  const width = whole - cell.padding.left - cell.padding.right
  return {
    stack: drawBlocks(blocks, { ...facts, width, isCell: true }),
    colSpan: across,
    rowSpan: down,
    border: [border.left, border.top, border.right, border.bottom],
    margin: [more('left'), more('top'), more('right'), more('bottom')],
    ...(vertical === 'top' ? {} : { verticalAlignment: vertical }),
  }
}
