import { readDay } from '../../../shared/domain/register/read-day.ts'
import { readStar } from '../../../shared/domain/register/read-star.ts'
import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import type { ListCell, ListSheet } from '../lists/list-sheet.ts'

/**
 * How many rows of a sheet without a head seem to go on with a list on another one: by what its columns say. None where most rows
 * of the sheet do not, and where a row of several texts stands above them: it heads something else.
 */
export function countRowsOfList(sheet: ListSheet, fields: ReadonlyMap<number, RegisterField | null>): number {
  let filled = 0
  let fitting = 0
  for (let row = 1; row <= sheet.lastRow; row += 1) {
    const cells = sheet.cellsIn(row)
    const texts = new Set([...cells.values()].map(({ text }) => text.trim()).filter((text) => text !== ''))
    if (texts.size === 0) continue
    filled += 1
    if (fits(cells, fields)) fitting += 1
    else if (fitting === 0 && texts.size > 1) return 0
  }
  return fitting * 2 >= filled ? fitting : 0
}

const fewestFields = 3

function fits(cells: ReadonlyMap<number, ListCell>, fields: ReadonlyMap<number, RegisterField | null>): boolean {
  const width = Math.max(...fields.keys())
  const said = new Set<RegisterField>()
  for (const [column, cell] of cells) {
    if (cell.text.trim() === '') continue
    if (column > width || (cell.area !== null && cell.area.left < cell.area.right)) return false
    const field = fields.get(column) ?? null
    if (field === null) continue
    if (!mayBe(field, cell)) return false
    said.add(field)
  }
  return said.has('product') && said.size >= fewestFields && typed.some((field) => said.has(field))
}

/** Names stand in any table. */
const typed = ['place', 'star', 'star1', 'star2', 'score', 'decisionDate', 'decisionDate2'] as const

/** What stands under a heading is of its kind: figures, stars and days; names are words. */
function mayBe(field: RegisterField, { cell, text }: ListCell): boolean {
  const kind = field.replace(/[12]$/, '')
  if (kind === 'place') return /^\d{1,5}(?:\.\d{1,3})*[).]?$/.test(text)
  if (kind === 'star') return readStar(text).kind !== 'wrong'
  if (kind === 'score') return cell.kind === 'number' || /^\d[\d.,]*$/.test(text)
  if (kind === 'decisionDate') return cell.kind === 'date' || readDay(text).kind !== 'none'
  if (kind === 'product' || kind === 'producer') return cell.kind === 'text' && /\p{L}/u.test(text)
  return true
}
