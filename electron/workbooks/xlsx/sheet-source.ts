import { columnNumber, readArea, type CellArea } from './address.ts'
import { copyFormula } from './formula-references.ts'
import { walkXml, type XmlTag } from './xml.ts'

/** An element of a part: its opening tag, where its content ends, and where it does. */
export type Place = { readonly tag: XmlTag; readonly contentEnd: number; readonly end: number }

export type SourceCell = Place & {
  readonly style: number
  /** As the cell has it, also where it shares another's or an array's. */
  readonly formula: string | null
  /** The cells over which an array formula stands that this one belongs to. */
  readonly array: CellArea | null
  /** The kept result or the value. */
  readonly value: Place | null
}

export type SourceRow = Place & { readonly cells: ReadonlyMap<number, SourceCell> }

/** A worksheet part with the places of what is in it. */
export type SheetSource = {
  readonly xml: string
  /** By 1-based number, in sheet order. */
  readonly rows: ReadonlyMap<number, SourceRow>
  /** The first of each kind of what stands in the sheet: `cols`, `sheetData`, `pageSetup`. */
  readonly children: ReadonlyMap<string, Place>
  readonly root: Place
  readonly lastColumn: number
  /** Characters; 0 where the sheet does not say. */
  readonly widthOf: (column: number) => number
}

/** @throws UnreadableWorkbook */
export function readSheetSource(xml: string): SheetSource {
  const rows = new Map<number, Place & { readonly cells: Map<number, SourceCell> }>()
  const children = new Map<string, Place>()
  const masters = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>()
  const path: XmlTag[] = []
  const widths: { readonly min: number; readonly max: number; readonly width: number }[] = []
  let row = 0
  let column = 0
  let lastColumn = 0
  let cells = new Map<number, SourceCell>()
  let formula: string | null = null
  let array: CellArea | null = null
  /** Over several rows. */
  const arrays: { readonly area: CellArea; readonly text: string }[] = []
  let value: Place | null = null
  let text = ''
  let root: Place | null = null
  const formulaOf = ({ attributes }: XmlTag): string => {
    const { t: type, si = '' } = attributes
    const master = masters.get(si)
    if (type !== 'shared') return text
    if (master === undefined) masters.set(si, { text, row, column })
    return master === undefined || text !== ''
      ? text
      : copyFormula(master.text, row - master.row, column - master.column)
  }
  walkXml(xml, {
    open: (tag) => {
      const { name, attributes } = tag
      if (name === 'row' && path.length === 2) {
        row = Number(attributes['r'] ?? row + 1)
        column = 0
        cells = new Map()
      } else if (name === 'c' && path.length === 3) {
        column = columnNumber(attributes['r'] ?? '') || column + 1
        lastColumn = Math.max(lastColumn, column)
        const over = arrays.findLast(({ area }) => isWithin(area, row, column))
        formula = over?.text ?? null
        array = over?.area ?? null
        value = null
      } else if (name === 'col' && path.length === 2) {
        widths.push({
          min: Number(attributes['min']),
          max: Number(attributes['max']),
          width: Number(attributes['width']),
        })
      }
      path.push(tag)
      text = ''
    },
    text: (piece) => (text += piece),
    close: (name, contentEnd, end) => {
      const tag = path.pop()
      if (tag === undefined) return
      const place = { tag, contentEnd, end }
      if (path.length === 0) root = place
      else if (path.length === 1 && !children.has(name)) children.set(name, place)
      else if (path.length === 2 && name === 'row') rows.set(row, { ...place, cells })
      else if (path.length === 3 && name === 'c') {
        cells.set(column, { ...place, style: Number(tag.attributes['s'] ?? 0), formula, array, value })
      } else if (path.length === 4 && name === 'f') {
        formula = formulaOf(tag)
        array = arrayTypes.has(tag.attributes['t'] ?? '') ? readArea(tag.attributes['ref'] ?? '') : null
        if (array !== null && array.top < array.bottom) arrays.push({ area: array, text })
      } else if (path.length === 4 && name === 'v') value = place
      text = ''
    },
  })
  // Sound XML has a root.
  const widthOf = (at: number) => widths.find(({ min, max }) => min <= at && at <= max)?.width ?? 0
  return { xml, rows, children, root: root as unknown as Place, lastColumn, widthOf }
}

/** A formula over many cells, and a table of what would be if. */
export const arrayTypes: ReadonlySet<string> = new Set(['array', 'dataTable'])

const isWithin = ({ top, bottom, left, right }: CellArea, row: number, column: number): boolean =>
  top <= row && row <= bottom && left <= column && column <= right
