import { describe, expect, it } from 'vitest'
import { pastedAgendaFields, readSet } from './agenda-fields.ts'
import { pastedAttendanceFields } from './attendance-fields.ts'
import { pastedMemberFields } from './member-fields.ts'
import { readPastedRows, readPastedTable, takeAsides } from './read-pasted-table.ts'

const sets = [
  { setNumber: 1, name: 'Rau, củ, quả, hạt tươi', sector: 'Thực phẩm', group: 'Thực phẩm tươi sống' },
  { setNumber: 4, name: 'Mật ong, các sản phẩm từ mật ong', sector: 'Thực phẩm', group: 'Thực phẩm thô, sơ chế' },
  { setNumber: 12, name: 'Sản phẩm chè', sector: 'Đồ uống', group: 'Đồ uống không cồn' },
]
const agenda = pastedAgendaFields(sets)
const block = (...rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.join('\t')).join('\r\n') + '\r\n'

const fieldsOf = (text: string, fields: Parameters<typeof readPastedTable>[1]) =>
  readPastedTable(text, fields).columns.map(({ field }) => field)

describe('the columns of a pasted block', () => {
  it('are those that its head says, in any order, below a title', () => {
    const text = block(
      ['DANH SÁCH HỘI ĐỒNG', '', ''],
      ['STT', 'Đơn vị công tác', 'HỌ VÀ TÊN', 'Chức vụ trong HĐ', 'Chuc vu', 'SĐT'],
      ['1', 'UBND tỉnh', 'Chủ tịch Hội đồng', 'Chủ tịch', 'Phó Chủ tịch UBND', '0912'],
      ['', '', '', '', '', ''],
      ['2', 'Sở Công Thương', 'Ủy viên thứ nhất', 'Ủy viên', 'Phó Giám đốc', ''],
    )
    const table = readPastedTable(text, pastedMemberFields)
    expect(table.hasHead).toBe(true)
    expect(table.columns.map(({ field }) => field)).toEqual([null, 'organisation', 'name', 'role', 'position', null])
    expect(table.rows.map(({ line }) => line)).toEqual([3, 5])
    expect(readPastedRows(table, pastedMemberFields).map(({ values }) => values)).toEqual([
      { organisation: 'UBND tỉnh', name: 'Chủ tịch Hội đồng', role: 'chair', position: 'Phó Chủ tịch UBND' },
      { organisation: 'Sở Công Thương', name: 'Ủy viên thứ nhất', role: 'member', position: 'Phó Giám đốc' },
    ])
  })

  it('are what their cells look like where no head says it, then texts in order', () => {
    const text = block(
      ['1', 'TV01', 'Nguyễn Thành Viên', 'Phó Chủ tịch UBND', 'UBND tỉnh', 'Chủ tịch'],
      ['2', 'TV02', 'Trần Thư Ký', 'Chuyên viên', 'Sở Nông nghiệp', 'Thư ký Hội đồng'],
    )
    expect(readPastedTable(text, pastedMemberFields).hasHead).toBe(false)
    expect(fieldsOf(text, pastedMemberFields)).toEqual([null, 'code', 'name', 'position', 'organisation', 'role'])
  })

  it('are a role where the heading says a post and every cell a role', () => {
    const text = block(['Họ và tên', 'Chức danh'], ['A', 'Chủ tịch'], ['B', 'Ủy viên'])
    expect(fieldsOf(text, pastedMemberFields)).toEqual(['name', 'role'])
  })

  it('are a role where most cells are: one that nobody understands is a fault, and never a post', () => {
    const text = block(['Họ và tên', 'Chức danh'], ['A', 'Chủ tịch'], ['B', 'Phó CT'], ['C', 'Quan sát'])
    expect(readPastedRows(readPastedTable(text, pastedMemberFields), pastedMemberFields)[2]?.faults).toEqual([
      { field: 'role', found: 'Quan sát', why: 'no-such-role' },
    ])
    const posts = block(['Họ và tên', 'Chức vụ'], ['A', 'Chủ tịch UBND'], ['B', 'Phó CT UBND'], ['C', 'Giám đốc'])
    expect(fieldsOf(posts, pastedMemberFields)).toEqual(['name', 'position'])
  })

  it('keep quoted cells with tabs, line ends and quotes whole', () => {
    const text = 'Tên sản phẩm\tChủ thể\r\n"Mật ong ""rừng""\nloại 1"\tHTX Ong\r\n'
    expect(readPastedRows(readPastedTable(text, agenda), agenda)[0]?.values).toEqual({
      name: 'Mật ong "rừng" loại 1',
      producerName: 'HTX Ong',
    })
  })

  it('take a remark for one on the dossier only where it says no other thing', () => {
    const fieldUnder = (head: string) =>
      readPastedTable(block(['Tên sản phẩm', 'Chủ thể', head], ['Mật ong', 'HTX Ong', 'xem lại']), agenda).columns[2]
        ?.field
    expect(['Ghi chú', 'GHI CHÚ HỒ SƠ', 'Ghi chú về hồ sơ còn thiếu'].map(fieldUnder)).toEqual(
      Array.from({ length: 3 }, () => 'dossierNote'),
    )
    expect(['Ghi chú nội bộ', 'Ghi chú kho'].map(fieldUnder)).toEqual([null, null])
  })

  it('leave out what heads, sums and signs rows, and say which', () => {
    const text = block(
      ['TT', 'Tên sản phẩm', 'Chủ thể'],
      ['I', 'Nhóm thực phẩm', ''],
      ['1', 'Mật ong', 'HTX Ong'],
      ['Tổng cộng: 1 sản phẩm', '', ''],
    )
    const table = readPastedTable(text, agenda)
    expect(table.rows.map(({ line }) => line)).toEqual([3])
    expect(table.asides).toMatchObject([
      { line: 2, words: 'I Nhóm thực phẩm', kind: 'group' },
      { line: 4, words: 'Tổng cộng: 1 sản phẩm', kind: 'total' },
    ])
    // A person may say that one of them is a product after all: it stands in its place.
    const taken = takeAsides(table, new Set([2]))
    expect(taken.rows.map(({ line, cells: [first] }) => [line, first])).toMatchObject([
      [2, 'I'],
      [3, expect.anything()],
    ])
    expect(taken.asides.map(({ line }) => line)).toEqual([4])
  })

  it('of one column of names have no head', () => {
    const table = readPastedTable('Mật ong rừng\r\nSản phẩm chè xanh\r\n', agenda)
    expect(table.hasHead).toBe(false)
    expect(table.rows).toHaveLength(2)
  })

  it('of an agenda and of its facts are told apart', () => {
    expect(
      fieldsOf(
        block(
          ['TT', 'Tên SP', 'Chủ thể', 'Loại hình', 'Xã', 'Mã số', 'Bộ sản phẩm', 'Hình thức', 'Hồ sơ', 'Số mẫu'],
          ['1', 'Mật ong', 'HTX Ong', 'HTX', 'Xã Tu Lý', 'PT-01', '4', 'Mới', 'đủ', '5'],
        ),
        agenda,
      ),
    ).toEqual([
      null,
      'name',
      'producerName',
      'producerKind',
      'commune',
      'code',
      'set',
      'application',
      'dossierStatus',
      'samplesReceived',
    ])
    expect(fieldsOf(block(['PT-01', 'Đầy đủ', '5 mẫu'], ['PT-02', 'Còn thiếu', '3 mẫu']), agenda)).toEqual([
      'code',
      'dossierStatus',
      'samplesReceived',
    ])
  })
})

describe('a cell', () => {
  it('that cannot be taken says why, and a blank one says nothing', () => {
    const text = block(
      ['Mã số', 'Số mẫu', 'Hồ sơ', 'Hình thức'],
      ['PT-01', 'năm', 'x', ''],
      ['PT-02', '5', 'hết', 'Lạ'],
    )
    expect(readPastedRows(readPastedTable(text, agenda), agenda)).toEqual([
      {
        line: 2,
        values: { code: 'PT-01', dossierStatus: { status: 'complete', lacks: '' } },
        faults: [{ field: 'samplesReceived', found: 'năm', why: 'not-a-count' }],
      },
      {
        line: 3,
        values: { code: 'PT-02', samplesReceived: 5 },
        faults: [
          { field: 'dossierStatus', found: 'hết', why: 'no-such-state' },
          { field: 'application', found: 'Lạ', why: 'no-such-application' },
        ],
      },
    ])
  })

  it.each([
    { cell: '#N/A', why: 'spreadsheet-fault' },
    { cell: '#REF!', why: 'spreadsheet-fault' },
    { cell: '#DIV/0!', why: 'spreadsheet-fault' },
    { cell: '########', why: 'spreadsheet-fault' },
    { cell: '=VLOOKUP(A1;B:C;2;0)', why: 'formula' },
  ])('that shows $cell is at fault in every column', ({ cell, why }) => {
    const text = block(['Họ và tên', 'Đơn vị', 'Chức vụ', 'Vai trò', 'Mã'], [cell, cell, cell, cell, cell])
    const [row] = readPastedRows(readPastedTable(text, pastedMemberFields), pastedMemberFields)
    expect([row?.values, row?.faults.map((fault) => [fault.found, fault.why])]).toEqual([
      {},
      Array.from({ length: 5 }, () => [cell, why]),
    ])
  })

  it.each([
    { cell: '4', set: 4, among: [] },
    { cell: 'Bộ số 04', set: 4, among: [] },
    { cell: '4. Mật ong, các sản phẩm từ mật ong', set: 4, among: [] },
    { cell: 'mat ong, cac san pham tu mat ong', set: 4, among: [] },
    { cell: 'Chè', set: 12, among: [] },
    { cell: '4. Sản phẩm chè', set: 12, among: [] },
    { cell: 'Thực phẩm', set: null, among: [1, 4] },
    { cell: '99', set: null, among: [] },
    { cell: '4. Dược liệu', set: null, among: [] },
  ])('$cell names set $set', ({ cell, set, among }) => {
    expect(readSet(cell, sets)).toEqual({ setNumber: set, among })
  })

  it.each([
    { cell: 'Chè', among: [11] },
    { cell: 'che', among: [7, 11] },
    { cell: 'chế biến', among: [7, 11] },
    { cell: 'Thực phẩ', among: [7] },
  ])('$cell may mean the sets $among', ({ cell, among }) => {
    const offered = [
      { setNumber: 7, name: 'Rau, củ chế biến', sector: 'Thực phẩm', group: 'Chế biến' },
      { setNumber: 11, name: 'Chè tươi, chè chế biến', sector: 'Đồ uống', group: 'Đồ uống không cồn' },
    ]
    expect(readSet(cell, offered)).toEqual({ setNumber: null, among })
  })

  it('says who was there, from when', () => {
    const text = block(
      ['Mã', 'Có mặt', 'Giờ đến', 'Lý do vắng'],
      ['TV01', 'x', '7h30', ''],
      ['TV02', 'Vắng', '', 'Đi công tác'],
      ['TV03', 'v', '25:00', ''],
    )
    expect(readPastedRows(readPastedTable(text, pastedAttendanceFields), pastedAttendanceFields)).toEqual([
      { line: 2, values: { code: 'TV01', present: true, arrivedAt: '07:30' }, faults: [] },
      { line: 3, values: { code: 'TV02', present: false, absenceReason: 'Đi công tác' }, faults: [] },
      {
        line: 4,
        values: { code: 'TV03' },
        faults: [
          { field: 'present', found: 'v', why: 'no-such-presence' },
          { field: 'arrivedAt', found: '25:00', why: 'not-a-time' },
        ],
      },
    ])
  })
})
