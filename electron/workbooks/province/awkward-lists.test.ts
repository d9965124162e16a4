import { describe, expect, test } from 'vitest'
import type { ProvinceRow } from '../../../shared/domain/session/province-fields.ts'
import { groupedProvinceList, provinceListOf, sheetRow } from '../../../tests/fixtures/grouped-province-list.ts'
import { districtRecord } from '../../../tests/fixtures/records.ts'
import { provinceRows } from '../../documents/referral-list/province-rows.ts'
import { openPackage } from '../xlsx/open-package.ts'
import { fillProvinceWorkbook, readProvinceLayout } from './province-list.ts'

const rows = provinceRows(districtRecord())
const list = 'xl/worksheets/sheet1.xml'
const head = sheetRow(2, ['STT', 'Tên sản phẩm', 'Mã số sản phẩm', 'Điểm trung bình', 'Tỷ lệ'], { style: 1 })
const empty = ['', '', '', '', '']

async function fill(bytes: Uint8Array, products: readonly ProvinceRow[] = rows, restAt: number | null = null) {
  const file = { bytes, remembered: new Map() }
  const columns = (await readProvinceLayout(file))?.columns ?? []
  const filled = await fillProvinceWorkbook(file, { rows: products, columns, restAt })
  const parts = await openPackage(filled?.bytes ?? new Uint8Array())
  return { sheet: (await parts.readText(list)) ?? '', text: async (name: string) => (await parts.readText(name)) ?? '' }
}

/** Codes of products by the row in which each stands. */
const codesIn = (sheet: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...sheet.matchAll(/<c r="C(\d+)"[^>]*t="inlineStr"><is><t xml:space="preserve">([^<]+)/g)].map(
      ([, row = '', code = '']) => [row, code],
    ),
  )
const formulaIn = (sheet: string, address: string): string =>
  new RegExp(`<c r="${address}"[^>]*><f>([^<]*)</f>`).exec(sheet)?.[1] ?? ''
const areasOf = (sheet: string): readonly string[] =>
  [...sheet.matchAll(/<dataValidation [^>]*sqref="([^"]*)"/g)].map(([, areas = '']) => areas)

const groupOf = (sector: string, count: number): readonly ProvinceRow[] =>
  Array.from({ length: count }, (_, index) => {
    const [row] = rows
    if (row === undefined) throw new Error('no product goes up')
    return {
      ...row,
      code: `${sector}-${index}`,
      groups: { kinds: [sector], places: [] },
      values: { ...row.values, code: `${sector}-${index}` },
    }
  })

describe('a list with groups', () => {
  const products = [
    ...groupOf('Thực phẩm', 3),
    ...groupOf('Dược liệu và sản phẩm từ dược liệu', 2),
    ...groupOf('Hàng thủ công mỹ nghệ', 1),
    ...groupOf('Dịch vụ du lịch cộng đồng', 2),
  ]

  test('tells its groups, and gets each product under the row that names it, counted by every sum', async () => {
    const layout = await readProvinceLayout({ bytes: groupedProvinceList(), remembered: new Map() })
    expect(layout?.groups).toEqual([
      { row: 3, title: 'I NHÓM THỰC PHẨM' },
      { row: 5, title: 'II DƯỢC LIỆU' },
      { row: 6, title: 'III Hàng thủ công mỹ nghệ' },
      { row: 8, title: 'IV Dịch vụ du lịch' },
    ])
    const { sheet, text } = await fill(groupedProvinceList(), products)
    expect(Object.keys(codesIn(sheet))).toEqual(['4', '5', '6', '8', '9', '11', '13', '14'])
    expect(['D3', 'E3', 'D10', 'D12', 'D15', 'E15'].map((address) => formulaIn(sheet, address))).toEqual([
      'SUM(D4:D6)',
      'COUNTA(C4:C6)',
      'SUM(D11:D11)',
      'SUM(D13:D14)',
      'SUM(D3:D14)/2',
      'SUBTOTAL(3,C3:C14)',
    ])
    expect(formulaIn(sheet, 'E6')).toBe('D6/D$15')
    expect(areasOf(sheet)).toEqual(['B4:B14', 'D4:D14', 'D15:D1048576'])
    expect(sheet).toContain('sqref="D4:D14"><cfRule')
    expect(await text('xl/workbook.xml')).toContain(`>'Biểu 01'!$D$4:$D$14<`)
    expect(await text('xl/worksheets/sheet2.xml')).toContain(`<f>COUNTA('Biểu 01'!C4:C14)</f>`)
  })

  test('asks for the group of products that no row names, and takes them there', async () => {
    const lost = groupOf('Sinh vật cảnh', 1)
    await expect(fill(groupedProvinceList(), [...products, ...lost])).rejects.toMatchObject({
      reason: 'list-groups',
      detail: { products: 'Sinh vật cảnh-0' },
    })
    const { sheet } = await fill(groupedProvinceList(), [...products, ...lost], 6)
    expect(codesIn(sheet)['12']).toBe('Sinh vật cảnh-0')
  })
})

describe('rows kept ready', () => {
  test('that are hidden get no product', async () => {
    const bytes = provinceListOf(
      [
        head,
        sheetRow(3, empty, { hidden: true }),
        sheetRow(4, empty),
        sheetRow(5, empty, { hidden: true }),
        sheetRow(6, ['', 'Tổng', '', '=SUM(D3:D5)', '']),
      ],
      { after: '' },
    )
    const { sheet } = await fill(bytes, rows.slice(0, 3))
    expect(Object.keys(codesIn(sheet))).toEqual(['4', '6', '7'])
    expect(sheet.match(/hidden="1"/g)).toHaveLength(3)
    expect(formulaIn(sheet, 'D8')).toBe('SUM(D3:D7)')
  })

  test('without frames are those that something counts, also on another sheet; what counts them keeps its meaning', async () => {
    const bytes = provinceListOf(
      [head, sheetRow(9, ['', '', '', 'NGƯỜI LẬP', ''], { style: 0 })],
      { after: '' },
      (parts) => {
        parts['xl/worksheets/sheet2.xml'] = (parts['xl/worksheets/sheet2.xml'] ?? '').replace(
          "('Biểu 01'!D1)",
          "('Biểu 01'!D3:D5)",
        )
        parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace('$D$1:$D$1', '$D$3:$D$5')
        parts['xl/charts/chart1.xml'] = (parts['xl/charts/chart1.xml'] ?? '').replace('$D$1:$D$1', '$D$3:$D$5')
      },
    )
    const { sheet, text } = await fill(bytes)
    expect(Object.keys(codesIn(sheet))).toEqual(['3', '4', '5', '6', '7'])
    expect(await text('xl/worksheets/sheet2.xml')).toContain(`<f>AVERAGE('Biểu 01'!D3:D7)</f>`)
    expect(await text('xl/workbook.xml')).toContain(`>'Biểu 01'!$D$3:$D$7<`)
    expect(await text('xl/charts/chart1.xml')).toContain(`'Biểu 01'!$D$3:$D$7<`)
  })

  test('that a sum leaves out are not used before the sum has grown', async () => {
    const bytes = provinceListOf(
      [head, ...[3, 4, 5, 6, 7].map((row) => sheetRow(row, empty)), sheetRow(8, ['', 'Tổng', '', '=SUM(D3:D4)', ''])],
      { after: '' },
    )
    const { sheet } = await fill(bytes, rows.slice(0, 3))
    expect(Object.keys(codesIn(sheet))).toEqual(['3', '4', '5'])
    expect(formulaIn(sheet, 'D9')).toBe('SUM(D3:D5)')
  })

  test('hand on ranks over the list, and totals that run from row to row', async () => {
    const ready = (row: number, rank: string) => sheetRow(row, ['', '', '', '', rank])
    const ranked = provinceListOf(
      [
        head,
        ready(3, '=RANK(D3,D$3:D$4)'),
        ready(4, '=RANK(D4,D$3:D$4)'),
        sheetRow(5, ['', 'Tổng', '', '=SUM(D3:D4)', '']),
      ],
      { after: '' },
    )
    const { sheet } = await fill(ranked, rows.slice(0, 4))
    expect([3, 4, 5, 6].map((row) => formulaIn(sheet, `E${row}`))).toEqual(
      [3, 4, 5, 6].map((row) => `RANK(D${row},D$3:D$6)`),
    )
    const running = provinceListOf(
      [head, ready(3, '=D3'), ready(4, '=E3+D4'), sheetRow(5, ['', 'Tổng', '', '=SUM(D3:D4)', ''])],
      { after: '' },
    )
    const { sheet: totals } = await fill(running, rows.slice(0, 4))
    expect([3, 4, 5, 6].map((row) => formulaIn(totals, `E${row}`))).toEqual(['D3', 'E3+D4', 'E4+D5', 'E5+D6'])
  })

  test('merged over each other are parted where products stand, nowhere else', async () => {
    const bytes = (merges: string) =>
      provinceListOf(
        [head, ...[3, 4, 5, 6].map((row) => sheetRow(row, empty)), sheetRow(7, ['', 'Tổng', '', '', ''])],
        {
          after: merges,
        },
      )
    const both = await fill(
      bytes('<mergeCells count="2"><mergeCell ref="B3:C4"/><mergeCell ref="D5:D6"></mergeCell></mergeCells>'),
      rows.slice(0, 2),
    )
    expect(both.sheet).toContain('<mergeCells count="1"><mergeCell ref="D5:D6"></mergeCell></mergeCells>')
    const all = await fill(bytes('<mergeCells count="1"><mergeCell ref="D3:D6"/></mergeCells>'), rows.slice(0, 5))
    expect(all.sheet).not.toContain('mergeCell')
    expect(Object.keys(codesIn(all.sheet))).toEqual(['3', '4', '5', '6', '7'])
  })

  test('merged across keep their merging, also the new ones', async () => {
    const { sheet } = await fill(
      provinceListOf([head, sheetRow(3, empty), sheetRow(4, ['', 'Tổng', '', '=SUM(D3:D3)', ''])], {
        after: '<mergeCells count="1"><mergeCell ref="D3:E3"/></mergeCells>',
      }),
      rows.slice(0, 2),
    )
    expect(sheet).toContain('<mergeCells count="2"><mergeCell ref="D3:E3"/><mergeCell ref="D4:E4"/></mergeCells>')
  })
})

test('validations that follow one another do not lie over each other after the list grew', async () => {
  const validation = (areas: string) =>
    `<dataValidation type="list" sqref="${areas}"><formula1>"a"</formula1></dataValidation>`
  const { sheet } = await fill(
    provinceListOf([head, sheetRow(3, empty), sheetRow(4, empty)], {
      after: `<dataValidations count="3">${validation('B3:B4')}${validation('B5:B1048576')}${validation('C1:C1048576')}</dataValidations>`,
    }),
  )
  expect(areasOf(sheet)).toEqual(['B3:B7', 'B8:B1048576', 'C1:C1048576'])
})

describe('what cannot be done is refused in words', () => {
  test('a total that adds cell by cell', async () => {
    const bytes = provinceListOf(
      [head, sheetRow(3, empty), sheetRow(4, empty), sheetRow(5, ['', 'Tổng', '', '=D3+D4', ''])],
      { after: '' },
    )
    await expect(fill(bytes)).rejects.toMatchObject({ reason: 'list-adds-cells', detail: { place: 'Biểu 01!D5' } })
    expect(Object.keys(codesIn((await fill(bytes, rows.slice(0, 2))).sheet))).toEqual(['3', '4'])
  })

  test.each([
    ['B4:B5', 'reaches into the total'],
    ['B3:C3', 'lies over two columns that are filled'],
  ])('cells merged into one: %s %s', async (area) => {
    const bytes = provinceListOf(
      [head, sheetRow(3, empty), sheetRow(4, empty), sheetRow(5, ['Tổng cộng', '', '', '', ''])],
      {
        after: `<mergeCells count="1"><mergeCell ref="${area}"/></mergeCells>`,
      },
    )
    await expect(fill(bytes)).rejects.toMatchObject({ reason: 'list-merged', detail: { area } })
  })
})

test('last year’s products are seen in every group, hidden ones and ones without a number as well', async () => {
  const bytes = provinceListOf(
    [
      head,
      sheetRow(3, ['I', 'Thực phẩm', '', '', '']),
      sheetRow(4, ['1', 'Sản phẩm cũ 1', 'CU-1', '75', '']),
      sheetRow(5, ['', 'Sản phẩm cũ 2', 'CU-2', '', ''], { hidden: true }),
      sheetRow(6, ['II', 'Đồ uống', '', '', '']),
      sheetRow(7, ['2', 'Sản phẩm cũ 3', '', '80', '']),
      sheetRow(8, ['', 'Tổng', '', '=SUM(D4:D7)', '']),
    ],
    { after: '' },
  )
  expect((await readProvinceLayout({ bytes, remembered: new Map() }))?.filledRows).toBe(3)
  const { sheet } = await fill(bytes, groupOf('Thực phẩm', 1))
  expect(sheet).not.toContain('cũ')
  expect(sheet).not.toContain('CU-')
  expect(codesIn(sheet)).toEqual({ 4: 'Thực phẩm-0' })
})

test('last year’s products below where a validation ends go too', async () => {
  const { sheet } = await fill(
    provinceListOf(
      [head, sheetRow(3, empty), sheetRow(4, empty), sheetRow(5, ['3', 'Sản phẩm cũ', 'CU-1', '75', ''])],
      {
        after:
          '<dataValidations count="1"><dataValidation type="list" sqref="B3:B4"><formula1>"a"</formula1></dataValidation></dataValidations>',
      },
    ),
    rows.slice(0, 4),
  )
  expect(sheet).not.toContain('cũ')
  expect(Object.keys(codesIn(sheet))).toEqual(['3', '4', '5', '6'])
})

test('a pivot table over the list, and a drawing that stays where it is, keep their meaning', async () => {
  const bytes = provinceListOf(
    [head, sheetRow(3, empty), sheetRow(4, ['', 'Tổng', '', '=SUM(D3:D3)', ''])],
    { after: '' },
    (parts) => {
      parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="x/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>',
      )
      parts['xl/pivotCache/pivotCacheDefinition1.xml'] =
        '<pivotCacheDefinition recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="A2:E3" sheet="Biểu 01"/></cacheSource></pivotCacheDefinition>'
      parts['xl/drawings/drawing1.xml'] = (parts['xl/drawings/drawing1.xml'] ?? '').replaceAll(
        '<xdr:twoCellAnchor>',
        '<xdr:twoCellAnchor editAs="absolute">',
      )
    },
  )
  const { text } = await fill(bytes, rows.slice(0, 3))
  expect(await text('xl/pivotCache/pivotCacheDefinition1.xml')).toBe(
    '<pivotCacheDefinition recordCount="1" refreshOnLoad="1"><cacheSource type="worksheet"><worksheetSource ref="A2:E5" sheet="Biểu 01"/></cacheSource></pivotCacheDefinition>',
  )
  const drawing = await text('xl/drawings/drawing1.xml')
  expect([...drawing.matchAll(/<xdr:row>(\d+)</g)].map(([, row]) => row)).toEqual(['0', '1', '8', '20'])
})
