import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { WorkbookFault } from '../../../shared/api/workbook.ts'
import { findFormFaults } from '../../../shared/domain/criteria/check-set.ts'
import { openSheets } from '../session/find-sheets.ts'
import { collectFindings, type Findings } from '../session/findings.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import { criteriaSheets, formColumns } from './layout.ts'
import { readFacts, type KnownSet } from './read-facts.ts'
import { readForm } from './read-form.ts'

/** `form` is null where a cell could not be read; `faults` tells of those, and of what does not add up. */
export type CriteriaReading = {
  readonly form: CriteriaSet | null
  readonly faults: readonly WorkbookFault[]
  /** Every fault is of points that do not add up to what is printed, and there is one. */
  readonly isShort: boolean
  readonly notices: readonly WorkbookFault[]
}

/**
 * Reads the workbook of a criteria set and checks it whole: every fault at its cell, none stops the reading. A file that is no
 * workbook gives one fault. Formulas of sums are not read: what adds up is checked anew.
 * @param known the sets in whose place a workbook can come.
 */
export async function readCriteriaWorkbook(bytes: Uint8Array, known: readonly KnownSet[]): Promise<CriteriaReading> {
  const findings = collectFindings()
  const sheets = await openSheets(bytes, findings)
  if (sheets === null) return { form: null, faults: findings.faults(), isShort: false, notices: [] }
  return checkCriteriaSheets(sheets, known, findings)
}

function checkCriteriaSheets(
  sheets: readonly PlainSheet[],
  known: readonly KnownSet[],
  findings: Findings,
): CriteriaReading {
  const facts = readFacts(sheetOf(sheets, 'facts', findings), findings, known)
  const read = readForm(sheetOf(sheets, 'form', findings), findings)
  for (const sheet of sheets) {
    if (Object.values(criteriaSheets).some((name) => fold(name) === fold(sheet.name))) reportUnseen(sheet, findings)
    else findings.at({ sheet: sheet.name, row: null, column: null }).notice('Trang tính không có trong mẫu: không đọc')
  }
  const unread = findings.faults()
  if (facts === null || read === null || unread.length > 0) {
    return { form: null, faults: unread, isShort: false, notices: findings.notices() }
  }
  const form = { ...facts, parts: read.parts }
  const formFaults = findFormFaults(form)
  for (const { at, text, isOfSums } of formFaults) {
    const row = read.rowOf.get(at) ?? null
    const { title } = 'options' in at && text.includes('trùng') ? formColumns.code : formColumns.max
    const spot = findings.at({ sheet: read.sheet, row, column: title })
    const found = title === formColumns.code.title ? at.code : String(at.max)
    spot.fault(
      `${'options' in at ? 'Tiêu chí' : 'sections' in at ? 'Phần' : 'Mục'} ${at.code}: ${text}`,
      isOfSums ? sumsAllowed : formAllowed,
      found,
    )
  }
  const maxima = known.find(({ id }) => id === form.id)?.partMaxima
  for (const part of form.parts) {
    if (maxima === undefined || part.max === maxima[part.code]) continue
    const spot = findings.at({ sheet: read.sheet, row: read.rowOf.get(part) ?? null, column: formColumns.max.title })
    spot.fault(`Phần ${part.code}: khác điểm tối đa theo quyết định`, String(maxima[part.code]), String(part.max))
  }
  const faults = findings.faults()
  const isShort = faults.length > 0 && faults.length === formFaults.filter(({ isOfSums }) => isOfSums).length
  return { form, faults, isShort, notices: findings.notices() }
}

const sumsAllowed = 'Điểm tối đa bằng tổng điểm tối đa các dòng bên dưới; của tiêu chí bằng mức cao nhất'
const formAllowed = 'Mỗi tiêu chí một mã; các mức xếp theo điểm và sao tăng dần, không quá điểm tối đa'

function sheetOf(sheets: readonly PlainSheet[], key: 'facts' | 'form', findings: Findings): PlainSheet | null {
  const name = criteriaSheets[key]
  const found = sheets.find((sheet) => fold(sheet.name) === fold(name))
  if (found !== undefined) return found
  const names = sheets.map((sheet) => sheet.name).join('; ')
  findings.at({ sheet: name, row: null, column: null }).fault(`Thiếu trang tính “${name}”`, `“${name}”`, names)
  return null
}

/** A hidden row or column is read all the same, which is said. */
function reportUnseen({ name, hidden }: PlainSheet, findings: Findings): void {
  const { notice } = findings.at({ sheet: name, row: null, column: null })
  if (hidden?.isWhole === true) notice('Trang tính bị ẩn vẫn được đọc', '', name)
  if (hidden !== undefined && hidden.rows.length > 0) notice('Dòng bị ẩn vẫn được đọc', '', hidden.rows.join('; '))
}
