import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'
import { isSigningText, isSumText, isTotalText, readGroupRow } from '../../../shared/domain/register/row-kinds.ts'
import type { ListSheet } from '../lists/list-sheet.ts'
import { isAboutProduct, rowFacts } from './row-facts.ts'
import type { RowCells } from './row-cells.ts'

/** Places of a list's numbering: of the row, and of the first row below that has one; empty for none. */
type Places = { readonly own: string; readonly next: string }

/**
 * A row of a list that names producers and products in one column (`1 HTX Hà Phong`, `1.1 Cam lòng vàng`): where it names a
 * producer, its name is the producer's. Only for lists without a column of producers.
 */
export function withProducerOfRow(cells: RowCells, { own, next }: Places): RowCells {
  const name = cells.byField.get('product')
  if (name === undefined || cells.byField.has('producer')) return cells
  const facts = rowFacts(cells)
  if (isAboutProduct(facts) || facts.hasScore) return cells
  if (!namesProducer(name.text) && (isOtherRow(name.text) || !isWithin(next, own))) return cells
  const { product: _product, ...others } = Object.fromEntries(cells.byField)
  const byField = new Map(Object.entries(others) as readonly (readonly [RegisterField, typeof name])[])
  return { ...cells, byField: byField.set('producer', name) }
}

/** The number of the next row that has one. */
export function nextPlace(
  sheet: ListSheet,
  { row, column }: { readonly row: number; readonly column: number },
): string {
  for (let below = row + 1; below <= Math.min(sheet.lastRow, row + rowsLookedAt); below += 1) {
    const text = sheet.cellsIn(below).get(column)?.text.trim() ?? ''
    if (text !== '') return text
  }
  return ''
}

const rowsLookedAt = 5

/** Whether a number stands below another: `1.2` below `1`, and `1` below `II` or `B`. */
export function isWithin(own: string, above: string): boolean {
  const [inner, outer] = [own, above].map((place) => place.replace(/[).\s]+$/, ''))
  if (inner === undefined || outer === undefined || inner === '' || outer === '') return false
  if (inner.startsWith(`${outer}.`)) return true
  return /^\d+$/.test(inner) && /^(?:[ivxl]+|\p{L})$/iu.test(outer)
}

const isOtherRow = (text: string): boolean =>
  readGroupRow(text) !== null || isSumText(text) || isTotalText(text) || isSigningText(text)

/** Names of producers begin with the kind of body that they are. */
function namesProducer(text: string): boolean {
  return /^(?:htx|tht|hkd|dntn|cssx|hop tac xa|to hop tac|lien hiep htx|cong ty|cty|doanh nghiep|ho (?:kinh doanh|san xuat|ca the|gia dinh|ong|ba)|co so(?: san xuat)?|trang trai|ong|ba) \p{L}/u.test(
    stripMarks(text).trim(),
  )
}
