import { describe, expect, test } from 'vitest'
import { provinceListOf, sheetRow } from '../../../tests/fixtures/grouped-province-list.ts'
import { activeProvinceList, excelProvinceList } from '../../../tests/fixtures/excel-province-list.ts'
import { districtRecord } from '../../../tests/fixtures/records.ts'
import { provinceRows } from '../../documents/referral-list/province-rows.ts'
import { openPackage } from '../xlsx/open-package.ts'
import { fillProvinceWorkbook, readProvinceLayout } from './province-list.ts'

const rows = provinceRows(districtRecord())
const list = 'xl/worksheets/sheet1.xml'
const other = 'xl/worksheets/sheet2.xml'
const head = sheetRow(2, ['STT', 'Tên sản phẩm', 'Mã số sản phẩm', 'Điểm trung bình', 'Quy đổi'], { style: 1 })
const empty = ['', '', '', '', '']
const foot = sheetRow(5, ['', 'Tổng', '', '=SUM(D3:D4)', ''])

async function fill(bytes: Uint8Array, count = 5) {
  const file = { bytes, remembered: new Map() }
  const columns = (await readProvinceLayout(file))?.columns ?? []
  const filled = await fillProvinceWorkbook(file, { rows: rows.slice(0, count), columns, restAt: null })
  const parts = await openPackage(filled?.bytes ?? new Uint8Array())
  return { text: async (name: string) => (await parts.readText(name)) ?? '', sheet: (await parts.readText(list)) ?? '' }
}

/** Two rows ready, a formula of the other sheet, and the list's own rows as they are to be. */
const bookOf = (formula: string, ready = [sheetRow(3, empty), sheetRow(4, empty)]) =>
  provinceListOf([head, ...ready, foot], { after: '' }, (parts) => {
    parts[other] = (parts[other] ?? '').replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${formula}</sheetData>`)
  })
const formulaRow = (formula: string, attributes = ''): string =>
  `<row r="1"><c r="A1"><f${attributes}>${formula}</f><v>7</v></c></row>`

describe('an array formula', () => {
  const arrayOver = (area: string, text: string) => (row: string) =>
    row.replace(/<c r="E3" s="2"\/>/, `<c r="E3" s="2"><f t="array" ref="${area}">${text}</f><v>0</v></c>`)
  const second = sheetRow(4, empty).replace('<c r="E4" s="2"/>', '<c r="E4" s="2"><v>0</v></c>')

  test('over the whole list grows with it, its cells left to it', async () => {
    const first = arrayOver('E3:E4', 'D3:D4*10')(sheetRow(3, empty))
    const { sheet } = await fill(bookOf(formulaRow('1'), [first, second]))
    expect(sheet).toContain('<c r="E3" s="2"><f t="array" ref="E3:E7">D3:D7*10</f></c>')
    expect(sheet.match(/<c r="E[4-7]"[^>]*>/g)).toEqual(
      [4, 5, 6, 7].map((row) => `<c r="E${row}" s="2"${row === 4 ? '>' : '/>'}`),
    )
    expect(sheet.match(/<f/g)).toHaveLength(2)
  })

  test('of each row stays one in the new rows', async () => {
    const first = arrayOver('E3', 'SUM(IF(D$3:D$4&gt;D3,1,0))')(sheetRow(3, empty))
    const { sheet } = await fill(bookOf(formulaRow('1'), [first, sheetRow(4, empty)]), 3)
    expect(sheet).toContain('<c r="E5" s="2"><f t="array" ref="E5">SUM(IF(D$3:D$5&gt;D5,1,0))</f></c>')
  })

  test('that rows would part, or that shows the list on another sheet row by row, is refused', async () => {
    const first = arrayOver('E3:E5', 'D3:D5*10')(sheetRow(3, empty))
    await expect(fill(bookOf(formulaRow('1'), [first, second]))).rejects.toMatchObject({
      reason: 'list-array',
      detail: { place: 'Biểu 01!E3' },
    })
    const shown = bookOf(formulaRow(`'Biểu 01'!D3:D4`, ' t="array" ref="A1:A2"'))
    await expect(fill(shown)).rejects.toMatchObject({ reason: 'list-array', detail: { place: 'Tổng hợp!A1' } })
    await expect(fill(shown, 2)).resolves.toBeDefined()
  })
})

describe('a formula over several sheets', () => {
  test.each([`SUM('Biểu 01:Tổng hợp'!D5)`, `SUM('Biểu 01:Tổng hợp'!D3:D4)`])(
    '%s is refused where rows are added to one of them',
    async (formula) => {
      await expect(fill(bookOf(formulaRow(formula)))).rejects.toMatchObject({
        reason: 'list-across-sheets',
        detail: { place: 'Tổng hợp!A1' },
      })
      const { text } = await fill(bookOf(formulaRow(formula)), 2)
      expect(await text(other)).toContain(`<f>${formula}</f>`)
    },
  )

  test('above the list, or over sheets that it is none of, stays', async () => {
    const formula = `SUM('Biểu 01:Tổng hợp'!A1,'Tổng hợp:Tổng hợp'!D5)`
    expect(await (await fill(bookOf(formulaRow(formula)))).text(other)).toContain(`<f>${formula}</f>`)
  })
})

describe('results that the file kept', () => {
  const kept = (xml: string): readonly string[] =>
    [...xml.matchAll(/<c r="(\w+)"[^>]*><f[^>]*>[^<]*<\/f><v>/g)].map(([, address = '']) => address)
  const cells = (formulas: readonly string[]): string =>
    `<row r="1">${formulas.map((formula, index) => `<c r="${'ABCDEFGH'[index]}1"><f>${formula}</f><v>7</v></c>`).join('')}</row>`

  test.each([2, 5])('of what rests on the list are gone with %i products, wherever it stands', async (count) => {
    const bytes = bookOf(
      cells([`'Biểu 01'!D5`, 'A1*2', 'Điểm+1', `COUNTA('Biểu 01'!B:B)`, `'[1]Biểu 01'!D5`, 'TODAY()']),
    )
    expect(kept(await (await fill(bytes, count)).text(other))).toEqual(['E1', 'F1'])
  })

  test('of sheets that have nothing of the list stay, byte for byte', async () => {
    const sheet = cells(['H9*2', 'SUM(H1:H9)'])
    expect(await (await fill(bookOf(sheet))).text(other)).toContain(sheet)
  })

  test('of other workbooks stay', async () => {
    const { bytes } = activeProvinceList()
    expect(kept(await (await fill(bytes)).text(other))).toEqual(['C1'])
    expect(kept(await (await fill(excelProvinceList())).text(other))).toEqual([])
  })
})

test('a filter and the order by which it sorts go over the new rows alike', async () => {
  const { sheet } = await fill(
    provinceListOf([head, sheetRow(3, empty), sheetRow(4, empty), foot], {
      after: '',
      before: '<autoFilter ref="A2:E4"><sortState ref="A3:E4"><sortCondition ref="D3:D4"/></sortState></autoFilter>',
    }),
  )
  expect(sheet).toContain(
    '<autoFilter ref="A2:E7"><sortState ref="A3:E7"><sortCondition ref="D3:D7"/></sortState></autoFilter>',
  )
})
