import type { Field } from '../session/findings.ts'
import { readInteger, readNeededText, readText, reportBlank } from '../session/read-field.ts'
import { starMarks } from './layout.ts'

/** Text of a form, empty where blank; letters of an old encoding are refused, for a form is read by everybody. */
export function readWords(field: Field): string {
  refuseOld(field)
  return readText(field)
}

export function readNeededWords(field: Field, allowed?: string): string {
  refuseOld(field)
  return readNeededText(field, allowed)
}

function refuseOld({ cell, title, fault }: Field): void {
  if (cell.kind !== 'text' || cell.old === undefined) return
  fault(`${title}: chữ theo bảng mã cũ (TCVN3 hoặc VNI)`, 'Chữ Unicode, ví dụ phông Times New Roman')
}

/** Points from 0 to 100; 0, with a fault, where none can be read. */
export function readNeededPoints(field: Field): number {
  reportBlank(field, pointsAllowed)
  return readInteger(field, [0, 100]) ?? 0
}

const pointsAllowed = 'Số nguyên từ 0 đến 100'

/** `***` or the number 3. */
export function readStar(field: Field): 3 | 4 | 5 | undefined {
  const text = readText(field).replaceAll(' ', '')
  if (text === '') return undefined
  const found = starMarks.find(([mark, star]) => text === mark || text === String(star))
  if (found !== undefined) return found[1]
  field.fault(`${field.title}: dấu sao không có trong danh sách`, '***; ****; *****; hoặc để trống')
  return undefined
}
