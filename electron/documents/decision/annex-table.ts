import type { LetterTable } from '../letter/model.ts'
import type { AnnexRow, DecisionAnnex } from './model.ts'

/** The list of products of a decision, as its annex and as that of the proposal for it. */
export function annexTable(annex: DecisionAnnex): LetterTable {
  const columns = annexColumns.filter(({ isShown }) => isShown(annex))
  return {
    columns,
    head: [columns.map(({ head: text }) => ({ text: text === '' ? annex.starHead : text }))],
    rows: annex.rows.map((row) => columns.map(({ text }) => text(row))),
  }
}

const always = () => true
const withScores = ({ rows }: DecisionAnnex) => rows.some(({ mean }) => mean !== '')
const withoutScores = (annex: DecisionAnnex) => !withScores(annex)

/** Widths in millimetres; the shown ones add up to the 165 mm between the edges. */
const annexColumns = [
  { head: 'TT', width: 10, align: 'center', isShown: always, text: (row: AnnexRow) => String(row.place) },
  { head: 'Tên sản phẩm', width: 40, align: 'left', isShown: always, text: (row: AnnexRow) => row.productName },
  { head: 'Tên chủ thể', width: 37, align: 'left', isShown: always, text: (row: AnnexRow) => row.producerName },
  { head: 'Địa chỉ', width: 26, align: 'left', isShown: always, text: (row: AnnexRow) => row.address },
  { head: 'Bộ sản phẩm', width: 23, align: 'left', isShown: always, text: (row: AnnexRow) => row.setName },
  { head: 'Hình thức', width: 16, align: 'left', isShown: withoutScores, text: (row: AnnexRow) => row.application },
  { head: 'Điểm', width: 16, align: 'center', isShown: withScores, text: (row: AnnexRow) => row.mean },
  // Headed by the annex.
  { head: '', width: 13, align: 'center', isShown: always, text: (row: AnnexRow) => String(row.star) },
] as const
