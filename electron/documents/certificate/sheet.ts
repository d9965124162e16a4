import { quocHieu, tieuNgu } from '../nd30/measures.ts'
import type { CertificateModel } from './model.ts'
import { fitText, lineHeight, write, type Face, type Pen } from './pen.ts'
import { drawDraftMark, drawFrame, drawQr, drawRule, drawStars, red } from './shapes.ts'

const middle = 148.5
const leftBlock = 76
const rightBlock = 214

/** The whole certificate on an empty sheet. */
export function drawSheet(pen: Pen, model: CertificateModel): void {
  if (model.isDraft) drawDraftMark(pen)
  drawFrame(pen)
  drawHead(pen, model)
  const title = { x: middle, width: 240, align: 'center', face: 'bold' } as const
  write(pen, { ...title, as: 'H1', text: 'GIẤY CHỨNG NHẬN', y: 47, size: 35, color: red })
  write(pen, { ...title, text: 'SẢN PHẨM OCOP', y: 62, size: 18 })
  drawStars(pen, { count: model.stars, x: middle, y: 71, size: 9 })
  drawStatement(pen, model)
  drawFoot(pen, model)
}

function drawHead(pen: Pen, { bodyLines, number }: CertificateModel): void {
  const line = { width: 118, align: 'center', face: 'bold', size: 13 } as const
  let y = 22
  for (const text of bodyLines) y += write(pen, { ...line, text, x: leftBlock, y })
  drawRule(pen, { x: leftBlock, y: y + 1, length: 24 })
  write(pen, { ...line, text: number, face: 'regular', x: leftBlock, y: y + 2.5 })
  write(pen, { ...line, text: quocHieu, x: rightBlock, y: 22 })
  const motto = { ...line, text: tieuNgu, size: 14, x: rightBlock, y: 22 + lineHeight(13) }
  const mottoEnd = motto.y + write(pen, motto)
  pen.font('bold').fontSize(14)
  drawRule(pen, { x: rightBlock, y: mottoEnd + 1, length: (pen.widthOfString(tieuNgu) * 25.4) / 72 })
}

/** What is certified, in the middle of its space whether names are short or long. */
function drawStatement(pen: Pen, { productName, producerName, address, star }: CertificateModel): void {
  const space = { top: 83, bottom: 143 }
  const lines: readonly { readonly text: string; readonly size: number; readonly face: Face; readonly gap: number }[] =
    [
      { text: 'Chứng nhận sản phẩm', size: 14, face: 'italic', gap: 0 },
      { text: productName, size: 28, face: 'bold', gap: 1 },
      { text: 'của', size: 14, face: 'italic', gap: 1 },
      { text: producerName, size: 18, face: 'bold', gap: 0.5 },
      ...(address === '' ? [] : [{ text: address, size: 14, face: 'regular' as const, gap: 0.5 }]),
      { text: star, size: 18, face: 'bold', gap: 1.5 },
    ]
  const place = { x: middle, width: 236, align: 'center' } as const
  const heights = lines.map((line) => {
    const fitted = fitText(pen, { ...line, ...place })
    return line.gap + fitted.lines.length * lineHeight(fitted.size)
  })
  const total = heights.reduce((sum, height) => sum + height, 0)
  let y = space.top + Math.max(0, space.bottom - space.top - total) / 2
  lines.forEach(({ gap, ...line }, index) => {
    write(pen, { ...line, ...place, y: y + gap })
    y += heights[index] ?? 0
  })
}

function drawFoot(pen: Pen, model: CertificateModel): void {
  drawQr(pen, { text: model.qr, x: 22, y: 155, side: 32 })
  const left = { x: 60, width: 92, align: 'left' } as const
  let y = 155
  y += write(pen, { ...left, text: model.decision, y, size: 12, face: 'regular', mostLines: 3 }) + 1.5
  y += write(pen, { ...left, text: model.validUntil, y, size: 13, face: 'bold' }) + 1.5
  if (model.reprint !== '') write(pen, { ...left, text: model.reprint, y, size: 10, face: 'italic' })
  write(pen, { ...left, text: model.foot, x: 22, y: 190, size: 8, face: 'regular' })
  const right = { x: rightBlock, width: 112, align: 'center', size: 13 } as const
  let below = 148
  below += write(pen, { ...right, text: model.placeAndDate, y: below, face: 'italic' }) + 0.5
  for (const text of model.posts) below += write(pen, { ...right, text, y: below, face: 'bold' })
  write(pen, { ...right, text: model.signer, y: 187, face: 'bold' })
}
