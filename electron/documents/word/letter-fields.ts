import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { LetterBlock, LetterModel } from '../letter/model.ts'
import type { HeadCell, TextTable } from '../nd30/table.ts'
import type { ResultNoticesModel } from '../result-notice/model.ts'
import { annexFields, annexValues, commonFields, commonValues } from './common-fields.ts'
import { entryText } from './run-style.ts'
import { flagField, leadOrText, listField, textField, type FieldSpec, type FieldValues } from './field-spec.ts'

/** No table of a letter has more columns. */
const mostColumns = 8
const columnNumbers = Array.from({ length: mostColumns }, (_, index) => index + 1)

const tableFields: readonly FieldSpec[] = [
  ...columnNumbers.map((column) => textField(`dau_${column}`, `Đầu cột thứ ${column} của bảng`)),
  listField(
    'hang',
    'Hàng của bảng',
    columnNumbers.map((column) => textField(`o_${column}`, `Ô thứ ${column} của hàng`)),
  ),
]

/** Of a head in two rows: over several columns, and below it over each. */
const twoRowHeadFields = columnNumbers.flatMap((column) => [
  textField(`dau_chung_${column}`, `Đầu cột chung, ở trên, bắt đầu từ cột thứ ${column}; để trống nếu không có`),
  textField(`dau_rieng_${column}`, `Đầu riêng của cột thứ ${column}, dưới đầu cột chung; để trống nếu không có`),
])

/** Reports, proposals and official letters. */
export const letterFields: readonly FieldSpec[] = [
  ...commonFields,
  textField('kinh_gui', 'Nơi kính gửi'),
  listField('khoi', 'Các đoạn văn và bảng, theo thứ tự', [
    flagField('la_muc', 'Có khi khối là tiêu đề của một phần'),
    flagField('la_doan', 'Có khi khối là một đoạn văn'),
    flagField('la_loi_dan', 'Có khi khối là câu dẫn của phần liệt kê, ở cùng trang với dòng sau'),
    flagField('la_bang', 'Có khi khối là một bảng'),
    textField('dan', 'Chữ đậm ở đầu đoạn'),
    textField('noi_dung', 'Nội dung của đoạn hoặc của tiêu đề'),
    ...tableFields,
  ]),
  textField('doan_cuoi', 'Đoạn cuối cùng, ở cùng trang với chữ ký'),
  listField('phu_luc', 'Phụ lục', [...annexFields('“(Kèm theo …)”'), ...tableFields, ...twoRowHeadFields]),
]

/** Notices of results: one letter a product, all in one file. */
export const noticesFields: readonly FieldSpec[] = [
  textField('tieu_de_tep', 'Tiêu đề của tệp'),
  listField('thong_bao', 'Thông báo, mỗi sản phẩm một bản', [
    ...letterFields,
    flagField('con_tiep', 'Có khi sau bản này còn bản khác'),
  ]),
]

export function letterValues(model: LetterModel): FieldValues {
  const last = model.blocks.at(-1)
  const isClosing = last?.kind === 'text'
  return {
    ...commonValues(model, model.kind),
    kinh_gui: model.addressee,
    khoi: (isClosing ? model.blocks.slice(0, -1) : model.blocks).map(blockValues),
    doan_cuoi: isClosing ? `${last.lead ?? ''}${last.text}` : '',
    phu_luc: model.annexes.map((annex) => ({
      ...annexValues(annex),
      ...tableValues(annex.table),
      ...twoRowHeadValues(annex.table),
    })),
  }
}

export function noticesValues(model: ResultNoticesModel): FieldValues {
  return {
    tieu_de_tep: model.title,
    thong_bao: model.notices.map((notice, index) => ({
      ...letterValues(notice),
      con_tiep: index < model.notices.length - 1,
    })),
  }
}

function blockValues(block: LetterBlock): FieldValues {
  const nothing = {
    la_muc: false,
    la_doan: false,
    la_loi_dan: false,
    la_bang: false,
    dan: '',
    noi_dung: '',
    ...tableValues(null),
  }
  switch (block.kind) {
    case 'heading':
      return { ...nothing, la_muc: true, noi_dung: block.text }
    case 'text':
      return { ...nothing, ...leadOrText(block.text), dan: block.lead ?? '', noi_dung: block.text }
    case 'table':
      return { ...nothing, la_bang: true, ...tableValues(block.table) }
    default:
      return assertNever(block)
  }
}

function tableValues(table: TextTable | null): FieldValues {
  const heads = table === null ? [] : leafHeads(table.head)
  return {
    ...Object.fromEntries(columnNumbers.map((column) => [`dau_${column}`, heads[column - 1] ?? ''])),
    hang: (table?.rows ?? []).map((cells) =>
      Object.fromEntries(columnNumbers.map((column) => [`o_${column}`, entryText(cells[column - 1] ?? '')])),
    ),
  }
}

function twoRowHeadValues({ head: [top = [], below = []] }: TextTable): FieldValues {
  return Object.fromEntries(
    columnNumbers.flatMap((column) => [
      [`dau_chung_${column}`, below.length === 0 ? '' : coverText(top[column - 1])],
      [`dau_rieng_${column}`, below[column - 1]?.text ?? ''],
    ]),
  )
}

const coverText = (cell: HeadCell | null | undefined): string => ((cell?.across ?? 1) > 1 ? (cell?.text ?? '') : '')

/** The head of each column; where a head covers several, it stands before each of theirs: `Điểm trung bình: A`. */
function leafHeads(rows: readonly (readonly (HeadCell | null)[])[]): readonly string[] {
  const [top = [], below = []] = rows
  let cover = ''
  return top.map((cell, index) => {
    cover = cell?.text ?? cover
    const leaf = below[index]?.text
    return leaf === undefined ? cover : `${cover}: ${leaf}`
  })
}
