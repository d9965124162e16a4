import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let workbook: ExcelJS.Workbook

beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.openSample({ sample: 'district-2024' })
  const [session] = await app.client.sessions.list()
  const file = await app.client.workbook.export({ sessionId: session?.id ?? 0, filled: true })
  workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await file.arrayBuffer())
  await app.client.workspace.create({ name: 'Năm khác' })
})
afterEach(() => app[Symbol.dispose]())

const written = async () => new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'phien.xlsx')

function sheetOf(name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

describe('a session that was imported already', () => {
  it('is named by the next preview, as long as it is in the open file', async () => {
    const file = await written()
    const first = await app.client.workbook.preview({ file })
    expect([first.faults, first.notices, first.known]).toEqual([[], [], null])
    const { sessionId } = await app.client.workbook.import({ file })
    const { known } = await app.client.workbook.preview({ file })
    const [session] = await app.client.sessions.list()
    expect(known).toEqual({ sessionId, year: 2024, round: session?.round, heldOn: session?.heldOn, products: 12 })
    await app.client.workspace.create({ name: 'Trống' })
    expect((await app.client.workbook.preview({ file })).known).toBeNull()
  })

  it('is known by its round and products where its day was moved, not where nothing else is the same', async () => {
    const file = await written()
    const { sessionId } = await app.client.workbook.import({ file })
    const heldOn = sheetOf('Phiên họp')
      .getColumn(1)
      .values.findIndex((title) => title === 'Ngày họp')
    sheetOf('Phiên họp').getCell(heldOn, 2).value = new Date('2024-10-25')
    expect((await app.client.workbook.preview({ file: await written() })).known?.sessionId).toBe(sessionId)
    sheetOf('Sản phẩm').eachRow((row, number) => {
      if (number > 1) row.getCell(1).value = `KHAC-${number}`
    })
    expect((await app.client.workbook.preview({ file: await written() })).known).toBeNull()
  })
})

describe('text in an old encoding', () => {
  const old = 'ChÌ bóp tÝm §åi S\u00ad¬ng'

  it('is a fault with its place and its Unicode until it is chosen what becomes of it, then said', async () => {
    sheetOf('Sản phẩm').getCell('B2').value = old
    sheetOf('Sản phẩm').getCell('C3').value = 'HTX NOÂNG NGHIEÄP BAÕI NGOÏC'
    const file = await written()
    const asked = await app.client.workbook.preview({ file })
    expect(asked.oldTexts).toBe(2)
    expect(asked.faults.map(({ sheet, row, column, allowed }) => [sheet, row, column, allowed])).toEqual([
      ['Sản phẩm', 2, 'B', 'Unicode: “Chè búp tím Đồi Sương”'],
      ['Sản phẩm', 3, 'C', 'Unicode: “HTX NÔNG NGHIỆP BÃI NGỌC”'],
    ])
    await expect(app.client.workbook.import({ file })).rejects.toMatchObject({
      data: { reason: 'workbook-has-faults' },
    })

    const converted = await app.client.workbook.preview({ file, oldText: 'convert' })
    expect(converted.faults).toEqual([])
    expect(converted.notices).toHaveLength(2)
    const { sessionId } = await app.client.workbook.import({ file, oldText: 'convert' })
    const names = async (id: number) =>
      (await app.client.results.session({ sessionId: id })).items.map(({ productName }) => productName)
    expect((await names(sessionId))[0]).toBe('Chè búp tím Đồi Sương')

    const answers = (await app.client.workbook.preview({ file, oldText: 'keep' })).matches.flatMap(({ code, why }) =>
      why === null ? [] : [{ code, knownId: null }],
    )
    const kept = await app.client.workbook.import({ file, oldText: 'keep', answers })
    expect((await names(kept.sessionId))[0]).toMatch(/^ChÌ bóp tÝm/)
  })
})

describe('ballots that are alike', () => {
  it('of two members in every criterion of every product are said', async () => {
    const scores = sheetOf('Điểm')
    // The members' columns come after the five that say which criterion it is.
    const [first, second] = [7, 8]
    const codes = [first, second].map((column) => scores.getCell(1, column).text)
    scores.eachRow((row, number) => {
      if (number > 1) row.getCell(second).value = row.getCell(first).value
    })
    const { notices } = await app.client.workbook.preview({ file: await written() })
    expect(notices.map(({ sheet, column, message }) => [sheet, column, message])).toEqual([
      ['Điểm', codes.join('; '), expect.stringContaining('giống nhau ở cả')],
    ])
  })
})

describe('signs that the face of the documents does not have', () => {
  it('are named with their cell before the import, and on the documents before anything is printed', async () => {
    sheetOf('Sản phẩm').getCell('B2').value = 'Rượu 29° ✓ ★★★ ① ½ lít'
    sheetOf('Sản phẩm').getCell('B3').value = 'Cà phê Čư M’gar – Ê̆a Ƀlŏ Kơ̆n'
    const file = await written()
    const { notices } = await app.client.workbook.preview({ file })
    expect(notices.map(({ sheet, row, column, message }) => [sheet, row, column, message])).toEqual([
      ['Sản phẩm', 2, 'B', 'Văn bản không in được ký hiệu ✓ ★ ①, trên giấy sẽ là “Rượu 29° √ *** 1 ½ lít”.'],
    ])
    const { sessionId } = await app.client.workbook.import({ file })
    expect(await app.client.documents.unprintable({ sessionId })).toEqual([
      { text: 'Rượu 29° ✓ ★★★ ① ½ lít', signs: ['✓', '★', '①'], printed: 'Rượu 29° √ *** 1 ½ lít' },
    ])
  })
})
