import { describe, expect, it, test } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../../tests/fixtures/office-list.ts'
import { readDecisionHeads } from './decision-heads.ts'
import { readRegisterList } from './read-register-list.ts'

// Heads of decisions as lists in use have them: each is read from a workbook to the number and the day of one recognition.

const law = { monthsOn: () => 36, starOf: () => 5, today: '2024-10-01' }

async function read(list: OfficeList) {
  const bytes = await officeWorkbook(list)
  const found = await readRegisterList({ bytes, remembered: new Map(), sheet: null, law })
  if (found === null) throw new Error('no list was found')
  return found
}

const plain = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao']
const blank = [null, null, null, null, null]
const said = [1, 'Cam lòng vàng', 'HTX Hà Phong', 'Thu Phong', 4] as const
const down = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2']

const groups = ['Quyết định', 'QĐ', 'Quyết định công nhận', 'QĐ công nhận', 'Quyết định phê duyệt', 'Văn bản công nhận']
const parts = [
  ['Số', 'Ngày'],
  ['Số', 'Ngày tháng'],
  ['Số', 'Ngày, tháng'],
  ['Số', 'Ngày, tháng, năm'],
  ['Số', 'Ngày tháng năm'],
  ['Số QĐ', 'Ngày QĐ'],
  ['Số quyết định', 'Ngày quyết định'],
  ['Số hiệu', 'Ngày ban hành'],
  ['Số, ký hiệu', 'Ngày ký'],
  ['Số văn bản', 'Ngày, tháng ban hành'],
  ['Số', 'Thời gian'],
] as const

/** How a head of two rows is made: what stands in them, and what is merged. */
const shapes = {
  'merged across and down': (group: string, [number, day]: readonly [string, string]) => ({
    rows: [
      [...plain, group, null],
      [...blank, number, day],
    ],
    merges: [...down, 'F1:G1'],
  }),
  'merged across': (group: string, [number, day]: readonly [string, string]) => ({
    rows: [
      [...plain, group, null],
      [...blank, number, day],
    ],
    merges: ['F1:G1'],
  }),
  'merged down': (group: string, [number, day]: readonly [string, string]) => ({
    rows: [
      [...plain, group, null],
      [...blank, number, day],
    ],
    merges: down,
  }),
  'not merged': (group: string, [number, day]: readonly [string, string]) => ({
    rows: [
      [...plain, group, null],
      [...blank, number, day],
    ],
    merges: [],
  }),
  'over a row of the other headings': (group: string, [number, day]: readonly [string, string]) => ({
    rows: [
      [...blank, group, null],
      [...plain, number, day],
    ],
    merges: ['F1:G1'],
  }),
} satisfies Record<string, (group: string, part: readonly [string, string]) => OfficeList>

const pairs = groups.flatMap((group) => parts.map((part) => [group, ...part] as const))

test.each(pairs)('%s over %s | %s', (group, number, day) => {
  const heads = [`${group} – ${number}`, `${group} – ${day}`, `Lần 2 – ${group} – ${number}`]
  const read = readDecisionHeads(new Map(heads.map((head, index) => [index + 1, head])))
  expect([...read.values()]).toEqual(['Số quyết định', 'Ngày quyết định', 'Số quyết định'])
})

describe.each(Object.entries(shapes))('a head of two rows, %s', (_name, shape) => {
  const shown = pairs.filter(([group], index) => group === groups[index % groups.length])
  it.each(shown)('%s: %s | %s', async (group, ...part) => {
    const { rows, merges } = shape(group, part)
    const below = [
      [...said, '20/QĐ-UBND', dateCell('2024-06-05')],
      [2, 'Mật ong', ...said.slice(2), '20/QĐ-UBND', '05/06/2024'],
    ]
    const list = await read({ rows: [...rows, ...below], merges })
    expect(list.faults).toEqual([])
    const recognised = {
      star: 4,
      score: null,
      decisionNumber: '20/QĐ-UBND',
      decisionDate: '2024-06-05',
      decisionYear: 2024,
      certificateNumber: null,
      validUntil: '2027-06-05',
    }
    expect(list.rows.map((row) => row.recognitions)).toEqual([[recognised], [recognised]])
  })
})

test.each([
  ['Số quyết định', 'Ngày'],
  ['Số QĐ', 'Ngày'],
  ['Quyết định', 'Ngày'],
  ['Quyết định số', 'Ngày, tháng'],
  ['Số', 'Ngày quyết định'],
  ['Số', 'Ngày'],
  ['Quyết định công nhận', 'Ngày'],
  ['Số quyết định', 'Thời gian'],
])('in one row: %s | %s', async (number, day) => {
  const list = await read({
    rows: [
      [...plain, number, day],
      [...said, '20/QĐ-UBND', '05/06/2024'],
    ],
  })
  expect(list.faults).toEqual([])
  expect(list.rows[0]?.recognitions).toMatchObject([{ decisionNumber: '20/QĐ-UBND', decisionDate: '2024-06-05' }])
})

test('in one cell over two columns: the one that shows days alone is the day', async () => {
  const list = await read({
    rows: [
      [...plain, 'Quyết định công nhận', null],
      [...said, '20/QĐ-UBND', dateCell('2024-06-05')],
    ],
    merges: ['F1:G1'],
  })
  expect(list.faults).toEqual([])
  expect(list.rows[0]?.recognitions).toMatchObject([{ decisionNumber: '20/QĐ-UBND', decisionDate: '2024-06-05' }])
})

test('twice, under a heading for each time', async () => {
  const list = await read({
    rows: [
      [...plain.slice(0, 4), 'Lần 1', null, null, 'Lần 2', null, null],
      [null, null, null, null, 'Sao', 'Quyết định', null, 'Sao', 'Quyết định', null],
      [null, null, null, null, null, 'Số', 'Ngày', null, 'Số', 'Ngày'],
      [...said.slice(0, 4), 3, '20/QĐ-UBND', '05/06/2021', 4, '31/QĐ-UBND', dateCell('2024-06-05')],
    ],
    merges: ['A1:A3', 'B1:B3', 'C1:C3', 'D1:D3', 'E1:G1', 'H1:J1', 'E2:E3', 'H2:H3', 'F2:G2', 'I2:J2'],
  })
  expect(list.faults).toEqual([])
  expect(list.rows[0]?.recognitions).toMatchObject([
    { star: 4, decisionNumber: '31/QĐ-UBND', decisionDate: '2024-06-05' },
    { star: 3, decisionNumber: '20/QĐ-UBND', decisionDate: '2021-06-05' },
  ])
})

test.each([
  [
    ['Giấy chứng nhận – Số', 'Giấy chứng nhận – Ngày cấp'],
    ['12/GCN', '10/06/2024'],
  ],
  [
    ['Hạng đề nghị', 'Ngày cấp'],
    [5, '10/06/2024'],
  ],
  [
    ['Hạng đề nghị', 'Ngày hết hạn'],
    [5, '05/06/2027'],
  ],
] as const)('%s beside a decision is no second one', async (heads, cells) => {
  const list = await read({
    rows: [
      [...plain, 'Số quyết định', 'Ngày quyết định', ...heads],
      [...said, '20/QĐ-UBND', '05/06/2024', ...cells],
    ],
  })
  expect(list.faults).toEqual([])
  expect(list.rows[0]?.recognitions).toMatchObject([
    { star: 4, decisionNumber: '20/QĐ-UBND', decisionDate: '2024-06-05' },
  ])
})

test('words that say as much by themselves are left to be read as they stand', () => {
  const heads = ['Ngày hết hạn', 'Số điện thoại', 'Chủ thể – Số', 'Số giấy chứng nhận', 'Năm sinh']
  expect(readDecisionHeads(new Map(heads.map((head, index) => [index + 1, head])))).toEqual(new Map())
})
