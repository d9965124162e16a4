import type { TFunction } from 'i18next'
import type { BoardCell, BoardRow } from '../../../shared/api/ballots.ts'
import { markOfCell, type CellMark } from './ballot-mark.ts'

/** How far a ballot is, and how many of its criteria are answered: `12/30`. */
export function ballotOf(row: BoardRow, cell: BoardCell): { readonly mark: CellMark; readonly answered: string } {
  const mark = row.isRejected ? 'rejected' : markOfCell(cell, row.criteriaCount)
  return { mark, answered: `${cell.answered}/${row.criteriaCount}` }
}

/** The same in words. */
export function standsAt({ row, cell, t }: { row: BoardRow; cell: BoardCell; t: TFunction<'scoring'> }): string {
  const { mark, answered } = ballotOf(row, cell)
  if (mark === 'begun') return t('board.begun', { answered })
  return mark === 'settled' && cell.total !== null ? t('board.settled', { points: cell.total }) : t(`mark.${mark}`)
}
