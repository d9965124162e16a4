import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Field, Findings } from './findings.ts'
import { faultyKind, readNumber } from './read-number.ts'

/** Readers of one cell each: the value, or null with a fault where the cell is not what its column takes. */

/** Text; empty where the cell is blank. Numbers (a code such as 12) are read as shown, `001` with its zeros. */
export function readText({ field, findings, what }: { field: Field; findings: Findings; what: string }): string {
  const { cell } = field
  if (cell.kind === 'blank') return ''
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'number') return cell.code ?? String(cell.value)
  const message =
    faultyKind(cell) ??
    (cell.kind === 'date'
      ? `${what}: phần mềm bảng tính đã đổi thành ngày; định dạng ô là Văn bản (Text) rồi nhập lại`
      : `${what}: ô chứa giá trị lô-gic`)
  findings.fault({ place: field.place, message, found: cell, allowed: 'Văn bản' })
  return ''
}

type ReadNeededTextInput = {
  field: Field
  findings: Findings
  what: string
  allowed?: string
}

/** As `readText`, with a fault where the cell is blank. */
export function readNeededText({ allowed = 'Văn bản', ...input }: ReadNeededTextInput): string {
  if (input.field.cell.kind === 'blank') reportBlank({ ...input, allowed })
  return readText(input)
}

type ReadIntegerInput = {
  field: Field
  findings: Findings
  what: string
  least: number
  most: number
}

/** An integer between the bounds; null where blank or faulty. */
export function readInteger({ field, findings, what, least, most }: ReadIntegerInput): number | null {
  const { cell, place } = field
  if (cell.kind === 'blank') return null
  const allowed = `Số nguyên từ ${least} đến ${most}`
  const reading = readNumber(cell)
  if (reading.kind === 'number' && Number.isInteger(reading.value) && reading.value >= least && reading.value <= most) {
    return reading.value
  }
  const message =
    faultyKind(cell) ??
    (reading.kind === 'ambiguous'
      ? `${what}: chữ giống số, không rõ là dấu thập phân hay dấu phân cách hàng nghìn`
      : cell.kind === 'date'
        ? `${what}: ô chứa ngày, không phải số`
        : reading.kind === 'not-a-number'
          ? `${what}: không phải là số`
          : Number.isInteger(reading.value)
            ? `${what}: ngoài khoảng cho phép`
            : `${what}: không phải là số nguyên`)
  findings.fault({ place, message, found: cell, allowed })
  return null
}

type ReadDateInput = {
  field: Field
  findings: Findings
  what: string
}

/** An ISO date; empty where blank, null where faulty. Dates as text are refused: 03/04 has two readings. */
export function readDate({ field, findings, what }: ReadDateInput): string | null {
  const { cell, place } = field
  if (cell.kind === 'blank') return ''
  if (cell.kind === 'date' && cell.iso >= earliestDate && cell.iso <= latestDate) return cell.iso
  const message =
    faultyKind(cell) ??
    (cell.kind === 'text'
      ? `${what}: ngày ghi bằng chữ, không phải ô ngày của bảng tính`
      : cell.kind === 'date'
        ? `${what}: ngày ngoài khoảng cho phép`
        : `${what}: không phải là ngày`)
  findings.fault({ place, message, found: cell, allowed: 'Ô định dạng Ngày (dd/mm/yyyy)' })
  return null
}

const earliestDate = '1945-09-02'
const latestDate = '2100-12-31'

/** `x` or blank. */
export function readMark({ field, findings, what }: { field: Field; findings: Findings; what: string }): boolean {
  const { cell, place } = field
  if (cell.kind === 'blank') return false
  if (cell.kind === 'text' && cell.text.toLowerCase() === 'x') return true
  findings.fault({
    place,
    message: faultyKind(cell) ?? `${what}: giá trị không hợp lệ`,
    found: cell,
    allowed: 'x hoặc để trống',
  })
  return false
}

/** One word of a closed list, matched as names are; null where blank or faulty. */
export function readChoice<Value>({
  field,
  findings,
  what,
  choices,
}: {
  field: Field
  findings: Findings
  what: string
  choices: readonly (readonly [string, Value])[]
}): Value | null {
  const { cell, place } = field
  if (cell.kind === 'blank') return null
  const choice = cell.kind === 'text' ? choices.find(([title]) => fold(title) === fold(cell.text)) : undefined
  if (choice !== undefined) return choice[1]
  findings.fault({
    place,
    message: faultyKind(cell) ?? `${what}: giá trị không có trong danh sách`,
    found: cell,
    allowed: choices.map(([title]) => title).join('; '),
  })
  return null
}

type ReportBlankInput = {
  field: Field
  findings: Findings
  what: string
  allowed: string
}

/** The fault of a needed cell that is blank. */
export function reportBlank({ field, findings, what, allowed }: ReportBlankInput): void {
  findings.fault({ place: field.place, message: `${what}: chưa có giá trị`, found: field.cell, allowed })
}
