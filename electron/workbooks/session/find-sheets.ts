import { columnLetter } from '../../../shared/domain/column-letter.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import { wholeFile } from '../../../shared/api/workbook.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import { readXlsx } from '../xlsx/read-xlsx.ts'
import { describeUnreadable } from '../xlsx/unreadable-messages.ts'
import { UnreadableWorkbook } from '../xlsx/unreadable-workbook.ts'
import type { Findings, Spot } from './findings.ts'

/** The sheets of a workbook; null, with one fault, for a file that is none. */
export async function openSheets(bytes: Uint8Array, findings: Findings): Promise<readonly PlainSheet[] | null> {
  try {
    return await readXlsx(bytes)
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error
    const { message, allowed } = describeUnreadable(error)
    findings.at({ sheet: wholeFile, row: null, column: null }).fault(message, allowed)
    return null
  }
}

type Wanted<Key extends string> = {
  /** By the names that are matched without regard to case, accents and spaces. */
  readonly names: Readonly<Record<Key, string>>
  readonly optional: readonly NoInfer<Key>[]
}

/** Finds the sheets of a kind of workbook; says which lack, which are there twice, and what in them nobody sees. */
export function findSheets<Key extends string>(
  sheets: readonly PlainSheet[],
  { names, optional }: Wanted<Key>,
  findings: Findings,
): Partial<Record<Key, PlainSheet>> {
  const keys = Object.keys(names) as Key[]
  const found: Partial<Record<Key, PlainSheet>> = {}
  for (const sheet of sheets) {
    const { fault, notice } = findings.at({ sheet: sheet.name, row: null, column: null })
    const key = keys.find((candidate) => fold(names[candidate]) === fold(sheet.name))
    if (key === undefined) notice('Trang tính không có trong mẫu: không nhập vào phần mềm', '', sheet.name)
    else if (found[key] === undefined) {
      found[key] = sheet
      reportHidden(sheet, notice)
      reportUnseen(sheet, findings)
    } else fault(`Có hai trang tính cùng tên “${names[key]}”`, 'Mỗi tên một trang tính', sheet.name)
  }
  for (const key of keys.filter((candidate) => found[candidate] === undefined && !optional.includes(candidate))) {
    findings
      .at({ sheet: names[key], row: null, column: null })
      .fault(
        `Thiếu trang tính “${names[key]}”`,
        Object.values(names).join('; '),
        sheets.map(({ name }) => name).join('; '),
      )
  }
  return found
}

/** A filter hides rows that a person may take for gone; they are read all the same. */
function reportHidden({ name, hidden }: PlainSheet, notice: Spot['notice']): void {
  if (hidden?.isWhole === true) notice('Trang tính bị ẩn vẫn được đọc', '', name)
  if (hidden !== undefined && hidden.rows.length > 0) notice('Dòng bị ẩn vẫn được đọc', '', hidden.rows.join('; '))
  if (hidden !== undefined && hidden.columns.length > 0) {
    notice('Cột bị ẩn vẫn được đọc', '', hidden.columns.map(columnLetter).join('; '))
  }
}

/** Texts are read without characters that nobody sees; where one held some, two codes may be one now. */
function reportUnseen({ name, rows }: PlainSheet, findings: Findings): void {
  for (const { number, cells } of rows) {
    for (const [column, cell] of cells) {
      if (cell.kind !== 'text' || cell.hidden === undefined) continue
      const letter = columnLetter(column)
      const spot = findings.at({ sheet: name, row: number, column: letter }, cell)
      spot.notice(`Đã bỏ ${cell.hidden} ký tự ẩn ở ô ${letter}${number}`)
    }
  }
}
