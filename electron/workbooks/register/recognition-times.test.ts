import { describe, expect, it, test } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../../tests/fixtures/office-list.ts'
import { readRegisterList } from './read-register-list.ts'

// Two stars in a row, one before and one after: each is recorded under its own decision, or under none.

const law = { monthsOn: () => 36, starOf: () => 4, today: '2026-10-01' }

async function read(list: OfficeList) {
  const bytes = await officeWorkbook(list)
  const found = await readRegisterList({ bytes, remembered: new Map(), sheet: null, law })
  if (found === null) throw new Error('no list was found')
  return found
}

type Cell = OfficeList['rows'][number][number]

const plain = ['STT', 'Tên sản phẩm', 'Chủ thể', 'Xã'] as const
const said = [1, 'Chè A', 'HTX A', 'Xã Mẫu'] as const
const formerDay = dateCell('2023-12-20')
const day = dateCell('2025-12-20')

const latter = { star: 4, decisionNumber: '55/QĐ-UBND', decisionDate: '2025-12-20' }
const former = { star: 3, decisionNumber: '11/QĐ-UBND', decisionDate: '2023-12-20' }

async function readRow(heads: readonly string[], cells: readonly Cell[]) {
  const list = await read({
    rows: [
      [...plain, ...heads],
      [...said, ...cells],
    ],
  })
  const told = list.faults.map(({ cell, level, reason }) => `${cell} ${level}: ${reason}`)
  return { row: list.rows[0], told }
}

test.each([
  ['cũ', 'nâng hạng'],
  ['cũ', 'mới'],
  ['trước', 'sau'],
  ['trước đây', 'được nâng'],
  ['trước khi nâng hạng', 'sau khi nâng hạng'],
  ['lần đầu', 'nâng hạng'],
  ['lần 1', 'lần 2'],
  ['lần đầu', 'đánh giá lại'],
  ['đã công nhận', 'nâng lên'],
  ['lần trước', 'lần này'],
  ['lần 2', 'lần 3'],
])('stars and decisions of “%s” and of “%s” are two recognitions', async (before, after) => {
  const heads = [before, after].flatMap((time) => [`Hạng sao ${time}`, `Số QĐ ${time}`, `Ngày QĐ ${time}`])
  const { row, told } = await readRow(heads, [3, '11/QĐ-UBND', formerDay, 4, '55/QĐ-UBND', day])
  expect([row?.state, told]).toEqual(['sound', []])
  expect(row?.recognitions).toMatchObject([latter, former])
  const turned = await readRow(
    [...heads.slice(3), ...heads.slice(0, 3)],
    [4, '55/QĐ-UBND', day, 3, '11/QĐ-UBND', formerDay],
  )
  expect(turned.row?.recognitions).toMatchObject([latter, former])
})

test.each([
  [['Hạng sao', 'Số QĐ', 'Ngày QĐ', 'Hạng sao nâng hạng', 'Số QĐ nâng hạng', 'Ngày QĐ nâng hạng']],
  [['Hạng sao cũ', 'Số QĐ cũ', 'Ngày QĐ cũ', 'Hạng sao', 'Số QĐ', 'Ngày QĐ']],
  [['Hạng sao cũ', 'Số QĐ', 'Ngày QĐ', 'Hạng sao mới', 'Số QĐ', 'Ngày QĐ']],
  [['Hạng sao', 'Số QĐ', 'Ngày QĐ', 'Hạng sao', 'Số QĐ', 'Ngày QĐ']],
  [['Xếp loại cũ', 'Số QĐ cũ', 'Ngày QĐ cũ', 'Xếp loại mới', 'Số QĐ mới', 'Ngày QĐ mới']],
])('a star is its own decision’s where the words stand over some columns alone: %s', async (heads) => {
  const { row, told } = await readRow(heads, [3, '11/QĐ-UBND', formerDay, 4, '55/QĐ-UBND', day])
  expect([row?.state, told]).toEqual(['sound', []])
  expect(row?.recognitions).toMatchObject([latter, former])
})

describe('one decision', () => {
  it.each([
    ['Hạng sao trước khi nâng hạng', 'Hạng sao sau khi nâng hạng', 'Số quyết định', 'Ngày quyết định'],
    ['Hạng đã công nhận', 'Hạng nâng lên', 'Số quyết định', 'Ngày quyết định'],
    ['Hạng sao hiện tại', 'Hạng sao mới', 'Số quyết định nâng hạng', 'Ngày quyết định'],
    ['Hạng cũ', 'Hạng mới', 'Số QĐ mới', 'Ngày ký'],
    ['Hạng sao lần 1', 'Hạng sao lần 2', 'Số QĐ', 'Ngày QĐ'],
    ['Hạng sao cũ', 'Hạng sao', 'Số QĐ', 'Ngày QĐ'],
    ['Xếp loại trước', 'Xếp loại sau', 'Số QĐ', 'Ngày QĐ'],
    ['HẠNG SAO CŨ', 'HẠNG SAO MỚI', 'SỐ QĐ', 'NGÀY QĐ'],
    ['Hang sao cu', 'Hang sao moi', 'So QD', 'Ngay QD'],
  ])('is the star’s after: %s | %s | %s | %s', async (...heads) => {
    const { row, told } = await readRow(heads, [3, 4, '55/QĐ-UBND', day])
    expect(row).toMatchObject({ state: 'sound', values: latter })
    expect(row?.recognitions).toHaveLength(1)
    expect(told.every((one) => one.startsWith('E1 note: Cột E'))).toBe(true)
  })

  it('is nobody’s where the row says the star before alone', async () => {
    const { row, told } = await readRow(
      ['Hạng sao cũ', 'Hạng sao mới', 'Số QĐ', 'Ngày QĐ'],
      [3, null, '55/QĐ-UBND', day],
    )
    expect(row).toMatchObject({ state: 'doubtful', values: { ...latter, star: null } })
    expect(told).toContain(
      'E2 doubt: Dòng chỉ ghi hạng trước đây 3 sao, hạng mới để trống; nhận dòng này thì quyết định số 55/QĐ-UBND ngày 20/12/2025 được ghi mà không có hạng sao.',
    )
  })

  it('of the star before leaves the star after out', async () => {
    const heads = ['Hạng sao cũ', 'Số QĐ cũ', 'Ngày QĐ cũ', 'Hạng sao mới']
    const { row, told } = await readRow(heads, [3, '11/QĐ-UBND', formerDay, 4])
    expect(row?.recognitions).toMatchObject([former])
    expect(told).toEqual([
      'H2 doubt: Hạng 4 sao không kèm quyết định của lần này nên không được ghi; nhận dòng này thì ghi 3 sao theo quyết định số 11/QĐ-UBND ngày 20/12/2023.',
    ])
  })

  it('of the star before stands beside the one that the list goes with', async () => {
    const list = await read({
      rows: [
        ['(Kèm theo Quyết định số 55/QĐ-UBND ngày 20/12/2025 của UBND tỉnh)'],
        [...plain, 'Quyết định trước', 'Ngày công nhận trước', 'Hạng trước', 'Hạng sao công nhận lại'],
        [...said, '11/QĐ-UBND', formerDay, 3, 4],
      ],
    })
    expect(list.rows[0]).toMatchObject({ state: 'doubtful', recognitions: [latter, former] })
  })

  it('beside a star of which nothing says that it is the former: the other one, doubtful where they differ', async () => {
    const heads = ['Hạng sao', 'Hạng sao nâng hạng', 'Số QĐ', 'Ngày QĐ']
    const { row, told } = await readRow(heads, [3, 4, '55/QĐ-UBND', day])
    expect(row).toMatchObject({ state: 'doubtful', recognitions: [latter] })
    expect(told).toEqual([
      'E2 doubt: Cột này ghi 3 sao, cột được đọc ghi 4 sao; nhận dòng này thì ghi 4 sao theo quyết định số 55/QĐ-UBND ngày 20/12/2025.',
    ])
    const kept = await readRow(heads, [3, null, '11/QĐ-UBND', formerDay])
    expect(kept).toMatchObject({ row: { state: 'sound', recognitions: [former] }, told: [] })
  })

  it.each([
    ['Hạng sao', 'Nâng hạng', former],
    ['Hạng sao cũ', 'Hạng sao mới', { ...former, star: 4 }],
  ])('between two stars may be that of either: %s | %s', async (left, right, recognised) => {
    const { row, told } = await readRow([left, 'Số QĐ', 'Ngày QĐ', right], [3, '11/QĐ-UBND', formerDay, 4])
    expect(row).toMatchObject({ state: 'doubtful', recognitions: [recognised] })
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(`nhận dòng này thì ghi ${recognised.star} sao theo quyết định số 11/QĐ-UBND`)
  })

  it('is that of the star in force where the latter is blank', async () => {
    const heads = ['Hạng sao hiện tại', 'Hạng sao lần 1', 'Hạng sao lần 2', 'Số QĐ', 'Ngày QĐ']
    expect((await readRow(heads, [4, 3, 4, '55/QĐ-UBND', day])).row).toMatchObject({
      state: 'sound',
      recognitions: [latter],
    })
    expect((await readRow(heads, [3, 3, null, '11/QĐ-UBND', formerDay])).row).toMatchObject({
      state: 'sound',
      recognitions: [former],
    })
  })

  it('beside the day of the first recognition has its own', async () => {
    const { row } = await readRow(
      ['Hạng sao', 'Ngày công nhận lần đầu', 'Số QĐ', 'Ngày QĐ'],
      [4, formerDay, '55/QĐ-UBND', day],
    )
    expect(row).toMatchObject({ state: 'sound', recognitions: [latter] })
    expect(row?.recognitions).toHaveLength(1)
  })

  it('beside one that was recognised before: the other one, doubtful where they differ', async () => {
    const { row, told } = await readRow(['Hạng đã công nhận', 'Hạng', 'Số QĐ', 'Ngày QĐ'], [3, 4, '55/QĐ-UBND', day])
    expect(row).toMatchObject({ state: 'doubtful', recognitions: [latter] })
    expect(told).toHaveLength(1)
  })
})

test('a former star without decision and year is not recorded, and said', async () => {
  const heads = ['cũ', 'mới'].flatMap((time) => [`Hạng sao ${time}`, `Số QĐ ${time}`, `Ngày QĐ ${time}`])
  const { row, told } = await readRow(heads, [3, null, null, 4, '55/QĐ-UBND', day])
  expect(row).toMatchObject({ state: 'sound', recognitions: [latter] })
  expect(row?.recognitions).toHaveLength(1)
  expect(told).toEqual(['E2 note: Hạng trước đây 3 sao không kèm quyết định hoặc năm công nhận nên không được ghi.'])
})

test('a former star with its year is recorded', async () => {
  const heads = ['Hạng sao cũ', 'Năm công nhận lần đầu', 'Hạng sao mới', 'Số QĐ', 'Ngày QĐ']
  const { row } = await readRow(heads, [3, 2022, 4, '55/QĐ-UBND', day])
  expect(row).toMatchObject({
    state: 'sound',
    recognitions: [latter, { star: 3, decisionYear: 2022, decisionNumber: null }],
  })
})

test('a star to which a product was not raised is doubtful', async () => {
  const heads = ['cũ', 'nâng hạng'].flatMap((time) => [`Hạng sao ${time}`, `Số QĐ ${time}`, `Ngày QĐ ${time}`])
  const { row, told } = await readRow(heads, [4, '11/QĐ-UBND', formerDay, 3, '55/QĐ-UBND', day])
  expect(row?.recognitions).toMatchObject([
    { ...latter, star: 3 },
    { ...former, star: 4 },
  ])
  expect(told).toEqual([
    'H2 doubt: Cột nâng hạng ghi 3 sao, hạng trước đây ghi 4 sao; nhận dòng này thì ghi 3 sao theo quyết định số 55/QĐ-UBND ngày 20/12/2025.',
  ])
})

test('words of time elsewhere head no recognition', async () => {
  const list = await read({
    rows: [
      ['STT', 'Tên sản phẩm', 'Chủ thể', 'Xã cũ', 'Xã mới', 'Hạng sao', 'Số QĐ', 'Ngày QĐ'],
      [1, 'Chè A', 'HTX A', 'Xã Một', 'Xã Hai', 4, '55/QĐ-UBND', day],
    ],
  })
  expect(list.rows[0]).toMatchObject({ state: 'sound', values: { ...latter, commune: 'Xã Một' } })
})

/** Two wide headings over a star and a decision each. */
async function readWide([left, right]: readonly [string, string], rows: readonly (readonly Cell[])[]) {
  const list = await read({
    rows: [
      [...plain, left, null, null, right, null, null],
      [null, null, null, null, 'Hạng sao', 'Số QĐ', 'Ngày', 'Hạng sao', 'Số QĐ', 'Ngày'],
      ...rows.map((cells, index) => [index + 1, ['Chè A', 'Mật ong'][index] ?? '', ...said.slice(2), ...cells]),
    ],
    merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:G1', 'H1:J1'],
  })
  return { ...list, told: list.faults.map(({ cell, level, reason }) => `${cell} ${level}: ${reason}`) }
}

test.each([
  ['Công nhận lần đầu', 'Công nhận nâng hạng'],
  ['Trước khi nâng hạng', 'Sau khi nâng hạng'],
  ['Đã công nhận', 'Nâng hạng'],
  ['Hiện tại', 'Nâng hạng'],
  ['Năm 2023', 'Năm 2025'],
  ['Kết quả năm 2023', 'Kết quả năm 2025'],
  ['2023', '2025'],
  ['Đợt A', 'Đợt B'],
] as const)('under wide headings “%s” and “%s” are two recognitions', async (left, right) => {
  const list = await readWide(
    [left, right],
    [
      [3, '11/QĐ-UBND', formerDay, 4, '55/QĐ-UBND', day],
      [3, '11/QĐ-UBND', formerDay, null, null, null],
    ],
  )
  expect(list.told).toEqual([])
  expect(list.rows.map(({ recognitions }) => recognitions)).toMatchObject([[latter, former], [former]])
})

test('names, scores and certificates are those of their own recognition', async () => {
  const heads = ['cũ', 'mới'].flatMap((time) => [
    `Điểm ${time}`,
    `Hạng sao ${time}`,
    `Số QĐ ${time}`,
    `Ngày ${time}`,
    `Số GCN ${time}`,
  ])
  const cells = [60, 3, '11/QĐ-UBND', formerDay, '1/GCN', 75, 4, '55/QĐ-UBND', day, '2/GCN']
  const { row, told } = await readRow(heads, cells)
  expect(told).toEqual([])
  expect(row?.recognitions).toMatchObject([
    { ...latter, score: 75, certificateNumber: '2/GCN' },
    { ...former, score: 60, certificateNumber: '1/GCN' },
  ])
})

test('a third recognition under other words is doubtful, and so is one of words that are read no more', async () => {
  const heads = ['lần đầu', 'đánh giá lại', 'nâng hạng'].flatMap((time) => [`Hạng sao ${time}`, `Ngày QĐ ${time}`])
  const { row, told } = await readRow(heads, [3, '01/02/2020', 3, formerDay, 4, day])
  expect(row?.state).toBe('doubtful')
  expect(told[0]).toBe(
    'I2 doubt: Cột này ghi 4 sao, cột được đọc ghi 3 sao; nhận dòng này thì ghi 3 sao theo quyết định ngày 20/12/2023 chưa rõ số.',
  )
})

describe('years over columns', () => {
  it('turned go by the year', async () => {
    const list = await readWide(['Năm 2025', 'Năm 2023'], [[4, '55/QĐ-UBND', day, 3, '11/QĐ-UBND', formerDay]])
    expect(list.rows[0]?.recognitions).toMatchObject([latter, former])
  })

  it('are those of a star without a day, and are held against its day', async () => {
    const list = await readWide(['Năm 2023', 'Năm 2025'], [[3, null, null, 4, '55/QĐ-UBND', dateCell('2026-01-05')]])
    expect(list.rows[0]?.recognitions).toMatchObject([{ star: 4 }, { star: 3, decisionYear: 2023 }])
    expect(list.told).toEqual(['J3 doubt: Ngày 05/01/2026 không thuộc năm 2025 ghi ở tiêu đề của cột.'])
  })

  it('over stars alone: the decision is that of the star which the row says', async () => {
    const heads = ['Sao 2023', 'Sao 2025', 'Số QĐ', 'Ngày QĐ']
    const both = await readRow(heads, [3, 4, '55/QĐ-UBND', day])
    expect(both.row).toMatchObject({ state: 'sound', recognitions: [latter, { star: 3, decisionYear: 2023 }] })
    const one = await readRow(heads, [3, null, '11/QĐ-UBND', formerDay])
    expect(one.row).toMatchObject({ state: 'sound', recognitions: [former] })
    expect(one.row?.recognitions).toHaveLength(1)
  })

  it('of more than two: the newest two are read, a star of an older one is doubtful', async () => {
    const heads = [2019, 2022, 2025].flatMap((year) => [`Hạng sao năm ${year}`, `Số QĐ năm ${year}`])
    const { row, told } = await readRow(heads, [3, '1/QĐ-UBND', 3, '11/QĐ-UBND', 4, '55/QĐ-UBND'])
    expect(row).toMatchObject({ state: 'doubtful', recognitions: [{ star: 4 }, { star: 3, decisionYear: 2022 }] })
    expect(told.some((one) => one.startsWith('E2 doubt: Cột này ghi 3 sao'))).toBe(true)
  })
})

describe('results of two levels', () => {
  const rows = (cells: readonly Cell[]): OfficeList => ({
    rows: [
      [...plain, 'Kết quả cấp huyện', null, 'Kết quả cấp tỉnh', null, 'Quyết định công nhận', null],
      [null, null, null, null, 'Điểm', 'Hạng', 'Điểm', 'Hạng', 'Số', 'Ngày'],
      [...said, ...cells, '55/QĐ-UBND', day],
    ],
    merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:H1', 'I1:J1'],
  })

  it('the higher is recognised', async () => {
    const list = await read(rows([72, 3, 78, 4]))
    expect(list.rows[0]).toMatchObject({ state: 'sound', values: { ...latter, score: 78 } })
    expect(list.faults.map(({ cell, level }) => `${cell} ${level}`)).toEqual(['E3 note', 'F3 note'])
  })

  it('the lower is, where the higher is blank', async () => {
    const list = await read(rows([72, 3, null, null]))
    expect(list.rows[0]).toMatchObject({ state: 'sound', values: { ...latter, star: 3, score: 72 } })
    expect(list.faults.map(({ cell, level }) => `${cell} ${level}`)).toEqual(['E3 note', 'F3 note'])
  })
})
