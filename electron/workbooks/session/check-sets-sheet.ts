import { canBeTakenAsPrinted, isUsableForScoring } from '../../../shared/domain/criteria/check-set.ts'
import { compareSets } from '../../../shared/domain/criteria/compare-sets.ts'
import type { CriteriaSet, OfficeSource } from '../../../shared/domain/criteria/criteria-set.ts'
import { canonicalJson } from '../../../shared/domain/session/canonical-json.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import type { Field, Findings } from './findings.ts'
import { setColumns, setUses } from './layout.ts'
import {
  readDate,
  readInteger,
  readNeededChoice,
  readNeededText,
  readReason,
  readText,
  reportBlank,
} from './read-field.ts'
import { readSealedCell } from './sealed-cell.ts'
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
    const form = formOf({ setNumber, use, office }, row, forms)
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
  const shortReason = readReason(field('shortReason'))
  if (reason === null || documentNumber === null || !documentDate || issuer === null || signer === null) return null
  return { reason, ...(shortReason !== '' && { shortReason }), documentNumber, documentDate, issuer, signer }
}

type Said = {
  readonly setNumber: number
  readonly use: ImportedOfficeSet['use']
  readonly office: OfficeSource
}

type Known = Pick<CheckSetsSheetInput, 'shippedOf' | 'own'>

/** The set that travels in the row, else the one that its words name. */
function formOf(said: Said, { field }: TableRow<keyof typeof setColumns>, known: Known): CriteriaSet | null {
  const shipped = known.shippedOf(said.setNumber)
  if (shipped === null) return null
  const [sealed, sha256] = [readText(field('sealed')), readText(field('sha256'))]
  return sealed === '' && sha256 === ''
    ? namedForm(said, field('use'), shipped, known)
    : carriedForm({ ...said, form: readSealedCell(sealed, sha256), sha256 }, field('sealed'), shipped, known)
}

type Carried = Said & { readonly form: CriteriaSet | null; readonly sha256: string }

/** What is sealed is taken whole or not at all; that it is not what ships, or not what the file has, is said. */
function carriedForm(
  { setNumber, use, office, form, sha256 }: Carried,
  field: Field,
  shipped: CriteriaSet,
  { own }: Known,
): CriteriaSet | null {
  const fitsRow = form?.status === use && canonicalJson(form.office) === canonicalJson(office)
  const fitsLaw = form?.id === shipped.id && isUsableForScoring(form) && hasSameMaxima(form, shipped)
  if (form === null || !fitsRow || !fitsLaw) {
    field.fault(
      `Nội dung niêm phong của bộ số ${setNumber} không khớp mã SHA-256 hoặc các ô cùng dòng`,
      'Chép lại nguyên dòng từ tệp gốc, hoặc xóa hai ô cuối dòng và nạp bộ đó trước',
      sha256,
    )
    return null
  }
  const changes = compareSets(shipped, form).length
  const code = `SHA-256 ${sha256.slice(0, 16)}…`
  if (changes > 0) {
    field.notice(
      `Bộ số ${setNumber} khác bộ kèm theo chương trình ở ${changes} chỗ; phiên chấm theo bộ niêm phong trong tệp Excel này`,
      '',
      code,
    )
  }
  const standing = own.get(form.id)
  if (standing !== undefined && canonicalJson(standing) !== canonicalJson(form)) {
    field.notice(`Bộ số ${setNumber} khác bộ mà cơ quan đang dùng trong tệp dữ liệu đang mở`, '', code)
  }
  return form
}

const hasSameMaxima = (form: CriteriaSet, shipped: CriteriaSet): boolean =>
  form.parts.map(({ code, max }) => `${code} ${max}`).join() ===
  shipped.parts.map(({ code, max }) => `${code} ${max}`).join()

function namedForm({ setNumber, use, office }: Said, field: Field, shipped: CriteriaSet, { own }: Known) {
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
