import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { readSheet, type SheetCells } from './read-sheet.ts'
import { UnreadableWorkbook } from './unreadable-workbook.ts'
import { walkXml } from './xml.ts'

/** What a visitor hears, with the text that each place stands for; null for what is no XML. */
type Heard = readonly (readonly unknown[])[] | null

function heardThrough(xml: string): Heard {
  const heard: unknown[][] = []
  try {
    walkXml(xml, {
      open: ({ name, prefix, attributes, start, end }) =>
        heard.push(['open', prefix + name, { ...attributes }, xml.slice(start, end)]),
      text: (text) => heard.push(['text', text]),
      close: (name, start, end) => heard.push(['close', name, xml.slice(start, end), end]),
    })
    return heard
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return null
    throw error
  }
}

/** The same by the parser alone, which looks at every sign. */
function heardFromParser(xml: string): Heard {
  const heard: unknown[][] = []
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  let start = 0
  parser.on('opentagstart', () => (start = xml.lastIndexOf('<', parser.position - 1)))
  parser.on('opentag', ({ name, attributes }) =>
    heard.push(['open', name, { ...attributes }, xml.slice(start, parser.position)]),
  )
  parser.on('text', (text) => heard.push(['text', text]))
  parser.on('cdata', (text) => heard.push(['text', text]))
  parser.on('doctype', () => parser.fail('no document types'))
  parser.on('closetag', ({ name, isSelfClosing }) => {
    const end = parser.position
    const from = isSelfClosing ? end : xml.lastIndexOf('<', end - 1)
    heard.push(['close', name.slice(name.indexOf(':') + 1), xml.slice(from, end), end])
  })
  try {
    parser.write(xml).close()
    return heard
  } catch {
    return null
  }
}

const strings = Array.from({ length: 40 }, (_, index) => `Chuỗi ${index}`)

/** What a sheet of it holds; null for what is no sheet. */
function readOrNull(xml: string): SheetCells | null {
  const context = { strings, texts: [], days: new Map(), looks: [], is1904: false }
  try {
    return readSheet(xml, { ...context, isStruck: (style) => style === 12 }, 1000)
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return null
    throw error
  }
}

/** The same XML, spelt so that the parser tells each cell. */
const notPlain = (xml: string): string => xml.replace(/<c(?=[ />])/g, '<c\n')

/** Cells and texts as programs write them, as they may be written, and what only looks like one. */
const pieces = [
  '<c r="A1"><v>1</v></c>',
  '<c r="B1" s="12" t="s"><v>34</v></c>',
  '<c t="str"><v>Mật ong “Hoa rừng” > 5</v></c>',
  '<c r="C1" s="1"/>',
  '<c/>',
  '<c></c>',
  '<c r="D1"><v></v></c>',
  '<c r="D1"><v/></c>',
  '<c r="E1" t="inlineStr"><is><t>Chè</t></is></c>',
  '<c r="E1" t="inlineStr"><is><t xml:space="preserve"> Chè\n\t </t></is></c>',
  '<c r="F1" t="inlineStr"><is><r><t>Ch</t></r><r><t>è</t></r></is></c>',
  '<c r="G1"><f>A1+B1</f><v>2</v></c>',
  '<c s="1" r="H1"><v>3</v></c>',
  '<c r="H1" r="H2"><v>3</v></c>',
  '<c r="I1" cm="1"><v>3</v></c>',
  "<c r='J1'><v>3</v></c>",
  '<c r="K1" ><v>3</v></c>',
  '<c r="a1"><v>3</v></c >',
  '<c r="L1"><v>a&amp;b</v></c>',
  '<c r="L1"><v>a]]>b</v></c>',
  '<c r="L1"><v>a]b</v></c>',
  '<c r="L1"><v>a\r\nb</v></c>',
  '<c r="L1"><v>a\u0001b</v></c>',
  '<c r="L1"><v>🍯</v></c>',
  '<c r="L1"><v>\ud83c</v></c>',
  '<c r="L1"><v>\ufffe</v></c>',
  '<c r="L1&#48;"><v>3</v></c>',
  '<x:c r="M1"><x:v>3</x:v></x:c>',
  '<c r="N1"><v>3</c>',
  '<c r="N1"><v>3</v>',
  '</c>',
  '<cols><col min="1"/></cols>',
  '<si><t>Cam</t></si>',
  '<si><t xml:space="preserve"> Cam</t></si>',
  '<si><t/></si>',
  '<si><t></t></si>',
  '<si><t>Cam</t><rPh sb="0" eb="1"><t>kamu</t></rPh></si>',
  '<si ><t>Cam</t></si>',
  '<!-- <c r="A1"><v>1</v></c> -->',
  '<!--<row>--><c r="A1"><v>1</v></c>',
  '<!-- a -- b -->',
  '<![CDATA[<row><c r="A1"><v>1</v></c>]]>',
  '<?row <c r="A1"><v>1</v></c>?>',
  '<e a="<c r="/>',
  '<e a="></row><c r=1"/>',
  '<!DOCTYPE c>',
  '<row r="1" spans="1:3">',
  '<row/>',
  '</row>',
  '</row><row r="2">',
  '</row><row r="3" spans="1:3" s="1" customFormat="1" ht="15.75" hidden="1" customHeight="1" x14ac:dyDescent="0.25">',
  '</row><row r="4" r="5">',
  '</row><row spans="1:3" r="6">',
  '</row><row r="7"/>',
  '</row ><row>',
  '</row> <row>',
  'chữ',
  '&amp;',
  '&c;',
  ' ',
  '\n',
] as const

const anyXml = fc
  .array(fc.constantFrom(...pieces), { maxLength: 14 })
  .chain((inner) => fc.tuple(fc.constant(inner.join('')), fc.constantFrom('sheetData', 'c', 'sst', null)))
  .map(([inner, root]) => (root === null ? inner : `<?xml version="1.0"?>\n<${root}>${inner}</${root}>`))

describe('elements in their plainest form', () => {
  test('are told as the parser tells them, wherever they stand, and hide nothing that is wrong around them', () => {
    fc.assert(
      fc.property(anyXml, (xml) => {
        expect(heardThrough(xml)).toEqual(heardFromParser(xml))
      }),
      { numRuns: 1000 },
    )
  })

  test.each(pieces)('%j', (piece) => {
    for (const xml of [piece, `<row>${piece}</row>`, `<row>${piece}${piece}</row>`, `<row/>${piece}`]) {
      expect(heardThrough(xml)).toEqual(heardFromParser(xml))
    }
  })

  test('make the same sheet where cells are told whole', () => {
    fc.assert(
      fc.property(anyXml, (xml) => {
        expect(readOrNull(xml)).toEqual(readOrNull(notPlain(xml)))
      }),
      { numRuns: 1000 },
    )
    const whole = `<sheetData><row r="2">${pieces[0]}${pieces[1]}${pieces[8]}</row></sheetData>`
    expect([...(readOrNull(whole)?.rows[0]?.cells ?? [])]).toMatchObject([
      [1, { kind: 'number', value: 1 }],
      [2, { kind: 'text', text: 'Chuỗi 34' }],
      [5, { kind: 'text', text: 'Chè' }],
    ])
  })

  test('count against the limits as any others', () => {
    const deep = 300
    const xml = `${'<row>'.repeat(deep)}<c r="A1"><v>1</v></c>${'</row>'.repeat(deep)}`
    expect(heardThrough(xml)).toBeNull()
    expect(heardThrough(`${'<row>'.repeat(254)}<c r="A1"/>${'</row>'.repeat(254)}`)).toHaveLength(510)
    for (const inner of ['<v>1</v>', '<is><t>1</t></is>']) {
      const nested = (depth: number) => `${'<row>'.repeat(depth)}<c r="A1">${inner}</c>${'</row>'.repeat(depth)}`
      const most = inner.startsWith('<v>') ? 254 : 253
      expect([heardThrough(nested(most)), readOrNull(nested(most))]).not.toContain(null)
      expect([heardThrough(nested(most + 1)), readOrNull(nested(most + 1))]).toEqual([null, null])
    }
  })
})
