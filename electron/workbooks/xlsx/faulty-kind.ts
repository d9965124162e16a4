import type { Cell } from './plain-sheet.ts'

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
