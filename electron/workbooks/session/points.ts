import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { OfferedOptionsOf } from '../../../shared/domain/ballot/options.ts'
import { listCells, readCell, type CellReading } from '../../../shared/domain/ballot/read-cell.ts'
import type { Cell } from '../xlsx/plain-sheet.ts'
import { faultyKind } from '../xlsx/faulty-kind.ts'

/** A points cell: the printed option that it chooses (1-based, 0 = no level reached), or why it chooses none. */
export type PointsReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'fault'; readonly message: string; readonly allowed: string }

/** Reads a points cell by the rule of every cell (`readCell`), and refuses what only a spreadsheet can hold. */
export function readPoints({ cell, ...of }: OfferedOptionsOf & { cell: Cell }): PointsReading {
  if (cell.kind === 'blank') return { kind: 'blank' }
  const reading = brokenCell(cell) ?? readCell({ ...of, cell: valueOf(cell) })
  if (typeof reading !== 'string' && reading.kind === 'choice') {
    return reading.choice === null ? { kind: 'blank' } : { kind: 'option', option: reading.choice }
  }
  const message = typeof reading === 'string' ? reading : describeFault({ ...of, reading })
  return { kind: 'fault', message, allowed: listCells(of).join('; ') }
}

function brokenCell(cell: Cell): string | null {
  const broken = faultyKind(cell)
  if (broken !== null) return broken
  if (cell.isMerged) return 'Ô điểm bị gộp: mỗi cột điểm, mỗi tiêu chí một ô riêng'
  return cell.kind === 'date'
    ? 'Ô chứa ngày: có thể phần mềm bảng tính đã đổi “điểm/số thứ tự” thành ngày; định dạng ô là Văn bản (Text) rồi nhập lại'
    : null
}

/** A truth value is no points, whatever it is called. */
const valueOf = (cell: Cell): string | number =>
  cell.kind === 'number' ? cell.value : cell.kind === 'text' ? cell.text : cell.kind

function describeFault({
  criterion,
  criteriaCase,
  reading,
}: OfferedOptionsOf & { reading: Exclude<CellReading, { kind: 'choice' }> }): string {
  switch (reading.kind) {
    case 'not-a-number':
      return 'Không phải là điểm'
    case 'thousand-or-one':
      return 'Chữ giống số, không rõ là dấu thập phân hay dấu phân cách hàng nghìn'
    case 'fraction':
      return 'Điểm phải là số nguyên'
    case 'no-such-points':
      return reading.points > criterion.max
        ? `Điểm vượt quá điểm tối đa ${criterion.max} của tiêu chí ${criterion.code}`
        : `Tiêu chí ${criterion.code} không có mức ${reading.points} điểm`
    case 'ambiguous':
      return `Có nhiều mức cùng ${reading.points} điểm nhưng khác dấu sao hoặc trường hợp: ghi rõ điểm/số thứ tự của mức`
    case 'no-such-option':
      return `Tiêu chí ${criterion.code} chỉ có ${criterion.options.length} mức`
    case 'other-points':
      return `Mức thứ ${reading.optionNumber} của tiêu chí ${criterion.code} là ${reading.points} điểm`
    case 'other-case':
      return `Mức thứ ${reading.optionNumber} thuộc trường hợp ${reading.itsCase ?? ''}, sản phẩm thuộc trường hợp ${criteriaCase ?? ''}`
    default:
      return assertNever(reading)
  }
}
