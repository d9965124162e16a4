import type { BoardRow } from '../../../shared/api/ballots.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'

export type MemberProgress = {
  /** Ballots submitted, of those that the member has to submit. */
  readonly done: number
  readonly count: number
  /** The first product with a ballot under way. */
  readonly current: { readonly code: string; readonly answered: number; readonly criteria: number } | null
}

/** How far one member is, from the board of all ballots; rejected products need none. */
export function memberProgress({ rows, memberId }: { rows: readonly BoardRow[]; memberId: number }): MemberProgress {
  const own = rows
    .filter(({ isRejected }) => !isRejected)
    .flatMap((row) => {
      const cell = row.cells.find((one) => one.memberId === memberId)
      return cell === undefined || cell.excluded !== null ? [] : [{ row, cell }]
    })
  const underWay = own.find(({ cell }) => cell.state === 'draft' && cell.answered > 0)
  return {
    done: own.filter(({ cell }) => isSettled(cell.state)).length,
    count: own.length,
    current:
      underWay === undefined
        ? null
        : { code: underWay.row.code, answered: underWay.cell.answered, criteria: underWay.row.criteriaCount },
  }
}
