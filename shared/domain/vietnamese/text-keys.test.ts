import { describe, expect, it } from 'vitest'
import { fold, stripMarks } from './fold.ts'
import { normaliseInput } from './normalise-input.ts'
import { matchesSearch, searchKey } from './search-key.ts'
import { capitalise } from './sentence.ts'

describe('fold', () => {
  it.each([
    'Mã sản phẩm',
    'MÃ SẢN PHẨM',
    'mã  sản\u00A0phẩm ',
    'Mã sản phẩm'.normalize('NFD'),
    '\uFEFFMã sản\u200Bphẩm',
    'Masanpham',
  ])('reads "%s" as one name', (text) => {
    expect(fold(text)).toBe('masanpham')
  })

  it('turns every vowel, tone and đ into its plain letter', () => {
    expect(stripMarks('ĂẰẮẲẴẶ ÂẦẤẨẪẬ ÊỀẾỂỄỆ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ƯỪỨỬỮỰ ÀÁẢÃẠ ỲÝỶỸỴ Đđ')).toBe(
      'aaaaaa aaaaaa eeeeee oooooo oooooo uuuuuu aaaaa yyyyy dd',
    )
  })

  it('keeps different names apart', () => {
    expect(fold('Mã tiêu chí')).not.toBe(fold('Tiêu chí'))
  })
})

describe('search', () => {
  it.each([
    { query: 'mat ong', text: 'Mật ong rừng Đà Bắc', found: true },
    { query: 'da bac mật', text: 'Mật ong rừng Đà Bắc', found: true },
    { query: 'ĐÀ', text: 'Mật ong rừng Đà Bắc'.normalize('NFD'), found: true },
    { query: '  ', text: 'Mật ong', found: true },
    { query: 'hoa binh', text: 'Hoà Bình', found: true },
    { query: 'hoa binh', text: 'Hòa Bình', found: true },
    { query: 'mat ongs', text: 'Mật ong', found: false },
    { query: 'che', text: 'Mật ong', found: false },
  ])('"$query" in "$text": $found', ({ query, text, found }) => {
    expect(matchesSearch({ query, text })).toBe(found)
  })

  it('keeps single spaces between words', () => {
    expect(searchKey('  Hợp tác xã \t Đà   Bắc ')).toBe('hop tac xa da bac')
  })
})

describe('normaliseInput', () => {
  it('composes, and tidies spaces and marks without width', () => {
    expect(normaliseInput(' \uFEFFMật\u00A0 ong\u200B '.normalize('NFD'))).toBe('Mật ong')
  })

  it('leaves tone placement as typed', () => {
    expect(normaliseInput('Hoà')).toBe('Hoà')
    expect(normaliseInput('Hòa')).toBe('Hòa')
  })
})

it('capitalises Vietnamese letters', () => {
  expect(capitalise('điểm trung bình')).toBe('Điểm trung bình')
  expect(capitalise('')).toBe('')
})

it('takes the marks from any sign, alone and among others, and from texts of any length', () => {
  const decomposed = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
  const texts = Array.from({ length: 0x1_00_00 }, (_, sign) => `a${String.fromCharCode(sign)}Ế`)
  const others = ['Ế\u0323\u0301x', 'ΟΔΟΣ Ế', 'Mật ong 🍯 Ế', '\ud83cẾ', 'Chè Shan Tuyết '.repeat(200), '']
  expect([...texts, ...others].filter((text) => stripMarks(text) !== decomposed(text))).toEqual([])
})
