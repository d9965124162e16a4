import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { PlainSheet } from './plain-sheet.ts'
import { readXlsx } from './read-xlsx.ts'
import { describeUnreadable } from './unreadable-messages.ts'
import { UnreadableWorkbook } from './unreadable-workbook.ts'

async function written(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook.addWorksheet('Điểm'), workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const cellAt = (sheets: readonly PlainSheet[], row: number, column: number) =>
  sheets[0]?.rows.find(({ number }) => number === row)?.cells.get(column)

/** A package of the least parts, as programs other than the usual ones write it. */
const packageOf = (sheetXml: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  storeZip({
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook><sheets><sheet name="Trang &amp; 1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="/xl/worksheets/bang.xml"/></Relationships>`,
    'xl/worksheets/bang.xml': sheetXml,
    ...more,
  })

/** Parts without compression. */
const storeZip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 0 })

describe('cells', () => {
  test('every kind of value', async () => {
    const sheets = await readXlsx(
      await written((sheet) => {
        sheet.getRow(1).values = [
          'Mã',
          3,
          true,
          { error: '#REF!' },
          { formula: '1+2', result: 3 },
          { formula: '1/0', result: { error: '#DIV/0!' } },
          { formula: '1+2' },
          { richText: [{ text: 'Hợp ' }, { text: 'tác xã', font: { bold: true } }] },
          { text: 'trang nhà', hyperlink: 'https://example.org' },
          new Date(Date.UTC(2026, 9, 22)),
          0.75,
          '  ',
        ] as ExcelJS.CellValue[]
        sheet.getCell('K1').numFmt = '0%'
      }),
    )
    const values = Array.from({ length: 12 }, (_, index) => {
      const cell = cellAt(sheets, 1, index + 1)
      return cell === undefined ? null : Object.fromEntries(Object.entries(cell).filter(([key]) => key !== 'isMerged'))
    })
    expect(values).toEqual([
      { kind: 'text', text: 'Mã' },
      { kind: 'number', value: 3, isPercent: false },
      { kind: 'boolean', value: true },
      { kind: 'error', code: '#REF!' },
      { kind: 'number', value: 3, isPercent: false },
      { kind: 'error', code: '#DIV/0!' },
      { kind: 'uncalculated' },
      { kind: 'text', text: 'Hợp tác xã' },
      { kind: 'text', text: 'trang nhà' },
      { kind: 'date', iso: '2026-10-22' },
      { kind: 'number', value: 0.75, isPercent: true },
      null,
    ])
  })

  test('texts are composed, trimmed and freed of marks without width', async () => {
    const sheets = await readXlsx(
      await written((sheet) => {
        sheet.getCell('A1').value = `\u00a0${'Sản ph\u00adẩm\u200e'.normalize('NFD')}\u200b \u00a0`
      }),
    )
    expect(cellAt(sheets, 1, 1)).toMatchObject({ text: 'Sản phẩm'.normalize('NFC'), hidden: 3 })
  })

  test('numbers with leading zeros keep them, letters in a format make no date, noise of computing goes', async () => {
    const sheets = await readXlsx(
      await written((sheet) => {
        sheet.getRow(1).values = [1, 3, 2.0000000000000004, '_x0041_']
        sheet.getCell('A1').numFmt = '000'
        sheet.getCell('B1').numFmt = String.raw`0\ \đ\i\ể\m;"ngày" 0`
      }),
    )
    expect(cellAt(sheets, 1, 1)).toMatchObject({ kind: 'number', value: 1, code: '001' })
    expect(cellAt(sheets, 1, 2)).toEqual({ kind: 'number', value: 3, isPercent: false, isMerged: false })
    expect(cellAt(sheets, 1, 3)).toMatchObject({ value: 2 })
    expect(cellAt(sheets, 1, 4)).toMatchObject({ text: 'A' })
  })

  test('texts that are shared, in a part of any name, without how they are spoken', async () => {
    const sheets = await readXlsx(
      packageOf('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData></worksheet>', {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/bang.xml"/>' +
          '<Relationship Id="r2" Type="x/sharedStrings" Target="/xl/chuoi.xml"/></Relationships>',
        'xl/chuoi.xml':
          '<sst><si><t>không</t></si><si><r><t>Chè </t></r><r><t>&amp; &#244;i</t></r><rPh><t>x</t></rPh></si></sst>',
      }),
    )
    expect(cellAt(sheets, 1, 1)).toMatchObject({ text: 'Chè & ôi' })
  })

  test('a formula that gives an empty text is a blank cell', async () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row></sheetData></worksheet>'
    const sheets = await readXlsx(packageOf(xml))
    expect(cellAt(sheets, 1, 1)).toBeUndefined()
    expect(cellAt(sheets, 1, 2)).toMatchObject({ value: 1 })
  })

  test('dates in the 1904 system, and dates written as ISO text', async () => {
    const bytes = await written((sheet, workbook) => {
      workbook.properties.date1904 = true
      sheet.getCell('A1').value = new Date(Date.UTC(2026, 9, 22))
    })
    expect(cellAt(await readXlsx(bytes), 1, 1)).toMatchObject({ kind: 'date', iso: '2026-10-22' })
    const iso =
      '<worksheet><sheetData><row r="1"><c r="A1" t="d"><v>2026-10-22T00:00:00</v></c></row></sheetData></worksheet>'
    expect(cellAt(await readXlsx(packageOf(iso)), 1, 1)).toMatchObject({ kind: 'date', iso: '2026-10-22' })
  })

  test('namespace prefixes, odd part names and missing addresses', async () => {
    const xml =
      '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Mã</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const sheets = await readXlsx(packageOf(xml))
    expect(sheets.map(({ name }) => name)).toEqual(['Trang & 1'])
    expect(cellAt(sheets, 1, 1)).toMatchObject({ text: 'Mã' })
    expect(cellAt(sheets, 1, 2)).toMatchObject({ value: 7 })
  })
})

describe('merged areas', () => {
  test('give their value down their first column, to rows that hold something, and never across', async () => {
    const sheets = await readXlsx(
      await written((sheet) => {
        sheet.mergeCells('A1:B9')
        sheet.getCell('A1').value = 'SP1'
        sheet.getCell('C1').value = 1
        sheet.getCell('C3').value = 2
        sheet.getCell('C12').value = 3
      }),
    )
    expect(sheets[0]?.rows.map(({ number }) => number)).toEqual([1, 3, 12])
    expect(cellAt(sheets, 3, 1)).toMatchObject({ text: 'SP1', isMerged: true })
    expect(cellAt(sheets, 3, 2)).toBeUndefined()
    expect(cellAt(sheets, 12, 1)).toBeUndefined()
  })

  test('over the whole sheet cost nothing', async () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' +
      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' +
      '<dataValidations><dataValidation sqref="A1:XFD1048576" type="list"><formula1>"1"</formula1></dataValidation></dataValidations></worksheet>'
    expect(cellAt(await readXlsx(packageOf(xml)), 1, 1)).toMatchObject({ value: 1, isMerged: true })
  })
})

describe('files that are no workbook', () => {
  const reasonOf = async (bytes: Uint8Array): Promise<string> => {
    const error = await readXlsx(bytes).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    return error instanceof UnreadableWorkbook ? error.reason : `not refused: ${String(error)}`
  }

  test('empty, text, old and encrypted files', async () => {
    expect(await reasonOf(new Uint8Array())).toBe('empty')
    expect(await reasonOf(new Uint8Array([0x50]))).toBe('not-xlsx')
    expect(await reasonOf(Buffer.from('Mã;Họ và tên;Vai trò;Có mặt\nTV01;…'))).toBe('not-xlsx')
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await reasonOf(ole)).toBe('old-xls')
    expect(await reasonOf(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted')
  })

  test('a Word file of before and of today, and a PDF', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')])
    expect(await reasonOf(ole)).toBe('word')
    expect(await reasonOf(storeZip({ 'word/document.xml': '<w/>' }))).toBe('word')
    expect(await reasonOf(Buffer.from('%PDF-1.7\n%âãÏÓ'))).toBe('pdf')
  })

  test('a binary workbook', async () => {
    const xlsb = storeZip({
      '_rels/.rels': '<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      'xl/workbook.bin': '',
    })
    expect(await reasonOf(xlsb)).toBe('xlsb')
  })

  test('a spreadsheet of LibreOffice, with what to do', async () => {
    const ods = storeZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })
    expect(await reasonOf(ods)).toBe('ods')
    expect(await reasonOf(storeZip({ mimetype: 'application/vnd.oasis.opendocument.text' }))).toBe('not-xlsx')
    for (const reason of ['ods', 'not-xlsx', 'old-xls', 'xlsb'] as const)
      expect(describeUnreadable(new UnreadableWorkbook(reason)).allowed).toBe(
        'Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại theo định dạng .xlsx',
      )
  })

  test('another zip, a cut file and a sheet that is not there', async () => {
    expect(await reasonOf(storeZip({ 'ppt/presentation.xml': '<p/>' }))).toBe('not-xlsx')
    const whole = await written((sheet) => {
      sheet.getCell('A1').value = 1
    })
    expect(await reasonOf(whole.subarray(0, whole.length / 2))).toBe('damaged')
    const noSheet = storeZip({
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    })
    expect(await reasonOf(noSheet)).toBe('damaged')
  })

  test('a document type, whose entities could expand without end', async () => {
    expect(await reasonOf(packageOf('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'))).toBe('damaged')
  })

  test('more bytes than a session needs', async () => {
    expect(await reasonOf(Buffer.concat([Buffer.from('PK'), Buffer.alloc(21 * 1024 * 1024)]))).toBe('too-large')
  })

  test.each([
    [300, 'too-large'],
    // Unpacking ends where the directory says that it should.
    [1, 'damaged'],
  ])('a zip that inflates to 300 MB and tells of %i MB', async (told, reason) => {
    const bomb = deflateRawSync(Buffer.alloc(300 * 1024 * 1024, 0x20))
    const part = { name: 'xl/worksheets/bang.xml', content: bomb, size: told * 1024 * 1024 }
    expect(await reasonOf(withDeflatedPart(packageOf('BOMB'), part))).toBe(reason)
  })

  test('more than a million cells', async () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`
    expect(await reasonOf(packageOf(`<worksheet><sheetData>${row.repeat(1001)}</sheetData></worksheet>`))).toBe(
      'too-large',
    )
  })
})

/** The same zip with its last part, a stored one, in deflated form; its headers tell `size` as the unpacked one. */
const withDeflatedPart = (
  bytes: Uint8Array,
  { name, content, size }: { readonly name: string; readonly content: Buffer; readonly size: number },
): Uint8Array => {
  const file = Buffer.from(bytes)
  const directory = file.indexOf(Buffer.from('504b0102', 'hex'))
  const local = file.lastIndexOf(name, directory) - 30
  const head = Buffer.from(file.subarray(0, local + 30 + name.length))
  head.writeUInt16LE(8, local + 8)
  const tail = Buffer.from(file.subarray(directory))
  const entry = tail.lastIndexOf(name) - 46
  tail.writeUInt16LE(8, entry + 10)
  tail.writeUInt32LE(content.length, entry + 20)
  tail.writeUInt32LE(size, entry + 24)
  tail.writeUInt32LE(head.length + content.length, tail.length - 6)
  return Buffer.concat([head, content, tail])
}
