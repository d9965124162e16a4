import { describe, expect, it, test } from 'vitest'
import type { RegisterField, RegisterList, RegisterValues } from '../../../shared/domain/register/register-list.ts'
import { dateCell, officeWorkbook, type OfficeList } from '../../../tests/fixtures/office-list.ts'
import { headKey } from '../../../shared/domain/columns/propose-fields.ts'
import { readRegisterList } from './read-register-list.ts'

const law = {
  monthsOn: () => 36,
  starOf: (score: number) => (score >= 90 ? 5 : score >= 70 ? 4 : score >= 50 ? 3 : score >= 30 ? 2 : 1),
  today: '2024-10-01',
}
type Lists = readonly OfficeList[]
type Rows = Lists[number]['rows']

async function read(lists: Lists, remembered: ReadonlyMap<string, RegisterField | null> = new Map()) {
  const bytes = await officeWorkbook(...lists)
  const list = await readRegisterList({ bytes, remembered, sheet: null, law })
  if (list === null) throw new Error('no list was found')
  return list
}
const readRows = (rows: Rows) => read([{ rows }])

const fieldsOf = ({ columns }: RegisterList) =>
  Object.fromEntries(columns.flatMap(({ letter, field }) => (field === null ? [] : [[letter, field]])))
const told = ({ faults }: RegisterList) => faults.map(({ cell, level, reason }) => `${cell} ${level}: ${reason}`)
const products = ({ rows }: RegisterList) => rows.map(({ row, state, values }) => [row, state, values.product])
const values = ({ rows }: RegisterList, row: number): RegisterValues | undefined =>
  rows.find((each) => each.row === row)?.values

const head = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định']
const orange = ['Cam lòng vàng', 'HTX Hà Phong', 'Thu Phong', 4, '3075/QĐ-UBND'] as const
const honey = ['Mật ong hoa rừng', 'Hộ kinh doanh Mường Bi', 'Phong Phú', 3, '3075/QĐ-UBND'] as const
const decided = dateCell('2019-12-30')

test.each([
  ['Số GCN', '07/GCN-UBND', '07/GCN-UBND'],
  ['Số giấy chứng nhận OCOP', ' 12/GCN-OCOP ', '12/GCN-OCOP'],
  ['Giấy chứng nhận', 'Có', null],
  ['Giấy chứng nhận', '05/06/2024', null],
  ['Số GCN ATTP', '07/2019/ATTP', null],
  ['Số giấy chứng nhận đăng ký kinh doanh', '5400123456', null],
])('a column “%s” that says “%s” tells the certificate %s', async (certificate, text, number) => {
  const list = await readRows([
    [...head, certificate],
    [1, ...orange, decided, text],
  ])
  expect(list.rows[0]?.recognitions).toMatchObject([{ decisionDate: '2019-12-30', certificateNumber: number }])
  expect(list.faults).toEqual([])
})

test('a plain list is read, each certificate 36 months from its decision', async () => {
  const list = await readRows([head, [1, ...orange, decided], [2, ...honey, decided]])
  expect(list).toMatchObject({ sheet: 'Sheet1', headerRows: [1], faults: [], duplicates: [] })
  expect(fieldsOf(list)).toEqual({
    A: 'place',
    B: 'product',
    C: 'producer',
    D: 'commune',
    E: 'star',
    F: 'decisionNumber',
    G: 'decisionDate',
  })
  expect(list.rows).toEqual([
    {
      row: 2,
      state: 'sound',
      values: {
        product: 'Cam lòng vàng',
        producer: 'HTX Hà Phong',
        kind: null,
        commune: 'Thu Phong',
        district: null,
        star: 4,
        score: null,
        decisionNumber: '3075/QĐ-UBND',
        decisionDate: '2019-12-30',
        validUntil: '2022-12-30',
      },
      details: { code: '', representative: '', phone: '', address: '', application: '' },
      recognitions: [
        {
          star: 4,
          score: null,
          decisionNumber: '3075/QĐ-UBND',
          decisionDate: '2019-12-30',
          decisionYear: 2019,
          validUntil: '2022-12-30',
          certificateNumber: null,
        },
      ],
      raw: {
        A: '1',
        B: 'Cam lòng vàng',
        C: 'HTX Hà Phong',
        D: 'Thu Phong',
        E: '4',
        F: '3075/QĐ-UBND',
        G: '30/12/2019',
      },
    },
    expect.objectContaining({ row: 3, state: 'sound' }),
  ])
})

test.each([
  ['2019-12-30', '2022-12-30'],
  ['2020-12-22', '2023-12-22'],
  ['2021-12-29', '2024-12-29'],
  ['2020-02-29', '2023-02-28'],
])('decided on %s, it lapses on %s', async (from, until) => {
  expect(values(await readRows([head, [1, ...orange, dateCell(from)]]), 2)?.validUntil).toBe(until)
})

it.each(['06/05/2024', '06/05/2024 00:00:00', '(06/05/2024)', '06/05/2024.', '06/05/’24'])(
  'among days written month first, %s may be another',
  async (day) => {
    const list = await readRows([head, [1, ...orange, day], [2, ...honey, '05/25/2024 00:00:00']])
    expect(told(list)).toContain(
      'G2 doubt: Cột này có ngày viết tháng trước ngày (ô G3): ngày 06/05/2024 có thể là ngày 05/06/2024.',
    )
    expect(told(await readRows([head, [1, ...orange, day]])).filter((each) => each.includes('doubt'))).toEqual([])
  },
)

it.each([
  ['DANH SÁCH SẢN PHẨM OCOP NĂM 2019', 0],
  ['Danh sách sản phẩm OCOP năm 2020', 1],
  ['Danh sách sản phẩm OCOP giai đoạn 2020-2025', 0],
  ['Danh sách sản phẩm OCOP đến hết năm 2020', 0],
  ['Danh sách sản phẩm OCOP năm 2019 và năm 2020', 0],
  ['Danh mục sản phẩm OCOP hết hạn năm 2022', 0],
  ['Danh sách (kèm theo Quyết định số 8/QĐ-UBND ngày 02 tháng 01 năm 2020)', 0],
])('a title “%s” over rows of 2019 has %i notes', async (title, notes) => {
  const list = await readRows([[title], head, [1, ...orange, decided], [2, ...honey, decided]])
  expect(told(list)).toHaveLength(notes)
  expect(list.rows.map(({ state }) => state)).toEqual(['sound', 'sound'])
})

describe('two decisions of a row', () => {
  const both = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Quyết định công nhận']
  const cell = '3163/QĐ-UBND ngày 30/12/2019; 22/QĐ-UBND ngày 06/5/2023'
  const latest = { decisionNumber: '22/QĐ-UBND', decisionDate: '2023-05-06' }

  it('in one cell: the latest is taken, and said', async () => {
    const list = await readRows([both, [1, ...orange.slice(0, 4), cell]])
    expect(list.rows[0]).toMatchObject({ state: 'doubtful', values: { ...latest, validUntil: '2026-05-06' } })
    expect(told(list)).toEqual([
      `F2 doubt: “${cell}” có hơn một số quyết định; lấy số 22/QĐ-UBND.`,
      `F2 doubt: “${cell}” có hơn một ngày; lấy ngày 06/05/2023.`,
    ])
  })

  it('in two cells, each with both', async () => {
    const numbers = '3163/QĐ-UBND; 22/QĐ-UBND'
    const list = await readRows([head, [1, ...orange.slice(0, 4), numbers, '30/12/2019; 06/05/2023']])
    expect(list.rows[0]).toMatchObject({ state: 'doubtful', values: latest })
  })

  it('in one cell beside a day: that of the day', async () => {
    const list = await readRows([head, [1, ...orange.slice(0, 4), cell, decided]])
    expect(values(list, 2)).toMatchObject({ decisionNumber: '3163/QĐ-UBND', decisionDate: '2019-12-30' })
  })

  it('of which one corrects the other: that which recognised', async () => {
    const corrected = '3163/QĐ-UBND ngày 30/12/2019 (đính chính tại Quyết định số 22/QĐ-UBND ngày 06/01/2020)'
    expect(values(await readRows([both, [1, ...orange.slice(0, 4), corrected]]), 2)).toMatchObject({
      decisionNumber: '3163/QĐ-UBND',
      decisionDate: '2019-12-30',
    })
  })
})

describe('where the list stands', () => {
  const title = [['DANH SÁCH SẢN PHẨM OCOP NĂM 2019'], ['(Kèm theo Công văn số 12/UBND-KT)'], []]

  it('is found below titles, and a row that numbers the columns is none of it', async () => {
    const numbers = ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)']
    const list = await read([{ rows: [...title, head, numbers, [1, ...orange, decided]], merges: ['A1:G1', 'A2:G2'] }])
    expect(list.headerRows).toEqual([4])
    expect(products(list)).toEqual([[6, 'sound', 'Cam lòng vàng']])
  })

  it('ends where it is summed and signed', async () => {
    const list = await readRows([
      head,
      [1, ...orange, decided],
      ['Tổng cộng', '1 sản phẩm'],
      [null, 'Ghi chú: danh sách tính đến hết năm 2019'],
      [null, null, null, null, 'Hòa Bình, ngày 30 tháng 12 năm 2019'],
      [null, 'Người lập biểu', null, null, 'TM. ỦY BAN NHÂN DÂN'],
      [null, 'Người ký thử'],
    ])
    expect(products(list)).toEqual([[2, 'sound', 'Cam lòng vàng']])
    expect(told(list)).toEqual([])
  })

  it('goes on after a page that repeats its head', async () => {
    const list = await readRows([head, [1, ...orange, decided], head, [2, ...honey, decided]])
    expect(products(list).map(([row]) => row)).toEqual([2, 4])
  })

  it('is the fullest sheet in sight; the others are named', async () => {
    const list = await read([
      {
        name: 'Tóm tắt',
        rows: [
          ['STT', 'Tên sản phẩm'],
          [1, 'Cam lòng vàng'],
        ],
      },
      { name: 'Lọc', rows: [head, [1, ...orange, decided]] },
    ])
    expect([list.sheet, list.sheets]).toEqual(['Lọc', ['Lọc', 'Tóm tắt']])
    expect(told(list)).toEqual([
      'A1 note: Tệp còn danh sách ở trang tính “Tóm tắt”, chưa đọc: chọn trang tính đó để đọc.',
    ])
  })

  it('is nowhere in a workbook without a head that names products', async () => {
    const bytes = await officeWorkbook({
      rows: [
        ['Họ và tên', 'Chức vụ'],
        ['Thành viên 1', 'Ủy viên'],
      ],
    })
    expect(await readRegisterList({ bytes, remembered: new Map(), sheet: null, law })).toBeNull()
  })
})

describe('the provincial layout of 22 columns', () => {
  const once = ['Sao', 'Ngày công nhận', 'Năm', 'Số QĐ', 'Cơ quan ban hành']
  const heads = [
    'TT',
    'Tên sản phẩm',
    'Nhóm sản phẩm',
    'Loại hình',
    'Tên chủ thể',
    'Xã/phường',
    'Địa chỉ',
    'Người đại diện',
    'SĐT',
    'Hạng sao hiện tại',
    'Ngày hết hạn',
    'Lần 1',
    null,
    null,
    null,
    null,
    'Lần 2/nâng hạng',
    null,
    null,
    null,
    null,
    'Ghi chú',
  ]
  const below = [...Array.from({ length: 11 }, () => null), ...once, ...once]
  const merges = [...'ABCDEFGHIJKV'].map((letter) => `${letter}4:${letter}5`)
  const rowOf = (product: string, recognitions: Rows[number]) => [
    1,
    product,
    'Thực phẩm',
    'Hợp tác xã',
    'HTX Hà Phong',
    'Thu Phong',
    'Xóm 1',
    'Người đại diện 1',
    '0218',
    ...recognitions,
  ]
  const lists = (...rows: Rows): Lists => [
    { name: 'Loc', rows: [['DANH SÁCH'], [], [], heads, below, ...rows], merges: [...merges, 'L4:P4', 'Q4:U4'] },
  ]

  it('says which column is which, and the later of two recognitions counts', async () => {
    const [first, second] = [dateCell('2019-12-30'), dateCell('2022-12-22')]
    const list = await read(
      lists(
        rowOf('Cam lòng vàng', [
          4,
          dateCell('2025-12-22'),
          3,
          first,
          2019,
          '3075/QĐ-UBND',
          'UBND tỉnh',
          4,
          second,
          2022,
          '3000/QĐ-UBND',
          'UBND tỉnh',
        ]),
      ),
    )
    expect(list.headerRows).toEqual([4, 5])
    expect(fieldsOf(list)).toMatchObject({
      J: 'star',
      K: 'validUntil',
      L: 'star1',
      M: 'decisionDate',
      O: 'decisionNumber',
    })
    expect(fieldsOf(list)).toMatchObject({ Q: 'star2', R: 'decisionDate2', S: 'decisionYear2', T: 'decisionNumber2' })
    expect(told(list)).toEqual([])
    expect(values(list, 6)).toMatchObject({
      star: 4,
      decisionNumber: '3000/QĐ-UBND',
      decisionDate: '2022-12-22',
      validUntil: '2025-12-22',
    })
  })

  it('is held against itself: stars, years and days that contradict each other', async () => {
    const list = await read(
      lists(rowOf('Cam lòng vàng', [4, dateCell('2023-12-30'), 3, decided, 2020, '3075/QĐ-UBND', 'UBND tỉnh'])),
    )
    expect(told(list)).toEqual([
      'J6 doubt: Hạng hiện tại ghi 4 sao, lần công nhận mới nhất ghi 3 sao; nhận dòng này thì ghi 3 sao theo quyết định số 3075/QĐ-UBND ngày 30/12/2019.',
      'K6 doubt: Danh sách ghi hết hạn ngày 30/12/2023; tính từ ngày quyết định 30/12/2019 là ngày 30/12/2022.',
      'N6 doubt: Cột năm ghi 2020, ngày quyết định thuộc năm 2019.',
    ])
    expect(values(list, 6)?.validUntil).toBe('2022-12-30')
  })
})

describe('one producer with several products', () => {
  it('in merged cells is each row’s, without a word', async () => {
    const list = await read([
      {
        rows: [head, [1, ...orange, decided], [2, 'Mứt cam', null, null, 3, '3075/QĐ-UBND', decided]],
        merges: ['C2:C3', 'D2:D3'],
      },
    ])
    expect(values(list, 3)).toMatchObject({ producer: 'HTX Hà Phong', commune: 'Thu Phong' })
    expect(told(list)).toEqual([])
  })

  const next = (place: number | null, product: string, commune: string | null = null, producer: string | null = null) =>
    [place, product, producer, commune, 3, '3075/QĐ-UBND', decided] as const
  const fromAbove = 'Ô chủ thể để trống, lấy theo dòng trên: “HTX Hà Phong”.'

  it('left out below its first product goes on where its number is left out too', async () => {
    const list = await readRows([head, [1, ...orange, decided], next(null, 'Mứt cam'), next(null, 'Cam sấy')])
    expect(told(list)).toEqual([`B3 note: ${fromAbove}`, `B4 note: ${fromAbove}`])
    expect(values(list, 4)).toMatchObject({ producer: 'HTX Hà Phong', commune: 'Thu Phong' })
  })

  it('left out in a row with a number of its own is doubtful in the same commune', async () => {
    const list = await readRows([head, [1, ...orange, decided], next(2, 'Mứt cam', 'Thu Phong')])
    expect(told(list)).toEqual([`B3 doubt: ${fromAbove}`])
    expect(values(list, 3)).toMatchObject({ producer: 'HTX Hà Phong' })
  })

  it.each<readonly [string, Rows[number]]>([
    ['with a number of its own', next(2, 'Mứt cam')],
    ['of another commune', next(null, 'Mứt cam', 'Phong Phú')],
    ['of another commune with a number', next(2, 'Mứt cam', 'Phong Phú')],
  ])('is nobody’s in a row %s, nor in the rows below', async (_name, row) => {
    const list = await readRows([head, [1, ...orange, decided], row, next(null, 'Cam sấy'), next(4, 'Bưởi')])
    expect(list.rows.map(({ state, values: { producer } }) => [state, producer])).toEqual([
      ['sound', 'HTX Hà Phong'],
      ['faulty', null],
      ['faulty', null],
      ['faulty', null],
    ])
    expect(told(list)[0]).toContain('C3 fault: Chưa có tên chủ thể; danh sách không cho biết')
  })

  it('left out in a row with a number is written as above', async () => {
    const list = await readRows([head, [1, ...orange, decided], next(2, 'Mứt cam', null, 'nt')])
    expect(list.rows[1]).toMatchObject({ state: 'sound', values: { producer: 'HTX Hà Phong' } })
  })

  it('left out in a list without numbers goes on, doubtful', async () => {
    const list = await readRows([head, [1, ...orange, decided], next(null, 'Mứt cam')].map((row) => row.slice(1)))
    expect(told(list)).toEqual([`A3 doubt: ${fromAbove}`])
  })

  it('in a row of its own heads its products; without any it is a row without a product', async () => {
    const heads = ['STT', 'Chủ thể', 'Địa chỉ', 'Tình trạng HĐ', 'Tên sản phẩm OCOP', 'Xếp hạng']
    const list = await readRows([
      heads,
      [1, 'HTX Mường Bi', 'xóm Lũy, xã Phong Phú, huyện Tân Lạc'],
      [null, null, null, null, 'Quýt Nam Sơn', '3 sao'],
      [null, null, null, null, 'Gà Lạc Thủy', '4 sao'],
      [2, 'HTX Mường Vang', 'xã Nhân Nghĩa'],
      [3, 'HTX Mường Thàng', null, null, 'Rượu cần', '3 sao'],
    ])
    expect(list.columns.find(({ header }) => header === 'Tình trạng HĐ')?.field).toBeNull()
    expect(products(list)).toEqual([
      [3, 'sound', 'Quýt Nam Sơn'],
      [4, 'sound', 'Gà Lạc Thủy'],
      [5, 'faulty', null],
      [6, 'sound', 'Rượu cần'],
    ])
    expect(values(list, 4)).toMatchObject({
      producer: 'HTX Mường Bi',
      commune: 'xã Phong Phú',
      district: 'huyện Tân Lạc',
      star: 4,
    })
    expect(told(list)).toContain('E5 fault: Chưa có tên sản phẩm.')
  })
})

describe('rows that head the rows below', () => {
  it('name district, commune, star and year of what they hold', async () => {
    const heads = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Ngày quyết định']
    const list = await readRows([
      heads,
      ['A', 'CÁC SẢN PHẨM ĐẠT 4 SAO'],
      ['I', 'Huyện Đà Bắc (2 sản phẩm)'],
      [1, 'Cá sông Đà', 'HTX Đà Bắc', decided],
      ['II', 'Thành phố Hòa Bình'],
      [null, 'Xã Hòa Bình'],
      [1, 'Chè shan', 'HTX Sông Đà', decided],
      ['B', 'Sản phẩm 3 sao'],
      ['I', 'Huyện Lạc Sơn'],
      [1, 'Mật ong', 'HTX Mường Vang', decided],
    ])
    expect(
      list.rows.map(({ values: { product, district, commune, star } }) => [product, district, commune, star]),
    ).toEqual([
      ['Cá sông Đà', 'Huyện Đà Bắc', null, 4],
      ['Chè shan', 'Thành phố Hòa Bình', 'Xã Hòa Bình', 4],
      ['Mật ong', 'Huyện Lạc Sơn', null, 3],
    ])
    expect(list.rows.every(({ state }) => state === 'sound')).toBe(true)
  })

  it('with a year contradict a decision of another', async () => {
    const list = await readRows([head, ['I', 'Sản phẩm công nhận năm 2020'], [1, ...orange, decided]])
    expect(told(list)).toEqual(['G3 doubt: Ngày 30/12/2019 không thuộc năm 2020 ghi ở tiêu đề của nhóm.'])
  })

  it('that nobody understands are named', async () => {
    const list = await readRows([
      head,
      [1, ...orange, decided],
      [null, null, null, 'bổ sung theo thông báo'],
      [2, ...honey, decided],
    ])
    expect(told(list)).toEqual([
      'B3 doubt: Dòng chỉ có “bổ sung theo thông báo”, không đọc được là sản phẩm hay tiêu đề nhóm; bỏ qua.',
    ])
    expect(products(list)).toHaveLength(2)
  })
})

describe('a cell that is no value', () => {
  const row = (change: Readonly<Record<number, Rows[number][number]>>) => [
    head,
    [1, ...orange, decided].map((value, column) => (column in change ? (change[column] ?? null) : value)),
  ]

  it.each([
    ['a formula that failed', row({ 2: { error: '#REF!' } }), 'faulty', 'C2 fault: Ô báo lỗi công thức #REF!.'],
    ['no product', row({ 1: null }), 'faulty', 'B2 fault: Chưa có tên sản phẩm.'],
    ['no producer', row({ 2: null }), 'faulty', 'C2 fault: Chưa có tên chủ thể.'],
    ['a star that is none', row({ 4: '6 sao' }), 'faulty', 'E2 fault: “6 sao” không phải là hạng sao từ 1 đến 5.'],
    ['a day that is none', row({ 6: '31/02/2020' }), 'faulty', 'G2 fault: Lịch không có ngày “31/02/2020”.'],
    ['no day', row({ 6: 'chưa rõ' }), 'faulty', 'G2 fault: “chưa rõ” không phải là ngày.'],
    ['a year alone', row({ 6: 2019 }), 'doubtful', 'G2 doubt: “2019” chỉ có năm, chưa có ngày.'],
    ['a serial number', row({ 6: 43_829 }), 'sound', 'G2 note: Số 43829 là ngày 30/12/2019 chưa định dạng.'],
    ['two digits of a year', row({ 6: '30/12/19' }), 'sound', 'G2 note: “30/12/19” được đọc là ngày 30/12/2019.'],
    [
      'a month before its day',
      row({ 6: '12/30/2019' }),
      'doubtful',
      'G2 doubt: “12/30/2019” chỉ đọc được theo thứ tự tháng/ngày/năm: ngày 30/12/2019.',
    ],
    ['a day to come', row({ 6: dateCell('2025-01-01') }), 'doubtful', 'G2 doubt: Ngày 01/01/2025 chưa tới.'],
    [
      'a day before there were any',
      row({ 6: dateCell('1919-12-30') }),
      'doubtful',
      'G2 doubt: Năm 1919 ngoài thời gian của Chương trình OCOP.',
    ],
    [
      'a star without its day',
      row({ 6: null }),
      'doubtful',
      'E2 doubt: Chưa có ngày quyết định nên chưa tính được thời hạn.',
    ],
    [
      'a number of another year',
      row({ 5: '12/2021/QĐ-UBND' }),
      'doubtful',
      'F2 doubt: Số quyết định ghi năm 2021, ngày quyết định thuộc năm 2019.',
    ],
    [
      'words for a number',
      row({ 5: 'theo QĐ của tỉnh' }),
      'doubtful',
      'F2 doubt: “theo QĐ của tỉnh” không có số quyết định theo mẫu 123/QĐ-UBND.',
    ],
  ] as const)('%s', async (_name, rows, state, reason) => {
    const list = await readRows(rows)
    expect(told(list)).toContain(reason)
    expect(list.rows.map((each) => each.state)).toEqual([state])
  })

  it('a decision with its day in one cell is both', async () => {
    const heads = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Hạng', 'Quyết định công nhận']
    const list = await readRows([heads, [1, 'Cam', 'HTX Hà Phong', 3, 'Quyết định số 3075/QĐ-UBND ngày 30/12/2019']])
    expect(values(list, 2)).toMatchObject({
      decisionNumber: '3075/QĐ-UBND',
      decisionDate: '2019-12-30',
      validUntil: '2022-12-30',
    })
    expect(told(list)).toEqual([])
  })

  it('a year of its own column is all that is known of the decision', async () => {
    const heads = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Hạng sao', 'Năm công nhận']
    const list = await readRows([heads, [1, 'Cam', 'HTX Hà Phong', 4, 2019]])
    expect(list.rows[0]?.recognitions).toMatchObject([{ star: 4, decisionDate: null, decisionYear: 2019 }])
    expect(told(list)).toEqual([])
  })

  it('points that are worth another star', async () => {
    const heads = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Điểm', 'Hạng sao']
    const list = await readRows([
      heads,
      [1, 'Cam', 'HTX A', '69,71', 4],
      [2, 'Chè', 'HTX B', 70, 4],
      [3, 'Mật', 'HTX C', 170, 3],
    ])
    expect(told(list)).toEqual([
      'D2 doubt: 69,71 điểm chỉ đạt 3 sao, dòng ghi 4 sao.',
      'D4 fault: “170” không phải là điểm từ 0 đến 100.',
    ])
    expect(list.rows.map((row) => row.values.score)).toEqual([69.71, 70, null])
  })

  it('text of an old encoding is read, and said', async () => {
    const list = await readRows(row({ 1: 'Cam V\u00b5ng Cao Phong', 2: 'H\u00eep t\u00b8c x\u00b7 H\u00b5 Phong' }))
    expect(values(list, 2)).toMatchObject({ product: 'Cam Vàng Cao Phong', producer: 'Hợp tác xã Hà Phong' })
    expect(list.rows[0]?.state).toBe('doubtful')
  })

  it('what is hidden is named', async () => {
    const list = await read([
      { rows: [head, [1, ...orange, decided], [2, ...honey, decided]], hiddenRows: [3], hiddenColumns: [4] },
    ])
    expect(told(list)).toEqual(['D1 note: Cột D đang ẩn trong tệp.', 'B3 doubt: Dòng 3 đang ẩn trong tệp.'])
  })
})

describe('one product twice', () => {
  const row = (
    product: string,
    producer: string,
    [number, day]: readonly [string, Date] = ['3075/QĐ-UBND', decided],
  ) => [1, product, producer, 'Thu Phong', 3, number, day]
  const later = dateCell('2022-12-22')

  it('is told whatever its letters and short forms, and one slip apart', async () => {
    const list = await readRows([
      head,
      row('Mật ong “Hoa rừng”', 'HTX Nông nghiệp Mường Bi'),
      row('MẬT ONG HOA RỪNG', 'Hợp tác xã nông nghiệp Mường Bi'),
      row('Mật ong hoa rừmg', 'HTX NN Mường Bi'),
      row('Mật ong hoa rừng', 'HTX Mường Vang'),
      row('Mật ong hoa rừng 2', 'HTX Nông nghiệp Mường Bi'),
    ])
    expect(list.duplicates).toEqual([
      [2, 3],
      [2, 4],
    ])
    expect(told(list)).toEqual([
      'B3 doubt: Trùng với dòng 2: “Mật ong “Hoa rừng”” của HTX Nông nghiệp Mường Bi.',
      'B4 doubt: Gần giống dòng 2: “Mật ong “Hoa rừng”” của HTX Nông nghiệp Mường Bi.',
    ])
  })

  it('is the same only where it is taken as one: without accents it may be several', async () => {
    const of = (row: number, name: string) => `dòng ${row}: “${name}” của HTX Ong.`
    const one = await readRows([head, row('Mật ong hoa nhãn', 'HTX Ong'), row('Mat ong hoa nhan', 'HTX Ong')])
    expect(told(one)).toEqual([`B3 doubt: Trùng với ${of(2, 'Mật ong hoa nhãn')}`])
    const names = ['Mật ong hoa nhãn', 'Mật ong hoa nhan', 'Mat ong hoa nhan', 'MẬT ONG HOA NHAN', 'mat ong hoa nhan']
    const several = await readRows([head, ...names.map((name) => row(name, 'HTX Ong'))])
    expect(told(several)).toEqual([
      `B3 doubt: Gần giống ${of(2, 'Mật ong hoa nhãn')}`,
      `B4 doubt: Gần giống ${of(2, 'Mật ong hoa nhãn')}`,
      `B5 doubt: Trùng với ${of(3, 'Mật ong hoa nhan')}`,
      `B6 doubt: Trùng với ${of(4, 'Mat ong hoa nhan')}`,
    ])
  })

  it('with decisions of two days was recognised twice', async () => {
    const list = await readRows([head, row('Cam', 'HTX A'), row('Cam', 'HTX A', ['2935/QĐ-UBND', later])])
    expect(list.duplicates).toEqual([])
    expect(told(list)).toEqual(['B3 note: Cùng sản phẩm với dòng 2, công nhận vào ngày khác.'])
  })

  it('with two days of one decision contradicts itself', async () => {
    const list = await readRows([head, row('Cam', 'HTX A'), row('Cam', 'HTX A', ['3075/QĐ-UBND', later])])
    expect(list.duplicates).toEqual([[2, 3]])
    expect(told(list)).toEqual([
      'B3 doubt: Mâu thuẫn với dòng 2: “Cam” của HTX A: G2 ghi 30/12/2019, G3 ghi 22/12/2022; lấy theo dòng 2.',
    ])
  })

  it('of two products are two decisions in two years, and one in one year', async () => {
    const of = async (day: Date) =>
      told(await readRows([head, row('Cam', 'HTX A'), row('Bưởi', 'HTX B', ['3075/QĐ-UBND', day])]))
    expect(await of(later)).toEqual([])
    expect(await of(new Date('2019-12-03'))).toHaveLength(2)
    expect(await of(new Date('2020-12-30'))).toHaveLength(2)
  })
})

describe('a product that failed', () => {
  const heads = [...head, 'Điểm', 'Kết quả']
  const failed = (cells: Readonly<Record<number, Rows[number][number]>>) =>
    readRows([heads, Object.assign([1, ...orange, decided, 20, null], cells)])

  it.each([
    ['its star says so', { 4: 'Không đạt' }, 'E2'],
    ['its points say so', { 4: null, 7: 'Chưa đạt' }, 'H2'],
    ['a column of results says so, whatever star stands beside it', { 4: 3, 8: 'Không đạt' }, 'I2'],
    ['its decision says so', { 4: null, 5: 'Không công nhận' }, 'F2'],
  ])('is never a recognition: %s', async (_name, cells, cell) => {
    const list = await failed(cells)
    expect(list.rows).toMatchObject([{ state: 'doubtful', recognitions: [], isFailed: true }])
    expect(told(list).filter((one) => one.startsWith(cell))).toHaveLength(1)
  })

  it('without a word of it has a decision and no star: a doubt', async () => {
    const list = await failed({ 4: '-' })
    expect(told(list)).toEqual([
      'F2 doubt: Có quyết định nhưng không ghi hạng sao; chưa được tính là sản phẩm còn hiệu lực công nhận.',
    ])
    expect(list.rows[0]?.recognitions).toMatchObject([{ star: null }])
  })
})

describe('marks for what stands above, or for nothing', () => {
  it.each(['nt', '-nt-', '"', '”', 'như trên', 'Như trên.', "''"])('%s is the row above', async (mark) => {
    const list = await readRows([head, [1, ...orange, decided], [2, 'Mứt cam', mark, mark, 3, mark, mark]])
    expect(values(list, 3)).toMatchObject({
      product: 'Mứt cam',
      producer: 'HTX Hà Phong',
      commune: 'Thu Phong',
      decisionNumber: '3075/QĐ-UBND',
      decisionDate: '2019-12-30',
    })
    expect(told(list)).toEqual([
      `C3 note: “${mark}” được đọc theo dòng trên: “HTX Hà Phong”.`,
      `D3 note: “${mark}” được đọc theo dòng trên: “Thu Phong”.`,
      `F3 note: “${mark}” được đọc theo dòng trên: “3075/QĐ-UBND”.`,
      `G3 note: “${mark}” được đọc theo dòng trên: “30/12/2019”.`,
    ])
  })

  it('are no names: where nothing stands above, nothing is said', async () => {
    const list = await readRows([
      head,
      [1, 'Cam', 'nt', '-', 3, '…', decided],
      [2, '-', 'HTX B', 'Pà Cò', 3, '-', decided],
    ])
    expect(list.rows.map(({ values: { product, producer, commune } }) => [product, producer, commune])).toEqual([
      ['Cam', null, null],
      [null, 'HTX B', 'Pà Cò'],
    ])
    expect(told(list)).toEqual(['C2 fault: Chưa có tên chủ thể.', 'B3 fault: Chưa có tên sản phẩm.'])
  })
})

test('what was chosen for a heading before goes before what its words say', async () => {
  const heads = ['STT', 'Tên sản phẩm', 'Đầu mối', 'Chủ thể']
  const remembered = new Map<string, RegisterField | null>([
    [headKey('Đầu mối'), 'producer'],
    [headKey('Chủ thể'), null],
  ])
  const list = await read([{ rows: [heads, [1, 'Cam', 'HTX A', 'x']] }], remembered)
  expect(values(list, 2)?.producer).toBe('HTX A')
})
