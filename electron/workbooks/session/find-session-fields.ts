import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Field, Findings } from './findings.ts'
import { sessionNames, type SessionKey } from './layout.ts'
import { columnLetter } from '../xlsx/address.ts'
import { blankCell, type PlainSheet } from '../xlsx/plain-sheet.ts'

/** The value cells of the session sheet by their names; a name's value stands in the next column. */
export function findSessionFields(sheet: PlainSheet, findings: Findings): ReadonlyMap<SessionKey, Field> {
  const keyOf = new Map((Object.keys(sessionNames) as SessionKey[]).map((key) => [fold(sessionNames[key]), key]))
  const fields = new Map<SessionKey, Field>()
  for (const row of sheet.rows) {
    const [nameColumn = 1] = [...row.cells.keys()].sort((left, right) => left - right)
    const nameCell = row.cells.get(nameColumn) ?? blankCell
    const name = nameCell.kind === 'text' ? nameCell.text.replace(/\s*:$/, '') : ''
    const key = keyOf.get(fold(name))
    const place = { sheet: sheet.name, row: row.number, column: columnLetter(nameColumn) }
    if (key === undefined) {
      findings.notice({
        place,
        message: 'Dòng không có trong mẫu: không nhập vào phần mềm',
        found: nameCell,
        allowed: '',
      })
    } else if (fields.has(key)) {
      findings.fault({
        place,
        message: `Dòng “${sessionNames[key]}” lặp lại`,
        found: nameCell,
        allowed: 'Mỗi tên một dòng',
      })
    } else {
      const column = `${sessionNames[key]} (${columnLetter(nameColumn + 1)})`
      fields.set(key, { cell: row.cells.get(nameColumn + 1) ?? blankCell, place: { ...place, column } })
      reportFurtherCells({ sheet, row: row.number, columns: [...row.cells.keys()], after: nameColumn + 1, findings })
    }
  }
  reportAbsent({ sheet, fields, findings })
  return fields
}

type ReportAbsentInput = {
  sheet: PlainSheet
  fields: ReadonlyMap<SessionKey, Field>
  findings: Findings
}

/** Rows that may be blank may also be absent, but not unsaid: a misspelt name would change the rules of the session. */
function reportAbsent({ sheet, fields, findings }: ReportAbsentInput): void {
  for (const key of ['threshold', 'spreadLimit', 'quorum', 'foundingNumber', 'foundingDate', 'place'] as const) {
    if (fields.has(key)) continue
    findings.notice({
      place: { sheet: sheet.name, row: null, column: sessionNames[key] },
      message: `Không có dòng “${sessionNames[key]}”: coi như để trống`,
      found: '',
      allowed: '',
    })
  }
}

type ReportFurtherCellsInput = {
  sheet: PlainSheet
  row: number
  columns: readonly number[]
  after: number
  findings: Findings
}

function reportFurtherCells({ sheet, row, columns, after, findings }: ReportFurtherCellsInput): void {
  for (const column of columns.filter((candidate) => candidate > after)) {
    findings.notice({
      place: { sheet: sheet.name, row, column: columnLetter(column) },
      message: 'Ô ngoài hai cột tên và giá trị: không nhập vào phần mềm',
      found: '',
      allowed: '',
    })
  }
}
