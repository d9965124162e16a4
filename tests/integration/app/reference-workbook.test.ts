import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { zipOf } from '../../../electron/workbooks/xlsx/zip-file.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// Reference scores out of a workbook that the program lays out, and back: all of it or nothing.

let app: TestApp
let place = { sessionId: 0, itemIds: [] as readonly number[], memberIds: [] as readonly number[] }
beforeEach(async () => {
  app = createTestApp()
  place = await openSmallSession(app, { members: 2, products: 2 })
})
afterEach(() => app[Symbol.dispose]())

type Cells = Readonly<Record<string, string | number | null>>

/** Cells of the sheet of points said anew: row 2 is the first criterion of the first product, F the producer, G the advisers. */
async function filled(cells: Cells, { filled = false, session = {} as Cells } = {}): Promise<File> {
  const book = new ExcelJS.Workbook()
  const blank = await app.client.reference.workbook({ sessionId: place.sessionId, filled })
  await book.xlsx.load(await blank.arrayBuffer())
  for (const [name, said] of [['Điểm tham khảo', cells] as const, ['Phiên họp', session] as const]) {
    for (const [address, value] of Object.entries(said)) {
      const cell = book.getWorksheet(name)?.getCell(address)
      if (cell !== undefined) cell.value = value
    }
  }
  return new File([await book.xlsx.writeBuffer()], 'Tự chấm.xlsx')
}

const preview = async (file: File) => app.client.reference.preview({ sessionId: place.sessionId, file })
const take = async (file: File, seen?: string) =>
  app.client.reference.import({ sessionId: place.sessionId, file, seen: seen ?? (await preview(file)).seen })
const lastImport = async () => app.client.reference.lastImport({ sessionId: place.sessionId })
const key = async (fields: object = {}) =>
  app.client.reference.choose({
    agendaItemId: place.itemIds[0] ?? 0,
    source: 'producer',
    criterionIndex: 0,
    option: 1,
    seen: null,
    ...fields,
  })
const scored = async () => {
  const { sheets } = await app.client.reference.ofSession({ sessionId: place.sessionId })
  return sheets.map(({ agendaItemId, source, choices }) => [
    place.itemIds.indexOf(agendaItemId),
    source,
    choices.slice(0, 3),
  ])
}
const refused = (reason: string, detail = {}) => ({
  data: { reason, detail: expect.objectContaining(detail) as object },
})
const placesOf = ({ faults }: Awaited<ReturnType<typeof preview>>) =>
  faults.map(({ sheet, row, column, message }) => [sheet, row, column, message])

describe('a workbook of reference scores', () => {
  it('goes out blank and comes back with both sources of every product; the log says it', async () => {
    const eventsBefore = await app.client.audit.list({ limit: 500 })
    const file = await filled({ F2: 1, G2: 2, F3: 0, G34: 1 })
    const found = await preview(file)
    expect(found).toMatchObject({
      faults: [],
      notices: [],
      changes: [
        { code: 'SP1', source: 'producer', added: 2, replaced: [], same: 0, before: { total: 0 }, after: { total: 1 } },
        { code: 'SP1', source: 'advisers', added: 1, after: { total: 2, answered: 1 } },
        { code: 'SP2', source: 'advisers', added: 1, criteria: 32, mostPoints: 100 },
      ],
    })
    expect(await app.client.audit.list({ limit: 500 })).toHaveLength(eventsBefore.length)
    await take(file, found.seen)
    const [event] = await app.client.audit.list({ limit: 1 })
    expect(event).toMatchObject({
      command: 'reference.import',
      detail: { file: 'Tự chấm.xlsx', scores: 4, sheets: [{ source: 'producer' }, {}, {}] },
    })
    expect(await scored()).toEqual([
      // No points are the first line of 1.2, which prints them.
      [0, 'producer', [1, 1, null]],
      [0, 'advisers', [2, null, null]],
      [1, 'advisers', [1, null, null]],
    ])
    expect((await preview(file)).changes.map(({ added, same }) => [added, same])).toEqual([
      [0, 2],
      [0, 1],
      [0, 1],
    ])
  })

  it('of one product has that product alone; filled, it has what is keyed', async () => {
    await key({ option: 2 })
    const [agendaItemId = 0] = place.itemIds.slice(1)
    const sheetOf = async (file: File) => {
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(await file.arrayBuffer())
      return book.getWorksheet('Điểm tham khảo')
    }
    const { sessionId } = place
    const one = await sheetOf(await app.client.reference.workbook({ sessionId, agendaItemId, filled: false }))
    expect([one?.rowCount, one?.getCell('A2').value, one?.getCell('F2').value]).toEqual([33, 'SP2', null])
    const all = await sheetOf(await app.client.reference.workbook({ sessionId, filled: true }))
    expect([all?.rowCount, all?.getCell('F2').value]).toEqual([65, 2])
    expect(all?.getCell('A2').protection?.locked ?? true).toBe(true)
    expect(all?.getCell('F2').protection.locked).toBe(false)
  })

  it('says what it would replace, leaves what it has blank, and is refused where something was keyed since', async () => {
    await key({ option: 2 })
    await key({ criterionIndex: 1, option: 1 })
    const file = await filled({ F2: 1, G2: 1 })
    const found = await preview(file)
    expect(found.changes).toMatchObject([
      { source: 'producer', added: 0, replaced: [{ criterion: '1.1', from: '2', to: '1' }] },
      { source: 'advisers', added: 1, replaced: [] },
    ])
    await key({ criterionIndex: 2, option: 1 })
    await expect(take(file, found.seen)).rejects.toMatchObject(refused('reference-changed'))
    await take(file)
    expect(await scored()).toEqual([
      [0, 'producer', [1, 1, 1]],
      [0, 'advisers', [1, null, null]],
    ])
    // Nobody keyed it: the workbook changed it.
    await expect(key({ source: 'advisers', option: 0 })).rejects.toMatchObject(
      refused('ballot-changed-elsewhere', { criteria: '1.1', by: 'Thư ký' }),
    )
  })

  it('is taken back once, but for what was keyed since', async () => {
    await key({ option: 2 })
    expect(await lastImport()).toBeNull()
    await take(await filled({ F2: 1, F3: 0, G2: 1 }))
    await key({ criterionIndex: 1, option: 2, seen: 1 })
    expect(await lastImport()).toMatchObject({ file: 'Tự chấm.xlsx', by: 'Thư ký', sheets: 2 })
    await app.client.reference.undoImport({ sessionId: place.sessionId })
    expect(await scored()).toEqual([
      [0, 'producer', [2, 2, null]],
      [0, 'advisers', [null, null, null]],
    ])
    expect(await lastImport()).toBeNull()
    const again = app.client.reference.undoImport({ sessionId: place.sessionId })
    await expect(again).rejects.toMatchObject(refused('not-found'))
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  it('moves no result of the council, and a locked session takes none', async () => {
    const results = async () => {
      const { items } = await app.client.results.session({ sessionId: place.sessionId })
      return items.map(({ result }) => result)
    }
    for (const agendaItemId of place.itemIds) {
      for (const memberId of place.memberIds) await castFullBallot(app.client, { agendaItemId, memberId })
    }
    const before = await results()
    const file = await filled({ F2: 0, G2: 0, F34: 0, G34: 0 })
    const { seen } = await preview(file)
    await take(file, seen)
    expect(await results()).toEqual(before)
    await app.client.sessions.close({ sessionId: place.sessionId })
    await expect(take(file, seen)).rejects.toMatchObject(refused('session-locked'))
    const undo = app.client.reference.undoImport({ sessionId: place.sessionId })
    await expect(undo).rejects.toMatchObject(refused('session-locked'))
    expect((await preview(file)).faults).toEqual([])
  })
})

describe('a workbook with a fault is refused whole', () => {
  it('each fault at its cell', async () => {
    const found = await preview(
      await filled({ F2: 99, G3: 'năm', A4: 'SP77', E5: 50, C7: '1.1', G8: 1.5, B34: 'Khác' }),
    )
    expect(placesOf(found)).toEqual([
      ['Điểm tham khảo', 2, 'Chủ thể tự chấm (F)', expect.stringContaining('vượt quá điểm tối đa') as string],
      ['Điểm tham khảo', 3, 'Tổ tư vấn đề xuất (G)', 'Không phải là điểm.'],
      ['Điểm tham khảo', 4, 'Mã sản phẩm (A)', 'Không có sản phẩm mang mã “SP77”.'],
      ['Điểm tham khảo', 5, 'Tối đa (E)', expect.stringContaining('Điểm tối đa không đúng') as string],
      ['Điểm tham khảo', 7, 'Mã tiêu chí (C)', 'Tiêu chí 1.1 của sản phẩm SP1 đã có ở dòng 2.'],
      ['Điểm tham khảo', 8, 'Tổ tư vấn đề xuất (G)', 'Điểm phải là số nguyên.'],
    ])
    expect(found.notices).toMatchObject([{ row: 34, column: 'Tên sản phẩm (B)', found: 'Khác' }])
    expect(found.changes).toEqual([])
    const file = await filled({ F2: 99, G2: 1 })
    await expect(take(file)).rejects.toMatchObject(refused('workbook-has-faults', { faults: 1 }))
    expect(await scored()).toEqual([])
  })

  it('one of another session or another law says which, and nothing else', async () => {
    const other = await preview(await filled({ F2: 99 }, { session: { B3: 'Hội đồng khác', B5: 9 } }))
    expect(placesOf(other)).toEqual([
      ['Phiên họp', 3, 'Tên hội đồng (B)', 'Tệp này lập cho phiên họp khác: Tên hội đồng không khớp.'],
      ['Phiên họp', 5, 'Đợt (B)', 'Tệp này lập cho phiên họp khác: Đợt không khớp.'],
    ])
    const law = await preview(await filled({ F2: 99 }, { session: { B1: 'qd-148-2023' } }))
    expect(placesOf(law)).toMatchObject([
      ['Phiên họp', 1, 'Bộ quy định (B)', expect.stringContaining('quyết định khác')],
    ])
    expect(await preview(await filled({ F2: 1 }, { session: { A1: 'Bộ quy tắc' } }))).toMatchObject({
      faults: [{ sheet: 'Phiên họp', column: 'Bộ quy định', found: 'Không có' }],
    })
  })

  it('what is no such workbook is refused by what it is', async () => {
    const { sessionId } = place
    const ballots = await app.client.workbook.export({ sessionId, filled: false })
    const told = async (file: File) => (await preview(file)).faults.map(({ sheet, message }) => [sheet, message])
    expect(await told(ballots)).toEqual([
      ['Cả tệp', 'Đây là tệp Excel của phiên họp, có phiếu của thành viên Hội đồng.'],
    ])
    const word = new File([zipOf({ 'word/document.xml': Buffer.from('<w/>') })], 'Mẫu 02.docx')
    expect(await told(word)).toEqual([['Cả tệp', 'Tệp là văn bản Word, không phải bảng tính.']])
    const own = await app.client.reference.workbook({ sessionId, filled: true })
    const { faults } = await app.client.workbook.preview({ file: own })
    expect(faults.map(({ message }) => message)).toEqual(['Đây là tệp điểm tham khảo của chủ thể và Tổ tư vấn.'])
  })
})
