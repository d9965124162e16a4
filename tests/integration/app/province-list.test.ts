import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPackage } from '../../../electron/workbooks/xlsx/open-package.ts'
import type { ProvinceColumn } from '../../../shared/api/province-list.ts'
import { groupedProvinceList, provinceListOf, sheetRow } from '../../fixtures/grouped-province-list.ts'
import { provinceWorkbook } from '../../fixtures/province-workbook.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let sessionId = 0
let template: File

beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.openSample({ sample: 'district-2024' })
  sessionId = (await app.client.sessions.list())[0]?.id ?? 0
  template = new File([await provinceWorkbook()], 'Bieu-01.xlsx')
})
afterEach(() => app[Symbol.dispose]())

const referred = async () =>
  (await app.client.results.session({ sessionId })).items.filter(({ result }) => result.isReferred)

async function fill(file = template) {
  const { columns } = await app.client.provinceList.layout({ file })
  return (await app.client.provinceList.fillIn({ sessionId, file, columns: columns.map(choice) })).file
}

const choice = ({ column, field }: ProvinceColumn) => ({ column, field })

async function open(file: File) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await file.arrayBuffer())
  const [sheet, counts] = workbook.worksheets
  if (sheet === undefined || counts === undefined) throw new Error('a sheet is missing')
  return { workbook, sheet, counts }
}

describe('the province’s layout', () => {
  it('is found below the title, its groups named and its columns proposed by their words', async () => {
    const { sheet, headRow, columns } = await app.client.provinceList.layout({ file: template })
    expect([sheet, headRow]).toEqual(['Biểu 01', 5])
    expect(columns.map(({ head, field }) => [head, field])).toEqual([
      ['STT', 'place'],
      ['TÊN SẢN PHẨM', 'productName'],
      ['Mã số sản phẩm', 'code'],
      ['Chủ thể – Tên', 'producerName'],
      ['Chủ thể – Loại hình', 'producerKind'],
      ['Chủ thể – Địa chỉ', 'address'],
      ['Điểm cấp huyện', 'mean'],
      ['Ngày họp', 'heldOn'],
      ['Điểm quy đổi', null],
      ['Ghi chú', 'note'],
    ])
  })

  it('remembers a choice for headings of the same words, also "leave it"', async () => {
    const { columns } = await app.client.provinceList.layout({ file: template })
    const changed = columns.map(({ column, head, field }) => ({
      column,
      field: head === 'Ghi chú' ? null : head === 'Điểm quy đổi' ? ('partA' as const) : field,
    }))
    await app.client.provinceList.fillIn({ sessionId, file: template, columns: changed })
    const again = (await app.client.provinceList.layout({ file: template })).columns
    expect(again.map(choice)).toEqual(changed)
    expect(again.map(({ source }) => source)).toEqual(again.map(() => 'remembered'))
  })

  it('is refused where no sheet has a head, and for what is no workbook', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('Thư').getCell('A1').value = 'Kính gửi Sở'
    const letter = new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'thu.xlsx')
    const reason = (name: string) => expect.objectContaining({ data: expect.objectContaining({ reason: name }) })
    await expect(app.client.provinceList.layout({ file: letter })).rejects.toEqual(reason('no-list-head'))
    const text = new File(['no workbook'], 'a.xlsx')
    await expect(app.client.provinceList.layout({ file: text })).rejects.toEqual(reason('workbook-unreadable'))
  })
})

const utf8Csv = 'csv:Text - txt - csv (StarCalc):44,34,76'

describe('a filled list', () => {
  it('holds each referred product, its values in their own kinds', async () => {
    const { sheet } = await open(await fill())
    const items = await referred()
    expect(items.length).toBeGreaterThan(2)
    for (const [index, item] of items.entries()) {
      const row = sheet.getRow(7 + index)
      const values = [1, 2, 3, 4].map((column) => row.getCell(column).value)
      expect(values).toEqual([index + 1, item.productName, item.code, item.producerName])
      expect(row.getCell(3).numFmt).toBe('@')
      expect(row.getCell(7).value).toBeCloseTo(item.result.mean.sum / item.result.mean.count, 1)
      // The sheet asks for one decimal, which could show a threshold that was not reached.
      expect(row.getCell(7).numFmt).toBe('0.00')
      expect(row.getCell(8).value).toBeInstanceOf(Date)
      expect(row.getCell(2).font.italic).toBe(true)
      expect(row.getCell(9).formula).toBe(`G${7 + index}*10`)
    }
  })

  it.each([1, 2, 40])(
    'keeps widths, heads and what stands below %i prepared rows, whose formulas follow',
    async (prepared) => {
      const file = await fill(new File([await provinceWorkbook(prepared)], 'Bieu-01.xlsx'))
      const { sheet, counts } = await open(file)
      expect(sheet.getCell('B7').font.italic).toBe(true)
      expect(sheet.getCell('I8').formula).toBe('G8*10')
      const last = 6 + Math.max(prepared, (await referred()).length)
      expect(sheet.getColumn(2).width).toBe(31.5)
      expect(sheet.model.merges).toEqual(
        expect.arrayContaining(['A2:J2', 'D4:F4', 'G4:G5', `B${last + 1}:F${last + 1}`, `H${last + 3}:J${last + 3}`]),
      )
      expect(sheet.getCell(last + 1, 2).value).toBe('Tổng cộng')
      expect(sheet.getCell(last + 1, 7).formula).toBe(`SUM(G7:G${last})`)
      expect(sheet.getRow(last + 3).height).toBe(41)
      expect(counts.getCell('A1').formula).toBe(`'Biểu 01'!G${last + 1}`)
      const parts = await openPackage(new Uint8Array(await file.arrayBuffer()))
      expect(await parts.readText('xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
    },
  )

  it('leaves a name that looks like a formula a name', async () => {
    const [item] = await referred()
    if (item === undefined) throw new Error('nothing is referred')
    const corrections = [{ agendaItemId: item.id, field: 'productName', value: '=1+1' } as const]
    await app.client.provinceList.accept({ sessionId, corrections })
    const cell = (await open(await fill())).sheet.getCell('B7')
    expect([cell.type, cell.value, cell.numFmt]).toEqual([ExcelJS.ValueType.String, '=1+1', '@'])
  })

  it('replaces rows that stand in it already only where that is asked for, and leaves nothing of them', async () => {
    const filled = await fill()
    const { columns, filledRows } = await app.client.provinceList.layout({ file: filled })
    const items = await referred()
    expect(filledRows).toBe(items.length)
    const asked = { sessionId, file: filled, columns: columns.map(choice) }
    const refusal = { data: expect.objectContaining({ reason: 'list-has-rows' }) }
    await expect(app.client.provinceList.fillIn(asked)).rejects.toEqual(expect.objectContaining(refusal))

    const { workbook, sheet } = await open(filled)
    const last = 6 + items.length
    sheet.getCell(last, 2).value = 'Sản phẩm năm trước'
    sheet.getCell(last + 1, 1).value = items.length + 1
    const older = new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'nam-truoc.xlsx')
    const again = await open((await app.client.provinceList.fillIn({ ...asked, file: older, clears: true })).file)
    const names = Array.from({ length: items.length + 2 }, (_, index) => again.sheet.getCell(7 + index, 2).value)
    expect(names.slice(0, items.length)).toEqual(items.map(({ productName }) => productName))
    expect(names).not.toContain('Sản phẩm năm trước')
  })

  const office = spawnSync('soffice', ['--version']).status === 0
  if (!office) console.log('skipped: LibreOffice is not installed')
  it.skipIf(!office)(
    'opens in LibreOffice, which works the formulas out',
    async () => {
      const path = join(app.folder, 'bieu.xlsx')
      writeFileSync(path, Buffer.from(await (await fill()).arrayBuffer()))
      const profile = `-env:UserInstallation=${pathToFileURL(join(app.folder, 'profile')).href}`
      execFileSync('soffice', [profile, '--headless', '--convert-to', utf8Csv, '--outdir', app.folder, path])
      const items = await referred()
      const total = items.reduce((sum, { result }) => sum + result.mean.sum / result.mean.count, 0)
      const line = readFileSync(join(app.folder, 'bieu.csv'), 'utf8')
        .split('\n')
        .find((text) => text.includes('Tổng cộng'))
      expect(Number(line?.split(',')[6])).toBeCloseTo(total, 0)
    },
    60_000,
  )

  it.skipIf(!office)(
    'of groups opens there with every product counted, on a hidden sheet as well',
    async () => {
      const path = join(app.folder, 'nhom.xlsx')
      const file = await fill(new File([groupedProvinceList()], 'nhom.xlsx'))
      writeFileSync(path, Buffer.from(await file.arrayBuffer()))
      const profile = `-env:UserInstallation=${pathToFileURL(join(app.folder, 'profile')).href}`
      const everySheet = `${utf8Csv},1,,0,false,true,false,false,false,-1`
      execFileSync('soffice', [profile, '--headless', '--convert-to', everySheet, '--outdir', app.folder, path])
      const linesOf = (sheet: string) => readFileSync(join(app.folder, `nhom-${sheet}.csv`), 'utf8').split('\n')
      const points = (await referred()).map(({ result }) => result.mean.sum / result.mean.count)
      const [food = 0, more = 0, herbal = 0, ...others] = points
      const total = linesOf('Biểu 01').find((line) => line.includes('Tổng cộng'))
      // Its own formula halves what is summed in groups and again in all; one group has no sum.
      const counted = food + more + others.reduce((sum, each) => sum + each, 0) + herbal / 2
      expect(Number(total?.split(',')[3])).toBeCloseTo(counted, 1)
      expect(total?.split(',')[4]).toBe(String(points.length))
      const [, products, highest] = (linesOf('Tổng hợp')[0] ?? '').split(',')
      expect(products).toBe(String(points.length))
      expect(Number(highest)).toBeCloseTo(Math.max(...points), 1)
    },
    60_000,
  )

  it.skipIf(!office)(
    'shows no result of before there, in a file that LibreOffice itself saved, with an array formula and a table beside',
    async () => {
      const beside = (row: string, index: number) =>
        row.replace(
          '</row>',
          `<c r="G${index}" t="inlineStr"><is><t>Dòng ${index}</t></is></c><c r="H${index}"><f>COUNT($D$3:$D$4)</f><v>0</v></c></row>`,
        )
      const tenfold = sheetRow(3, ['', '', '', '', '']).replace(
        '<c r="E3" s="2"/>',
        '<c r="E3" s="2"><f t="array" ref="E3:E4">D3:D4*10</f><v>0</v></c>',
      )
      const below = sheetRow(4, ['', '', '', '', '']).replace('<c r="E4" s="2"/>', '<c r="E4" s="2"><v>0</v></c>')
      const heads = sheetRow(2, ['STT', 'Tên sản phẩm', 'Mã số sản phẩm', 'Điểm trung bình', 'Quy đổi'], { style: 1 })
      const total = sheetRow(5, ['', 'Tổng cộng', '', '=SUM(D3:D4)', '=SUM(E3:E4)'])
      const bytes = provinceListOf([heads, beside(tenfold, 3), beside(below, 4), total], { after: '' }, (parts) => {
        parts['xl/worksheets/sheet2.xml'] = (parts['xl/worksheets/sheet2.xml'] ?? '').replace(
          /<sheetData>.*<\/sheetData>/,
          `<sheetData><row r="1"><c r="A1"><f>'Biểu 01'!D5</f><v>7</v></c><c r="B1"><f>A1*2</f><v>7</v></c><c r="C1"><f>COUNTA('Biểu 01'!C3:C4)</f><v>7</v></c></row></sheetData>`,
        )
        parts['docProps/app.xml'] =
          '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>LibreOffice/25.2.3.2$Linux_X86_64 LibreOffice_project/</Application></Properties>'
        parts['_rels/.rels'] = (parts['_rels/.rels'] ?? '').replace(
          '</Relationships>',
          '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>',
        )
      })
      const path = join(app.folder, 'cu.xlsx')
      writeFileSync(path, Buffer.from(await (await fill(new File([bytes], 'cu.xlsx'))).arrayBuffer()))
      const profile = `-env:UserInstallation=${pathToFileURL(join(app.folder, 'profile')).href}`
      const everySheet = `${utf8Csv},1,,0,false,true,false,false,false,-1`
      execFileSync('soffice', [profile, '--headless', '--convert-to', everySheet, '--outdir', app.folder, path])
      const linesOf = (sheet: string) =>
        readFileSync(join(app.folder, `cu-${sheet}.csv`), 'utf8')
          .split('\n')
          .map((line) => line.split(','))
      const points = (await referred()).map(({ result }) => result.mean.sum / result.mean.count)
      const sum = points.reduce((all, each) => all + each, 0)
      const [shown, twice, count] = (linesOf('Tổng hợp')[0] ?? []).map(Number)
      expect(shown).toBeCloseTo(sum, 1)
      expect(twice).toBeCloseTo(sum * 2, 1)
      expect(count).toBe(points.length)
      const lines = linesOf('Biểu 01')
      const last = lines.find((cells) => cells.includes('Tổng cộng'))
      expect(Number(last?.[3])).toBeCloseTo(sum, 1)
      expect(Number(last?.[4])).toBeCloseTo(sum * 10, 0)
      expect(lines.find((cells) => cells.includes('Dòng 3'))?.[7]).toBe(String(points.length))
    },
    60_000,
  )
})

describe('a name with signs that no paper can print', () => {
  const typed = 'Trà 🌿 ★★ 茶 vườn nhà'
  const printed = 'Trà ** vườn nhà'
  beforeEach(async () => {
    const [item] = await referred()
    const corrections = [{ agendaItemId: item?.id ?? 0, field: 'productName', value: typed } as const]
    await app.client.provinceList.accept({ sessionId, corrections })
  })
  const paper = async (kind: 'referral-list' | 'referral-letter', format: 'xlsx' | 'docx') => {
    const file = await app.client.documents.render({ sessionId, kind, format })
    const parts = await openPackage(new Uint8Array(await file.arrayBuffer()))
    const names = parts.names.filter((name) => /sharedStrings|document|sheet1\.xml$/.test(name))
    return (await Promise.all(names.map((name) => parts.readText(name)))).join('')
  }

  it('is one name in the province’s workbook, our list and letter; the record keeps what was typed', async () => {
    expect((await open(await fill())).sheet.getCell('B7').value).toBe(printed)
    expect(await paper('referral-list', 'xlsx')).toContain(printed)
    expect(await paper('referral-letter', 'docx')).toContain(printed)
    expect((await referred())[0]?.productName).toBe(typed)
  })

  it('is no difference in a returned list, as we wrote it or as it was typed', async () => {
    const { workbook, sheet } = await open(await fill())
    const compare = async (file: File) => (await app.client.provinceList.compare({ sessionId, file })).differences
    expect(await compare(await fill())).toEqual([])
    sheet.getCell('B7').value = typed
    expect(await compare(new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'tra-lai.xlsx'))).toEqual([])
  })
})

describe('a returned list', () => {
  it('says nothing where nothing was changed', async () => {
    const items = await referred()
    expect(await app.client.provinceList.compare({ sessionId, file: await fill() })).toEqual({
      differences: [],
      missing: [],
      unknown: [],
      matched: items.length,
    })
  })

  it('is matched by the hidden id whatever became of order, name and code, and shown row by row', async () => {
    const [first, second, third] = await referred()
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few are referred')
    const { workbook, sheet } = await open(await fill())
    sheet.getCell('B7').value = 'Tên tỉnh sửa'
    sheet.getCell('C7').value = 'T-001'
    sheet.getCell('G8').value = 12.5
    sheet.getRow(9).values = []
    sheet.getCell('B9').value = 'Sản phẩm lạ'
    sheet.getCell('C9').value = 'LẠ-1'
    const file = new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'tra-lai.xlsx')
    const { differences, missing, unknown, matched } = await app.client.provinceList.compare({ sessionId, file })
    expect(
      differences.map(({ agendaItemId, field, theirs, isCorrectable }) => [agendaItemId, field, theirs, isCorrectable]),
    ).toEqual([
      [first.id, 'productName', 'Tên tỉnh sửa', true],
      [first.id, 'code', 'T-001', true],
      [second.id, 'mean', '12,5', false],
    ])
    expect(missing.map(({ agendaItemId }) => agendaItemId)).toEqual([third.id])
    expect(unknown).toEqual([{ row: 9, text: 'LẠ-1 – Sản phẩm lạ' }])
    expect(matched).toBe((await referred()).length - 1)
  })

  it('may be our own layout too', async () => {
    const [first, ...others] = await referred()
    if (first === undefined) throw new Error('nothing is referred')
    const file = await app.client.documents.render({ sessionId, kind: 'referral-list', format: 'xlsx' })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await file.arrayBuffer())
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.value === first.productName) cell.value = 'Tên tỉnh sửa'
        }),
      ),
    )
    const returned = new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'tra-lai.xlsx')
    const { differences, matched } = await app.client.provinceList.compare({ sessionId, file: returned })
    expect(differences.map(({ agendaItemId, field, theirs }) => [agendaItemId, field, theirs])).toEqual([
      [first.id, 'productName', 'Tên tỉnh sửa'],
    ])
    expect(matched).toBe(others.length + 1)
  })

  it('changes products only by what was accepted, all or none, with an audit event', async () => {
    const [first, second] = await referred()
    if (first === undefined || second === undefined) throw new Error('too few are referred')
    const last = async () => (await app.client.audit.list({ limit: 1 }))[0]
    const before = (await last())?.seq ?? 0
    const twice = [
      { agendaItemId: first.id, field: 'productName', value: 'Tên mới' } as const,
      { agendaItemId: second.id, field: 'code', value: first.code } as const,
    ]
    await expect(app.client.provinceList.accept({ sessionId, corrections: twice })).rejects.toEqual(
      expect.objectContaining({ data: expect.objectContaining({ reason: 'duplicate-code' }) }),
    )
    expect((await referred())[0]?.productName).toBe(first.productName)
    await app.client.provinceList.accept({ sessionId, corrections: twice.slice(0, 1) })
    expect((await referred())[0]?.productName).toBe('Tên mới')
    expect(await last()).toMatchObject({ seq: before + 1, command: 'provinceList.accept' })
  })
})
