import type { Side, WordBlock, WordCell, WordTable } from './word-blocks.ts'
import type { WordFacts } from './read-text.ts'
import { isRuled } from './word-look.ts'
import type { TableStyle } from './word-styles.ts'
import { childOf, pointsOf, switchOf, valueOf, type XmlNode } from './xml-tree.ts'

/** What stands in the body, a cell or a header. */
export type ReadBlocks = (node: XmlNode, facts: WordFacts, inTable: TableStyle) => readonly WordBlock[]

/** A table, its merged cells as the grid has them. */
export function readTable(tbl: XmlNode, facts: WordFacts, readBlocks: ReadBlocks): WordTable {
  const tblPr = childOf(tbl, 'tblPr')
  const style = facts.styles.table(tblPr)
  const properties = [...style.map((node) => childOf(node, 'tblPr')), tblPr]
  const borders = properties.map((node) => childOf(node, 'tblBorders'))
  if (childOf(tblPr, 'tblpPr') !== undefined) facts.say('bảng đặt tự do trên trang')
  const trs = withoutControls(tbl).filter(({ name }) => name === 'tr')
  const placed = trs.map(placeCells)
  const table = {
    borders,
    columns: Math.max(0, ...placed.flat().map(({ column, across }) => column + across)),
    padding: paddingOf(
      properties.map((node) => childOf(node, 'tblCellMar')),
      usualPadding,
    ),
  }
  const rows = trs.map((tr, row) => {
    const trPr = childOf(tr, 'trPr')
    return {
      isHead: switchOf(trPr, 'tblHeader') ?? false,
      mayBreak: switchOf(trPr, 'cantSplit') !== true,
      height: pointsOf(valueOf(trPr, 'trHeight')) ?? 0,
      cells: (placed[row] ?? []).flatMap((cell): readonly WordCell[] => {
        if (cell.merge === 'goes on' && isCovered(placed, row, cell)) return []
        const down = cell.merge === null ? 1 : coveredRows(placed, row, cell)
        const { tcPr } = cell
        if (!['lrTb', undefined].includes(valueOf(tcPr, 'textDirection'))) facts.say('chữ xoay')
        return [
          {
            column: cell.column,
            across: cell.across,
            down,
            border: borderOf(childOf(tcPr, 'tcBorders'), table, { cell, row, down, rows: trs.length }),
            padding: paddingOf([childOf(tcPr, 'tcMar')], table.padding),
            vertical: verticals.get(valueOf(tcPr, 'vAlign') ?? '') ?? 'top',
            blocks: readBlocks(cell.tc, facts, style),
          },
        ]
      }),
    }
  })
  return {
    kind: 'table',
    align: aligns.get(valueOf(tblPr, 'jc') ?? '') ?? 'left',
    indent: pointsOf(childOf(tblPr, 'tblInd')?.attributes['w']) ?? 0,
    grid: gridOf(tbl, table.columns, placed),
    thick: thicknessOf(borders),
    rows,
  }
}

type PlacedCell = {
  readonly tc: XmlNode
  readonly tcPr: XmlNode | undefined
  readonly column: number
  readonly across: number
  readonly merge: 'begins' | 'goes on' | null
}

function placeCells(tr: XmlNode): readonly PlacedCell[] {
  let next = columnsOf(valueOf(childOf(tr, 'trPr'), 'gridBefore'), 0)
  return withoutControls(tr)
    .filter(({ name }) => name === 'tc')
    .map((tc) => {
      const tcPr = childOf(tc, 'tcPr')
      const across = columnsOf(valueOf(tcPr, 'gridSpan'), 1)
      const merging = childOf(tcPr, 'vMerge')
      const merge = merging === undefined ? null : merging.attributes['val'] === 'restart' ? 'begins' : 'goes on'
      const column = next
      next += across
      return { tc, tcPr, column, across, merge }
    })
}

/** Word's own tables have no more columns. */
const mostColumns = 63

function columnsOf(count: string | undefined, least: number): number {
  const columns = Math.floor(Number(count ?? least))
  return columns >= least ? Math.min(columns, mostColumns) : least
}

/** Children, those of content controls among them. */
function withoutControls(node: XmlNode): readonly XmlNode[] {
  return node.children.flatMap((child) => {
    if (child.name !== 'sdt') return [child]
    const content = childOf(child, 'sdtContent')
    return content === undefined ? [] : withoutControls(content)
  })
}

type Placed = readonly (readonly PlacedCell[])[]

const sameColumn = (placed: Placed, row: number, { column, across }: PlacedCell) =>
  placed[row]?.find((cell) => cell.column === column && cell.across === across)

function isCovered(placed: Placed, row: number, cell: PlacedCell): boolean {
  const above = sameColumn(placed, row - 1, cell)
  return above !== undefined && above.merge !== null
}

function coveredRows(placed: Placed, row: number, cell: PlacedCell): number {
  let down = 1
  while (sameColumn(placed, row + down, cell)?.merge === 'goes on') down += 1
  return down
}

const usualPadding = { left: 5.4, right: 5.4, top: 0, bottom: 0 }

const sideNames: Readonly<Record<Side, readonly string[]>> = {
  left: ['left', 'start'],
  right: ['right', 'end'],
  top: ['top'],
  bottom: ['bottom'],
}

const sides = Object.keys(sideNames) as readonly Side[]

/** The last of several elements that names a side. */
function lastNamed(nodes: readonly (XmlNode | undefined)[], names: readonly string[]): XmlNode | undefined {
  return nodes.flatMap((node) => node?.children.filter(({ name }) => names.includes(name)) ?? []).at(-1)
}

function paddingOf(margins: readonly (XmlNode | undefined)[], inherited: WordCell['padding']): WordCell['padding'] {
  const side = (name: Side) => pointsOf(lastNamed(margins, sideNames[name])?.attributes['w']) ?? inherited[name]
  return { left: side('left'), right: side('right'), top: side('top'), bottom: side('bottom') }
}

type CellPlace = { readonly cell: PlacedCell; readonly row: number; readonly down: number; readonly rows: number }

function borderOf(
  own: XmlNode | undefined,
  { borders, columns }: { readonly borders: readonly (XmlNode | undefined)[]; readonly columns: number },
  { cell: { column, across }, row, down, rows }: CellPlace,
): WordCell['border'] {
  const isOuter = {
    left: column === 0,
    right: column + across >= columns,
    top: row === 0,
    bottom: row + down >= rows,
  }
  const inner = { left: 'insideV', right: 'insideV', top: 'insideH', bottom: 'insideH' }
  const seen = (side: Side): boolean => {
    const border =
      lastNamed([own], sideNames[side]) ?? lastNamed(borders, isOuter[side] ? sideNames[side] : [inner[side]])
    return border !== undefined && isRuled(border)
  }
  return { left: seen('left'), right: seen('right'), top: seen('top'), bottom: seen('bottom') }
}

/** One thickness a table: that of its lines, an eighth of a point a step. */
function thicknessOf(borders: readonly (XmlNode | undefined)[]): number {
  const border = lastNamed(borders, [...sides, 'insideH', 'insideV'])
  const thick = Number(border?.attributes['sz']) / 8
  return thick > 0 ? Math.min(thick, thickest) : usualThickness
}

const usualThickness = 0.5
const thickest = 2.25

/** Columns that the grid does not measure are measured by cells that stand in them alone. */
function gridOf(tbl: XmlNode, columns: number, placed: Placed): readonly number[] {
  const measured = childOf(tbl, 'tblGrid')?.children.map(({ attributes }) => pointsOf(attributes['w']) ?? 0) ?? []
  return Array.from({ length: columns }, (_, at) => {
    const width = measured[at] ?? 0
    if (width > 0) return width
    const alone = placed.flat().find(({ column, across }) => column === at && across === 1)
    return pointsOf(childOf(alone?.tcPr, 'tcW')?.attributes['w']) ?? 0
  })
}

const verticals = new Map<string, WordCell['vertical']>([
  ['center', 'middle'],
  ['bottom', 'bottom'],
])

const aligns = new Map<string, WordTable['align']>([
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
])
