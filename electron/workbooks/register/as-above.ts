import { isAsAbove, isBlankMark } from '../../../shared/domain/register/marks.ts'
import type { ListCell } from '../lists/list-sheet.ts'
import { showCell } from '../xlsx/plain-sheet.ts'
import type { ListFindings } from './list-findings.ts'
import { listReasons } from './list-reasons.ts'
import type { RowCells } from './row-cells.ts'

/**
 * A row whose marks for what stands above are what stands there, said at each cell; nothing where the row above says nothing
 * there. A mark for nothing in the place of a name is none.
 */
export function fillFromAbove(cells: RowCells, above: RowCells['byField'] | null, findings: ListFindings): RowCells {
  const isMarked = ({ cell, text }: ListCell) => cell.kind === 'text' && (isAsAbove(text) || isBlankName(text))
  if (!isAny(cells.byField.values(), isMarked)) return cells
  const marked = [...cells.byField].filter(([, cell]) => isMarked(cell))
  const byField = new Map(cells.byField)
  const gone = new Set<string>()
  for (const [field, own] of marked) {
    const from = isAsAbove(own.text) ? above?.get(field) : undefined
    if (from === undefined) {
      byField.delete(field)
      gone.add(own.text)
    } else {
      byField.set(field, { ...from, column: own.column })
      findings.add('note', { row: cells.row, column: own.column }, listReasons.asAbove(own.text, showCell(from.cell)))
    }
  }
  return { ...cells, byField, texts: cells.texts.filter((text) => !gone.has(text)) }
}

/** Without a list of them: nearly no row has one. */
function isAny<Each>(all: Iterable<Each>, is: (each: Each) => boolean): boolean {
  for (const each of all) if (is(each)) return true
  return false
}

const isBlankName = (text: string): boolean => text !== '' && isBlankMark(text)
