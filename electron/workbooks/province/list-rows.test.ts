import { describe, expect, test } from 'vitest'
import type { ProvinceRow } from '../../../shared/domain/session/province-fields.ts'
import { provinceListOf, sheetRow } from '../../../tests/fixtures/grouped-province-list.ts'
import { districtRecord } from '../../../tests/fixtures/records.ts'
import { provinceRows } from '../../documents/referral-list/province-rows.ts'
import { openPackage } from '../xlsx/open-package.ts'
import { compareProvinceWorkbook, fillProvinceWorkbook, readProvinceLayout } from './province-list.ts'

const rows = provinceRows(districtRecord())
const list = 'xl/worksheets/sheet1.xml'
const heads = ['STT', 'Tên sản phẩm', 'Mã số sản phẩm', 'Điểm trung bình', 'Tên chủ thể']
const head = sheetRow(2, heads, { style: 1 })
const empty = ['', '', '', '', '']
const foot = (row: number, first = 3): string => sheetRow(row, ['', 'Tổng', '', `=SUM(D${first}:D${row - 1})`, ''])

/** A row with cells of no frame more, past its last column. */
const withBeside = (row: string, ...cells: readonly (readonly [address: string, text: string])[]): string =>
  row.replace(
    '</row>',
    cells
      .map(([address, text]) =>
        text.startsWith('=')
          ? `<c r="${address}"><f>${text.slice(1)}</f><v>0</v></c>`
          : `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`,
      )
      .join('') + '</row>',
  )

const layoutOf = (bytes: Uint8Array) => readProvinceLayout({ bytes, remembered: new Map() })

async function fill(bytes: Uint8Array, products: readonly ProvinceRow[] = rows) {
  const file = { bytes, remembered: new Map() }
  const columns = (await layoutOf(bytes))?.columns ?? []
  const filled = await fillProvinceWorkbook(file, { rows: products, columns, restAt: null })
  const parts = await openPackage(filled?.bytes ?? new Uint8Array())
  return { sheet: (await parts.readText(list)) ?? '', notes: filled?.notes ?? [], parts, bytes: filled?.bytes ?? bytes }
}

const bookOf = (...below: readonly string[]) => provinceListOf([head, ...below], { after: '' })
const codesIn = (sheet: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...sheet.matchAll(/<c r="C(\d+)"[^>]*t="inlineStr"><is><t xml:space="preserve">([^<]+)/g)].map(
      ([, row = '', code = '']) => [row, code],
    ),
  )
const formulaIn = (sheet: string, address: string): string =>
  new RegExp(`<c r="${address}"[^>]*><f>([^<]*)</f>`).exec(sheet)?.[1] ?? ''

describe('what stands beside the list in its rows', () => {
  const block = bookOf(
    withBeside(sheetRow(3, empty), ['G3', 'Hợp tác xã'], ['H3', '=COUNTIF($E$3:$E$4,G3)']),
    withBeside(sheetRow(4, empty), ['G4', 'Khác'], ['H4', '=COUNTIF($E$3:$E$4,G4)']),
    withBeside(foot(5), ['G5', 'Cộng'], ['H5', '=SUM(H3:H4)']),
  ).slice()

  test('is neither a heading nor a row of words: products go into the rows kept ready and are summed', async () => {
    const { sheet } = await fill(block)
    expect(Object.keys(codesIn(sheet))).toEqual(['3', '4', '5', '6', '7'])
    expect(formulaIn(sheet, 'D8')).toBe('SUM(D3:D7)')
    expect(formulaIn(sheet, 'H3')).toBe('COUNTIF($E$3:$E$7,G3)')
    // Its own formulas are not handed on to new rows.
    expect(sheet).not.toContain('r="H6"')
    expect(formulaIn(sheet, 'H8')).toBe('SUM(H3:H7)')
  })

  test('stays where last year’s rows are cleared', async () => {
    const old = bookOf(
      withBeside(sheetRow(3, ['1', 'Sản phẩm cũ', 'CU-1', '75', '']), ['G3', 'Lưu ý của tỉnh']),
      sheetRow(4, empty),
      foot(5),
    )
    const { sheet } = await fill(old, rows.slice(0, 1))
    expect(sheet).not.toContain('cũ')
    expect(sheet).toContain('<c r="G3" t="inlineStr"><is><t>Lưu ý của tỉnh</t></is></c>')
  })

  test('is told where new rows part it', async () => {
    expect((await fill(block)).notes).toEqual([{ kind: 'side-parted', places: ['G3:H5'], count: 1 }])
    expect((await fill(block, rows.slice(0, 2))).notes).toEqual([])
  })
})

describe('rows kept ready with something filled in', () => {
  const readyHeads = [...heads, 'Loại hình', 'Tỉnh']
  const book = (ready: (row: number) => readonly string[]) =>
    provinceListOf(
      [sheetRow(2, readyHeads, { style: 1 }), ...[3, 4].map((row) => sheetRow(row, ready(row))), foot(5)],
      { after: '' },
    )

  test.each([
    ['a number and what kind of producer', (row: number) => [String(row - 2), '', '', '', '', 'Hợp tác xã', '']],
    [
      'a number and a text that nothing is put over',
      (row: number) => [String(row - 2), '', '', '', '', '', 'Hòa Bình'],
    ],
    ['a text only', () => ['', '', '', '', '', '', 'Hòa Bình']],
  ])('%s: they are no groups', async (_, ready) => {
    const bytes = book(ready)
    expect(await layoutOf(bytes)).toMatchObject({ groups: [], filledRows: 0 })
    const { sheet } = await fill(bytes)
    expect(Object.keys(codesIn(sheet))).toEqual(['3', '4', '5', '6', '7'])
    expect(formulaIn(sheet, 'D8')).toBe('SUM(D3:D7)')
  })

  test('hand on what they all say', async () => {
    const { sheet } = await fill(book((row) => [String(row - 2), '', '', '', '', '', 'Hòa Bình']))
    expect(sheet.match(/<c r="G\d" s="2" t="inlineStr"><is><t>Hòa Bình/g)).toHaveLength(5)
  })

  test('are told from groups, whose words stand where a product is named', async () => {
    const bytes = bookOf(sheetRow(3, ['I', 'Thực phẩm', '', '', '']), sheetRow(4, empty), foot(5))
    expect((await layoutOf(bytes))?.groups).toEqual([{ row: 3, title: 'I Thực phẩm' }])
  })
})

test('rows that go on with a product of last year are cleared with it', async () => {
  const old = (row: number) => sheetRow(row, [String((row - 1) / 2), `Sản phẩm cũ ${row}`, `CU-${row}`, '75', 'HTX cũ'])
  const more = (row: number) => sheetRow(row, ['', '', '', '', 'HTX cũ, dòng tiếp'])
  const bytes = bookOf(old(3), more(4), old(5), more(6), old(7), more(8), foot(9))
  expect((await layoutOf(bytes))?.filledRows).toBe(6)
  const { sheet } = await fill(bytes, rows.slice(0, 2))
  expect(sheet).not.toContain('cũ')
  expect(Object.keys(codesIn(sheet))).toEqual(['3', '4'])
  // A note of the form is none of them.
  const noted = await fill(
    bookOf(old(3), sheetRow(4, ['', '', '', '', 'Ghi chú: theo hồ sơ']), foot(5)),
    rows.slice(0, 2),
  )
  expect(noted.sheet).toContain('Ghi chú: theo hồ sơ')
  expect(Object.keys(codesIn(noted.sheet))).toEqual(['3', '4'])
})

describe('groups of two tiers', () => {
  const product = (code: string, kind: string, place: string): ProvinceRow => {
    const [row] = rows
    if (row === undefined) throw new Error('no product goes up')
    return { ...row, code, groups: { kinds: [kind], places: [place] }, values: { ...row.values, code } }
  }
  const book = bookOf(
    sheetRow(3, ['A', 'HUYỆN LƯƠNG SƠN', '', '=SUM(D4:D7)', '']),
    sheetRow(4, ['I', 'Thực phẩm', '', '', '']),
    sheetRow(5, empty),
    sheetRow(6, ['II', 'Đồ uống', '', '', '']),
    sheetRow(7, empty),
    sheetRow(8, ['B', 'HUYỆN CAO SƠN', '', '=SUM(D9:D10)', '']),
    sheetRow(9, ['I', 'Thực phẩm', '', '', '']),
    sheetRow(10, empty),
    sheetRow(11, ['', 'Tổng', '', '=D3+D8', '']),
  )

  test('get each product where both name it', async () => {
    expect((await layoutOf(book))?.groups.map(({ title }) => title)).toEqual([
      'A HUYỆN LƯƠNG SƠN – I Thực phẩm',
      'A HUYỆN LƯƠNG SƠN – II Đồ uống',
      'B HUYỆN CAO SƠN – I Thực phẩm',
    ])
    const { sheet } = await fill(book, [
      product('L-1', 'Thực phẩm', 'Lương Sơn'),
      product('C-1', 'Thực phẩm', 'Cao Sơn'),
      product('L-2', 'Đồ uống', 'Lương Sơn'),
      product('C-2', 'Thực phẩm', 'Cao Sơn'),
    ])
    expect(codesIn(sheet)).toEqual({ 5: 'L-1', 7: 'L-2', 10: 'C-1', 11: 'C-2' })
    expect([formulaIn(sheet, 'D3'), formulaIn(sheet, 'D8')]).toEqual(['SUM(D4:D7)', 'SUM(D9:D11)'])
  })

  test('refuse in words a product that one of them does not name', async () => {
    await expect(fill(book, [product('C-3', 'Đồ uống', 'Cao Sơn')])).rejects.toMatchObject({
      reason: 'list-groups',
      detail: { products: 'C-3' },
    })
  })
})

test('of lists that say as much, the one without products is filled, and the one with our ids is compared', async () => {
  const second = 'xl/worksheets/sheet2.xml'
  const bytes = provinceListOf(
    [head, sheetRow(3, ['1', 'Sản phẩm cũ', 'CU-1', '75', '']), foot(4)],
    { after: '' },
    (parts) => {
      const rowsOf = [head, sheetRow(3, empty), foot(4)].join('')
      parts[second] = (parts[second] ?? '').replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${rowsOf}</sheetData>`)
    },
  )
  expect(await layoutOf(bytes)).toMatchObject({ sheet: 'Tổng hợp', filledRows: 0 })
  const { sheet, parts, bytes: filled } = await fill(bytes)
  expect(sheet).toContain('Sản phẩm cũ')
  expect(codesIn((await parts.readText(second)) ?? '')[3]).toBe(rows[0]?.code)
  const returned = await compareProvinceWorkbook(
    { bytes: filled, remembered: new Map() },
    { rows, printed: (text) => text },
  )
  expect(returned).toMatchObject({ differences: [], missing: [], matched: rows.length })
})

test('words in the rows that a sum counts are refused: nothing says where products go', async () => {
  const bytes = bookOf(sheetRow(3, ['', '(ghi tên sản phẩm)', '', '', '']), foot(4))
  await expect(fill(bytes)).rejects.toMatchObject({ reason: 'list-rows', detail: { row: 3, place: 'Biểu 01!D4' } })
})
