import {
  certificateSheet,
  overprintFields,
  type FieldPlace,
  type OverprintField,
  type OverprintLayout,
} from '../../../shared/domain/certificates/overprint-layout.ts'
import { mm } from '../nd30/measures.ts'
import type { CertificateModel } from './model.ts'
import { write, type Pen } from './pen.ts'
import { drawDraftMark, drawQr, drawStars } from './shapes.ts'

/** Only what goes on an authority's pre-printed sheet, each field where the layout says. */
export function drawOverprint(pen: Pen, { model, layout }: { model: CertificateModel; layout: OverprintLayout }): void {
  if (model.isDraft) drawDraftMark(pen)
  for (const field of overprintFields) {
    const place = shifted(layout, field)
    if (place.isPrinted) drawField(pen, { field, place, model })
  }
}

/** A sheet to hold against the pre-printed one: rulers along two edges, a cross and a name at every place. */
export function drawTestPage(pen: Pen, layout: OverprintLayout): void {
  drawRulers(pen)
  write(pen, {
    as: 'H1',
    text: 'Trang thử vị trí in: đặt chồng lên phôi giấy chứng nhận, soi trước ánh sáng và chỉnh số đo',
    x: certificateSheet.width / 2,
    y: certificateSheet.height - 14,
    width: 250,
    size: 11,
    face: 'italic',
    align: 'center',
  })
  for (const field of overprintFields) {
    const place = shifted(layout, field)
    if (place.isPrinted) drawCross(pen, { name: fieldNames[field], place })
  }
}

export const fieldNames: Readonly<Record<OverprintField, string>> = {
  number: 'Số',
  productName: 'Tên sản phẩm',
  producerName: 'Chủ thể',
  address: 'Địa chỉ',
  star: 'Hạng sao bằng chữ',
  stars: 'Hình sao',
  decision: 'Quyết định công nhận',
  validUntil: 'Giá trị đến',
  placeAndDate: 'Nơi, ngày cấp',
  posts: 'Quyền hạn, chức vụ',
  signer: 'Họ tên người ký',
  qr: 'Mã QR',
  reprint: 'Ghi chú in lại',
}

function shifted(layout: OverprintLayout, field: OverprintField): FieldPlace {
  const place = layout.fields[field]
  return { ...place, x: place.x + layout.shiftX, y: place.y + layout.shiftY }
}

function drawField(
  pen: Pen,
  { field, place, model }: { field: OverprintField; place: FieldPlace; model: CertificateModel },
): void {
  const { x, y, size, width, align } = place
  if (field === 'stars') {
    drawStars(pen, { count: model.stars, x, y, size })
    return
  }
  if (field === 'qr') {
    const left = { left: x, center: x - size / 2, right: x - size }[align]
    drawQr(pen, { text: model.qr, x: left, y, side: size })
    return
  }
  const face = place.isBold ? 'bold' : field === 'placeAndDate' || field === 'reprint' ? 'italic' : 'regular'
  let below = y
  for (const text of field === 'posts' ? model.posts : [model[field]]) {
    if (text !== '') below += write(pen, { text, x, y: below, width, size, align, face, mostLines: 3 })
  }
}

function drawCross(pen: Pen, { name, place: { x, y, width, align, size } }: { name: string; place: FieldPlace }): void {
  const left = { left: x, center: x - width / 2, right: x - width }[align]
  pen.skip()
  pen
    .moveTo(mm(left), mm(y))
    .lineTo(mm(left + width), mm(y))
    .lineWidth(0.25)
    .dash(2, { space: 2 })
    .stroke('#808080')
  pen
    .undash()
    .moveTo(mm(x - 4), mm(y))
    .lineTo(mm(x + 4), mm(y))
    .moveTo(mm(x), mm(y - 4))
    .lineTo(mm(x), mm(y + 4))
    .lineWidth(0.5)
    .stroke('black')
  write(pen, {
    text: `${name}: ${comma(x)} × ${comma(y)} mm, cỡ ${comma(size)}`,
    x: x + 1,
    y: y + 0.5,
    width: 100,
    size: 8,
    face: 'regular',
    align: 'left',
  })
}

/** A tick every 5 mm, longer and numbered every 10, along the top and the left edge. */
function drawRulers(pen: Pen): void {
  const { width, height } = certificateSheet
  pen.skip()
  for (let at = 5; at < width; at += 5) tick(pen, { at, isAcross: true })
  for (let at = 5; at < height; at += 5) tick(pen, { at, isAcross: false })
  pen.lineWidth(0.3).stroke('black')
  const label = { width: 20, size: 7, face: 'regular', align: 'center' } as const
  for (let at = 10; at < width; at += 10) write(pen, { ...label, text: String(at), x: at, y: 4.2 })
  for (let at = 10; at < height; at += 10) write(pen, { ...label, text: String(at), x: 6.5, y: at - 1.4 })
}

function tick(pen: Pen, { at, isAcross }: { at: number; isAcross: boolean }): void {
  const length = at % 10 === 0 ? 4 : 2.5
  if (isAcross) pen.moveTo(mm(at), 0).lineTo(mm(at), mm(length))
  else pen.moveTo(0, mm(at)).lineTo(mm(length), mm(at))
}

const comma = (value: number): string => String(value).replace('.', ',')
