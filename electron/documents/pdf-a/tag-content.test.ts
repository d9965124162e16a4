import { expect, it } from 'vitest'
import type { Element } from './elements.ts'
import { asElement, tagContent } from './tag-content.ts'

/** `Table(TR(TH TH))` */
const outline = ({ type, kids }: Element): string => {
  const inner = kids.flatMap((kid) => ('type' in kid ? [outline(kid)] : []))
  return inner.length === 0 ? type : `${type}(${inner.join(' ')})`
}
const outlineOf = (...content: Parameters<typeof tagContent>[0][number][]) => outline(tagContent(content).element)

it('text that nothing names is paragraphs, in the order of the content', () => {
  expect(outlineOf('a', { columns: ['b', { stack: ['c'] }] }, asElement('H1', { stack: ['d', 'e'] }))).toBe(
    'Sect(P P P H1)',
  )
})

it('a list has items with their words', () => {
  expect(outlineOf(asElement('L', { stack: [asElement('LI', 'a'), asElement('LI', 'b')] }))).toBe(
    'Sect(L(LI(LBody) LI(LBody)))',
  )
})

it('a table that is laid out in two is one, its head said once; a covered place is no cell', () => {
  const table = (rows: string[][]) => ({
    table: {
      headerRows: 2,
      body: [[{ text: 'a', rowSpan: 2 }, { text: 'b', colSpan: 2 }, {}], [{}, 'c', 'd'], ...rows],
    },
  })
  const content = asElement('Table', { stack: [table([['1', '2', '3']]), table([['4', '5', '6']])] })
  expect(outlineOf(content)).toBe('Sect(Table(TR(TH TH) TR(TH TH) TR(TD TD TD) TR(TD TD TD)))')
})

it('a table that nothing names is there for places only', () => {
  expect(outlineOf({ table: { body: [['a', 'b']] } })).toBe('Sect(P P)')
})

it('a QR code says what it holds, and a rule nothing', () => {
  const rule = { canvas: [{ type: 'line' as const, x1: 0, y1: 0, x2: 9, y2: 0 }] }
  const code = { canvas: [{ type: 'rect' as const, x: 0, y: 0, w: 9, h: 9, qrText: 'SP01' }] }
  const { element } = tagContent([rule, code])
  expect(element.kids).toMatchObject([{ type: 'Figure', alt: 'Mã QR: SP01' }])
})
