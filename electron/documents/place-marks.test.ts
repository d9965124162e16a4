import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFace, openPen, type Face } from './certificate/pen.ts'
import type { MarkedFace } from './place-marks.ts'

const resources = join(import.meta.dirname, '../../resources')
const pen = openPen({ title: 'Dấu', createdAt: new Date(0), resources })

const faceOf = (face: Face): MarkedFace => openFace(pen.font(face))

describe.each<Face>(['regular', 'bold', 'italic', 'bold-italic'])('in %s', (name) => {
  const face = faceOf(name)
  it.each([
    ['ơ̆', 'o'],
    ['Ơ̆', 'O'],
    ['ư̆', 'u'],
    ['ê̆', 'ê'],
    ['Ê̆', 'Ê'],
  ])('the breve of %s stands over %s, above all of it', (letter, body) => {
    const { glyphs, positions } = face.layout(`K${letter}n`)
    const [, base, mark] = glyphs
    const [, place, moved] = positions
    if (base === undefined || mark === undefined || place === undefined || moved === undefined)
      throw new Error('no mark')
    const plain = face.glyphForCodePoint(body.codePointAt(0) ?? 0).bbox
    const left = place.xAdvance + moved.xOffset + mark.bbox.minX
    const right = place.xAdvance + moved.xOffset + mark.bbox.maxX
    const slant = name.includes('italic') ? 350 : 80
    expect(Math.abs((left + right) / 2 - (plain.minX + plain.maxX) / 2)).toBeLessThan(slant)
    expect(mark.bbox.minY + moved.yOffset).toBeGreaterThan(plain.maxY)
    expect([mark.advanceWidth, positions[3]?.xOffset]).toEqual([0, 0])
  })

  it('Vietnamese is set as ever', () => {
    for (const { xOffset, yOffset } of face.layout('Nguyễn Thị Đường, ườ ặ').positions) {
      expect([xOffset, yOffset]).toEqual([0, 0])
    }
  })
})
