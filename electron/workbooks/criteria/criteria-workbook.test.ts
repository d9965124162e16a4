import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readCriteriaSets } from '../../../tests/helpers/resources.ts'
import { compareSets } from '../../../shared/domain/criteria/compare-sets.ts'
import { findFormFaults } from '../../../shared/domain/criteria/check-set.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { readCriteriaWorkbook as readWorkbook } from './read-criteria-workbook.ts'
import { writeCriteriaWorkbook } from './write-criteria-workbook.ts'

const forms = (['qd148', 'qd26'] as const).flatMap(readCriteriaSets)
const createdAt = new Date('2026-11-20T00:00:00Z')
const formOf = (id: string): CriteriaSet => forms.find((form) => form.id === id)!

const known = forms.map((form) => ({ ...form, partMaxima: { A: 40, B: 25, C: 35 } }))
const readCriteriaWorkbook = (bytes: Uint8Array) => readWorkbook(bytes, known)

/** The workbook of a set after somebody edited it in a spreadsheet program. */
async function edited(id: string, edit: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await writeCriteriaWorkbook({ form: formOf(id), createdAt })) as never)
  edit(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const formSheet = (book: ExcelJS.Workbook) => book.getWorksheet('Tiêu chí')!
const rowOf = (book: ExcelJS.Workbook, kind: string, code: string): ExcelJS.Row => {
  let found: ExcelJS.Row | null = null
  formSheet(book).eachRow((row) => {
    if (row.getCell(1).text === kind && row.getCell(2).text === code) found ??= row
  })
  return found!
}

it.each(forms)('$id is the same after a way through its workbook', async (form) => {
  const { form: read, faults, notices } = await readCriteriaWorkbook(await writeCriteriaWorkbook({ form, createdAt }))
  expect(read).toEqual(form)
  expect(notices).toEqual([])
  expect(faults.length).toBe(findFormFaults(form).length)
})

it('is laid out as the printed form, with sums that show a mistake', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await writeCriteriaWorkbook({ form: formOf('qd148-07'), createdAt })) as never)
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Tiêu chí', 'Thông tin', 'Hướng dẫn'])
  const part = rowOf(book, 'Phần', 'A')
  expect(part.getCell(4).value).toBe(40)
  expect(part.getCell(12).value).toMatchObject({
    formula: expect.stringMatching(/^SUMIF\(A3:A\d+,"Mục",D3:D\d+\)$/),
    result: 40,
  })
  expect(part.getCell(13).result).toBe('Đúng')
  const short = rowOf(book, 'Tiêu chí', '6.4')
  expect(short.getCell(12).value).toMatchObject({ result: 3 })
  expect(short.getCell(13).result).toBe('Lệch -1')
  expect(rowOf(book, 'Tổng cộng', '').getCell(4).result).toBe(100)
})

describe('edited', () => {
  it('says each text and point that changed, from what to what', async () => {
    const bytes = await edited('qd26-01', (book) => {
      const row = rowOf(book, 'Tiêu chí', '1.1')
      row.getCell(3).value = 'Nguồn gốc nguyên liệu (đính chính)'
      formSheet(book)
        .getRow(row.number + 1)
        .getCell(3).value = 'Mức một viết lại'
    })
    const { form, faults } = await readCriteriaWorkbook(bytes)
    expect(faults).toEqual([])
    const from = formOf('qd26-01')
    const first = from.parts[0]!.sections[0]!.criteria[0]!
    const place = 'Phần A, mục 1, tiêu chí 1.1'
    expect(compareSets(from, form!)).toEqual([
      { place, what: 'title', from: first.title, to: 'Nguồn gốc nguyên liệu (đính chính)' },
      { place: `${place}, mức 1`, what: 'label', from: first.options[0]!.label, to: 'Mức một viết lại' },
    ])
  })

  it.each<{ name: string; edit: (book: ExcelJS.Workbook) => void; fault: object }>([
    {
      name: 'a point above the maximum',
      edit: (book) =>
        (formSheet(book)
          .getRow(rowOf(book, 'Tiêu chí', '1.1').number + 1)
          .getCell(5).value = 99),
      fault: {
        sheet: 'Tiêu chí',
        column: 'Điểm tối đa',
        message: expect.stringMatching(/^Tiêu chí 1\.1: có mức 99 điểm, vượt/),
      },
    },
    {
      name: 'a maximum that does not add up',
      edit: (book) => (rowOf(book, 'Phần', 'B').getCell(4).value = 26),
      fault: { column: 'Điểm tối đa', found: '26', message: expect.stringMatching(/^Phần B: điểm tối đa 26 nhưng/) },
    },
    {
      name: 'points that are none',
      edit: (book) =>
        (formSheet(book)
          .getRow(rowOf(book, 'Tiêu chí', '1.1').number + 1)
          .getCell(5).value = 'hai'),
      fault: { column: 'Điểm (E)', found: 'hai', allowed: 'Số nguyên từ 0 đến 100' },
    },
    {
      name: 'a star that nobody gives',
      edit: (book) =>
        (formSheet(book)
          .getRow(rowOf(book, 'Tiêu chí', '1.1').number + 1)
          .getCell(6).value = '**'),
      fault: { column: 'Sao (F)', found: '**', allowed: '***; ****; *****; hoặc để trống' },
    },
    {
      name: 'a kind of row that is none',
      edit: (book) => (rowOf(book, 'Mục', '2').getCell(1).value = 'Chương'),
      fault: { column: 'Dòng (A)', found: 'Chương', allowed: expect.stringContaining('Phần; Mục; Nhóm') },
    },
    {
      name: 'a code that is used twice',
      edit: (book) => (rowOf(book, 'Tiêu chí', '1.2').getCell(2).value = '1.1'),
      fault: { column: 'Mã', found: '1.1', message: 'Tiêu chí 1.1: mã tiêu chí bị trùng.' },
    },
    {
      name: 'points where the row has none',
      edit: (book) => (rowOf(book, 'Mục', '2').getCell(5).value = 3),
      fault: { column: 'Điểm (E)', message: 'Dòng “Mục” không dùng cột “Điểm”.', allowed: 'Để trống' },
    },
    {
      name: 'an error of a formula',
      edit: (book) => (rowOf(book, 'Mục', '2').getCell(4).value = { error: '#REF!' }),
      fault: { column: 'Điểm tối đa (D)', found: '#REF!' },
    },
    {
      name: 'no sheet of criteria',
      edit: (book) => book.removeWorksheet('Tiêu chí'),
      fault: { sheet: 'Tiêu chí', message: 'Thiếu trang tính “Tiêu chí”.' },
    },
    {
      name: 'a missing number of the set',
      edit: (book) => {
        book.getWorksheet('Thông tin')!.eachRow((row) => {
          if (row.getCell(1).text === 'Số bộ') row.getCell(2).value = null
        })
      },
      fault: { sheet: 'Thông tin', row: 4, column: 'B', allowed: 'Số nguyên từ 1 đến 26' },
    },
    {
      name: 'a set that nobody knows',
      edit: (book) => (book.getWorksheet('Thông tin')!.getCell('B1').value = 'qd99-01'),
      fault: { row: 1, column: 'B', found: 'qd99-01', allowed: 'Một trong 52 mã từ qd148-01 đến qd26-26' },
    },
    {
      name: 'another decision',
      edit: (book) => (book.getWorksheet('Thông tin')!.getCell('B2').value = '148/QĐ-TTg'),
      fault: { row: 2, column: 'B', found: '148/QĐ-TTg', allowed: '26/2026/QĐ-TTg' },
    },
  ])('$name is told at its cell', async ({ edit, fault }) => {
    const { faults } = await readCriteriaWorkbook(await edited('qd26-01', edit))
    expect(faults).toContainEqual(expect.objectContaining(fault))
  })

  it('that is no workbook is one fault', async () => {
    const { form, faults } = await readCriteriaWorkbook(new TextEncoder().encode('không phải tệp Excel'))
    expect(form).toBeNull()
    expect(faults).toHaveLength(1)
  })

  it('without its formulas is read all the same', async () => {
    const bytes = await edited('qd26-26', (book) => formSheet(book).spliceColumns(12, 2))
    expect((await readCriteriaWorkbook(bytes)).form).toEqual(formOf('qd26-26'))
  })
})
