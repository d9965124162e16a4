import { canBeTakenAsPrinted } from '../../../shared/domain/criteria/check-set.ts'
import type { CriteriaSet, OfficeSource } from '../../../shared/domain/criteria/criteria-set.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import type { Field, Findings } from './findings.ts'
import { setColumns, setUses } from './layout.ts'
import { readDate, readInteger, readNeededChoice, readNeededText, reportBlank } from './read-field.ts'
import { readTable, reportOtherColumns, type TableRow } from './read-table.ts'
import type { ImportedOfficeSet } from './session-import.ts'

type CheckSetsSheetInput = {
  sheet: PlainSheet
  findings: Findings
  /** Null where the session's rule set has none of that number, or is not known. */
  shippedOf: (setNumber: number) => CriteriaSet | null
  /** By id. */
  own: ReadonlyMap<string, CriteriaSet>
}

/** Checks the sheet `Bộ tiêu chí`: sets that the session scores with though they are not as they ship, each with its document. */
export function checkSetsSheet({ sheet, findings, ...forms }: CheckSetsSheetInput): readonly CriteriaSet[] {
  const table = readTable({ sheet, columns: setColumns, findings })
  if (table === null) return []
  reportOtherColumns(table.others)
  const rowOf = new Map<number, number>()
  return table.rows.flatMap((row) => {
    const numberField = row.field('setNumber')
    reportBlank(numberField, 'Số nguyên từ 1 đến 26')
    const setNumber = readInteger(numberField, [1, 26])
    const use = readNeededChoice(row.field('use'), setUses)
    const office = readOffice(row)
    if (setNumber === null || use === null || office === null) return []
    const earlier = rowOf.get(setNumber)
    rowOf.set(setNumber, row.number)
    if (earlier !== undefined) {
      numberField.fault(`Bộ số ${setNumber} đã có ở dòng ${earlier}`, 'Mỗi bộ một dòng')
      return []
    }
    const form = formOf({ setNumber, use, office }, row.field('use'), forms)
    return form === null ? [] : [form]
  })
}

function readOffice({ field }: TableRow<keyof typeof setColumns>): OfficeSource | null {
  const needed = (key: 'reason' | 'documentNumber' | 'issuer' | 'signer') => {
    const text = readNeededText(field(key))
    if (text !== '' && !isReason(text)) field(key).fault(`${field(key).title}: không có chữ hay số`, 'Văn bản')
    return isReason(text) ? text : null
  }
  reportBlank(field('documentDate'), 'Ô định dạng Ngày (dd/mm/yyyy)')
  const [reason, documentNumber] = [needed('reason'), needed('documentNumber')]
  const documentDate = readDate(field('documentDate'))
  const [issuer, signer] = [needed('issuer'), needed('signer')]
  if (reason === null || documentNumber === null || !documentDate || issuer === null || signer === null) return null
  return { reason, documentNumber, documentDate, issuer, signer }
}

function formOf(
  { setNumber, use, office }: ImportedOfficeSet,
  field: Field,
  { shippedOf, own }: Pick<CheckSetsSheetInput, 'shippedOf' | 'own'>,
): CriteriaSet | null {
  const shipped = shippedOf(setNumber)
  if (shipped === null) return null
  if (use === 'as-printed') {
    if (canBeTakenAsPrinted(shipped)) return { ...shipped, status: use, office }
    field.fault(`Bộ số ${setNumber} không thiếu điểm nên không cần chấp nhận chấm theo phiếu in`, 'Bỏ dòng này')
    return null
  }
  const found = own.get(shipped.id)
  if (found?.status === use && found.office?.documentNumber === office.documentNumber) return found
  field.fault(
    `Tệp dữ liệu đang mở không có bộ số ${setNumber} do cơ quan nạp theo văn bản này`,
    'Nạp bộ đó trước (Thiết lập › Bộ tiêu chí), hoặc bỏ dòng này',
    office.documentNumber,
  )
  return null
}
