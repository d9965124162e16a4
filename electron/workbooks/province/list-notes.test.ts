import { describe, expect, test } from 'vitest'
import { provinceListOf, sheetRow } from '../../../tests/fixtures/grouped-province-list.ts'
import { districtRecord } from '../../../tests/fixtures/records.ts'
import { provinceRows } from '../../documents/referral-list/province-rows.ts'
import { openPackage } from '../xlsx/open-package.ts'
import { fillProvinceWorkbook, readProvinceLayout } from './province-list.ts'

const rows = provinceRows(districtRecord())
const head = sheetRow(2, ['STT', 'Tên sản phẩm', 'Mã số sản phẩm', 'Điểm trung bình', 'Tỷ lệ'], { style: 1 })
const empty = ['', '', '', '', '']
const foot = sheetRow(5, ['', 'Tổng', '', '=SUM(D3:D4)', ''])
const merged = (...areas: readonly string[]): string =>
  `<mergeCells count="${areas.length}">${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`

/** A list with two rows ready and its foot in row 5. */
async function notesOf(
  count: number,
  { below = [foot], before = '', after = '' }: Readonly<{ below?: readonly string[]; before?: string; after?: string }>,
  change?: (parts: Record<string, string>) => void,
) {
  const bytes = provinceListOf([head, sheetRow(3, empty), sheetRow(4, empty), ...below], { before, after }, change)
  const file = { bytes, remembered: new Map() }
  const columns = (await readProvinceLayout(file))?.columns ?? []
  return (await fillProvinceWorkbook(file, { rows: rows.slice(0, count), columns, restAt: null }))?.notes
}

describe('merged cells', () => {
  const after = merged('B3:B4', 'A5:C5', 'D7:E8', 'A1:E1')

  test('that lie over products are told as parted, those below as moved', async () => {
    expect(await notesOf(3, { after })).toEqual([
      { kind: 'merges-parted', places: ['B3:B4'], count: 1 },
      { kind: 'merges-moved', places: ['A5:C5', 'D7:E8'], count: 2 },
    ])
  })

  test('are told only where something happens to them', async () => {
    expect(await notesOf(2, { after })).toEqual([{ kind: 'merges-parted', places: ['B3:B4'], count: 1 }])
    expect(await notesOf(3, { after: merged('A1:E1') })).toEqual([])
  })

  test('that reach from the list to below it in a column that gets nothing are told as longer', async () => {
    expect(await notesOf(4, { after: merged('G4:G6') })).toEqual([
      { kind: 'merges-longer', places: ['G4:G6'], count: 1 },
    ])
  })

  test('are named up to six', async () => {
    const many = ['F7:G7', 'F8:G8', 'F9:G9', 'F10:G10', 'F11:G11', 'F12:G12', 'F13:G13', 'F14:G14']
    expect(await notesOf(3, { after: merged(...many) })).toEqual([
      { kind: 'merges-moved', places: many.slice(0, 6), count: 8 },
    ])
  })
})

describe('formulas that name rows without a reference', () => {
  const below = [
    foot,
    sheetRow(6, ['', '', '', '=SUM(INDIRECT("D3:D4"))', '=SUM(OFFSET(D2,1,0,2,1))']),
    sheetRow(7, ['', '', '', '=SUM(INDIRECT("DanhMuc!A1:A5"))', '=HYPERLINK("#D3","xem")']),
  ]

  test('are told where rows are put in, and left as they are', async () => {
    expect(await notesOf(3, { below })).toEqual([
      { kind: 'rows-quoted', places: ['Biểu 01!D6', 'Biểu 01!E7'], count: 2 },
      { kind: 'rows-counted', places: ['Biểu 01!E6'], count: 1 },
    ])
  })

  test('are not told where none is', async () => {
    expect(await notesOf(2, { below })).toEqual([])
  })

  test('are told of other sheets, names and validations as well', async () => {
    const after =
      '<dataValidations count="1"><dataValidation type="list" sqref="E3:E4"><formula1>INDIRECT("$G$7:$G$10")</formula1></dataValidation></dataValidations>'
    const change = (parts: Record<string, string>): void => {
      const elsewhere = 'xl/worksheets/sheet2.xml'
      parts[elsewhere] = (parts[elsewhere] ?? '').replace(/<f>[^<]*<\/f>/, `<f>INDIRECT("'Biểu 01'!D4")</f>`)
      parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
        /(<definedName name=")[^"]*(">)[^<]*</,
        "$1Vung$2OFFSET('Biểu 01'!$D$3,0,0,2,1)<",
      )
    }
    const notes = await notesOf(3, { after }, change)
    expect(notes).toMatchObject([
      { kind: 'rows-quoted', count: 2, places: expect.arrayContaining(['Biểu 01!E3:E4']) },
      { kind: 'rows-counted', places: ['Vung'], count: 1 },
    ])
  })
})

describe('formulas elsewhere that show the list row by row', () => {
  const mirror =
    (formulas: readonly string[]) =>
    (parts: Record<string, string>): void => {
      const cells = formulas.map(
        (formula, index) => `<row r="${index + 1}"><c r="A${index + 1}"><f>${formula}</f></c></row>`,
      )
      parts['xl/worksheets/sheet2.xml'] = (parts['xl/worksheets/sheet2.xml'] ?? '').replace(
        /<sheetData>.*<\/sheetData>/,
        `<sheetData>${cells.join('')}</sheetData>`,
      )
    }
  const shown = [3, 4, 5].map((row) => `IF('Biểu 01'!B${row}="","",'Biểu 01'!B${row})`)

  test('are told where rows are put in', async () => {
    expect(await notesOf(3, {}, mirror(shown))).toEqual([
      { kind: 'rows-single', places: ['Tổng hợp!A1', 'Tổng hợp!A2'], count: 2 },
    ])
    expect(await notesOf(2, {}, mirror(shown))).toEqual([])
  })

  test('are not told for one row that is taken for its own sake', async () => {
    expect(await notesOf(3, {}, mirror([`'Biểu 01'!B3`]))).toEqual([])
  })

  test('on the sheet itself, over the one row that is ready, are refused', async () => {
    const bytes = provinceListOf(
      [head, sheetRow(3, empty), sheetRow(4, ['', 'Tổng', '', '=SUMIF(C3,"SP01",D3)', ''])],
      { after: '' },
    )
    const file = { bytes, remembered: new Map() }
    const columns = (await readProvinceLayout(file))?.columns ?? []
    await expect(fillProvinceWorkbook(file, { rows: rows.slice(0, 2), columns, restAt: null })).rejects.toMatchObject({
      reason: 'list-adds-cells',
      detail: { place: 'Biểu 01!D4' },
    })
  })
})

describe('rows of last year', () => {
  const old = sheetRow(3, ['1', 'Sản phẩm cũ', 'CU-1', '75', ''])
  const list = 'xl/worksheets/sheet1.xml'
  const links = (...areas: readonly string[]): string =>
    `<hyperlinks>${areas.map((ref) => `<hyperlink ref="${ref}" location="A1"/>`).join('')}</hyperlinks>`

  async function fillOver(after: string, change: (parts: Record<string, string>) => void = () => {}) {
    const bytes = provinceListOf([head, old, sheetRow(4, empty), foot], { after }, change)
    const file = { bytes, remembered: new Map() }
    const columns = (await readProvinceLayout(file))?.columns ?? []
    const filled = await fillProvinceWorkbook(file, { rows: rows.slice(0, 2), columns, restAt: null })
    const parts = await openPackage(filled?.bytes ?? new Uint8Array())
    return { sheet: (await parts.readText(list)) ?? '', notes: filled?.notes }
  }

  test('lose their links, which led to products that are gone; other links stay', async () => {
    expect((await fillOver(links('B3', 'B5'))).sheet).toContain(links('B5'))
    expect((await fillOver(links('B3', 'C3'))).sheet).not.toContain('hyperlink')
  })

  test('keep their comments, which are told', async () => {
    const { notes } = await fillOver('', (parts) => {
      parts['xl/comments1.xml'] = (parts['xl/comments1.xml'] ?? '').replace('ref="D5"', 'ref="B3"')
    })
    expect(notes).toEqual([{ kind: 'comments-kept', places: ['B3'], count: 1 }])
    expect((await fillOver('')).notes).toEqual([])
  })
})

test('a filter over the list is told, its buttons alone are not', async () => {
  const filter = (asked: string): string =>
    `<autoFilter ref="A2:E4"><filterColumn colId="3"${asked}</filterColumn></autoFilter>`
  const notes = (asked: string) => notesOf(3, { before: filter(asked) })
  expect(await notes('><filters><filter val="4 sao"/></filters>')).toEqual([
    { kind: 'filtered', places: ['A2:E4'], count: 1 },
  ])
  expect(await notes(' hiddenButton="1">')).toEqual([])
})
