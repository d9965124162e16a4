import { readNumberText, type NumberReading } from '../../../shared/domain/vietnamese/read-number-text.ts'
import type { Cell } from '../xlsx/plain-sheet.ts'

/** Reads numbers, and texts that are unmistakably numbers, with a decimal comma or a decimal point. */
export function readNumber(cell: Cell): NumberReading {
  if (cell.kind === 'number') return { kind: 'number', value: cell.value }
  return cell.kind === 'text' ? readNumberText(cell.text) : { kind: 'not-a-number' }
}
