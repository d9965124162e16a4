import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import type { CellArea } from '../xlsx/address.ts'
import type { CellStyles } from '../xlsx/cell-styles.ts'
import type { SheetSource } from '../xlsx/sheet-source.ts'
import type { ListHead } from '../lists/find-head.ts'
import type { ListSheet } from '../lists/list-sheet.ts'

type HeadPlace = {
  readonly sheet: ListSheet
  readonly source: SheetSource
  readonly styles: CellStyles
  readonly head: ListHead
  readonly fields: ReadonlyMap<number, ProvinceField>
}

/**
 * The head without what stands beside the list in its rows: past a column that the list leaves free, a note or a small table
 * of its own, which says at most one thing that a list does.
 */
export function withoutSide(place: HeadPlace): ListHead {
  const { head, fields } = place
  const runs = runsOf(place)
  const count = (run: Run): number => run.filter((column) => fields.has(column)).length
  const main = runs.toSorted((a, b) => count(b) - count(a))[0] ?? []
  const others = runs.slice(runs.indexOf(main) + 1)
  const end = listEnd(place, main)
  const side = others.find((run) => count(run) < 2 && run.some((column) => isUsed(place, column, end)))
  const last =
    others
      .slice(0, side === undefined ? undefined : others.indexOf(side))
      .flat()
      .at(-1) ??
    main.at(-1) ??
    0
  let from = last + 1
  while (from <= farthest(place) && !isGap(place, from, end)) from += 1
  return { ...head, sideFrom: from, heads: new Map([...head.heads].filter(([column]) => column < from)) }
}

/** The areas that stand beside a list, below its head's first row, each of rows that follow one another. */
export function besideList({ sheet, source, head }: Omit<HeadPlace, 'styles' | 'fields'>): readonly CellArea[] {
  const areas: CellArea[] = []
  const all = new Set([...source.rows.keys(), ...sheet.part.cells.rows.map(({ number }) => number)])
  for (const row of [...all].toSorted((a, b) => a - b)) {
    const formulas = [...(source.rows.get(row)?.cells ?? [])].filter(([, { formula }]) => formula !== null)
    const columns = [...sheet.cellsIn(row).keys(), ...formulas.map(([column]) => column)].filter(
      (column) => column >= head.sideFrom && column !== head.idColumn,
    )
    if (row < head.top || columns.length === 0) continue
    const [left, right] = [Math.min(...columns), Math.max(...columns)]
    const open = areas.at(-1)
    if (open?.bottom !== row - 1) areas.push({ top: row, bottom: row, left, right })
    else
      areas[areas.length - 1] = {
        ...open,
        bottom: row,
        left: Math.min(open.left, left),
        right: Math.max(open.right, right),
      }
  }
  return areas
}

type Run = readonly number[]

/** Headed columns that follow one another, or with framed ones between them. */
function runsOf({ head, source, styles }: HeadPlace): readonly Run[] {
  const cells = source.rows.get(head.bottom)?.cells
  const runs: number[][] = []
  for (const column of [...head.heads.keys()].toSorted((a, b) => a - b)) {
    const open = runs.at(-1)
    const before = open?.at(-1) ?? 0
    const between = Array.from({ length: Math.max(0, column - before - 1) }, (_, more) => before + 1 + more)
    const isOne = between.every((free) => styles.hasFrame(cells?.get(free)?.style ?? 0))
    if (open !== undefined && isOne) open.push(column)
    else runs.push([column])
  }
  return runs
}

/** The last row below the head that its columns say something in, or frame. */
function listEnd({ head, source, sheet, styles }: HeadPlace, run: Run): number {
  const own = new Set(run)
  let row = head.firstRow
  for (; row <= sheet.lastRow || source.rows.has(row); row += 1) {
    const cells = source.rows.get(row)?.cells
    const isEmpty =
      ![...sheet.cellsIn(row).keys()].some((column) => own.has(column)) &&
      !run.some((column) => styles.hasFrame(cells?.get(column)?.style ?? 0))
    if (isEmpty) break
  }
  return row - 1
}

function isUsed({ head, source, sheet }: HeadPlace, column: number, end: number): boolean {
  for (let row = head.firstRow; row <= end; row += 1) {
    const formula = source.rows.get(row)?.cells.get(column)?.formula ?? null
    if (formula !== null || sheet.cellsIn(row).has(column)) return true
  }
  return false
}

function isGap(place: HeadPlace, column: number, end: number): boolean {
  const { head, source, styles } = place
  const style = source.rows.get(head.bottom)?.cells.get(column)?.style ?? 0
  return !head.heads.has(column) && !styles.hasFrame(style) && !isUsed(place, column, end)
}

const farthest = ({ source, head }: HeadPlace): number => Math.max(source.lastColumn, ...head.heads.keys())
