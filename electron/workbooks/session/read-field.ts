import { isReason } from '../../../shared/domain/session/is-reason.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Field } from './findings.ts'
import { faultyKind } from '../xlsx/faulty-kind.ts'
import { readNumber } from './read-number.ts'

/** Readers of one cell each: the value, or null with a fault where the cell is not what its column takes. */

/** Text; empty where the cell is blank. Numbers (a code such as 12) are read as shown, `001` with its zeros. */
export function readText({ cell, title, fault }: Field): string {
  if (cell.kind === 'blank') return ''
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'number') return cell.code ?? String(cell.value)
  const problem =
    cell.kind === 'date'
      ? `${title}: phần mềm bảng tính đã đổi thành ngày; định dạng ô là Văn bản (Text) rồi nhập lại`
      : `${title}: ô chứa giá trị lô-gic`
  fault(faultyKind(cell) ?? problem, 'Văn bản')
  return ''
}

/** A reason; one that says nothing is noticed and counts as none. */
export function readReason(field: Field): string {
  const text = readText(field)
  if (text === '' || isReason(text)) return text
  field.notice(`${field.title}: không có chữ hay số, coi như chưa ghi lý do`)
  return ''
}

/** As `readText`, with a fault where the cell is blank. */
export function readNeededText(field: Field, allowed = 'Văn bản'): string {
  reportBlank(field, allowed)
  return readText(field)
}

/** An integer between the bounds; null where blank or faulty. */
export function readInteger(field: Field, [least, most]: readonly [number, number]): number | null {
  const { cell, title, fault } = field
  if (cell.kind === 'blank') return null
  const reading = readNumber(cell)
  if (reading.kind === 'number' && Number.isInteger(reading.value) && reading.value >= least && reading.value <= most) {
    return reading.value
  }
  const problem =
    reading.kind === 'ambiguous'
      ? 'chữ giống số, không rõ là dấu thập phân hay dấu phân cách hàng nghìn'
      : cell.kind === 'date'
        ? 'ô chứa ngày, không phải số'
        : reading.kind === 'not-a-number'
          ? 'không phải là số'
          : Number.isInteger(reading.value)
            ? 'ngoài khoảng cho phép'
            : 'không phải là số nguyên'
  fault(faultyKind(cell) ?? `${title}: ${problem}`, `Số nguyên từ ${least} đến ${most}`)
  return null
}

/** An ISO date; empty where blank, null where faulty. Dates as text are refused: 03/04 has two readings. */
export function readDate({ cell, title, fault }: Field): string | null {
  if (cell.kind === 'blank') return ''
  if (cell.kind === 'date' && cell.iso >= earliestDate && cell.iso <= latestDate) return cell.iso
  const problem =
    cell.kind === 'text'
      ? 'ngày ghi bằng chữ, không phải ô ngày của bảng tính'
      : cell.kind === 'date'
        ? 'ngày ngoài khoảng cho phép'
        : 'không phải là ngày'
  fault(faultyKind(cell) ?? `${title}: ${problem}`, 'Ô định dạng Ngày (dd/mm/yyyy)')
  return null
}

const earliestDate = '1945-09-02'
const latestDate = '2100-12-31'

/** `x` or blank. */
export function readMark({ cell, title, fault }: Field): boolean {
  if (cell.kind === 'blank') return false
  if (cell.kind === 'text' && cell.text.toLowerCase() === 'x') return true
  fault(faultyKind(cell) ?? `${title}: giá trị không hợp lệ`, 'x hoặc để trống')
  return false
}

/** One word of a closed list, matched as names are; null where blank or faulty. */
export function readChoice<Value>(
  { cell, title, fault }: Field,
  choices: readonly (readonly [string, Value])[],
): Value | null {
  if (cell.kind === 'blank') return null
  const choice = cell.kind === 'text' ? choices.find(([word]) => fold(word) === fold(cell.text)) : undefined
  if (choice !== undefined) return choice[1]
  fault(faultyKind(cell) ?? `${title}: giá trị không có trong danh sách`, wordsOf(choices))
  return null
}

/** As `readChoice`, with a fault where the cell is blank. */
export function readNeededChoice<Value>(field: Field, choices: readonly (readonly [string, Value])[]): Value | null {
  reportBlank(field, wordsOf(choices))
  return readChoice(field, choices)
}

/** Of several words for one value, the first. */
const wordsOf = (choices: readonly (readonly [string, unknown])[]): string =>
  choices
    .filter(([, value], place) => choices.findIndex(([, other]) => other === value) === place)
    .map(([word]) => word)
    .join('; ')

/** The fault of a needed cell, where it is blank. */
export function reportBlank({ cell, title, fault }: Field, allowed: string): void {
  if (cell.kind === 'blank') fault(`${title}: chưa có giá trị`, allowed)
}
