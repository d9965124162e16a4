import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Field, Findings } from './findings.ts'
import { sessionNames, type SessionKey } from './layout.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import { blankCell, type Cell, type PlainSheet } from '../xlsx/plain-sheet.ts'

/** Rows that may be blank may also be absent, but not unsaid: a misspelt name would change the rules of the session. */
const saidWhereAbsent = ['threshold', 'spreadLimit', 'quorum', 'foundingNumber', 'foundingDate', 'place'] as const

/** The value cells of the session sheet by their names; a name's value stands in the next column. */
export function findSessionFields(
  sheet: PlainSheet,
  findings: Findings,
  said: readonly SessionKey[] = saidWhereAbsent,
): ReadonlyMap<SessionKey, Field> {
  const keyOf = new Map((Object.keys(sessionNames) as SessionKey[]).map((key) => [fold(sessionNames[key]), key]))
  const fields = new Map<SessionKey, Field>()
  for (const { number: row, cells } of sheet.rows) {
    const [nameColumn = 1, ...others] = [...cells.keys()].sort((left, right) => left - right)
    const nameCell = cells.get(nameColumn) ?? blankCell
    const name = nameCell.kind === 'text' ? nameCell.text.replace(/\s*:$/, '') : ''
    const key = keyOf.get(fold(name))
    const at = (column: string, cell?: Cell) => findings.at({ sheet: sheet.name, row, column }, cell)
    const nameSpot = at(columnLetter(nameColumn), nameCell)
    if (key === undefined) nameSpot.notice('Dòng không có trong mẫu: không nhập vào phần mềm')
    else if (fields.has(key)) nameSpot.fault(`Dòng “${sessionNames[key]}” lặp lại`, 'Mỗi tên một dòng')
    else {
      const title = sessionNames[key]
      const cell = cells.get(nameColumn + 1) ?? blankCell
      fields.set(key, { ...at(`${title} (${columnLetter(nameColumn + 1)})`, cell), cell, title })
      for (const column of others.filter((candidate) => candidate > nameColumn + 1)) {
        at(columnLetter(column)).notice('Ô ngoài hai cột tên và giá trị: không nhập vào phần mềm')
      }
    }
  }
  for (const key of said) {
    const name = sessionNames[key]
    if (fields.has(key)) continue
    findings.at({ sheet: sheet.name, row: null, column: name }).notice(`Không có dòng “${name}”: coi như để trống`)
  }
  return fields
}
