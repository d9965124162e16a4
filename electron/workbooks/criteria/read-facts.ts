import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Field, Findings } from '../session/findings.ts'
import { readDate, readInteger, readNeededChoice, reportBlank } from '../session/read-field.ts'
import { blankCell, type PlainSheet } from '../xlsx/plain-sheet.ts'
import { factNames, listedFacts, statusWords, type FactKey } from './layout.ts'
import { readNeededWords, readWords } from './read-cells.ts'

type Facts = Omit<CriteriaSet, 'parts'>

/** A set in whose place a workbook can come. */
export type KnownSet = Pick<CriteriaSet, 'id' | 'decision' | 'setNumber'> & Pick<RuleSet, 'partMaxima'>

const keys = Object.keys(factNames) as readonly FactKey[]

/** The sheet `Thông tin`: names in one column, values in the next; lists take a row for each line. Null without the sheet. */
export function readFacts(sheet: PlainSheet | null, findings: Findings, known: readonly KnownSet[]): Facts | null {
  if (sheet === null) return null
  const fields = findFields(sheet, findings)
  const one = (key: FactKey): Field => {
    const title = factNames[key]
    const spot = findings.at({ sheet: sheet.name, row: null, column: title }, blankCell)
    return fields.get(key)?.[0] ?? { ...spot, cell: blankCell, title }
  }
  const lines = (key: (typeof listedFacts)[number]) =>
    (fields.get(key) ?? []).map(readWords).filter((line) => line !== '')
  reportBlank(one('setNumber'), 'Số nguyên từ 1 đến 26')
  reportBlank(one('effectiveFrom'), 'Ô định dạng Ngày (dd/mm/yyyy)')
  const group = readWords(one('group'))
  const rejectedIf = lines('rejectedIf')
  const issues = lines('issues')
  const id = readNeededWords(one('id'), 'Mã của bộ tiêu chí, ví dụ qd26-07')
  const decision = readNeededWords(one('decision'), 'Số và ký hiệu của quyết định')
  const setNumber = readInteger(one('setNumber'), [1, 26]) ?? 0
  const set = known.find((candidate) => candidate.id === id)
  if (set === undefined && id !== '') {
    one('id').fault(
      'Chương trình không có bộ tiêu chí mang mã này',
      `Một trong ${known.length} mã từ ${rangeOf(known)}`,
    )
  }
  if (set !== undefined && decision !== set.decision) {
    one('decision').fault(`Bộ ${id} là của quyết định khác`, set.decision)
  }
  if (set !== undefined && setNumber !== set.setNumber) {
    one('setNumber').fault(`Bộ ${id} mang số khác`, String(set.setNumber))
  }
  return {
    id,
    decision,
    effectiveFrom: readDate(one('effectiveFrom')) ?? '',
    setNumber,
    name: readNeededWords(one('name')),
    sector: readNeededWords(one('sector')),
    ...(group !== '' && { group }),
    status: readNeededChoice(one('status'), statusWords) ?? 'transcribed',
    ...(rejectedIf.length > 0 && { rejectedIf }),
    ...(issues.length > 0 && { issues }),
  }
}

const rangeOf = (known: readonly KnownSet[]): string => `${known[0]?.id ?? ''} đến ${known.at(-1)?.id ?? ''}`

function findFields(sheet: PlainSheet, findings: Findings): ReadonlyMap<FactKey, readonly Field[]> {
  const found = new Map<FactKey, Field[]>()
  for (const { number: row, cells } of sheet.rows) {
    const [first = 1] = [...cells.keys()].sort((left, right) => left - right)
    const name = cells.get(first) ?? blankCell
    const key = keys.find((candidate) => name.kind === 'text' && fold(factNames[candidate]) === fold(name.text))
    const at = findings.at({ sheet: sheet.name, row, column: columnLetter(first) }, name)
    if (key === undefined) {
      at.notice('Dòng không có trong mẫu: không đọc')
      continue
    }
    const known = found.get(key) ?? []
    if (known.length > 0 && !listedFacts.some((listed) => listed === key)) {
      at.fault(`Dòng “${factNames[key]}” lặp lại`, 'Mỗi tên một dòng')
    }
    const title = factNames[key]
    const cell = cells.get(first + 1) ?? blankCell
    const spot = findings.at({ sheet: sheet.name, row, column: columnLetter(first + 1) }, cell)
    found.set(key, [...known, { ...spot, cell, title }])
  }
  return found
}
