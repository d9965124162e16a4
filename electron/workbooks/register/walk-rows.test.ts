import { describe, expect, it, test } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../../tests/fixtures/office-list.ts'
import { readRegisterList } from './read-register-list.ts'

// Which rows of a list are products, and which are headings, sums, signatures or another head.

const law = {
  monthsOn: () => 36,
  starOf: (score: number) => (score >= 90 ? 5 : score >= 70 ? 4 : score >= 50 ? 3 : 2),
  today: '2024-10-01',
}
type Rows = OfficeList['rows']

async function read(list: OfficeList) {
  const bytes = await officeWorkbook(list)
  const found = await readRegisterList({ bytes, remembered: new Map(), sheet: null, law })
  if (found === null) throw new Error('no list was found')
  return found
}
type Read = Awaited<ReturnType<typeof read>>

const products = ({ rows }: Read) => rows.map(({ row, state, values }) => [row, state, values.product])
const told = ({ faults }: Read) => faults.map(({ cell, level, reason }) => `${cell} ${level}: ${reason}`)

const head = ['STT', 'Tên sản phẩm', 'Chủ thể', 'Địa chỉ', 'Hạng sao', 'Số QĐ', 'Ngày ký']
const decided = ['8/QĐ-UBND', dateCell('2024-01-01')] as const
const of = (number: number | null, product: string | null, producer: string | null, star: number | null = 3) =>
  [number, product, producer, 'xã N', star, ...decided] as const
const one = of(1, 'Hạt điều', 'HTX Đ')

describe('where a list is signed', () => {
  it.each<readonly [string, Rows]>([
    [
      'titles and names in the columns of products and producers',
      [
        [null, 'Người lập biểu', 'Thủ trưởng đơn vị'],
        [null, 'Thành viên Một', 'Thành viên Hai'],
      ],
    ],
    [
      'in capitals',
      [
        [null, 'NGƯỜI LẬP', 'TRƯỞNG PHÒNG'],
        [null, '(Đã ký)', '(Ký tên, đóng dấu)'],
        [null, 'Thành viên Một', 'Thành viên Hai'],
      ],
    ],
    [
      'titles that are no office of their own',
      [[null, 'Chuyên viên', 'Phó Chi cục trưởng'], [], [null, 'Thành viên Một', 'Thành viên Hai']],
    ],
    [
      'a place and a day, and names without titles',
      [
        [null, null, null, 'Phú Yên, ngày 12 tháng 3 năm 2024'],
        [null, 'Thành viên Một', 'Thành viên Hai'],
      ],
    ],
    [
      'a name under the star',
      [
        [null, 'Người lập biểu', 'Thủ trưởng đơn vị'],
        [null, 'Thành viên Một', null, null, 'Thành viên Hai'],
      ],
    ],
    [
      'who receives it',
      [
        [null, 'Nơi nhận:', 'KT. CHỦ TỊCH'],
        [null, '- Như trên;'],
        [null, '- Lưu: VT.', 'PHÓ CHỦ TỊCH'],
      ],
    ],
  ])('is no product: %s', async (_name, foot) => {
    const list = await read({ rows: [head, one, ...foot] })
    expect(products(list)).toEqual([[2, 'sound', 'Hạt điều']])
    expect(told(list).filter((each) => !each.includes('ở phần ký của danh sách'))).toEqual([])
  })

  it('says each pair of names that it passes over', async () => {
    const list = await read({
      rows: [head, one, [null, 'Người lập', 'Giám đốc'], [null, 'Thành viên Một', 'Thành viên Hai']],
    })
    expect(told(list)).toEqual([
      'B4 note: Dòng “Thành viên Một” ở phần ký của danh sách, không phải là sản phẩm; bỏ qua.',
    ])
  })

  it('goes on with what is certainly a product', async () => {
    const list = await read({ rows: [head, one, [null, 'Người lập', 'Giám đốc'], of(null, 'Rượu cần', 'HTX R')] })
    expect(products(list)).toEqual([
      [2, 'sound', 'Hạt điều'],
      [4, 'sound', 'Rượu cần'],
    ])
  })

  it('is not where a product is called so', async () => {
    const list = await read({
      rows: [head, of(1, 'Chủ tịch trà', 'HTX A'), of(2, 'Nơi nhận', 'HTX B'), of(null, 'Giám đốc', 'HTX C')],
    })
    expect(products(list)).toHaveLength(3)
  })
})

const scored = ['TT', 'Tên sản phẩm', 'Chủ thể', 'Điểm', 'Hạng', 'Số QĐ', 'Ngày QĐ']
const row = (product: string, producer = 'HTX L') => [1, product, producer, 71, 4, ...decided]

describe('headings and sums with figures beside them', () => {
  it.each<readonly [string, Rows[number], string]>([
    ['a count in words under the producer', ['I', 'Huyện A', '05 sản phẩm'], 'Huyện A'],
    ['a count under the star', ['II', 'Huyện B', null, null, '2 SP'], 'Huyện B'],
    ['a figure alone', ['III', 'Thị xã C', 3], 'Thị xã C'],
    ['without a number', [null, 'HUYỆN D', '3 chủ thể'], 'HUYỆN D'],
    ['with figures in several columns', [1, 'Huyện E', '3 chủ thể', null, 5], 'Huyện E'],
  ])('head the rows below: %s', async (_name, heading, district) => {
    const list = await read({ rows: [scored, ['I', 'Huyện Trước'], row('Trà'), heading, row('Lạc')] })
    expect(list.rows.map(({ values }) => [values.product, values.district])).toEqual([
      ['Trà', 'Huyện Trước'],
      ['Lạc', district],
    ])
    expect(told(list)).toEqual([])
  })

  it.each<readonly [string, Rows[number]]>([
    ['under the producer', [null, null, 'Cộng', 71]],
    ['under the number', ['Tổng cộng', null, 6]],
    ['twice a figure', ['Tổng số', 6, 6]],
    ['under the product', [null, 'Tổng', 6, 71]],
    ['a mean', [null, 'Trung bình', null, 71]],
    ['a mean with a star', [null, 'Bình quân', null, 71, 4]],
    ['counts in words', [null, 'Tổng số: 02 sản phẩm', '02 chủ thể']],
    ['of a district', [null, 'Cộng huyện B', '1 chủ thể', null, 1]],
    ['figures alone', ['Tổng', null, null, 2, 1]],
  ])('are no products: a sum %s', async (_name, sum) => {
    const list = await read({ rows: [scored, row('Lạc'), sum] })
    expect(products(list)).toEqual([[2, 'sound', 'Lạc']])
    expect(told(list)).toEqual([])
  })

  it('are products where they are called so', async () => {
    const names = [
      'Cộng hương trà',
      'Tổng hợp trái cây sấy',
      'Tổng Cọt (gạo nếp)',
      'Ghi chú hương',
      'Nhóm hương liệu',
      'Xã Đoài cam',
    ]
    const list = await read({ rows: [scored, ...names.map((name) => row(name))] })
    expect(list.rows.map(({ values }) => values.product)).toEqual(names)
    const continued = names.slice(0, 4).map((name) => [2, name, null, 71, 4, ...decided])
    const below = await read({ rows: [scored, row('Lạc'), ...continued] })
    expect(below.rows.map(({ values }) => values.product)).toEqual(['Lạc', ...names.slice(0, 4)])
  })
})

describe('a heading that says no star', () => {
  const under = (heading: string, cells = of(1, 'Sữa', 'HTX E', null)) =>
    read({ rows: [head, ['A. SẢN PHẨM ĐẠT 4 SAO'], of(1, 'Trà', 'HTX A', null), [heading], cells] })
  const last = ({ rows }: Read) => rows.at(-1)

  it('and that nobody understands takes the star of the group above away, and is said', async () => {
    const list = await under('B. CÁC TRƯỜNG HỢP KHÁC')
    expect(list.rows.map(({ values: { star }, state }) => [star, state])).toEqual([
      [4, 'sound'],
      [null, 'doubtful'],
    ])
    expect(told(list)).toContain(
      'B5 doubt: Dòng nằm dưới “B. CÁC TRƯỜNG HỢP KHÁC”, tiêu đề chưa đọc được; không lấy hạng sao, quyết định của nhóm phía trên.',
    )
  })

  it('until the next heading of a star', async () => {
    const list = await read({
      rows: [head, ['A. CÁC TRƯỜNG HỢP KHÁC'], ['B. SẢN PHẨM ĐẠT 4 SAO'], of(1, 'Trà', 'HTX A', null)],
    })
    expect(products(list)).toEqual([[4, 'sound', 'Trà']])
  })

  it('but that they are proposed: no recognition', async () => {
    const list = await under('C. SẢN PHẨM ĐỀ NGHỊ 5 SAO', [1, 'Sữa', 'HTX E', 'xã N', null, null, null] as never)
    expect(last(list)).toMatchObject({ state: 'sound', recognitions: [], values: { star: null } })
    expect(last(await under('C. SẢN PHẨM ĐỀ NGHỊ 5 SAO', of(1, 'Sữa', 'HTX E', 4)))).toMatchObject({
      state: 'doubtful',
      recognitions: [],
    })
  })

  it('but that they failed', async () => {
    expect(last(await under('D. SẢN PHẨM KHÔNG ĐẠT'))).toMatchObject({
      state: 'doubtful',
      recognitions: [],
      isFailed: true,
      values: { star: null },
    })
  })

  it.each(['Đ. SẢN PHẨM BỊ THU HỒI', 'E. Sản phẩm hết hạn'])('but %s: doubtful', async (heading) => {
    expect(last(await under(heading, of(1, 'Sữa', 'HTX E', 3)))).toMatchObject({ state: 'doubtful' })
  })

  it('of products that lapsed says nothing of one that did', async () => {
    const lapsed = [1, 'Sữa', 'HTX E', 'xã N', 3, '9/QĐ-UBND', dateCell('2020-01-01')]
    expect(last(await under('E. Sản phẩm hết hạn', lapsed as never))).toMatchObject({ state: 'sound' })
  })
})

describe('a heading that names a decision', () => {
  const heads = ['STT', 'Tên sản phẩm', 'Chủ thể', 'Xã', 'Hạng sao']
  const bare = (name: string) => [1, name, `HTX ${name}`, 'xã N', 3] as const
  const decisions = ({ rows }: Read) =>
    rows.map(({ state, values: { decisionNumber, decisionDate } }) => [state, decisionNumber, decisionDate])

  it('gives number and day to the rows below, until the next one or a year', async () => {
    const list = await read({
      rows: [
        heads,
        ['Quyết định số 3163/QĐ-UBND ngày 30/12/2019'],
        bare('Trà'),
        ['QĐ số 2935/QĐ-UBND ngày 22/12/2020 của UBND tỉnh Hòa Bình về việc công nhận sản phẩm OCOP'],
        ['I. Huyện Đà Bắc'],
        bare('Sữa'),
        ['Năm 2021'],
        bare('Gạo'),
      ],
    })
    expect(decisions(list)).toEqual([
      ['sound', '3163/QĐ-UBND', '2019-12-30'],
      ['sound', '2935/QĐ-UBND', '2020-12-22'],
      ['doubtful', null, null],
    ])
    expect(list.rows[1]?.values.district).toBe('Huyện Đà Bắc')
    expect(list.rows[2]?.recognitions).toMatchObject([{ decisionYear: 2021 }])
    expect(told(list)).toEqual([
      'B3 note: Quyết định lấy theo tiêu đề của nhóm: số 3163/QĐ-UBND ngày 30/12/2019.',
      'B6 note: Quyết định lấy theo tiêu đề của nhóm: số 2935/QĐ-UBND ngày 22/12/2020.',
      'B8 doubt: Chưa có ngày quyết định nên chưa tính được thời hạn.',
    ])
  })

  it.each([
    'Năm 2023 (Quyết định số 22/QĐ-UBND ngày 06/5/2023)',
    'II. SẢN PHẨM ĐẠT 3 SAO (theo QĐ 22/QĐ-UBND ngày 06/5/2023)',
    'Công nhận tại Quyết định số 22/QĐ-UBND ngày 06 tháng 5 năm 2023 của Chủ tịch UBND huyện Cao Phong',
    'Đợt 2: 22/QĐ-UBND, 06/05/2023',
  ])('beside what else it says: %s', async (heading) => {
    const list = await read({ rows: [heads, [heading], bare('Trà')] })
    expect(decisions(list)).toEqual([['sound', '22/QĐ-UBND', '2023-05-06']])
  })

  it.each([
    'Căn cứ Quyết định số 22/QĐ-UBND ngày 06/5/2023',
    'Quyết định số 22/QĐ-UBND ngày 06/5/2023 về việc thu hồi giấy chứng nhận',
    'Quyết định số 1048/QĐ-TTg ngày 21/8/2019',
    'Quyết định số 22/QĐ-UBND ngày 06/5/2023 và Quyết định số 23/QĐ-UBND ngày 07/5/2023',
  ])('that is no recognition of theirs, or more than one, gives none: %s', async (heading) => {
    const list = await read({ rows: [heads, ['Quyết định số 9/QĐ-UBND ngày 30/12/2019'], [heading], bare('Trà')] })
    expect(decisions(list)).toEqual([['doubtful', null, null]])
  })

  it('and products that were taken back gives none', async () => {
    const heading = 'Danh sách sản phẩm bị thu hồi theo Quyết định số 22/QĐ-UBND ngày 06/5/2023'
    expect(decisions(await read({ rows: [heads, [heading], bare('Trà')] }))).toEqual([['doubtful', null, null]])
  })

  it('fills what a row leaves out, and is held against what it says', async () => {
    const heading = 'Quyết định số 8/QĐ-UBND ngày 01/01/2024'
    const list = await read({
      rows: [
        head,
        [heading],
        one,
        [2, 'Trà', 'HTX T', 'xã N', 3, '8/QĐ-UBND'],
        [3, 'Sữa', 'HTX S', 'xã N', 3, '9/QĐ-UBND'],
        [4, 'Gạo', 'HTX G', 'xã N', 3, null, dateCell('2024-02-02')],
      ],
    })
    expect(decisions(list)).toEqual([
      ['sound', '8/QĐ-UBND', '2024-01-01'],
      ['sound', '8/QĐ-UBND', '2024-01-01'],
      ['doubtful', '9/QĐ-UBND', null],
      ['doubtful', null, '2024-02-02'],
    ])
  })

  it('is none among the remarks', async () => {
    const noted = [...heads, 'Ghi chú']
    const remark = [null, null, null, null, null, 'Quyết định số 9/QĐ-UBND ngày 30/12/2019']
    expect(decisions(await read({ rows: [noted, bare('Trà'), remark, bare('Sữa')] }))).toEqual([
      ['sound', null, null],
      ['sound', null, null],
    ])
  })

  it('ends with a heading that nobody understands', async () => {
    const list = await read({
      rows: [heads, ['Quyết định số 9/QĐ-UBND ngày 30/12/2019'], ['B. CÁC TRƯỜNG HỢP KHÁC'], bare('Trà')],
    })
    expect(decisions(list)).toEqual([['doubtful', null, null]])
  })
})

describe('a page’s number between rows', () => {
  it.each(['Trang 2', 'Trang 2/3', '- 2 -'])('%s heads nothing and ends nothing', async (page) => {
    const rows = [head, ['A. SẢN PHẨM ĐẠT 4 SAO'], of(1, 'Trà', 'HTX A', null), [page]]
    const plain = await read({ rows: [...rows, of(2, 'Sữa', 'HTX E', null)] })
    const below = await read({ rows: [...rows, head, of(2, 'Sữa', 'HTX E', null)] })
    for (const list of [plain, below]) {
      expect(list.rows.map(({ values: { star }, state }) => [star, state])).toEqual([
        [4, 'sound'],
        [4, 'sound'],
      ])
      expect(told(list)).toEqual([])
    }
  })
})

describe('a row without a name', () => {
  it.each<readonly [string, Rows[number]]>([
    ['beside a producer', of(2, null, 'HTX W', 4)],
    ['with signs that nobody sees', of(2, '\u200b', 'HTX W', 4)],
    ['with a mark for nothing', of(2, '-', 'HTX W', 4)],
    ['beside a star alone', [2, null, 'HTX W', 'xã N', 4]],
    ['beside a decision alone', [2, null, 'HTX W', 'xã N', null, ...decided]],
    ['and without a producer', of(2, null, null, 4)],
    ['beside what stands in every row', [2, null, null, 'xã N', 3]],
  ])('is faulty, not the heading of the rows below: %s', async (_name, cells) => {
    const list = await read({ rows: [head, one, cells, of(3, 'Nhãn', null)] })
    expect(list.rows.map(({ row: number, state }) => [number, state])).toEqual([
      [2, 'sound'],
      [3, 'faulty'],
      [4, 'doubtful'],
    ])
    expect(told(list)).toContain('B3 fault: Chưa có tên sản phẩm.')
  })
})

describe('a head that comes again', () => {
  const swapped = ['STT', 'Chủ thể', 'Tên sản phẩm', 'Địa chỉ', 'Hạng sao', 'Ngày ký', 'Số QĐ']

  it('with its columns in another order is read by it', async () => {
    const list = await read({
      rows: [
        head,
        ['I. Huyện A'],
        one,
        ['DANH SÁCH SẢN PHẨM 4 SAO'],
        swapped,
        [1, 'HTX Hẹ', 'Hẹ khô', 'xã N', null, dateCell('2024-02-01'), '9/QĐ-UBND'],
      ],
    })
    expect(list.rows[1]).toMatchObject({
      state: 'sound',
      values: {
        product: 'Hẹ khô',
        producer: 'HTX Hẹ',
        district: null,
        star: 4,
        decisionNumber: '9/QĐ-UBND',
        decisionDate: '2024-02-01',
      },
    })
    expect(told(list)).toEqual(['A5 note: Từ dòng 5 các cột theo thứ tự khác, được đọc theo tiêu đề ở dòng này.'])
  })

  it('and then in the first order again is read by that', async () => {
    const list = await read({ rows: [head, one, swapped, [1, 'HTX Hẹ', 'Hẹ khô'], head, of(1, 'Trà', 'HTX T')] })
    expect(list.rows.map(({ values }) => values.product)).toEqual(['Hạt điều', 'Hẹ khô', 'Trà'])
  })

  it('in the same order goes on in the same group', async () => {
    const list = await read({ rows: [head, ['I. Huyện A'], one, head, of(2, 'Trà', 'HTX T')] })
    expect(list.rows.map(({ values }) => values.district)).toEqual(['Huyện A', 'Huyện A'])
    expect(told(list)).toEqual([])
  })

  test('a product that is called like a heading is none', async () => {
    const list = await read({ rows: [head, of(1, 'Sao', 'HTX A'), of(2, 'Cơ sở', 'HTX B')] })
    expect(list.rows).toHaveLength(2)
  })
})

describe('what says that a row does not count', () => {
  const noted = [...head, 'Tình trạng']
  it.each([
    'Đã thu hồi GCN',
    'Hủy',
    'Huỷ bỏ',
    'Rút khỏi danh sách',
    'Rút hồ sơ',
    'Trùng dòng 2',
    'Đang chờ QĐ',
    'chờ ban hành quyết định',
  ])('is doubtful: %s', async (remark) => {
    const list = await read({ rows: [noted, [...one, remark]] })
    expect(list.rows[0]).toMatchObject({ state: 'doubtful' })
    expect(told(list)).toEqual([expect.stringContaining(`H2 doubt: “${remark}”`)])
  })

  it.each(['Còn hiệu lực', 'Không bị thu hồi', 'Trứng gà', 'Trung bình', 'Huy', 'Chợ phiên'])(
    'is not: %s',
    async (remark) => {
      expect(told(await read({ rows: [noted, [...one, remark]] }))).toEqual([])
    },
  )

  it('is a decision that took it back', async () => {
    const heads = [...head, 'Số QĐ thu hồi', 'Ngày thu hồi']
    const list = await read({
      rows: [heads, [...one, '99/QĐ-UBND', dateCell('2024-05-05')], [...of(2, 'Trà', 'HTX T'), '-', null]],
    })
    expect(list.rows.map(({ state }) => state)).toEqual(['doubtful', 'sound'])
    expect(told(list)).toEqual([expect.stringContaining('H2 doubt: “Số QĐ thu hồi: 99/QĐ-UBND”')])
  })

  it('is a line through the name', async () => {
    const list = await read({ rows: [head, one, of(2, 'Trà', 'HTX T')], struck: ['B3'] })
    expect(list.rows.map(({ state }) => state)).toEqual(['sound', 'doubtful'])
  })
})

describe('a decision’s year alone', () => {
  const heads = ['STT', 'Tên sản phẩm', 'Chủ thể', 'Hạng sao', 'Số QĐ', 'Ngày ký', 'Năm công nhận']
  const year = (name: string) => [1, name, 'HTX A', 3, '8/QĐ-UBND', null, 2024]

  it('is doubtful among days, since nothing says how long it is good for', async () => {
    const rest = ['Trà', 'Sữa'].map((name) => [1, name, 'HTX A', 3, ...decided, 2024])
    const list = await read({ rows: [heads, ...rest, year('Gạo')] })
    expect(list.rows.map(({ state }) => state)).toEqual(['sound', 'sound', 'doubtful'])
    expect(told(list)).toEqual(['G4 doubt: Chưa có ngày quyết định nên chưa tính được thời hạn.'])
  })

  it('is all that a list says that names no day', async () => {
    expect(told(await read({ rows: [heads, year('Gạo'), year('Trà')] }))).toEqual([])
  })
})
