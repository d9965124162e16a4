import { idHead } from '../../../shared/domain/session/row-id.ts'
import type { SheetColumn, SheetDocument } from '../render-xlsx.ts'
import { draftLine, sheetHead, sheetSignatures, sheetTitle } from '../sheet-frame.ts'
import type { ReferralListModel } from './model.ts'

export function referralListSheet(model: ReferralListModel): SheetDocument {
  const columns = referralColumns.length
  return {
    title: model.title,
    isDraft: model.isDraft,
    sheetName: 'Danh mục đề nghị',
    above: [
      ...sheetHead({ head: model.head, columns, split: 4 }),
      ...draftLine({ isDraft: model.isDraft, columns }),
      { cells: [] },
      ...sheetTitle(model.heading, columns),
      { cells: [{ from: 1, to: columns, value: model.occasion, italic: true, align: 'center' }], height: 20 },
      {
        cells: [
          { from: 1, to: 2, value: 'Ngày họp Hội đồng:' },
          { from: 3, to: 3, value: { date: model.heldOn }, align: 'left' },
        ],
        height: 24,
      },
    ],
    columns: [...referralColumns, idColumn],
    rows: model.rows.map((row) => [
      row.place,
      row.productName,
      row.code,
      row.setName,
      row.producerName,
      row.producerKind,
      row.address,
      null,
      row.application,
      row.meanHundredths === null ? null : row.meanHundredths / 100,
      `${row.proposedStar} sao`,
      row.note === '' ? null : row.note,
      row.id,
    ]),
    below: sheetSignatures({ secretary: model.secretary, chair: model.chair, columns }),
  }
}

const idColumn: SheetColumn = { head: idHead, width: 4, format: 'text', align: 'left', isHidden: true }

const referralColumns: readonly SheetColumn[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center' },
  { head: 'Tên sản phẩm', width: 20, format: 'text', align: 'left' },
  { head: 'Mã số sản phẩm', width: 12, format: 'text', align: 'left' },
  { head: 'Nhóm sản phẩm', width: 14, format: 'text', align: 'left' },
  { head: 'Tên chủ thể', width: 19, format: 'text', align: 'left' },
  { head: 'Loại hình', width: 10, format: 'text', align: 'left' },
  { head: 'Địa chỉ', width: 14, format: 'text', align: 'left' },
  { head: 'Người đại diện, số điện thoại', width: 13, format: 'text', align: 'left' },
  { head: 'Lần đăng ký', width: 8, format: 'text', align: 'left' },
  { head: 'Điểm trung bình', width: 8, format: 'points', align: 'center' },
  { head: 'Hạng đề nghị', width: 8, format: 'text', align: 'center' },
  { head: 'Ghi chú', width: 15, format: 'text', align: 'left' },
]
