import { describe, expect, it } from 'vitest'
import { lineOperators, rectOperators, ruleOperators, type DrawnFont, type WordCache } from './draw-lines.ts'

/** Each letter is its character code, 500 wide; "V" pulls what follows it 100 closer. */
const faceOf = (id: string, offset = 0): DrawnFont => ({
  id,
  ref: () => ({}),
  encode: (text) => [
    [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')),
    [...text].map((letter) => ({
      xAdvance: letter === 'V' ? 400 : 500,
      advanceWidth: 500,
      xOffset: 0,
      yOffset: letter === '^' ? offset : 0,
    })),
  ],
})

const face = faceOf('F1', 120)
const bold = faceOf('F2')
const draw = (inlines: readonly { text: string; x: number; font?: DrawnFont; fontSize?: number }[]) =>
  lineOperators({
    line: {
      x: 100,
      y: 200,
      getAscenderHeight: () => 9,
      inlines: inlines.map((inline) => ({ font: face, fontSize: 10, width: 0, ...inline })),
    },
    words: new Map() as WordCache,
  })

describe('a line', () => {
  it('is one text object on its baseline', () => {
    expect(draw([{ text: 'ab', x: 5 }])).toBe('BT 1 0 0 -1 105 209 Tm /F1 10 Tf [<00610062>] TJ ET')
  })

  it('puts each word where the layout has it, in thousandths of the size', () => {
    // "ab " carries 15 points; the next word stands 2 points further, as in a justified line.
    expect(
      draw([
        { text: 'ab ', x: 0 },
        { text: 'c', x: 17 },
      ]),
    ).toBe('BT 1 0 0 -1 100 209 Tm /F1 10 Tf [<006100620020>-200<0063>] TJ ET')
    expect(
      draw([
        { text: 'ab ', x: 0 },
        { text: 'c', x: 15 },
      ]),
    ).toContain('<006100620020><0063>')
  })

  it('keeps kerning', () => {
    expect(draw([{ text: 'VaV', x: 0 }])).toContain('[<0056>100<00610056>100] TJ')
  })

  it('begins anew where the face or the size changes', () => {
    const drawn = draw([
      { text: 'a', x: 0, font: bold },
      { text: 'b', x: 5 },
      { text: 'c', x: 10, fontSize: 8 },
    ])
    expect(drawn?.match(/Tf/g)).toHaveLength(3)
    expect(drawn).toContain('1 0 0 -1 105 209 Tm /F1 10 Tf [<0062>] TJ')
    expect(drawn).toContain('1 0 0 -1 110 209 Tm /F1 8 Tf [<0063>] TJ')
  })

  it('is left to the library where a mark stands off its baseline', () => {
    expect(draw([{ text: 'a^', x: 0 }])).toBeNull()
  })

  it('stands lower than it was laid out where it is said so', () => {
    const line = {
      x: 100,
      y: 200,
      getAscenderHeight: () => 9,
      inlines: [{ font: face, fontSize: 10, text: 'a', x: 0, width: 0 }],
    }
    expect(lineOperators({ line, words: new Map(), down: 30.5 })).toBe(
      'BT 1 0 0 -1 100 239.5 Tm /F1 10 Tf [<0061>] TJ ET',
    )
  })

  it('is nothing without words', () => {
    expect(draw([])).toBe('')
  })
})

describe('a rule', () => {
  it('is a stroke of its own width', () => {
    expect(ruleOperators({ x1: 1, y1: 2.00049, x2: 3, y2: 2.00049, lineWidth: 0.5 })).toBe('0.5 w 1 2 m 3 2 l S')
  })
})

describe('a rectangle', () => {
  it('is filled', () => {
    expect(rectOperators({ x: 1, y: 2.00049, w: 3, h: 0.5 })).toBe('1 2 3 0.5 re f')
  })
})
