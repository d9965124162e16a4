import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Field, Findings, Place } from './findings.ts'
import type { ColumnTitle } from './layout.ts'
import { columnLetter } from '../xlsx/address.ts'
import { blankCell, type Cell, type PlainRow, type PlainSheet } from '../xlsx/plain-sheet.ts'

/** A sheet read by its column titles. */
export type Table<Key extends string> = {
  readonly rows: readonly TableRow<Key>[]
  /** Columns with a title that is none of the fixed ones: members' points, or columns of the office's own. */
  readonly others: readonly OtherColumn[]
}

export type OtherColumn = { readonly column: number; readonly title: string; readonly place: Place }

export type TableRow<Key extends string> = {
  readonly number: number
  /** The cell of a fixed column; blank where the sheet lacks the column. */
  readonly field: (key: Key) => Field
  readonly other: (column: OtherColumn) => Field
}

/**
 * Finds the title row (the first of the top rows that holds the most known titles) and gives the rows below it.
 * Null, with a fault, where no title row is found or a needed column is missing or doubled.
 */
export function readTable<Key extends string>({
  sheet,
  columns,
  findings,
}: {
  sheet: PlainSheet
  columns: Readonly<Record<Key, ColumnTitle>>
  findings: Findings
}): Table<Key> | null {
  const keys = Object.keys(columns) as Key[]
  const keyOf = new Map(keys.map((key) => [fold(columns[key].title), key]))
  const titleRow = findTitleRow(sheet, (title) => keyOf.has(fold(title)))
  if (titleRow === null) {
    findings.fault({
      place: { sheet: sheet.name, row: null, column: null },
      message: 'Không tìm thấy dòng tiêu đề cột',
      found: 'Không có tiêu đề nào đúng mẫu',
      allowed: `Một dòng có các tiêu đề: ${keys.map((key) => columns[key].title).join('; ')}`,
    })
    return null
  }
  const { placed, others, isSound } = placeColumns({ sheet, titleRow, keyOf, findings })
  const isComplete = reportMissing({ sheet, titleRow, columns, placed, findings })
  if (!isSound || !isComplete) return null
  const rows = sheet.rows.filter(({ number }) => number > titleRow.number)
  reportUntitled({
    sheet,
    rows,
    titled: new Set([...placed.values(), ...others].map(({ column }) => column)),
    findings,
  })
  return {
    others,
    rows: rows.map((row) => {
      const fieldAt = (place: OtherColumn | undefined, title: string): Field => ({
        cell: place === undefined ? blankCell : (row.cells.get(place.column) ?? blankCell),
        place: { sheet: sheet.name, row: row.number, column: place?.place.column ?? title },
      })
      return {
        number: row.number,
        field: (key) => fieldAt(placed.get(key), columns[key].title),
        other: (column) => fieldAt(column, column.title),
      }
    }),
  }
}

/** Says of columns that nothing reads that they stay in the workbook and are not imported. */
export function reportOtherColumns(columns: readonly OtherColumn[], findings: Findings): void {
  for (const { title, place } of columns) {
    findings.notice({
      place,
      message: 'Cột không có trong mẫu: giữ nguyên trong tệp, không nhập vào phần mềm',
      found: title,
      allowed: '',
    })
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

function placeColumns<Key extends string>({
  sheet,
  titleRow,
  keyOf,
  findings,
}: {
  sheet: PlainSheet
  titleRow: PlainRow
  keyOf: ReadonlyMap<string, Key>
  findings: Findings
}) {
  const placed = new Map<Key, OtherColumn>()
  const others: OtherColumn[] = []
  const taken = new Map<string, string>()
  let isSound = true
  for (const [column, cell] of [...titleRow.cells].sort(([left], [right]) => left - right)) {
    const title = titleText(cell)
    const place = { sheet: sheet.name, row: titleRow.number, column: `${title} (${columnLetter(column)})` }
    const name = fold(title)
    const earlier = taken.get(name)
    if (cell.kind === 'error' || cell.kind === 'uncalculated' || cell.kind === 'date') {
      findings.fault({
        place,
        message: 'Tiêu đề cột không phải là chữ',
        found: cell,
        allowed: 'Tên cột hoặc mã thành viên',
      })
      isSound = false
    } else if (earlier !== undefined) {
      findings.fault({
        place,
        message: `Tiêu đề cột trùng với cột ${earlier}`,
        found: title,
        allowed: 'Mỗi tiêu đề một cột',
      })
      isSound = false
    } else {
      taken.set(name, columnLetter(column))
      const key = keyOf.get(name)
      if (key === undefined) others.push({ column, title, place })
      else placed.set(key, { column, title, place })
    }
  }
  return { placed, others, isSound }
}

function reportMissing<Key extends string>({
  sheet,
  titleRow,
  columns,
  placed,
  findings,
}: {
  sheet: PlainSheet
  titleRow: PlainRow
  columns: Readonly<Record<Key, ColumnTitle>>
  placed: ReadonlyMap<Key, OtherColumn>
  findings: Findings
}): boolean {
  let isComplete = true
  for (const key of Object.keys(columns) as Key[]) {
    if (placed.has(key)) continue
    const { title, isOptional } = columns[key]
    const finding = {
      place: { sheet: sheet.name, row: titleRow.number, column: title },
      message: isOptional ? `Không có cột “${title}”: coi như để trống` : `Thiếu cột “${title}”`,
      found: 'Không có',
      allowed: `Một cột có tiêu đề “${title}”`,
    }
    if (isOptional) findings.notice(finding)
    else findings.fault(finding)
    isComplete &&= isOptional
  }
  return isComplete
}

type ReportUntitledInput = {
  sheet: PlainSheet
  rows: readonly PlainRow[]
  titled: ReadonlySet<number>
  findings: Findings
}

function reportUntitled({ sheet, rows, titled, findings }: ReportUntitledInput): void {
  const untitled = new Map<number, { row: number; cell: Cell }>()
  for (const { number, cells } of rows) {
    for (const [column, cell] of cells) {
      if (!titled.has(column) && !untitled.has(column)) untitled.set(column, { row: number, cell })
    }
  }
  for (const [column, { row, cell }] of untitled) {
    findings.notice({
      place: { sheet: sheet.name, row, column: columnLetter(column) },
      message: 'Cột không có tiêu đề: giữ nguyên trong tệp, không nhập vào phần mềm',
      found: cell,
      allowed: '',
    })
  }
}

const titleText = (cell: Cell): string =>
  cell.kind === 'text' ? cell.text : cell.kind === 'number' ? (cell.code ?? String(cell.value)) : ''
