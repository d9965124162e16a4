import { searchKey } from '../vietnamese/search-key.ts'
import { readClock } from '../calendar/read-clock.ts'
import { readLine, type CellReading, type PastedField } from './pasted-field.ts'

/** What a list of those who came says. */
export const pastedAttendanceFields = {
  code: {
    heads: ['Mã thành viên', 'Mã TV', 'Ký hiệu', 'Mã', 'Mã số'],
    looks: (cell) => /^\p{L}{1,4}[-. ]?\d{1,3}$/u.test(cell),
    read: readLine(40),
  } satisfies PastedField<string>,
  name: {
    heads: [
      'Họ và tên',
      'Họ tên',
      'Họ, tên',
      'Tên thành viên',
      'Ông (bà)',
      'Ông/bà',
      'Thành viên',
      'Đại biểu',
      'Người dự',
    ],
    read: readLine(),
  } satisfies PastedField<string>,
  present: {
    heads: ['Có mặt', 'Điểm danh', 'Dự họp', 'Tham dự', 'Có mặt/vắng', 'Có dự'],
    looks: (cell) => 'value' in readPresence(cell),
    read: readPresence,
  } satisfies PastedField<boolean>,
  arrivedAt: {
    heads: ['Giờ đến', 'Thời gian đến', 'Đến lúc', 'Giờ có mặt', 'Giờ vào', 'Vào lúc', 'Đến', 'Vào'],
    looks: isTime,
    hasAlike: true,
    read: readTime,
  } satisfies PastedField<string>,
  leftAt: {
    heads: ['Giờ về', 'Thời gian về', 'Về lúc', 'Giờ ra', 'Ra lúc', 'Về', 'Ra', 'Ra về'],
    looks: isTime,
    hasAlike: true,
    read: readTime,
  } satisfies PastedField<string>,
  absenceReason: {
    heads: ['Lý do vắng', 'Lý do vắng mặt', 'Vắng mặt', 'Vắng', 'Lý do', 'Ghi chú'],
    read: readAbsence,
  } satisfies PastedField<string>,
} as const

export type PastedAttendanceFields = typeof pastedAttendanceFields

function isTime(cell: string): boolean {
  return readClock(cell) !== null && /[:hg]/i.test(cell)
}

/** A mark alone says that somebody was absent, and no reason. */
function readAbsence(cell: string): CellReading<string> {
  const said = searchKey(cell).replace(/[.!]$/, '')
  if (present.has(said)) return { value: '' }
  return noAbsence.has(said) ? { fault: 'no-such-presence' } : readLine()(cell)
}

const noAbsence: ReadonlySet<string> = new Set(['0', 'k', 'ko', 'khong', 'no'])

function readTime(cell: string): CellReading<string> {
  const value = readClock(cell)
  return value === null ? { fault: 'not-a-time' } : { value }
}

function readPresence(cell: string): CellReading<boolean> {
  const said = searchKey(cell).replace(/[.!]$/, '')
  if (present.has(said)) return { value: true }
  return absent.test(said) ? { value: false } : { fault: 'no-such-presence' }
}

const present: ReadonlySet<string> = new Set(['x', 'co', 'co mat', 'du', 'du hop', '✓', '√', '1', 'yes', 'present'])
const absent = /^(0|k|ko|khong|vang|no|absent)( mat| du| co mat)?( \(?(co|khong|ko) (phep|ly do)\)?)?$/
