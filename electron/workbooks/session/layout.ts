import type { ReferenceSource } from '../../../shared/api/reference.ts'
import type { CriteriaSetStatus } from '../../../shared/domain/criteria/criteria-set.ts'
import type { DossierStatus } from '../../../shared/domain/dossiers/read-dossier.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
import type { ApplicationKind, MemberRole } from '../../../shared/domain/session/session-record.ts'
import type { ImportedExclusion, ImportedKnockout } from './session-import.ts'

/**
 * Names of sheets, columns and closed lists of the session workbook, and of the workbook of reference scores, which is laid out
 * alike: what the writers print and the readers match.
 */
export const sheetNames = {
  session: 'Phiên họp',
  members: 'Thành viên',
  products: 'Sản phẩm',
  scores: 'Điểm',
  agreed: 'Mức thống nhất',
  sets: 'Bộ tiêu chí',
  opinions: 'Ý kiến',
  exclusions: 'Không chấm',
  rejections: 'Điều kiện loại',
} as const

/** Of a workbook of reference scores: its session in a few lines, and points as the session workbook has them. */
export const referenceSheetNames = { session: sheetNames.session, scores: 'Điểm tham khảo' } as const

/** Sheets that a workbook can do without. */
export const optionalSheets: readonly (keyof typeof sheetNames)[] = [
  'agreed',
  'sets',
  'opinions',
  'exclusions',
  'rejections',
]

export const sessionNames = {
  ruleSet: 'Bộ quy định',
  level: 'Cấp',
  council: 'Tên hội đồng',
  province: 'Tỉnh',
  district: 'Huyện',
  year: 'Năm',
  round: 'Đợt',
  heldOn: 'Ngày họp',
  place: 'Địa điểm',
  foundingNumber: 'Quyết định thành lập',
  foundingDate: 'Ngày quyết định thành lập',
  threshold: 'Ngưỡng đề nghị',
  spreadLimit: 'Chênh lệch tối đa',
  quorum: 'Tỷ lệ họp tối thiểu',
  regulationNumber: 'Số quy chế',
  needsChair: 'Chủ tịch phải dự họp',
  rounding: 'Làm tròn trước khi xếp hạng',
  gateSettlement: 'Mức đạt của tiêu chí có dấu sao',
  verification: 'Người thứ hai nhập lại phiếu',
  memberSight: 'Thành viên thấy gì trên điện thoại',
  chairApproves: 'Chủ tịch phê duyệt trước khi khóa phiên',
  chairSeesDeviations: 'Chủ tịch xem độ lệch của từng thành viên',
  takesClearPaper: 'Nhận cùng lúc các phiếu giấy đọc rõ',
} as const

export type SessionKey = keyof typeof sessionNames

/** `absence` of the column: a fault; a notice where nothing is misread without it; nothing where workbooks of before lack it. */
export type ColumnTitle = { readonly title: string; readonly absence: 'fault' | 'notice' | 'unsaid' }

const needed = (title: string): ColumnTitle => ({ title, absence: 'fault' })
const optional = (title: string): ColumnTitle => ({ title, absence: 'notice' })
/** Of later programs: it stands behind the others, and nobody misses it. */
const later = (title: string): ColumnTitle => ({ title, absence: 'unsaid' })

export const memberColumns = {
  code: needed('Mã'),
  name: needed('Họ và tên'),
  position: optional('Chức vụ'),
  organisation: optional('Cơ quan'),
  role: needed('Vai trò'),
  present: needed('Có mặt'),
  arrivedAt: later('Giờ đến'),
  leftAt: later('Giờ về'),
  absenceReason: later('Lý do vắng'),
} as const

export const productColumns = {
  code: needed('Mã'),
  name: needed('Tên sản phẩm'),
  producer: needed('Chủ thể'),
  producerKind: optional('Loại hình'),
  commune: optional('Xã'),
  district: optional('Huyện'),
  setNumber: needed('Bộ sản phẩm'),
  application: needed('Hình thức'),
  rejected: needed('Bị loại'),
  rejectionReason: needed('Lý do loại'),
  recused: needed('Không tham gia chấm'),
  criteriaCase: optional('Trường hợp'),
  samplesReceived: later('Số mẫu đã nhận'),
  dossierStatus: later('Tình trạng hồ sơ'),
  dossierNote: later('Ghi chú hồ sơ'),
  phone: later('Điện thoại'),
  representative: later('Người đại diện'),
  address: later('Địa chỉ'),
} as const

export const scoreColumns = {
  product: needed('Mã sản phẩm'),
  round: needed('Lần chấm'),
  criterion: needed('Mã tiêu chí'),
  title: optional('Tiêu chí'),
  max: optional('Tối đa'),
  name: { title: 'Tên sản phẩm', absence: 'unsaid' },
} as const satisfies Readonly<Record<string, ColumnTitle>>

/** Those that score beside the council score once. */
export const referenceColumns = {
  ...scoreColumns,
  round: { title: 'Lần chấm', absence: 'unsaid' },
} as const satisfies Readonly<Record<keyof typeof scoreColumns, ColumnTitle>>

/** Those that score beside the council, by the columns of their points. */
export const referenceTitles = [
  ['Chủ thể tự chấm', 'producer'],
  ['Tổ tư vấn đề xuất', 'advisers'],
] as const satisfies readonly (readonly [string, ReferenceSource])[]

export const agreedColumns = {
  product: needed('Mã sản phẩm'),
  criterion: needed('Mã tiêu chí'),
  points: needed('Điểm'),
  reason: { title: 'Lý do', absence: 'unsaid' },
} as const satisfies Readonly<Record<string, ColumnTitle>>

export const opinionColumns = {
  product: needed('Mã sản phẩm'),
  round: needed('Lần chấm'),
  member: needed('Mã thành viên'),
  opinion: needed('Ý kiến'),
} as const satisfies Readonly<Record<string, ColumnTitle>>

export const exclusionColumns = {
  product: needed('Mã sản phẩm'),
  member: needed('Mã thành viên'),
  kind: needed('Việc chấm'),
  reason: needed('Lý do'),
} as const satisfies Readonly<Record<string, ColumnTitle>>

export const rejectionColumns = {
  product: needed('Mã sản phẩm'),
  question: needed('Điều kiện'),
  reason: needed('Lý do'),
  answer: later('Kết quả'),
} as const satisfies Readonly<Record<string, ColumnTitle>>

/** In place of a condition: each one of the product's form. */
export const everyQuestion = 'Mọi điều kiện'

export const answerTitles = [
  ['Vi phạm', 'yes'],
  ['Đạt', 'no'],
  ['Chưa ghi', 'unanswered'],
] as const satisfies readonly (readonly [string, ImportedKnockout['answer']])[]

export const exclusionTitles = [
  ['Không tham gia chấm', 'recused'],
  ['Vắng mặt', 'absent'],
] as const satisfies readonly (readonly [string, ImportedExclusion['kind']])[]

export const setColumns = {
  setNumber: needed('Bộ sản phẩm'),
  use: needed('Cách dùng'),
  reason: needed('Lý do'),
  documentNumber: needed('Số văn bản'),
  documentDate: needed('Ngày văn bản'),
  issuer: needed('Cơ quan ban hành'),
  signer: needed('Người ký'),
  shortReason: { title: 'Lý do chấp nhận thiếu điểm', absence: 'unsaid' },
  sha256: { title: 'SHA-256', absence: 'unsaid' },
  sealed: { title: 'Nội dung niêm phong (không sửa)', absence: 'unsaid' },
} as const satisfies Readonly<Record<string, ColumnTitle>>

export const setUses = [
  ['Chấm theo phiếu in', 'as-printed'],
  ['Bộ do cơ quan nạp', 'completed-by-office'],
  ['Bộ do cơ quan nạp, chấm theo phiếu in', 'corrected-as-printed'],
] as const satisfies readonly (readonly [string, CriteriaSetStatus])[]

export const levelTitles = [
  ['Huyện', 'district'],
  ['Tỉnh', 'province'],
  ['Trung ương', 'central'],
  ['Xã', 'commune'],
] as const satisfies readonly (readonly [string, Level])[]

export const roleTitles = [
  ['Chủ tịch', 'chair'],
  ['Phó chủ tịch', 'vice-chair'],
  ['Thư ký', 'secretary'],
  ['Ủy viên', 'member'],
] as const satisfies readonly (readonly [string, MemberRole])[]

export const applicationTitles = [
  ['Lần đầu', 'new'],
  ['Đánh giá lại', 'reassessment'],
  ['Nâng hạng', 'upgrade'],
] as const satisfies readonly (readonly [string, ApplicationKind])[]

/** What a cell may say of it: workbooks of earlier programs call a first application `Mới`. */
export const applicationWords = [...applicationTitles, ['Mới', 'new']] as const

export const dossierTitles = [
  ['Đầy đủ', 'complete'],
  ['Còn thiếu', 'incomplete'],
  ['Chưa kiểm tra', 'unchecked'],
] as const satisfies readonly (readonly [string, DossierStatus])[]

/** The word that a closed value prints as. */
export function titleOf<Value>(titles: readonly (readonly [string, Value])[], value: Value): string {
  return titles.find(([, candidate]) => candidate === value)?.[0] ?? ''
}
