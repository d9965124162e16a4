import { certificateSheet } from '../../../shared/domain/certificates/overprint-layout.ts'
import { mm } from '../nd30/measures.ts'
import { qrAlt } from '../pdf-a/tag-content.ts'
import { qrRects } from '../qr-rects.ts'
import type { Pen } from './pen.ts'

export const gold = '#b8860b'
export const red = '#a31621'

/** Five-pointed stars in a row, centred on `x`. @param size millimetres from tip to tip. */
export function drawStars(
  pen: Pen,
  { count, x, y, size }: { count: number; x: number; y: number; size: number },
): void {
  pen.say('Figure', `${count} sao`)
  const step = size * 1.25
  const first = x - ((count - 1) * step) / 2
  for (let index = 0; index < count; index++) {
    drawStar(pen, { x: first + index * step, y: y + size / 2, radius: size / 2 })
  }
}

function drawStar(pen: Pen, { x, y, radius }: { x: number; y: number; radius: number }): void {
  for (let corner = 0; corner < 10; corner++) {
    const angle = (corner * Math.PI) / 5 - Math.PI / 2
    // The inner corners of a regular star lie where its sides cross.
    const reach = corner % 2 === 0 ? radius : radius * 0.382
    const at = [mm(x + reach * Math.cos(angle)), mm(y + reach * Math.sin(angle))] as const
    if (corner === 0) pen.moveTo(...at)
    else pen.lineTo(...at)
  }
  pen.closePath().fill(gold)
}

/** Two frames with stepped corners, all round the sheet. */
export function drawFrame(pen: Pen): void {
  pen.skip()
  frame(pen, { edge: 8, step: 9, lineWidth: 2.4, color: red })
  frame(pen, { edge: 10.5, step: 9, lineWidth: 0.8, color: gold })
  for (const x of [15.5, certificateSheet.width - 15.5]) {
    for (const y of [15.5, certificateSheet.height - 15.5]) drawStar(pen, { x, y, radius: 3 })
  }
}

function frame(
  pen: Pen,
  { edge, step, lineWidth, color }: { edge: number; step: number; lineWidth: number; color: string },
): void {
  const right = certificateSheet.width - edge
  const bottom = certificateSheet.height - edge
  const corners: readonly (readonly [number, number])[] = [
    [edge + step, edge],
    [right - step, edge],
    [right - step, edge + step],
    [right, edge + step],
    [right, bottom - step],
    [right - step, bottom - step],
    [right - step, bottom],
    [edge + step, bottom],
    [edge + step, bottom - step],
    [edge, bottom - step],
    [edge, edge + step],
    [edge + step, edge + step],
  ]
  corners.forEach(([x, y], index) => {
    if (index === 0) pen.moveTo(mm(x), mm(y))
    else pen.lineTo(mm(x), mm(y))
  })
  pen.closePath().lineWidth(lineWidth).stroke(color)
}

/** A thin rule centred on `x`, under the motto and the body's name. */
export function drawRule(pen: Pen, { x, y, length }: { x: number; y: number; length: number }): void {
  pen.skip()
  pen
    .moveTo(mm(x - length / 2), mm(y))
    .lineTo(mm(x + length / 2), mm(y))
    .lineWidth(0.75)
    .stroke('black')
}

/** A QR code as one path of black rectangles. @param side millimetres. */
export function drawQr(pen: Pen, { text, x, y, side }: { text: string; x: number; y: number; side: number }): void {
  pen.say('Figure', qrAlt(text))
  for (const rect of qrRects({ text, x: mm(x), y: mm(y), side: mm(side) })) pen.rect(rect.x, rect.y, rect.w, rect.h)
  pen.fill('black')
}

/** Drawn before the rest, so that it needs no transparency. */
export function drawDraftMark(pen: Pen): void {
  pen.skip()
  const middle = { x: mm(certificateSheet.width / 2), y: mm(certificateSheet.height / 2) }
  pen
    .save()
    .rotate(-30, { origin: [middle.x, middle.y] })
    .font('bold')
    .fontSize(120)
    .fillColor('#e6e6e6')
  pen.text('DỰ THẢO', middle.x - pen.widthOfString('DỰ THẢO') / 2, middle.y - 60, { lineBreak: false })
  pen.restore()
}
