import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'

// Session workbooks of an office's own hand, with what the samples do not have.

export type BuiltProduct = {
  readonly code: string
  readonly name: string
  readonly setNumber: number
  readonly application?: 'Lần đầu' | 'Đánh giá lại' | 'Nâng hạng'
  readonly rejected?: string
  readonly recused?: readonly string[]
  /** By round; of each member the aim of the ballot. */
  readonly rounds: readonly (readonly Aim[])[]
}

/** The highest option; the highest that is no minimum of 5 stars; the lowest that has points. */
export type Aim = 'best' | 'good' | 'low'

type PlainOption = { readonly points: number; readonly minStar?: number }
type PlainCriterion = {
  readonly code: string
  readonly title: string
  readonly max: number
  readonly options: readonly PlainOption[]
}
type PlainForm = {
  readonly parts: readonly { readonly sections: readonly { readonly criteria: readonly PlainCriterion[] }[] }[]
}

const roles = ['Chủ tịch', 'Phó chủ tịch', 'Thư ký', 'Ủy viên', 'Ủy viên', 'Ủy viên'] as const

/** A provincial session under QĐ 26/2026 of six members, of whom the last is absent. */
export async function builtWorkbook(products: readonly BuiltProduct[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const put = (name: string, rows: readonly (readonly ExcelJS.CellValue[])[]) =>
    workbook.addWorksheet(name).addRows(rows.map((row) => [...row]))
  const codes = roles.map((_, index) => `TV0${index + 1}`)
  put('Phiên họp', [
    ['Bộ quy định', 'qd-26-2026'],
    ['Cấp', 'Tỉnh'],
    ['Tên hội đồng', 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Phú Thọ'],
    ['Tỉnh', 'Phú Thọ'],
    ['Năm', 2026],
    ['Đợt', 2],
    ['Ngày họp', new Date(Date.UTC(2026, 10, 5))],
    ['Địa điểm', 'Phòng họp 304, nhà B'],
    ['Quyết định thành lập', '2415/QĐ-UBND'],
    ['Ngày quyết định thành lập', new Date(Date.UTC(2026, 1, 8))],
  ])
  put('Thành viên', [
    ['Mã', 'Họ và tên', 'Chức vụ', 'Cơ quan', 'Vai trò', 'Có mặt'],
    ...roles.map((role, index) => [
      codes[index],
      `${role} ${index + 1}`,
      'Phó Giám đốc',
      'Sở Y tế',
      role,
      index < 5 ? 'x' : null,
    ]),
  ])
  put('Sản phẩm', [
    [
      'Mã',
      'Tên sản phẩm',
      'Chủ thể',
      'Loại hình',
      'Xã',
      'Bộ sản phẩm',
      'Hình thức',
      'Bị loại',
      'Lý do loại',
      'Không tham gia chấm',
    ],
    ...products.map(({ code, name, setNumber, application = 'Lần đầu', rejected, recused = [] }, index) => [
      code,
      name,
      `Hợp tác xã ${['Suối Mây', 'Bản Nương', '19 tháng 5'][index % 3]}`,
      index % 2 === 0 ? 'Hợp tác xã' : 'Doanh nghiệp',
      `Xã Thử ${'ABCDEFGH'.charAt(index)}`,
      setNumber,
      application,
      rejected === undefined ? null : 'x',
      rejected ?? null,
      recused.join(', ') || null,
    ]),
  ])
  put('Điểm', [
    ['Mã sản phẩm', 'Lần chấm', 'Mã tiêu chí', 'Tiêu chí', 'Tối đa', ...codes],
    ...products.flatMap(({ code, setNumber, rounds, recused = [] }) =>
      rounds.flatMap((aims, round) =>
        criteriaOf(setNumber).map((criterion, row) => [
          code,
          round + 1,
          criterion.code,
          criterion.title,
          criterion.max,
          ...codes.map((member, index) =>
            index === 5 || recused.includes(member) ? null : cellOf(criterion, aims[index] ?? 'good', row + index),
          ),
        ]),
      ),
    ),
  ])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function criteriaOf(setNumber: number): readonly PlainCriterion[] {
  const path = join(import.meta.dirname, `../../resources/criteria/qd26/${String(setNumber).padStart(2, '0')}.json`)
  const form = JSON.parse(readFileSync(path, 'utf8')) as PlainForm
  return form.parts.flatMap(({ sections }) => sections.flatMap(({ criteria }) => criteria))
}

/** Some options lie one lower, so that members and means differ; never one that a star asks for. */
function cellOf({ options }: PlainCriterion, aim: Aim, place: number): string | number {
  const numbered = options.map((option, index) => ({ ...option, number: index + 1 })).filter(({ points }) => points > 0)
  const offered = aim === 'good' ? numbered.filter(({ minStar }) => minStar !== 5) : numbered
  const wanted = aim === 'low' ? offered[0] : offered.at(-1)
  const below = offered.at(-2)
  const lower = place % 11 === 0 && aim !== 'low' && wanted?.minStar === undefined ? below : undefined
  const { points, number } = lower ?? wanted ?? { points: 0, number: 0 }
  return options.filter((option) => option.points === points).length > 1 ? `${points}/${number}` : points
}
