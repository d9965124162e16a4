import type { MemberRole } from '../session/session-record.ts'
import { isSumText } from '../register/row-kinds.ts'
import { searchKey } from '../vietnamese/search-key.ts'
import { readLine, type CellReading, type PastedField } from './pasted-field.ts'

/** What offices' lists of a council's members say. */
export const pastedMemberFields = {
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
      'Họ và tên thành viên',
      'Ông (bà)',
      'Ông/bà',
      'Thành viên',
    ],
    read: readName,
  } satisfies PastedField<string>,
  role: {
    heads: [
      'Vai trò',
      'Chức danh trong Hội đồng',
      'Chức vụ trong Hội đồng',
      'Nhiệm vụ trong Hội đồng',
      'Vai trò trong Hội đồng',
      'Tham gia Hội đồng',
      'Nhiệm vụ',
      'Tư cách',
    ],
    looks: (cell) => 'value' in readRole(cell) && cell.length <= longestRole && !isOfBody(cell),
    isMostly: true,
    read: readRole,
  } satisfies PastedField<MemberRole>,
  position: {
    heads: ['Chức vụ', 'Chức danh', 'Chức vụ công tác', 'Chức vụ, đơn vị công tác', 'Chức vụ, cơ quan công tác'],
    yieldsTo: 'role',
    read: readLine(),
  } satisfies PastedField<string>,
  organisation: {
    heads: ['Cơ quan', 'Đơn vị', 'Cơ quan, đơn vị', 'Đơn vị công tác', 'Cơ quan công tác', 'Nơi công tác', 'Tổ chức'],
    read: readLine(),
  } satisfies PastedField<string>,
} as const

export type PastedMemberFields = typeof pastedMemberFields

/** A cell that says more than a role says a post too: `Chủ tịch UBND huyện, Phó Chủ tịch Hội đồng`. */
const longestRole = 34

/** A chair of something else than the council. */
const isOfBody = (cell: string): boolean =>
  /\b(ubnd|hdnd|hdqt|htx|uy ban|hoi dong nhan dan|hoi dong quan tri|hoi (nong dan|phu nu)|lien minh|mat tran)\b/.test(
    searchKey(cell),
  )

/** By the words of decisions that found councils. */
function readRole(cell: string): CellReading<MemberRole> {
  const words = ` ${searchKey(cell).replace(/[^a-z]+/g, ' ')} `
  const found = roles.find(([pattern]) => pattern.test(words))
  return found === undefined ? { fault: 'no-such-role' } : { value: found[1] }
}

const roles: readonly (readonly [RegExp, MemberRole])[] = [
  [/ (thu k[yi]|tk) /, 'secretary'],
  [/^ (pho chu tich|pho ct|p chu tich|p ct|pct|pcthd) /, 'vice-chair'],
  [/^ (chu tich|ct|cthd) /, 'chair'],
  [/^ (uy vien|uv|thanh vien|tv) /, 'member'],
]

/** A line of sums and a count are nobody's name. */
function readName(cell: string): CellReading<string> {
  return isSumText(cell) || /^\d+( |$)/.test(cell) ? { fault: 'not-a-name' } : readLine()(cell)
}
