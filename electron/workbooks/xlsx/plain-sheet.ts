import type { OldText } from '../../../shared/domain/vietnamese/old-encodings.ts'
import { remembering } from '../../../shared/domain/remembering.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'

/** A workbook as plain values: no styles, no formulas, texts in NFC and trimmed. */
export type PlainSheet = {
  readonly name: string
  /** Rows with at least one cell that is not blank, in sheet order. */
  readonly rows: readonly PlainRow[]
  /** What of it nobody sees on screen though something stands there; whether the whole sheet is hidden. */
  readonly hidden?: { readonly isWhole: boolean; readonly rows: readonly number[]; readonly columns: readonly number[] }
}

export type PlainRow = {
  /** 1-based row of the sheet. */
  readonly number: number
  /** Cells that are not blank by 1-based column. */
  readonly cells: ReadonlyMap<number, Cell>
}

/** `isMerged`: the cell belongs to a merged area of more than one cell. */
export type Cell = CellValue & { readonly isMerged: boolean }

export type CellValue =
  | { readonly kind: 'blank' }
  /**
   * `text`: as one line; `lines`: as it stands, where that is several. `hidden`: so many characters that nobody sees were dropped.
   * `old`: what it says where its encoding is an old one.
   */
  | {
      readonly kind: 'text'
      readonly text: string
      readonly lines?: string
      readonly hidden?: number
      readonly old?: OldText
    }
  /** `code`: as shown where the cell's format asks for leading zeros, `001` for 1. */
  | { readonly kind: 'number'; readonly value: number; readonly isPercent: boolean; readonly code?: string }
  /** `iso`: the day, without its time. */
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#REF!`, `#N/A`, … */
  | { readonly kind: 'error'; readonly code: string }
  /** A formula whose result the file does not hold. */
  | { readonly kind: 'uncalculated' }

export const blankCell: Cell = { kind: 'blank', isMerged: false }

/** What a person sees in the cell: decimal comma, dd/mm/yyyy. */
export function showCell(cell: CellValue): string {
  switch (cell.kind) {
    case 'blank':
      return '(trống)'
    case 'text':
      return cell.text
    case 'number':
      return cell.code ?? (cell.isPercent ? `${showNumber(cell.value * 100)}%` : showNumber(cell.value))
    case 'date':
      return showIsoDate(cell.iso)
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE'
    case 'error':
      return cell.code
    case 'uncalculated':
      return '(công thức chưa có kết quả)'
    default:
      return assertNever(cell)
  }
}

function showNumber(value: number): string {
  const text = String(value)
  // Of so few signs none is dropped.
  if (text.length <= 12 && !text.includes('e')) return text.replace('.', ',')
  return String(Number(value.toPrecision(12))).replace('.', ',')
}

/** Days of decisions come again in thousands of rows. */
const showIsoDate = remembering((iso) => iso.split('-').toReversed().join('/'))
