import type { CriteriaSetStatus } from '../../../shared/domain/criteria/criteria-set.ts'
import type { ColumnTitle } from '../session/layout.ts'

/** Names of sheets, rows and columns of a criteria set's workbook: what the writer prints and the reader matches. */
export const criteriaSheets = { facts: 'Thông tin', form: 'Tiêu chí', guide: 'Hướng dẫn' } as const

export const factNames = {
  id: 'Mã bộ tiêu chí',
  decision: 'Quyết định',
  effectiveFrom: 'Có hiệu lực từ',
  setNumber: 'Số bộ',
  name: 'Tên bộ sản phẩm',
  sector: 'Ngành',
  group: 'Nhóm',
  status: 'Nguồn',
  rejectedIf: 'Hồ sơ bị loại khi',
  issues: 'Lưu ý của nguồn',
} as const
export type FactKey = keyof typeof factNames

/** Facts of several lines, each in a row of its own. */
export const listedFacts = ['rejectedIf', 'issues'] as const satisfies readonly FactKey[]

const needed = (title: string): ColumnTitle => ({ title, absence: 'fault' })
const unsaid = (title: string): ColumnTitle => ({ title, absence: 'unsaid' })

export const formColumns = {
  kind: needed('Dòng'),
  code: needed('Mã'),
  text: needed('Nội dung'),
  max: needed('Điểm tối đa'),
  points: needed('Điểm'),
  star: needed('Sao'),
  case: needed('Trường hợp'),
  requirement: needed('Yêu cầu'),
  knockout: needed('Loại nếu'),
  appliesOnlyIf: needed('Chỉ áp dụng khi'),
  note: needed('Ghi chú'),
  /** Formulas, for whoever edits: never read. */
  sum: unsaid('Cộng được'),
  check: unsaid('Kiểm tra'),
} as const satisfies Readonly<Record<string, ColumnTitle>>
export type FormColumn = keyof typeof formColumns

export const rowKinds = [
  ['Phần', 'part'],
  ['Mục', 'section'],
  ['Nhóm', 'group'],
  ['Tiêu chí', 'criterion'],
  ['Trường hợp', 'case'],
  ['Mức điểm', 'option'],
  ['Tổng cộng', 'total'],
] as const
export type RowKind = (typeof rowKinds)[number][1]

export const starMarks = [
  ['***', 3],
  ['****', 4],
  ['*****', 5],
] as const

export const caseWords = [
  ['a', 'a'],
  ['b', 'b'],
] as const

export const statusWords = [
  ['Nguyên văn quyết định', 'official-text'],
  ['Bản chép lại', 'transcribed'],
  ['Bản chép lại còn thiếu điểm', 'incomplete'],
  ['Cơ quan đã nạp', 'completed-by-office'],
  ['Cơ quan chấp nhận như bản in', 'as-printed'],
  ['Cơ quan đã nạp, chấp nhận như bản in', 'corrected-as-printed'],
] as const satisfies readonly (readonly [string, CriteriaSetStatus])[]

export const guideTexts = [
  'Tệp này là một bộ tiêu chí chấm điểm sản phẩm OCOP, xếp như phiếu in: phần, mục, tiêu chí, rồi mỗi mức điểm một dòng.',
  'Sửa chữ ở cột “Nội dung”, “Yêu cầu”, “Loại nếu”, “Chỉ áp dụng khi”, “Ghi chú”; sửa điểm ở cột “Điểm tối đa” và “Điểm”. Thêm một mức hay một tiêu chí bằng cách chèn dòng và chọn loại dòng ở cột “Dòng”.',
  'Cột “Dòng” nhận: Phần; Mục; Nhóm (tên chung của các tiêu chí 6.1.1, 6.1.2…, mã 6.1); Tiêu chí; Trường hợp (chỉ của bộ chia trường hợp a, b); Mức điểm. Dòng “Tổng cộng” không được đọc.',
  'Cột “Sao” ở dòng Mức điểm: ***, ****, ***** là mức tối thiểu phải đạt để được xếp 3, 4, 5 sao. Ở dòng Tiêu chí: dấu sao in ở tên tiêu chí, không gắn với mức nào; chương trình chỉ hiện cho hội đồng xem.',
  'Cột “Trường hợp” ở dòng Mức điểm: a hoặc b nếu mức chỉ dành cho trường hợp đó; để trống nếu dành cho cả hai.',
  '“Loại nếu” là điều kiện làm sản phẩm bị loại. Các điều kiện loại hồ sơ chung ghi ở trang “Thông tin”, mỗi điều kiện một dòng “Hồ sơ bị loại khi”.',
  'Hai cột cuối là công thức: “Cộng được” cộng điểm của các dòng bên dưới (tiêu chí: mức cao nhất), “Kiểm tra” báo “Lệch” nếu khác “Điểm tối đa”. Chương trình không đọc hai cột này mà tự kiểm tra lại khi nạp.',
  'Không sửa “Mã bộ tiêu chí”, “Quyết định” và “Số bộ”: chương trình dựa vào đó để biết tệp thay cho bộ nào.',
  'Nạp lại: Thiết lập › Bộ tiêu chí › Nạp từ tệp Excel. Chương trình nêu từng chỗ sai tại ô, cho xem từng chữ và từng điểm thay đổi, hỏi lý do cùng số, ngày văn bản, rồi mới nạp. Phiên họp đã chấm hoặc đã khóa không thay đổi.',
] as const
