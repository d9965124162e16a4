import type { Cell } from './plain-sheet.ts'

/** A number as a cell gives it. `ambiguous`: `1.000` is a thousand to one reader and one to another. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'not-a-number' }

/** Reads numbers, and texts that are unmistakably numbers, with a decimal comma or a decimal point. */
export const readNumber = (cell: Cell): NumberReading => {
  if (cell.kind === 'number') return { kind: 'number', value: cell.value }
  return cell.kind === 'text' ? readNumberText(cell.text) : { kind: 'not-a-number' }
}

/** As `readNumber`, of a text. */
export const readNumberText = (text: string): NumberReading => {
  if (/^[+-]?[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(text)) return { kind: 'ambiguous' }
  if (/^[+-]?\d+(?:[.,]\d+)?$/.test(text)) return { kind: 'number', value: Number(text.replace(',', '.')) }
  return { kind: 'not-a-number' }
}

/** Why a cell of that kind is no value where a number or a word was wanted; null for ordinary cells. */
export const faultyKind = (cell: Cell): string | null => {
  switch (cell.kind) {
    case 'error':
      return `Ô báo lỗi công thức ${cell.code}`
    case 'uncalculated':
      return 'Công thức chưa được tính: mở tệp bằng phần mềm bảng tính, lưu lại rồi nhập'
    default:
      return null
  }
}
