import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { softBreak } from '../nd30/lines.ts'
import { fitText, openPen } from './pen.ts'

const resources = join(import.meta.dirname, '../../../resources')
const pen = openPen({ title: '', createdAt: new Date(0), resources })
const lines = (text: string, width: number) =>
  fitText(pen, { text, width, size: 12, face: 'regular', mostLines: 9 }).lines.map((line) =>
    line.replaceAll('\u00a0', ' ').replaceAll(softBreak, ''),
  )

describe('a field over a pre-printed sheet', () => {
  const number = 'số 15/QĐ-UBND-SNNMT-PTNTTNMT'

  it('keeps a number whole while a line holds it', () => {
    expect(lines(`Quyết định ${number}`, 90)).toEqual([`Quyết định ${number}`])
    expect(lines(`Quyết định ${number}`, 75)).toEqual(['Quyết định', number])
  })

  it('breaks one that no line holds after its “/” and “-” alone, and loses no sign', () => {
    const broken = lines(`Quyết định ${number}`, 30)
    expect(broken.length).toBeGreaterThan(2)
    expect(broken.join('').replaceAll(' ', '')).toBe(`Quyết định ${number}`.replaceAll(' ', ''))
    // Between words, behind "số", which is bound to its number, or behind a sign.
    for (const line of broken.slice(0, -1)) expect(line).toMatch(/[/-]$|(^| )(định|số) ?$/)
  })

  it('breaks what has neither only where the smallest type is too wide', () => {
    expect(lines('Sữachuadẻođóngtúi', 30)).toEqual(['Sữachuadẻođóngtúi'])
    const pieces = lines('Sữachuadẻođóngtúi'.repeat(3), 30)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.join('')).toBe('Sữachuadẻođóngtúi'.repeat(3))
  })
})
