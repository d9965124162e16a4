import { tableOf, type ColumnOf, type TableEntry, type TextTable } from '../nd30/table.ts'
import type { AnnexRow, DecisionAnnex } from './model.ts'

/** The list of products of a decision, as its annex and as that of the proposal for it. Widths: 165 mm in all. */
export function annexTable({ rows, starHead }: DecisionAnnex): TextTable {
  const hasScores = rows.some(({ mean }) => mean !== '')
  const columns: readonly ColumnOf<AnnexRow>[] = [
    { head: 'TT', width: 10, align: 'center', text: ({ place }) => String(place) },
    { head: 'Tên sản phẩm', width: hasScores ? 38 : 40, align: 'left', text: nameWithNote },
    { head: 'Tên chủ thể', width: hasScores ? 33 : 37, align: 'left', text: ({ producerName }) => producerName },
    { head: 'Địa chỉ', width: hasScores ? 24 : 26, align: 'left', text: ({ address }) => address },
    { head: 'Bộ sản phẩm', width: hasScores ? 22 : 23, align: 'left', text: ({ setName }) => setName },
    hasScores
      ? { head: 'Điểm', width: 16, align: 'center', text: ({ mean }) => mean }
      : { head: 'Hình thức', width: 16, align: 'left', text: ({ application }) => application },
    { head: starHead, width: hasScores ? 22 : 13, align: 'center', text: starCell },
  ]
  return tableOf(columns, rows)
}

/** The name, and below it in small type why a product goes up. */
export function nameWithNote({ productName, note }: Pick<AnnexRow, 'productName' | 'note'>): TableEntry {
  return note === '' ? productName : [productName, { text: note, italics: true, size: 10 }]
}

const starCell = ({ star }: AnnexRow): string => (star === 0 ? '' : String(star))
