import { describe, expect, it } from 'vitest'
import { wordMeasurer, type MeasuringFont } from './measure-words.ts'

/** Each letter is half its size wide; bold letters are a tenth wider. */
function faceOf(width: number): MeasuringFont & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    widthOfString: (text, size) => {
      asked.push(text)
      return text.length * width * size
    },
    lineHeight: (size) => size * 1.1,
  }
}

const regular = faceOf(0.5)
const bold = faceOf(0.6)
const measure = wordMeasurer((_, isBold) => (isBold ? bold : regular))
const stackOf = (style: Record<string, unknown>) => ({ getProperty: (name: string) => style[name] })

describe('measuring words', () => {
  it('takes a style from the word, else from the text around it, else the default', () => {
    const [first, second, third] = measure(
      [{ text: 'ab' }, { text: 'ab', bold: true }, { text: 'ab', fontSize: 10 }],
      stackOf({ fontSize: 14, lineHeight: 2 }),
    )
    expect(first).toMatchObject({ width: 14, fontSize: 14, font: regular, alignment: 'left' })
    expect(first?.['height']).toBeCloseTo(14 * 1.1 * 2)
    expect(second?.['width']).toBeCloseTo(2 * 0.6 * 14)
    expect(third).toMatchObject({ width: 10, fontSize: 10 })
  })

  it('cuts spaces at either end, unless they are to be kept', () => {
    const [cut] = measure([{ text: ' a  ' }], stackOf({ fontSize: 10 }))
    expect(cut).toMatchObject({ width: 20, leadingCut: 5, trailingCut: 10 })
    const [kept] = measure([{ text: ' a  ' }], stackOf({ fontSize: 10, preserveLeadingSpaces: true }))
    expect(kept).toMatchObject({ leadingCut: 0, trailingCut: 10 })
  })

  it('indents the first word of a text alone', () => {
    const [first, second] = measure([{ text: 'a ' }, { text: 'b' }], stackOf({ fontSize: 10, leadingIndent: 36 }))
    expect(first).toMatchObject({ leadingCut: -36, leadingIndent: 36 })
    expect(second).toMatchObject({ leadingCut: 0 })
    expect(second).not.toHaveProperty('leadingIndent')
  })

  it('shapes a word once, whatever its size', () => {
    measure([{ text: 'Hòa' }, { text: 'Hòa', fontSize: 20 }, { text: 'Hòa' }], stackOf({ fontSize: 10 }))
    expect(regular.asked.filter((text) => text === 'Hòa')).toEqual(['Hòa'])
  })
})
