import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import { listCriteria, mostPoints } from '../../../shared/domain/criteria/form.ts'
import { faultyKind } from '../xlsx/faulty-kind.ts'
import { readNumber } from './read-number.ts'
import type { OtherColumn } from './read-table.ts'
import type { ScoredRound, ScoreRow } from './scored-round.ts'

const totalWords = new Set(['Tổng cộng', 'Tổng điểm', 'Tổng', 'Cộng'].map(fold))

/** A row that sums up a product's points (`Tổng cộng`): an office's own addition, checked and not imported. */
export function isTotalRow(row: ScoreRow): boolean {
  const code = row.field('criterion').cell
  const title = row.field('title').cell
  const isTotal = (cell: typeof code) => cell.kind === 'text' && totalWords.has(fold(cell.text))
  return isTotal(code) || (code.kind === 'blank' && isTotal(title))
}

/** A stated total must be the sum of the points above it; totals of ballots with blanks are compared all the same. */
export function checkTotalRow(
  row: ScoreRow,
  { product, rows }: ScoredRound,
  columnOf: ReadonlyMap<string, OtherColumn>,
): void {
  if (product.form === null) return
  const criteria = listCriteria(product.form)
  const most = mostPoints(product.form)
  const totalOf = (scorer: string): number =>
    criteria.reduce((sum, { criterion, index }) => {
      const option = rows.get(index)?.choices.get(scorer)
      return option === undefined ? sum : sum + pointsOf(criterion, option)
    }, 0)
  const expected = [
    { field: row.field('max'), total: most },
    ...[...columnOf].map(([scorer, column]) => ({ field: row.other(column), total: totalOf(scorer) })),
  ]
  for (const { field, total } of expected) {
    const { cell, fault } = field
    const reading = readNumber(cell)
    if (cell.kind === 'blank' || (reading.kind === 'number' && reading.value === total)) continue
    const problem =
      reading.kind === 'number' && reading.value > most
        ? `Tổng điểm không thể vượt quá ${most}`
        : 'Tổng điểm không bằng tổng điểm của các tiêu chí'
    fault(faultyKind(cell) ?? problem, String(total))
  }
}
