import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { ListPreview } from '../../../shared/api/register.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import type { ListPlan, NearProduct } from '../../../shared/domain/register/plan-list.ts'
import type { ListFinding, RegisterField, RegisterList } from '../../../shared/domain/register/register-list.ts'

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
  const letterOf = (field: RegisterField) => columns.find((column) => column.field === field)?.letter ?? columnLetter(1)
  return near.map((one) => ({
    sheet,
    cell: `${letterOf(one.why === 'code' ? 'code' : one.name === null ? 'producer' : 'product')}${one.row}`,
    level: 'doubt',
    reason: nearReason(one),
  }))
}

function nearReason({ why, name, producer, commune, code }: NearProduct): string {
  const known = name === null ? `chủ thể “${producer}”` : `“${name}” của ${producer}`
  switch (why) {
    case 'code':
      return `Mã “${code}” đã là mã của ${known}; dòng này được nhận không kèm mã.`
    case 'place':
      return `Trùng tên với ${known}${commune === '' ? '' : ` ở ${commune}`} đã có trong danh mục; dòng này ghi nơi khác.`
    case 'product':
    case 'producer':
      return `Gần giống ${known} đã có trong danh mục.`
    default:
      return assertNever(why)
  }
}
