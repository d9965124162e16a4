import { describe, expect, it } from 'vitest'
import { printableContent, printableText } from './printable-text.ts'

/** A face with Vietnamese and nothing beyond U+2600. */
const hasGlyph = (codePoint: number) => codePoint < 0x2600 && codePoint !== 0x200d

const printed = (text: string) => printableText(text, hasGlyph)

describe('printable text', () => {
  it.each([
    { name: 'plain text', text: 'Mật ong "Hoa & Nắng" <1 kg> =1+1', to: 'Mật ong "Hoa & Nắng" <1 kg> =1+1' },
    { name: 'decomposed accents', text: 'Rượu nếp ngữ'.normalize('NFD'), to: 'Rượu nếp ngữ' },
    { name: 'an emoji', text: 'Trà 🌿 sạch', to: 'Trà sạch' },
    { name: 'an emoji of several code points', text: 'HTX 👩🏽‍🌾!', to: 'HTX!' },
    { name: 'an emoji at the end of a clause', text: 'lý do: Ốm 😀; vắng 🌿.', to: 'lý do: Ốm; vắng.' },
    { name: 'a flag', text: '🇻🇳 Việt', to: ' Việt' },
    { name: 'a star', text: 'Hạng ⭐⭐★', to: 'Hạng ***' },
    { name: 'a tick in colour', text: '✔️ đạt', to: '√ đạt' },
    { name: 'full-width letters', text: 'ＯＣＯＰ', to: 'OCOP' },
    { name: 'another script', text: 'ชา', to: 'ชา' },
    { name: 'marks without width', text: 'Gạo\u200b nếp\ufeff\u00ad', to: 'Gạo nếp' },
    { name: 'control characters', text: 'a\u0007b\tc\nd', to: 'ab c\nd' },
    { name: 'room to write in', text: 'Số:\u00a0\u00a0/QĐ', to: 'Số:\u00a0\u00a0/QĐ' },
  ])('keeps, composes, stands in for or leaves out $name', ({ text, to }) => {
    expect(printed(text)).toBe(to)
  })

  it('is looked for wherever content holds text, and nowhere else', () => {
    const content = {
      stack: [
        { text: ['🌿', { text: 'a🌿', bold: true }], style: 'row:🌿' },
        { columns: [{ text: '🌿' }, '🌿'] },
        { table: { widths: ['*'], body: [[{ text: '🌿' }]] } },
      ],
    }
    expect(printableContent(content, hasGlyph)).toEqual({
      stack: [
        { text: ['', { text: 'a', bold: true }], style: 'row:🌿' },
        { columns: [{ text: '' }, ''] },
        { table: { widths: ['*'], body: [[{ text: '' }]] } },
      ],
    })
  })
})
