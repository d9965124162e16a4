import { tableOf, type ColumnOf, type TextTable } from '../nd30/table.ts'
import type { AnnexRow, DecisionAnnex } from './model.ts'

/** The list of products of a decision, as its annex and as that of the proposal for it. Widths: 165 mm in all. */
export function annexTable({ rows, starHead }: DecisionAnnex): TextTable {
  const hasScores = rows.some(({ mean }) => mean !== '')
  const columns: readonly ColumnOf<AnnexRow>[] = [
    { head: 'TT', width: 10, align: 'center', text: ({ place }) => String(place) },
    { head: 'Tên sản phẩm', width: 40, align: 'left', text: ({ productName }) => productName },
    { head: 'Tên chủ thể', width: 37, align: 'left', text: ({ producerName }) => producerName },
    { head: 'Địa chỉ', width: 26, align: 'left', text: ({ address }) => address },
    { head: 'Bộ sản phẩm', width: 23, align: 'left', text: ({ setName }) => setName },
    hasScores
      ? { head: 'Điểm', width: 16, align: 'center', text: ({ mean }) => mean }
      : { head: 'Hình thức', width: 16, align: 'left', text: ({ application }) => application },
    { head: starHead, width: 13, align: 'center', text: ({ star }) => String(star) },
  ]
  return tableOf(columns, rows)
}
