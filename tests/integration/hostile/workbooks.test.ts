import { describe, expect, test } from 'vitest'
import type { ActiveKind } from '../../../shared/api/province-list.ts'
import { readProvinceLayout } from '../../../electron/workbooks/province/province-list.ts'
import { describeUnreadable } from '../../../electron/workbooks/xlsx/unreadable-messages.ts'
import { readXlsx } from '../../../electron/workbooks/xlsx/read-xlsx.ts'
import { UnreadableWorkbook } from '../../../electron/workbooks/xlsx/unreadable-workbook.ts'
import { excelProvinceList } from '../../fixtures/excel-province-list.ts'
import { oddSheet, oddWorkbook } from '../../fixtures/odd-workbook.ts'

/** What a person is told; null where the file is read. */
async function toldOf(reading: Promise<unknown>): Promise<string | null> {
  const error: unknown = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error === null) return null
  if (!(error instanceof UnreadableWorkbook)) throw error
  const { message, allowed } = describeUnreadable(error)
  return `${message}. ${allowed}.`
}

const cell = (value: string) => `<row r="1"><c r="A1" t="str"><v>${value}</v></c></row>`
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`).join('')
const many = (text: string, count: number) => text.repeat(count)

describe('a refusal names the limit, the place, and what is allowed', () => {
  test.each<[name: string, bytes: () => Uint8Array, told: string]>([
    [
      'a number format that takes minutes to be understood',
      () =>
        oddWorkbook(oddSheet(rows(1)), {
          'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${many('[', 200_000)}"/></numFmts></styleSheet>`,
        }),
      'Có định dạng số quá dài (kiểu ô, định dạng 200). Không quá 1.000 ký tự một định dạng.',
    ],
    [
      'merged areas over each other',
      () =>
        oddWorkbook(oddSheet(rows(3000), `<mergeCells>${many('<mergeCell ref="A1:XFD1048576"/>', 2000)}</mergeCells>`)),
      'Các vùng gộp ô chồng lên nhau (trang tính “Điểm”). Không quá 5.000.000 ô nằm trong vùng gộp.',
    ],
    [
      'too many merged areas',
      () => oddWorkbook(oddSheet(rows(1), `<mergeCells>${many('<mergeCell ref="A1:B2"/>', 20_001)}</mergeCells>`)),
      'Có quá nhiều vùng gộp ô (trang tính “Điểm”). Không quá 20.000 vùng.',
    ],
    [
      'too many rules of input',
      () => oddWorkbook(oddSheet(rows(1), many('<dataValidation/>', 20_001))),
      'Có quá nhiều quy tắc nhập liệu (trang tính “Điểm”). Không quá 20.000 quy tắc.',
    ],
    [
      'too many formats by condition',
      () => oddWorkbook(oddSheet(rows(1), many('<cfRule/>', 20_001))),
      'Có quá nhiều định dạng có điều kiện (trang tính “Điểm”). Không quá 20.000 định dạng.',
    ],
    [
      'a row that no sheet has',
      () => oddWorkbook(oddSheet('<row r="1048577"/>')),
      'Có quá nhiều dòng (trang tính “Điểm”, dòng 1048577). Không quá 1.048.576 dòng.',
    ],
    [
      'a column that no sheet has',
      () => oddWorkbook(oddSheet('<row r="7"><c r="XFE7"/></row>')),
      'Có quá nhiều cột (trang tính “Điểm”, dòng 7). Không quá 16.384 cột.',
    ],
    [
      'a column of letters without end',
      () => oddWorkbook(oddSheet(`<row r="7"><c r="${many('A', 900_000)}7"/></row>`)),
      'Có quá nhiều cột (trang tính “Điểm”, dòng 7). Không quá 16.384 cột.',
    ],
    [
      'a cell of more text than any program takes',
      () => oddWorkbook(oddSheet(cell(many('a', 40_000)))),
      'Có ô chứa quá nhiều chữ (trang tính “Điểm”, ô A1). Không quá 32.767 ký tự một ô.',
    ],
    [
      'a cell of more entities than any program takes',
      () => oddWorkbook(oddSheet(cell(many('&#32;', 40_000)))),
      'Có ô chứa quá nhiều chữ (trang tính “Điểm”, ô A1). Không quá 32.767 ký tự một ô.',
    ],
    [
      'a formula of more letters than any program takes',
      () => oddWorkbook(oddSheet(`<row r="1"><c r="C1"><f>${many('A', 9000)}</f></c></row>`)),
      'Có công thức quá dài (trang tính “Điểm”, ô C1). Không quá 8.192 ký tự một công thức.',
    ],
    [
      'a shared text of more letters than any program takes',
      () =>
        oddWorkbook(oddSheet(rows(1)), {
          'xl/strings.xml': `<sst><si><t>a</t></si><si><t>${many('a', 40_000)}</t></si></sst>`,
        }),
      'Có ô chứa quá nhiều chữ (chuỗi dùng chung, chuỗi 2). Không quá 32.767 ký tự một ô.',
    ],
    [
      'too many sheets',
      () =>
        oddWorkbook(oddSheet(''), {
          'xl/workbook.xml': `<workbook>${many('<sheet name="a" r:id="r1"/>', 300)}</workbook>`,
        }),
      'Có quá nhiều trang tính (xl/workbook.xml). Không quá 256 trang tính.',
    ],
    [
      'too many names',
      () => oddWorkbook(oddSheet(''), { 'xl/workbook.xml': `<workbook>${many('<definedName/>', 20_001)}</workbook>` }),
      'Có quá nhiều tên vùng (xl/workbook.xml). Không quá 20.000 tên.',
    ],
    [
      'too many styles',
      () => oddWorkbook(oddSheet(''), { 'xl/styles.xml': `<styleSheet>${many('<xf/>', 65_491)}</styleSheet>` }),
      'Có quá nhiều kiểu ô (kiểu ô). Không quá 65.490 kiểu.',
    ],
    [
      'too many relationships',
      () =>
        oddWorkbook(oddSheet(''), {
          'xl/_rels/workbook.xml.rels': `<Relationships>${many('<Relationship/>', 20_001)}</Relationships>`,
        }),
      'Có quá nhiều quan hệ giữa các thành phần (xl/_rels/workbook.xml.rels). Không quá 20.000 quan hệ.',
    ],
    [
      'elements within each other',
      () => oddWorkbook(`<worksheet>${many('<a>', 100_000)}`),
      'Nội dung lồng nhau quá sâu (trang tính “Điểm”). Không quá 256 tầng.',
    ],
    [
      'an element of too many attributes',
      () => oddWorkbook(oddSheet(`<row ${Array.from({ length: 300 }, (_, index) => `a${index}="1"`).join(' ')}/>`)),
      'Có phần tử mang quá nhiều thuộc tính (trang tính “Điểm”). Không quá 256 thuộc tính.',
    ],
    [
      'an attribute without end',
      () => oddWorkbook(oddSheet(`<row a="${Array.from({ length: 300_000 }, (_, index) => index).join('')}"/>`)),
      'Có thuộc tính quá dài (trang tính “Điểm”). Không quá 1.000.000 ký tự một thuộc tính.',
    ],
    [
      'a part that shrank to nothing',
      () => oddWorkbook(oddSheet(cell(many(' ', 3_000_000)))),
      'Nội dung nén dày bất thường (xl/worksheets/bang.xml). Không quá 300 lần.',
    ],
    [
      'too many parts',
      () => oddWorkbook('', Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`a${index}`, '']))),
      'Tệp có quá nhiều thành phần. Không quá 5.000 thành phần.',
    ],
    [
      'a character that there is not',
      () => oddWorkbook(oddSheet(cell('&#99999999;'))),
      'Tệp bị hỏng, không đọc được (trang tính “Điểm”). Tệp .xlsx mở được bằng phần mềm bảng tính.',
    ],
    [
      'entities that grow',
      () => oddWorkbook(`<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>${oddSheet(cell('&c;'))}`),
      'Tệp bị hỏng, không đọc được (trang tính “Điểm”). Tệp .xlsx mở được bằng phần mềm bảng tính.',
    ],
    [
      'an entity that nobody declared',
      () => oddWorkbook(oddSheet(cell('&c;'))),
      'Tệp bị hỏng, không đọc được (trang tính “Điểm”). Tệp .xlsx mở được bằng phần mềm bảng tính.',
    ],
    [
      'one part as two sheets',
      () =>
        oddWorkbook(oddSheet(rows(1)), {
          'xl/workbook.xml': '<workbook><sheet name="a" r:id="r1"/><sheet name="b" r:id="r1"/></workbook>',
        }),
      'Tệp bị hỏng, không đọc được. Tệp .xlsx mở được bằng phần mềm bảng tính.',
    ],
  ])('%s', async (_name, make, told) => {
    const bytes = make()
    expect(await toldOf(readXlsx(bytes))).toBe(told)
    expect(await toldOf(readProvinceLayout({ bytes, remembered: new Map() }))).toBe(told)
  })

  test('two parts of one name, of which every program reads another', async () => {
    const bytes = Buffer.from(oddWorkbook(oddSheet(rows(1)), { 'xl/worksheets/BANX.xml': oddSheet('') }, 0))
    for (let at = bytes.indexOf('BANX'); at !== -1; at = bytes.indexOf('BANX')) bytes.write('BANG', at)
    expect(await toldOf(readXlsx(bytes))).toContain('Tệp bị hỏng')
  })
})

describe('what office programs write of itself is read', () => {
  test('whole columns with rules and looks, a size of a million rows, areas over blank rows', async () => {
    const whole = ['A', 'B', 'C', 'D', 'E'].map(
      (column) =>
        `<dataValidation type="list" sqref="${column}1:${column}1048576"><formula1>"1"</formula1></dataValidation>`,
    )
    const xml =
      '<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" style="1"/></cols><sheetData>' +
      `${rows(200)}</sheetData><mergeCells><mergeCell ref="B1:B1048576"/></mergeCells><dataValidations>${whole.join('')}</dataValidations></worksheet>`
    const [sheet] = await readXlsx(oddWorkbook(xml))
    expect(sheet?.rows).toHaveLength(200)
  })

  test('a million rows that hold nothing', async () => {
    const blank = Array.from({ length: 1_048_575 }, (_, index) => `<row r="${index + 2}" ht="15"/>`).join('')
    const [sheet] = await readXlsx(oddWorkbook(oddSheet(cell('a') + blank)))
    expect(sheet?.rows).toHaveLength(1)
  })
})

describe("what a province's workbook would run or fetch is told, with its place, and never refused", () => {
  const activeOf = async (change: (parts: Record<string, string>) => void) =>
    (await readProvinceLayout({ bytes: excelProvinceList(change), remembered: new Map() }))?.active
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const related =
    (name: string, kind: string, target: string, mode = '') =>
    (parts: Record<string, string>) => {
      const relation = `<Relationship Id="rId99" Type="${office}/${kind}" Target="${target}" ${mode}/>`
      parts[name] = (parts[name] ?? '').replace('</Relationships>', `${relation}</Relationships>`)
    }
  const formula = (text: string) => (parts: Record<string, string>) => {
    const sheet = 'xl/worksheets/sheet2.xml'
    parts[sheet] = (parts[sheet] ?? '').replace('</row>', `<c r="C1"><f>${text}</f></c></row>`)
  }
  const relations = 'xl/_rels/workbook.xml.rels'

  test('nothing is told of one that does neither', async () => {
    expect(await activeOf(() => {})).toEqual([])
    expect(await activeOf(formula('RECALL(1)&amp;"=cmd|x"&amp;\'a|b\'!A1'))).toEqual([])
    const link = related(relations, 'hyperlink', 'https://example.org', 'TargetMode="External"')
    expect(await activeOf(link)).toEqual([])
  })

  test.each<[name: string, kind: ActiveKind, place: string, change: (parts: Record<string, string>) => void]>([
    ['macros', 'macros', 'xl/vbaProject.bin', (parts) => (parts['xl/vbaProject.bin'] = 'x')],
    ['macros by another name', 'macros', 'xl/a.bin', related(relations, 'vbaProject', 'a.bin')],
    [
      'sheets of macros',
      'macros',
      'xl/macrosheets/sheet1.xml',
      (parts) => (parts['xl/macrosheets/sheet1.xml'] = '<x/>'),
    ],
    [
      'links to other workbooks and programs',
      'links',
      'xl/externalLinks/externalLink1.xml',
      (parts) => (parts['xl/externalLinks/externalLink1.xml'] = '<x/>'),
    ],
    [
      'a picture from elsewhere',
      'links',
      'http://example.org/a.png',
      related('xl/drawings/_rels/drawing1.xml.rels', 'image', 'http://example.org/a.png', `TargetMode='external'`),
    ],
    [
      'embedded objects',
      'objects',
      'xl/embeddings/oleObject1.bin',
      (parts) => (parts['xl/embeddings/oleObject1.bin'] = 'x'),
    ],
    ['controls', 'objects', 'xl/activeX/activeX1.xml', (parts) => (parts['xl/activeX/activeX1.xml'] = '<x/>')],
    ['queries', 'queries', 'xl/a.xml', related(relations, 'connections', 'a.xml')],
    ['queries of a sheet', 'queries', 'xl/queryTables/a.xml', (parts) => (parts['xl/queryTables/a.xml'] = '<x/>')],
    ['a program asked by a formula', 'calls', 'trang tính “Tổng hợp”', formula("cmd|'/c calc'!A0")],
    [
      'a page asked by a formula',
      'calls',
      'trang tính “Tổng hợp”',
      formula('1+_xlfn.WEBSERVICE("http://example.org")'),
    ],
    [
      'a program asked by a name',
      'calls',
      'xl/workbook.xml',
      (parts) => {
        parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
          '</definedNames>',
          '<definedName name="a">cmd|\'/c calc\'!A0</definedName></definedNames>',
        )
      },
    ],
  ])('%s', async (_name, kind, place, change) => {
    expect(await activeOf(change)).toEqual([{ kind, place }])
  })
})
