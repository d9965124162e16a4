import { readNumberText, type NumberReading } from '../../../shared/domain/vietnamese/read-number-text.ts'
import type { Cell } from '../xlsx/plain-sheet.ts'

/** Reads numbers, and texts that are unmistakably numbers, with a decimal comma or a decimal point. */
export function readNumber(cell: Cell): NumberReading {
  if (cell.kind === 'number') return { kind: 'number', value: cell.value }
  return cell.kind === 'text' ? readNumberText(cell.text) : { kind: 'not-a-number' }
}

/** Why a cell of that kind is no value where a number or a word was wanted; null for ordinary cells. */
export function faultyKind(cell: Cell): string | null {
  switch (cell.kind) {
    case 'error':
      return `Ô báo lỗi công thức ${cell.code}`
    case 'uncalculated':
      return 'Công thức chưa được tính: mở tệp bằng phần mềm bảng tính, lưu lại rồi nhập'
    default:
      return null
  }
}
