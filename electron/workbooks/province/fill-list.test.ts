import { describe, expect, test } from 'vitest'
import type { ProvinceRow } from '../../../shared/domain/session/province-fields.ts'
import { provinceRows } from '../../documents/referral-list/province-rows.ts'
import { activeProvinceList, excelProvinceList } from '../../../tests/fixtures/excel-province-list.ts'
import { districtRecord } from '../../../tests/fixtures/records.ts'
import { openPackage } from '../xlsx/open-package.ts'
import { fillProvinceWorkbook, readProvinceLayout } from './province-list.ts'

const rows = provinceRows(districtRecord())
const list = 'xl/worksheets/sheet1.xml'

async function fill(bytes: Uint8Array, count: number, change: (row: ProvinceRow) => ProvinceRow = (row) => row) {
  const file = { bytes, remembered: new Map() }
  const layout = await readProvinceLayout(file)
  const filled = await fillProvinceWorkbook(file, {
    rows: rows.slice(0, count).map(change),
    columns: layout?.columns ?? [],
    restAt: null,
  })
  if (filled === null) throw new Error('no head')
  const [before, after] = [await openPackage(bytes), await openPackage(filled.bytes)]
  const text = async (name: string): Promise<string> => (await after.readText(name)) ?? ''
  const changed: string[] = []
  for (const name of before.names) {
    const [old, present] = [await before.readBytes(name), await after.readBytes(name)]
    if (present === undefined || !Buffer.from(old ?? []).equals(present)) changed.push(name)
  }
  return { before, after, text, changed, sheet: await text(list) }
}

const rowOf = (sheet: string, row: number): string => new RegExp(`<row r="${row}".*?</row>`).exec(sheet)?.[0] ?? ''

describe('rows that the list keeps ready', () => {
  test('are filled; every other byte of the workbook is as it was', async () => {
    const { before, after, text, changed, sheet } = await fill(excelProvinceList(), 2)
    expect(after.names).toEqual(before.names)
    // Another style for plain numbers, formulas that are to be worked out, and old results of those that rest on the list.
    const elsewhere = 'xl/worksheets/sheet2.xml'
    expect(changed).toEqual(['xl/workbook.xml', list, elsewhere, 'xl/styles.xml'])
    expect(await text(elsewhere)).toBe((await before.readText(elsewhere))?.replaceAll('<v>7</v>', ''))
    expect((await text('xl/workbook.xml')).replace(' fullCalcOnLoad="1"', '')).toBe(
      await before.readText('xl/workbook.xml'),
    )
    const [styles, old] = [await text('xl/styles.xml'), (await before.readText('xl/styles.xml')) ?? '']
    const at = old.indexOf('</cellXfs>')
    expect(styles.replace(/<cellXfs count="\d+">/, '<cellXfs count="5">')).toContain(old.slice(0, at))
    expect(styles.endsWith(old.slice(at))).toBe(true)
    // Of the sheet: the two rows, the hidden column, and results that have become old.
    const own = (xml: string) =>
      xml
        .replace(/<row r="[34]".*?<\/row>/g, '')
        .replace(/<cols>.*<\/cols>/, '')
        .replace(/<dimension[^>]*>/, '')
        .replace(/<row r="2" (?:spans="1:5" )?/, '<row r="2" ')
        .replace(/<c r="F2".*?<\/c>/, '')
        .replace(/(<\/f>)<v>7<\/v>/g, '$1')
    expect(own(sheet)).toBe(own((await before.readText(list)) ?? ''))
  })

  test('keep their looks and formulas, and bear their id in a hidden column', async () => {
    const { sheet } = await fill(excelProvinceList(), 2)
    const [first] = rows
    expect(rowOf(sheet, 3)).toMatch(
      new RegExp(
        '^<row r="3"(?: ht="[\\d.]+")?><c r="A3" s="\\d+"><v>1</v></c>' +
          `<c r="B3" s="3" t="inlineStr"><is><t xml:space="preserve">${first?.productName}</t></is></c>` +
          `<c r="C3" s="\\d+" t="inlineStr"><is><t xml:space="preserve">${first?.code}</t></is></c>` +
          '<c r="D3" s="4"><v>[\\d.]+</v></c><c r="E3" s="2"><f t="shared" ref="E3:E4" si="0">D3\\*2/D\\$5</f></c>' +
          `<c r="F3" s="\\d+" t="inlineStr"><is><t xml:space="preserve">${first?.id}</t></is></c></row>$`,
      ),
    )
    expect(sheet).toContain(
      '<col min="2" max="5" width="20" customWidth="1"/><col min="6" max="6" width="4" customWidth="1" hidden="1"/>' +
        '<col min="7" max="16384" width="20" customWidth="1"/>',
    )
    expect(sheet).toContain('<dimension ref="A1:F7"/>')
  })

  test('take names with signs of XML, and leave out what XML cannot hold', async () => {
    const { sheet } = await fill(excelProvinceList(), 1, (row) => ({
      ...row,
      values: { ...row.values, productName: 'Chè <"Shan"> & \u0001ủ' },
    }))
    expect(sheet).toContain('>Chè &lt;&quot;Shan&quot;&gt; &amp; ủ<')
  })
})

test.each([2, 5])(
  'an .xlsm keeps what it would run and fetch, byte for byte, under %i products; all of it is told',
  async (count) => {
    const { bytes, own } = activeProvinceList()
    const layout = await readProvinceLayout({ bytes, remembered: new Map() })
    expect(layout?.active).toEqual([
      { kind: 'macros', place: 'xl/vbaProject.bin' },
      { kind: 'links', place: 'xl/externalLinks/externalLink1.xml' },
      { kind: 'queries', place: 'xl/connections.xml' },
      { kind: 'objects', place: 'xl/embeddings/oleObject1.bin' },
      { kind: 'calls', place: 'trang tính “Tổng hợp”' },
    ])
    const { before, after, changed, text, sheet } = await fill(bytes, count)
    for (const name of own) expect(await after.readBytes(name)).toEqual(await before.readBytes(name))
    expect(changed.filter((name) => own.includes(name))).toEqual([])
    expect(sheet).toContain(rows[0]?.productName)
    // The other workbook's rows are its own, however many stand in this one.
    expect(await text('xl/worksheets/sheet2.xml')).toContain(`<f>'[1]Biểu 01'!D5</f>`)
    expect(await text('xl/worksheets/sheet2.xml')).toContain('<f>_xlfn.WEBSERVICE("https://example.org")</f>')
    expect(await text('[Content_Types].xml')).toContain('macroEnabled')
  },
)

test('rows of last year go, also those that no new row stands in; formulas stay', async () => {
  const old = excelProvinceList((parts) => {
    parts[list] = (parts[list] ?? '').replace(
      /<c r="([ABC])([34])" s="(\d)"\/>/g,
      (_, column: string, row: string, style) =>
        column === 'A'
          ? `<c r="A${row}" s="${style}"><v>${Number(row) - 2}</v></c>`
          : `<c r="${column}${row}" s="${style}" t="inlineStr"><is><t>Cũ ${column}${row}</t></is></c>`,
    )
  })
  const { sheet } = await fill(old, 1)
  expect(sheet).not.toContain('Cũ')
  expect(rowOf(sheet, 3)).toContain(rows[0]?.productName)
  expect(rowOf(sheet, 4)).toBe(
    '<row r="4" spans="1:5"><c r="A4" s="2"/><c r="B4" s="3"/><c r="C4" s="2"/><c r="D4" s="4"/>' +
      '<c r="E4" s="2"><f t="shared" si="0"/></c></row>',
  )
})

describe('rows that the list lacks', () => {
  test('come after, and everything that stands below or refers there follows', async () => {
    const { after, before, text, changed, sheet } = await fill(excelProvinceList(), 5)
    expect(changed.toSorted()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
      'xl/charts/chart1.xml',
      'xl/comments1.xml',
      'xl/drawings/drawing1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      list,
      'xl/worksheets/sheet2.xml',
    ])
    expect(after.names).toEqual(before.names.filter((name) => name !== 'xl/calcChain.xml'))
    expect(await text('[Content_Types].xml')).not.toContain('calcChain')
    expect(await text('xl/_rels/workbook.xml.rels')).not.toContain('calcChain')

    expect(rowOf(sheet, 8)).toContain('<f>SUM(D3:D7)</f>')
    expect(rowOf(sheet, 10)).toContain('<row r="10" spans="1:5" ht="41" customHeight="1"><c r="D10"')
    expect(rowOf(sheet, 3)).toContain('<f t="shared" ref="E3:E4" si="0">D3*2/D$8</f>')
    expect(rowOf(sheet, 4)).toContain('<f t="shared" si="0"/>')
    expect(rowOf(sheet, 7)).toContain('<c r="E7" s="2"><f>D7*2/D$8</f></c>')
    expect(sheet).toContain('<mergeCell ref="A1:E1"/><mergeCell ref="A8:C8"/><mergeCell ref="D10:E10"/>')
    expect(sheet).toContain('sqref="D3:D7"')
    expect(sheet).toContain('<formula>D3&lt;D$8/2</formula>')
    expect(sheet).toContain(`sqref="B3:B7"><formula1>'Tổng hợp'!$A$2:$A$4</formula1>`)
    expect(sheet).toContain('<selection activeCell="B10" sqref="B10"/>')

    const workbook = await text('xl/workbook.xml')
    expect(workbook).toContain(`>'Biểu 01'!$A$1:$E$10<`)
    expect(workbook).toContain(`>'Biểu 01'!$2:$2<`)
    expect(workbook).toContain(`>'Biểu 01'!$D$3:$D$7<`)
    expect(await text('xl/worksheets/sheet2.xml')).toContain(`<f>'Biểu 01'!D8+A5</f>`)
    expect(await text('xl/worksheets/sheet2.xml')).toContain(`<f>AVERAGE('Biểu 01'!D3:D7)</f>`)
    expect(await text('xl/charts/chart1.xml')).toContain(`<c:f>'Biểu 01'!$D$3:$D$7</c:f>`)
    expect(await text('xl/comments1.xml')).toContain('<comment ref="D8"')
    const drawing = await text('xl/drawings/drawing1.xml')
    expect([...drawing.matchAll(/<xdr:row>(\d+)</g)].map(([, row]) => row)).toEqual(['0', '1', '11', '23'])
    const notes = await text('xl/drawings/vmlDrawing1.vml')
    expect(notes).toContain('<x:Row>7</x:Row>')
    expect(notes).toContain('<x:Anchor>4, 15, 7, 10, 6, 15, 11, 9</x:Anchor>')
  })

  test('go into rows without frames that a sum below counts', async () => {
    const bare = excelProvinceList((parts) => {
      parts[list] = (parts[list] ?? '').replace(/<row r="[34]".*?<\/row>/g, '').replace(/<cols>.*<\/cols>/, '')
    })
    const { sheet } = await fill(bare, 5)
    expect(sheet).toContain('<cols><col min="6" max="6" width="4" hidden="1" customWidth="1"/></cols><sheetData>')
    expect(rowOf(sheet, 8)).toContain('<f>SUM(D3:D7)</f>')
    expect(rowOf(sheet, 7)).toContain('<c r="B7"')
  })

  test('lengthen the table that they stand in', async () => {
    const table = excelProvinceList((parts) => {
      parts[list] = (parts[list] ?? '').replace(/<row r="[57]".*<\/row>/, '').replace(/<mergeCells.*<\/mergeCells>/, '')
      parts['xl/worksheets/_rels/sheet1.xml.rels'] = (parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? '').replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="x/table" Target="/xl/tables/table1.xml"/></Relationships>',
      )
      parts['xl/tables/table1.xml'] = '<table id="1" name="Bang" ref="A2:E4"><autoFilter ref="A2:E4"/></table>'
    })
    const { text, changed } = await fill(table, 4)
    expect(await text('xl/tables/table1.xml')).toBe(
      '<table id="1" name="Bang" ref="A2:E6"><autoFilter ref="A2:E6"/></table>',
    )
    // A note and a chart below it make room.
    expect(await text('xl/comments1.xml')).toContain('<comment ref="D7"')
    expect(changed).toContain('xl/drawings/drawing1.xml')
  })

  test('stand in a workbook whose parts have prefixes', async () => {
    const prefixed = excelProvinceList((parts) => {
      for (const name of [list, 'xl/styles.xml', 'xl/workbook.xml']) {
        parts[name] = (parts[name] ?? '').replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
      }
    })
    const { sheet, text } = await fill(prefixed, 3)
    expect(sheet).toMatch(
      /<x:row r="5"[^>]*><x:c r="A5" s="\d+"><x:v>3<\/x:v><\/x:c><x:c r="B5" s="3" t="inlineStr"><x:is>/,
    )
    expect(await text('xl/workbook.xml')).toContain('<x:calcPr calcId="191029" fullCalcOnLoad="1"/>')
    expect(await text('xl/styles.xml')).toMatch(/<x:xf [^>]*\/><\/x:cellXfs>/)
  })
})
