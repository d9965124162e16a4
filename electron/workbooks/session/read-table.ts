import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import { blankCell, type Cell, type PlainRow, type PlainSheet } from '../xlsx/plain-sheet.ts'
import type { Field, Findings, Spot } from './findings.ts'
import type { ColumnTitle } from './layout.ts'

/** A sheet read by its column titles. */
export type Table<Key extends string> = {
  readonly rows: readonly TableRow<Key>[]
  /** Columns with a title that is none of the fixed ones: members' points, or columns of the office's own. */
  readonly others: readonly OtherColumn[]
}

export type OtherColumn = {
  readonly column: number
  readonly title: string
  readonly name: string
  readonly spot: Spot
}

export type TableRow<Key extends string> = {
  readonly number: number
  /** The cell of a fixed column; blank where the sheet lacks the column. */
  readonly field: (key: Key) => Field
  readonly other: (column: OtherColumn) => Field
}

type ReadTableInput<Key extends string> = {
  readonly sheet: PlainSheet
  readonly columns: Readonly<Record<Key, ColumnTitle>>
  readonly findings: Findings
}

/**
 * Finds the title row (the first of the top rows that holds the most known titles) and gives the rows below it.
 * Null, with a fault, where no title row is found or a needed column is missing or doubled.
 */
export function readTable<Key extends string>(input: ReadTableInput<Key>): Table<Key> | null {
  const { sheet, columns, findings } = input
  const keys = Object.keys(columns) as Key[]
  const keyOf = new Map(keys.map((key) => [fold(columns[key].title), key]))
  const titleRow = findTitleRow(sheet, (title) => keyOf.has(fold(title)))
  if (titleRow === null) {
    const allowed = `Một dòng có các tiêu đề: ${keys.map((key) => columns[key].title).join('; ')}`
    const whole = findings.at({ sheet: sheet.name, row: null, column: null })
    whole.fault('Không tìm thấy dòng tiêu đề cột', allowed, 'Không có tiêu đề nào đúng mẫu')
    return null
  }
  const { placed, others, isSound } = placeColumns(input, titleRow, keyOf)
  const isComplete = reportMissing(input, titleRow, placed)
  if (!isSound || !isComplete) return null
  const rows = sheet.rows.filter(({ number }) => number > titleRow.number)
  reportUntitled(input, rows, new Set([...placed.values(), ...others].map(({ column }) => column)))
  return {
    others,
    rows: rows.map((row) => {
      const fieldAt = (place: OtherColumn | undefined, title: string): Field => {
        const cell = (place && row.cells.get(place.column)) ?? blankCell
        const spot = findings.at({ sheet: sheet.name, row: row.number, column: place?.name ?? title }, cell)
        return { ...spot, cell, title }
      }
      return {
        number: row.number,
        field: (key) => fieldAt(placed.get(key), columns[key].title),
        other: (column) => fieldAt(column, column.title),
      }
    }),
  }
}

/** Says of columns that nothing reads that they stay in the workbook and are not imported. */
export function reportOtherColumns(columns: readonly OtherColumn[]): void {
  for (const { title, spot } of columns) {
    spot.notice('Cột không có trong mẫu: giữ nguyên trong tệp, không nhập vào phần mềm', '', title)
  }
}

const titleRowsSearched = 20

function findTitleRow(sheet: PlainSheet, isKnown: (title: string) => boolean): PlainRow | null {
  let best: PlainRow | null = null
  let mostKnown = 1
  for (const row of sheet.rows.slice(0, titleRowsSearched)) {
    const known = [...row.cells.values()].filter((cell) => isKnown(titleText(cell))).length
    if (known > mostKnown) {
      best = row
      mostKnown = known
    }
  }
  return best
}

function placeColumns<Key extends string>(
  { sheet, findings }: ReadTableInput<Key>,
  titleRow: PlainRow,
  keyOf: ReadonlyMap<string, Key>,
) {
  const placed = new Map<Key, OtherColumn>()
  const others: OtherColumn[] = []
  const taken = new Map<string, string>()
  let isSound = true
  for (const [column, cell] of [...titleRow.cells].sort(([left], [right]) => left - right)) {
    const title = titleText(cell)
    const name = `${title} (${columnLetter(column)})`
    const spot = findings.at({ sheet: sheet.name, row: titleRow.number, column: name }, cell)
    const earlier = taken.get(fold(title))
    if (cell.kind === 'error' || cell.kind === 'uncalculated' || cell.kind === 'date') {
      spot.fault('Tiêu đề cột không phải là chữ', 'Tên cột hoặc mã thành viên')
      isSound = false
    } else if (earlier !== undefined) {
      spot.fault(`Tiêu đề cột trùng với cột ${earlier}`, 'Mỗi tiêu đề một cột', title)
      isSound = false
    } else {
      taken.set(fold(title), columnLetter(column))
      const key = keyOf.get(fold(title))
      if (key === undefined) others.push({ column, title, name, spot })
      else placed.set(key, { column, title, name, spot })
    }
  }
  return { placed, others, isSound }
}

/** Whether every needed column is there. */
function reportMissing<Key extends string>(
  { sheet, columns, findings }: ReadTableInput<Key>,
  titleRow: PlainRow,
  placed: ReadonlyMap<Key, OtherColumn>,
): boolean {
  const missing = (Object.keys(columns) as Key[]).filter((key) => !placed.has(key)).map((key) => columns[key])
  for (const { title, absence } of missing) {
    const { fault, notice } = findings.at({ sheet: sheet.name, row: titleRow.number, column: title })
    const allowed = `Một cột có tiêu đề “${title}”`
    if (absence === 'notice') notice(`Không có cột “${title}”: coi như để trống`, allowed, 'Không có')
    else if (absence === 'fault') fault(`Thiếu cột “${title}”`, allowed, 'Không có')
  }
  return missing.every(({ absence }) => absence !== 'fault')
}

function reportUntitled<Key extends string>(
  { sheet, findings }: ReadTableInput<Key>,
  rows: readonly PlainRow[],
  titled: ReadonlySet<number>,
): void {
  const told = new Set(titled)
  for (const { number, cells } of rows) {
    for (const [column, cell] of cells) {
      if (told.has(column)) continue
      told.add(column)
      findings
        .at({ sheet: sheet.name, row: number, column: columnLetter(column) }, cell)
        .notice('Cột không có tiêu đề: giữ nguyên trong tệp, không nhập vào phần mềm')
    }
  }
}

const titleText = (cell: Cell): string =>
  cell.kind === 'text' ? cell.text : cell.kind === 'number' ? (cell.code ?? String(cell.value)) : ''
