import type { ProvinceField, ProvinceRow } from '../../../shared/domain/session/province-fields.ts'
import { idHead } from '../../../shared/domain/session/row-id.ts'
import { writeAddress, type CellArea } from '../xlsx/address.ts'
import type { CellStyles } from '../xlsx/cell-styles.ts'
import { escapeXml, type Edit } from '../xlsx/edit-xml.ts'
import { copyFormula } from '../xlsx/formula-references.ts'
import { fittedHeight } from '../xlsx/row-height.ts'
import { changeMerges, dropLinks, hideColumn, widenDimension } from '../xlsx/sheet-edits.ts'
import type { SheetSource, SourceRow } from '../xlsx/sheet-source.ts'
import { isOn } from '../xlsx/xml.ts'
import type { ListHead } from '../lists/find-head.ts'
import { emptyCell, textCell, valueCell } from './list-cells.ts'
import { isParted } from './list-refusals.ts'
import { patternOf, type RowPattern } from './row-pattern.ts'
import { newRow, putCells, type NewCell, type RowAttributes } from './list-row-xml.ts'

/** Rows of one block of a list, by where they stand once the list has grown. */
export type ListPart = {
  /** That the sheet keeps ready. */
  readonly slots: readonly number[]
  readonly rows: readonly { readonly number: number; readonly isNew: boolean; readonly row: ProvinceRow }[]
  /** That hold products which go, and get none. */
  readonly cleared: readonly number[]
  readonly wasFilled: ReadonlySet<number>
}

type ListRowsInput = {
  readonly source: SheetSource
  readonly styles: CellStyles
  readonly head: ListHead
  readonly parts: readonly ListPart[]
  readonly columns: ReadonlyMap<number, ProvinceField>
  /** Merged areas before the list grew. */
  readonly merges: readonly CellArea[]
  /** The last column that a drawing reaches. */
  readonly farthest: number
  readonly is1904: boolean
}

/**
 * The edits that put rows into a sheet's list. Cells of rows kept ready keep their looks and formulas; new rows take those
 * of their block. A hidden column carries each row's id. Results that the file kept of this sheet's formulas go.
 */
export function listRowEdits(list: ListRowsInput): readonly Edit[] {
  const { source, head, parts, columns, merges, farthest } = list
  const { xml } = source
  const idColumn =
    head.idColumn ??
    Math.max(source.lastColumn, farthest, ...columns.keys(), largest(merges.map(({ right }) => right))) + 1
  const idStyle = list.styles.derive(0, { format: '@' })
  const id = (row: number, text: string): NewCell => ({ column: idColumn, xml: textCell(row, idColumn, idStyle, text) })
  const headRow = source.rows.get(head.bottom)
  const edits: Edit[] = []
  if (head.idColumn === null && headRow !== undefined) {
    edits.push(...putCells(xml, headRow, [id(head.bottom, idHead)], { spans: null }))
  }
  const ready = parts.find(({ slots }) => slots.length > 0)
  const merged: string[] = []
  for (const part of parts) {
    const pattern = patternOf(list, part.slots.length > 0 ? part : ready)
    for (const { number, isNew, row } of part.rows) {
      const known = source.rows.get(number)
      const own = rowCells({ list, pattern, number, isNew, wasFilled: part.wasFilled.has(number), row, known })
      const cells = [...own.filter(({ column }) => column !== idColumn), id(number, row.id)]
      const attributes = fitted(list, known ?? pattern.row, row)
      if (known === undefined) edits.push(newRow(source, cells, number, { row: pattern.row, attributes }))
      else edits.push(...putCells(xml, known, cells, attributes))
      if (isNew)
        merged.push(
          ...pattern.merges.map(([left, right]) => `${writeAddress(number, left)}:${writeAddress(number, right)}`),
        )
    }
    for (const number of part.cleared) {
      const known = source.rows.get(number)
      if (known !== undefined) edits.push(...putCells(xml, known, cleared(known, number, head), {}))
    }
  }
  const ours = parts.flatMap((part) => [...part.rows.map(({ number }) => number), ...part.cleared])
  const old = new Set(parts.flatMap(({ wasFilled }) => [...wasFilled]))
  const last = largest(parts.flatMap(({ rows }) => rows.map(({ number }) => number)))
  return [
    ...edits,
    ...forgetResults(source),
    ...hideColumn(source, idColumn),
    ...widenDimension(source, Math.max(last, head.bottom), idColumn),
    ...dropLinks(source, ({ top, bottom, left }) => left < head.sideFrom && old.has(top) && old.has(bottom)),
    ...changeMerges(source, {
      added: merged,
      isParted: (area) => isParted(area, columns) && ours.some((row) => area.top <= row && row <= area.bottom),
    }),
  ]
}

/** 0 of none. As arguments of one call they may be too many. */
const largest = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0)

type RowCellsInput = {
  readonly list: ListRowsInput
  readonly pattern: RowPattern
  readonly number: number
  readonly isNew: boolean
  readonly wasFilled: boolean
  readonly row: ProvinceRow
  readonly known: SourceRow | undefined
}

/** The cells of a row that change or are new, from left to right. */
function rowCells({ list, pattern, number, isNew, wasFilled, row, known }: RowCellsInput): readonly NewCell[] {
  const { columns, styles, is1904 } = list
  const left = wasFilled && known !== undefined ? cleared(known, number, list.head) : []
  const ours = new Set([...pattern.styles.keys(), ...pattern.formulas.keys(), ...columns.keys()])
  const places = [...new Set([...ours, ...left.map(({ column }) => column)])].toSorted((a, b) => a - b)
  return places.flatMap((column): readonly NewCell[] => {
    const own = isNew ? undefined : known?.cells.get(column)
    const field = columns.get(column)
    if ((own?.formula ?? null) !== null) return []
    const style = own?.style ?? pattern.styles.get(column) ?? 0
    const model = (pattern.formulas.get(column) ?? []).findLast((formula) => formula.number <= number)
    if (model !== undefined) {
      const text = escapeXml(copyFormula(model.formula, number - model.number))
      const address = writeAddress(number, column)
      const opening = model.isArray ? `<f t="array" ref="${address}">` : '<f>'
      return [{ column, xml: `<c r="${address}" s="${style}">${opening}${text}</f></c>` }]
    }
    if (field !== undefined) {
      const place = { row: number, column, style, field, styles, is1904 }
      return [{ column, xml: valueCell(place, row.values[field]) }]
    }
    const alike = isNew ? pattern.alike.get(column) : undefined
    if (alike !== undefined) return [{ column, xml: alike.replace('<c', `<c r="${writeAddress(number, column)}"`) }]
    if (own === undefined) return [{ column, xml: emptyCell(number, column, style) }]
    return left.filter((cell) => cell.column === column)
  })
}

/** The cells of a row that say something of their own, empty. */
function cleared({ cells }: SourceRow, row: number, { sideFrom, idColumn }: ListHead): readonly NewCell[] {
  return [...cells].flatMap(([column, { tag, contentEnd, style, formula }]) =>
    formula !== null || contentEnd === tag.end || (column >= sideFrom && column !== idColumn)
      ? []
      : [{ column, xml: emptyCell(row, column, style) }],
  )
}

/**
 * What a row says of itself once its texts stand in it. A height that nobody chose would cut a long name off; which columns
 * it spans is only a hint to programs.
 */
function fitted(
  { source, columns }: ListRowsInput,
  model: SourceRow | undefined,
  { values }: ProvinceRow,
): RowAttributes {
  if (isOn(model?.tag.attributes['customHeight'])) return { spans: null }
  const height = fittedHeight([...columns].map(([column, field]) => [values[field], source.widthOf(column)]))
  return { spans: null, ht: height > fittedHeight([]) ? String(height) : null }
}

/** Results of formulas, which stand on what the list held before. */
function forgetResults({ rows }: SheetSource): readonly Edit[] {
  return [...rows.values()].flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ formula, value }) =>
      formula === null || value === null ? [] : [{ from: value.tag.start, to: value.end, text: '' }],
    ),
  )
}
