import type { CellArea } from '../xlsx/address.ts'
import type { CellStyles } from '../xlsx/cell-styles.ts'
import { withAttributes } from '../xlsx/edit-xml.ts'
import type { SheetSource, SourceRow } from '../xlsx/sheet-source.ts'
import type { ListHead } from '../lists/find-head.ts'

type PatternSource = {
  readonly source: SheetSource
  readonly styles: CellStyles
  readonly head: ListHead
  /** Merged areas before the list grew. */
  readonly merges: readonly CellArea[]
}

type ReadyRows = { readonly slots: readonly number[]; readonly wasFilled: ReadonlySet<number> }

type ModelFormula = { readonly number: number; readonly formula: string; readonly isArray: boolean }
/** What a new row takes over from rows kept ready. */
export type RowPattern = {
  readonly row: SourceRow | undefined
  readonly styles: ReadonlyMap<number, number>
  /** Of a column's rows those with a formula, from the top. */
  readonly formulas: ReadonlyMap<number, readonly ModelFormula[]>
  /** What rows kept ready say alike in columns that get nothing: `Tỉnh`, a box to tick. */
  readonly alike: ReadonlyMap<number, string>
  /** Columns that are merged across, first and last. */
  readonly merges: readonly (readonly [left: number, right: number])[]
}

/** What each row looks like: as those kept ready, else as the head's frames with plain type. */
export function patternOf({ source, styles, head, merges }: PatternSource, ready: ReadyRows | undefined): RowPattern {
  const known = (ready?.slots ?? []).flatMap((number) => {
    const row = source.rows.get(number)
    return row === undefined ? [] : [{ number, row }]
  })
  const [first] = known
  if (first === undefined) {
    const cells = [...(source.rows.get(head.bottom)?.cells ?? [])].map(
      ([column, { style }]) => [column, styles.derive(style, { isPlain: true, wraps: true })] as const,
    )
    return { row: undefined, styles: new Map(cells), formulas: new Map(), alike: new Map(), merges: [] }
  }
  const isOwn = (column: number): boolean => column < head.sideFrom
  const columns = [...new Set(known.flatMap(({ row }) => [...row.cells.keys()]))].filter(isOwn)
  const formulas = columns.map((column) => {
    const found = known.flatMap(({ number, row }) => {
      const { formula = null, array = null } = row.cells.get(column) ?? {}
      // One over several rows has grown over the new ones.
      const isShared = array !== null && array.top < array.bottom
      return formula === null || isShared ? [] : [{ number, formula, isArray: array !== null }]
    })
    return [column, found] as const
  })
  return {
    row: first.row,
    styles: new Map(
      [...first.row.cells].filter(([column]) => isOwn(column)).map(([column, { style }]) => [column, style]),
    ),
    formulas: new Map(formulas.filter(([, found]) => found.length > 0)),
    alike: alikeIn(
      source,
      known.filter(({ number }) => ready?.wasFilled.has(number) !== true).map(({ row }) => row),
      columns,
    ),
    merges: merges
      .filter(({ top, bottom, left, right }) => top === bottom && left < right && top === first.number)
      .map(({ left, right }) => [left, right]),
  }
}

/** The cells, without address, of columns in which every row has the same text or number. */
function alikeIn(
  { xml, root }: SheetSource,
  rows: readonly SourceRow[],
  columns: readonly number[],
): ReadonlyMap<number, string> {
  if (root.tag.prefix !== '') return new Map()
  return new Map(
    columns.flatMap((column) => {
      const said = rows.map(({ cells }) => {
        const cell = cells.get(column)
        return cell === undefined || cell.formula !== null || (cell.value === null && cell.contentEnd === cell.tag.end)
          ? ''
          : withAttributes(xml.slice(cell.tag.start, cell.tag.end), { r: null }) + xml.slice(cell.tag.end, cell.end)
      })
      const [first = ''] = said
      return first !== '' && said.every((cell) => cell === first) ? [[column, first] as const] : []
    }),
  )
}
