import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { CheckedProduct } from './check-products-sheet.ts'
import type { scoreColumns } from './layout.ts'
import type { TableRow } from './read-table.ts'

/** What of a product its points are read by; without a form none are. */
export type ScoredProduct = Pick<CheckedProduct, 'code' | 'productName' | 'form' | 'criteriaCase'>

/** The rows of one product in one scoring round, by criterion index. */
export type ScoredRound = {
  readonly product: ScoredProduct
  readonly round: number
  readonly rows: ReadonlyMap<number, ScoredRow>
}

/** One criterion's row: option numbers by the scorer's column; who has a blank or faulty cell has none. */
export type ScoredRow = { readonly row: number; readonly choices: ReadonlyMap<string, number> }

export type ScoreRow = TableRow<keyof typeof scoreColumns>

/** Codes of the criteria that have no row in that round, in form order. */
export function criteriaWithoutRow({ product, rows }: ScoredRound): readonly string[] {
  return product.form === null
    ? []
    : listCriteria(product.form).flatMap(({ criterion, index }) => (rows.has(index) ? [] : [criterion.code]))
}
