import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countHidden, normaliseInput, normaliseText, withoutHidden } from './normalise-input.ts'

/** Each between the letters of a code, where two codes would look alike. */
const unseen = {
  NUL: '\u0000',
  'a control': '\u0007',
  'the end of the C1 controls': '\u009F',
  'half a surrogate, the first': '\uD83D',
  'half a surrogate, the second': '\uDE00',
  'a soft hyphen': '\u00AD',
  'a combining joiner': '\u034F',
  'an Arabic mark of direction': '\u061C',
  'a Hangul filler': '\u3164',
  'a zero-width space': '\u200B',
  'a non-joiner': '\u200C',
  'a joiner': '\u200D',
  'left to right': '\u200E',
  'right to left': '\u200F',
  'an embedding': '\u202A',
  'an override': '\u202E',
  'an isolate': '\u2066',
  'the end of an isolate': '\u2069',
  'a word joiner': '\u2060',
  'a byte order mark': '\uFEFF',
  'a variation selector': '\uFE0F',
  'a tag': '\u{E0041}',
  'no character': '\uFFFF',
  'an annotation': '\uFFF9',
  'a Braille blank': '\u2800',
}

describe.each(Object.entries(unseen))('%s', (_name, mark) => {
  it('is dropped from texts and names alike, and counted', () => {
    expect([withoutHidden(`S${mark}P1`), normaliseInput(`S${mark}P1`), normaliseText(`S${mark}P1`)]).toEqual([
      'SP1',
      'SP1',
      'SP1',
    ])
    expect(countHidden(`${mark}S${mark}P1`)).toBe(2)
  })
})

describe('normaliseText', () => {
  it('keeps lines and tabs, with one kind of line end', () => {
    expect(normaliseText(' Một\r\nhai\tba\u2028bốn\rnăm\n')).toBe('Một\nhai\tba\nbốn\nnăm')
    expect(countHidden('Một\r\nhai\tba\u2028bốn\u0085năm')).toBe(0)
  })

  it.each(['👩‍👩‍👧', '❤️', '👍🏽', 'Mật ong 😀 rừng', 'Đặng Thị Ỷ Yên'])('leaves %s as it is', (text) => {
    expect([normaliseText(text), countHidden(text)]).toEqual([text, 0])
  })

  it('composes what stands together once the unseen is gone', () => {
    expect(normaliseText('Hoa\u200B\u0300')).toBe('Hoà')
  })

  it('gives text that is well formed and stays as it is, whatever comes', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xff_ff })).map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(fc.oneof(units, fc.string({ unit: 'binary' })), (text) => {
        const kept = normaliseText(text)
        expect(kept.isWellFormed()).toBe(true)
        expect([countHidden(kept), normaliseText(kept)]).toEqual([0, kept])
      }),
    )
  })

  it('says of each sign by itself what it says of it beside a hidden one, which is looked at sign by sign', () => {
    for (let code = 0; code < 0x20_00; code += 1) {
      const sign = String.fromCodePoint(code)
      expect(withoutHidden(`${sign}\u200B`), `U+${code.toString(16)}`).toBe(withoutHidden(sign))
      expect(countHidden(`${sign}\u200B`), `U+${code.toString(16)}`).toBe(countHidden(sign) + 1)
      expect(normaliseInput(`a ${sign} e\u200B`), `U+${code.toString(16)}`).toBe(normaliseInput(`a ${sign} e`))
    }
  })
})
