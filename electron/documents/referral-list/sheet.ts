import { idHead } from '../../../shared/domain/session/row-id.ts'
import type { SheetDocument } from '../render-xlsx.ts'
import { draftLine, sheetHead, sheetRows, sheetSignatures, sheetTitle, type SheetColumnOf } from '../sheet-frame.ts'
import { councilStarHead } from '../referral-note.ts'
import type { ReferralListModel, ReferralRow } from './model.ts'

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
    ...sheetRows([...referralColumns, idColumn], model.rows),
    below: [
      { cells: [] },
      { cells: [{ from: 1, to: columns, value: model.reason, italic: true, size: 11 }], height: 32 },
      ...sheetSignatures({ secretary: model.secretary, chair: model.chair, columns }),
    ],
  }
}

const idColumn: SheetColumnOf<ReferralRow> = {
  head: idHead,
  width: 4,
  format: 'text',
  align: 'left',
  isHidden: true,
  value: ({ id }) => id,
}

const referralColumns: readonly SheetColumnOf<ReferralRow>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
  { head: 'Tên sản phẩm', width: 20, format: 'text', align: 'left', value: ({ productName }) => productName },
  { head: 'Mã số sản phẩm', width: 12, format: 'text', align: 'left', value: ({ code }) => code },
  { head: 'Nhóm sản phẩm', width: 12, format: 'text', align: 'left', value: ({ groupName }) => groupName },
  { head: 'Bộ sản phẩm', width: 14, format: 'text', align: 'left', value: ({ setName }) => setName },
  { head: 'Tên chủ thể', width: 19, format: 'text', align: 'left', value: ({ producerName }) => producerName },
  { head: 'Loại hình', width: 10, format: 'text', align: 'left', value: ({ producerKind }) => producerKind },
  { head: 'Địa chỉ', width: 14, format: 'text', align: 'left', value: ({ address }) => address },
  { head: 'Người đại diện, số điện thoại', width: 13, format: 'text', align: 'left', value: () => null },
  { head: 'Lần đăng ký', width: 8, format: 'text', align: 'left', value: ({ application }) => application },
  {
    head: 'Điểm trung bình',
    width: 8,
    format: 'points',
    align: 'center',
    value: ({ meanHundredths: mean }) => (mean === null ? null : mean / 100),
  },
  {
    head: councilStarHead,
    width: 12,
    format: 'text',
    align: 'center',
    value: ({ star }) => (star === 0 ? 'Không xếp hạng' : `${star} sao`),
  },
  { head: 'Ghi chú', width: 18, format: 'text', align: 'left', value: ({ note }) => (note === '' ? null : note) },
]
