import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { BoardCell, BoardRow } from '../../../shared/api/ballots.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'

/** How far a ballot or a product is: a shape and a word, never a colour alone. */
export type Mark = 'settled' | 'begun' | 'empty' | 'recused' | 'absent' | 'rejected'

/** `confirm` marks a ballot whose criteria are all answered and that waits for its confirmation. */
export type CellMark = Mark | 'confirm'

export function markOfCell(cell: BoardCell, criteriaCount: number): CellMark {
  if (cell.excluded !== null) return cell.excluded
  switch (cell.state) {
    case 'confirmed':
    case 'verified':
      return 'settled'
    case 'draft':
      return cell.answered >= criteriaCount ? 'confirm' : cell.answered > 0 ? 'begun' : 'empty'
    case 'none':
    case 'superseded':
      return 'empty'
    default:
      return assertNever(cell.state)
  }
}

export function markOfRow(row: BoardRow): Mark {
  if (row.isRejected) return 'rejected'
  if (row.confirmed >= row.needed && row.needed > 0) return 'settled'
  return row.cells.some((cell) => cell.excluded === null && cell.answered > 0) ? 'begun' : 'empty'
}

/** A ballot that still is to be keyed or confirmed. */
export function isOpenCell(row: BoardRow, cell: BoardCell): boolean {
  return !row.isRejected && cell.excluded === null && !isSettled(cell.state)
}
