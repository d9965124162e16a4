import type { ListPreview } from '../../../shared/api/register.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import type { ListPlan } from '../../../shared/domain/register/plan-list.ts'
import type { ListFinding, RegisterList } from '../../../shared/domain/register/register-list.ts'

/** A list with what taking it would write. */
export function previewList(list: RegisterList, plan: ListPlan): ListPreview {
  const changes = new Map(plan.rows.map(({ row, change }) => [row, change]))
  const near = new Set(plan.near.map(({ row }) => row))
  const rows = list.rows.map(({ raw: _raw, ...row }) => ({
    ...row,
    state: near.has(row.row) && row.state === 'sound' ? ('doubtful' as const) : row.state,
    change: changes.get(row.row) ?? ('new' as const),
  }))
  return { ...list, rows, near: plan.near, faults: [...list.faults, ...nearFindings(list, plan)] }
}

function nearFindings({ sheet, columns }: RegisterList, { near }: ListPlan): readonly ListFinding[] {
  const letter = columns.find(({ field }) => field === 'product')?.letter ?? columnLetter(1)
  return near.map(({ row, name, producer }) => ({
    sheet,
    cell: `${letter}${row}`,
    level: 'doubt',
    reason: `Gần giống “${name}” của ${producer} đã có trong danh mục.`,
  }))
}
