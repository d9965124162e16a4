import { describe, expect, test } from 'vitest'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { readCriteriaSet } from '../../../tests/helpers/resources.ts'
import { workbookResources } from '../../../tests/helpers/workbook-resources.ts'
import { type Cell, type CellValue, type PlainSheet } from '../xlsx/plain-sheet.ts'
import { checkSheets } from './read-session-workbook.ts'

type Raw = string | number | null | CellValue

function toCell(raw: Raw): Cell {
  if (raw === null) return { kind: 'blank', isMerged: false }
  if (typeof raw === 'number') return { kind: 'number', value: raw, isPercent: false, isMerged: false }
  return typeof raw === 'string' ? { kind: 'text', text: raw, isMerged: false } : { ...raw, isMerged: false }
}

/** Rows from 1 on; blank cells and blank rows left out, as the reader leaves them out. */
const sheetOf = (name: string, rows: readonly (readonly Raw[])[]): PlainSheet => ({
  name,
  rows: rows.flatMap((row, index) => {
    const cells = new Map(row.flatMap((raw, column) => (raw === null ? [] : [[column + 1, toCell(raw)] as const])))
    return cells.size === 0 ? [] : [{ number: index + 1, cells }]
  }),
})

const form = readCriteriaSet('qd26-01')
const criteria = listCriteria(form).map(({ criterion }) => criterion)
const best = criteria.map(({ max }) => max)

type Parts = Partial<
  Readonly<Record<'session' | 'members' | 'products' | 'scores' | 'agreed', readonly (readonly Raw[])[]>>
>

const parts = {
  session: [
    ['Bộ quy định', 'qd-26-2026'],
    ['Cấp', 'Tỉnh'],
    ['Tên hội đồng', 'Hội đồng OCOP'],
    ['Tỉnh', 'Phú Thọ'],
    ['Năm', 2026],
    ['Đợt', 2],
    ['Ngày họp', { kind: 'date', iso: '2026-11-20' }],
    ['Địa điểm', 'Hội trường'],
    ['Quyết định thành lập', '12/QĐ-UBND'],
    ['Ngày quyết định thành lập', null],
    ['Ngưỡng đề nghị', null],
    ['Chênh lệch tối đa', null],
    ['Tỷ lệ họp tối thiểu', null],
  ],
  members: [
    ['Mã', 'Họ và tên', 'Chức vụ', 'Cơ quan', 'Vai trò', 'Có mặt'],
    ['TV1', 'Chủ tịch Hội đồng', null, null, 'Chủ tịch', 'x'],
    ['TV2', 'Thư ký Hội đồng', null, null, 'Thư ký', 'x'],
  ],
  products: [
    [
      'Mã',
      'Tên sản phẩm',
      'Chủ thể',
      'Loại hình',
      'Xã',
      'Huyện',
      'Bộ sản phẩm',
      'Hình thức',
      'Bị loại',
      'Lý do loại',
      'Không tham gia chấm',
      'Trường hợp',
    ],
    ['SP1', 'Cam', 'HTX Đồi Vàng', 'Hợp tác xã', 'Xã Một', null, 1, 'Mới', null, null, null, null],
  ],
  scores: [
    ['Mã sản phẩm', 'Lần chấm', 'Mã tiêu chí', 'Tiêu chí', 'Tối đa', 'TV1', 'TV2'],
    ...criteria.map(({ code, title, max }) => ['SP1', null, code, title, max, max, 0]),
  ],
} satisfies Parts

function check(changes: Parts = {}) {
  const all: Parts = { ...parts, ...changes }
  const sheets = [
    sheetOf('Phiên họp', all.session ?? []),
    sheetOf('Thành viên', all.members ?? []),
    sheetOf('Sản phẩm', all.products ?? []),
    sheetOf('Điểm', all.scores ?? []),
    ...(all.agreed === undefined ? [] : [sheetOf('Mức thống nhất', all.agreed)]),
  ]
  return checkSheets(sheets, workbookResources)
}

const changed = (rows: readonly (readonly Raw[])[], row: number, column: number, raw: Raw) =>
  rows.map((cells, index) => (index === row - 1 ? cells.map((cell, at) => (at === column - 1 ? raw : cell)) : cells))

test('a sound workbook has no findings, and its defaults are those of batch mode', () => {
  const { preview, value } = check()
  expect(preview).toMatchObject({ faults: [], notices: [], summary: { products: 1, ballots: 2, completeBallots: 2 } })
  expect(value).toMatchObject({
    ruleSetId: 'qd-26-2026',
    level: 'province',
    session: { heldOn: '2026-11-20', referralThreshold: null },
    regulation: {
      quorum: { numerator: 2, denominator: 3, needsChair: false },
      spreadLimit: 10,
      rounding: 'none',
      gateSettlement: 'majority',
      verification: 'off',
      memberSight: 'own-total',
    },
  })
  const [first, second] = value?.items[0]?.rounds[0]?.ballots ?? []
  expect(first?.choices).toEqual(criteria.map(({ options }) => options.length))
  expect(second?.choices.every((choice) => choice !== null)).toBe(true)
})

describe('what is told of and not refused', () => {
  const noticesOf = (changes: Parts) => {
    const { preview, value } = check(changes)
    expect(preview.faults).toEqual([])
    return { notices: preview.notices.map(({ message }) => message), value }
  }

  test('points of an absent member are kept', () => {
    const { notices, value } = noticesOf({ members: changed(parts.members, 3, 6, null) })
    expect(notices).toEqual(['Thành viên TV2 vắng mặt nhưng có điểm của sản phẩm SP1: điểm được giữ, không được tính.'])
    expect(value?.items[0]?.rounds[0]?.ballots).toHaveLength(2)
  })

  test('characters that nobody sees were dropped, at their place', () => {
    const seen: Raw = { kind: 'text', text: 'SP1', hidden: 2 }
    const { notices, value } = noticesOf({ products: changed(parts.products, 2, 1, seen) })
    expect(notices).toEqual(['Đã bỏ 2 ký tự ẩn ở ô A2.'])
    expect(value?.items[0]?.code).toBe('SP1')
  })

  test('points of a recused member are kept', () => {
    const { notices, value } = noticesOf({ products: changed(parts.products, 2, 11, 'TV1, TV2') })
    expect(notices).toHaveLength(2)
    expect(notices[0]).toContain('không tham gia chấm sản phẩm SP1')
    expect(value?.items[0]?.exclusions.map(({ memberCode }) => memberCode)).toEqual(['TV1', 'TV2'])
  })

  test('a criterion without a row is not answered by anybody', () => {
    const { notices, value } = noticesOf({ scores: parts.scores.filter((_, index) => index !== 3) })
    expect(notices).toEqual(['Sản phẩm SP1, lần chấm 1 thiếu dòng của 1 tiêu chí: coi như chưa chấm.'])
    expect(value?.items[0]?.rounds[0]?.ballots.map(({ choices }) => choices[2])).toEqual([null, null])
  })

  test('a member without a column has no ballot', () => {
    const { notices, value } = noticesOf({ scores: parts.scores.map((row) => row.slice(0, 6)) })
    expect(notices).toEqual(['Không có cột điểm của thành viên TV2: coi như chưa chấm.'])
    expect(value?.items[0]?.rounds[0]?.ballots.map(({ memberCode }) => memberCode)).toEqual(['TV1'])
  })

  test('a ballot of blanks is no ballot, and blanks are not zeros', () => {
    const { value } = noticesOf({
      scores: parts.scores.map((row, index) => (index === 0 ? row : [...row.slice(0, 6), null])),
    })
    expect(value?.items[0]?.rounds[0]?.ballots).toHaveLength(1)
    const half = noticesOf({ scores: changed(parts.scores, 2, 7, null) }).value?.items[0]?.rounds[0]?.ballots[1]
    expect(half?.choices[0]).toBeNull()
  })

  test('a product without rows has no round', () => {
    const { value } = noticesOf({ scores: parts.scores.slice(0, 1) })
    expect(value?.items[0]?.rounds).toEqual([])
  })

  test('a first round above 1', () => {
    const { notices, value } = noticesOf({
      scores: parts.scores.map((row, index) =>
        index === 0 ? row : row.map((cell, column) => (column === 1 ? 2 : cell)),
      ),
    })
    expect(notices).toEqual(['Sản phẩm SP1 chỉ có điểm từ lần chấm 2.'])
    expect(value?.items[0]?.rounds.map(({ round }) => round)).toEqual([2])
  })

  test('another title of a criterion, a date of another year, a council without a chair', () => {
    expect(noticesOf({ scores: changed(parts.scores, 2, 4, 'Vùng nguyên liệu') }).notices).toHaveLength(1)
    expect(noticesOf({ session: changed(parts.session, 7, 2, { kind: 'date', iso: '2027-01-05' }) }).notices).toEqual([
      'Ngày họp không thuộc năm 2026.',
    ])
    expect(noticesOf({ members: changed(parts.members, 2, 5, 'Ủy viên') }).notices).toEqual([
      'Không có Chủ tịch Hội đồng.',
    ])
  })

  test('columns and rows of the office’s own', () => {
    const { notices } = noticesOf({
      members: parts.members.map((row, index) => [
        ...row,
        index === 0 ? 'Số điện thoại' : 'x',
        index === 0 ? null : 'y',
      ]),
      session: [...parts.session, ['Ghi chú', 'x']],
    })
    expect(notices).toHaveLength(3)
  })

  test('a total row that adds up', () => {
    const total = best.reduce((sum, max) => sum + max, 0)
    const { value } = noticesOf({ scores: [...parts.scores, [], ['SP1', null, null, 'Tổng cộng', 100, total, 0]] })
    expect(value?.items[0]?.rounds[0]?.ballots).toHaveLength(2)
  })

  test('both cases of set 26 in one product', () => {
    const tourism = listCriteria(readCriteriaSet('qd26-26')).map(({ criterion }) => criterion)
    const written = (options: (typeof tourism)[number]['options'], member: 'a' | 'b') => {
      const index = options.findIndex((option) => option.case === member)
      return index < 0 ? 0 : `${options[index]?.points}/${index + 1}`
    }
    const { notices } = noticesOf({
      products: changed(parts.products, 2, 7, 26),
      scores: [
        parts.scores[0] ?? [],
        ...tourism.map(({ code, title, max, options }) => [
          'SP1',
          1,
          code,
          title,
          max,
          written(options, 'a'),
          written(options, 'b'),
        ]),
      ],
    })
    expect(notices).toEqual(['Sản phẩm SP1 được chấm theo cả hai trường hợp a và b.'])
  })
})

test('rows after blank rows are read, and titles may stand below a heading', () => {
  const [titles = [], ...rows] = parts.scores
  const { preview, value } = check({
    scores: [['BẢNG ĐIỂM CỦA HỘI ĐỒNG'], [], titles, [], ...rows.slice(0, 4), [], [], ...rows.slice(4)],
  })
  expect(preview.faults).toEqual([])
  expect(value?.items[0]?.rounds[0]?.ballots[0]?.choices).not.toContain(null)
})

test('a product code merged down its rows stands in each of them', () => {
  const sheets = [
    sheetOf('Phiên họp', parts.session),
    sheetOf('Thành viên', parts.members),
    sheetOf('Sản phẩm', parts.products),
    sheetOf('Điểm', parts.scores),
  ]
  const merged = sheets.map((sheet) =>
    sheet.name !== 'Điểm'
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((row, index) =>
            index === 0
              ? row
              : { ...row, cells: new Map(row.cells).set(1, { kind: 'text', text: 'SP1', isMerged: true }) },
          ),
        },
  )
  expect(checkSheets(merged, workbookResources).preview.faults).toEqual([])
})

test('nothing at all, and sheets without titles', () => {
  expect(checkSheets([], workbookResources).preview.faults).toHaveLength(4)
  const { preview } = check({ scores: [['a', 'b']] })
  expect(preview.faults).toMatchObject([{ sheet: 'Điểm', row: null, message: 'Không tìm thấy dòng tiêu đề cột.' }])
})

test('a product of the first time is one, by either word, and one of them is told', () => {
  const said = (word: string) => check({ products: changed(parts.products, 2, 8, word) })
  const of = (word: string) => said(word).value?.items[0]?.application
  expect([of('Mới'), of('lần đầu'), of('Nâng hạng')]).toEqual(['new', 'new', 'upgrade'])
  expect(said('Cũ').preview.faults).toMatchObject([{ allowed: 'Lần đầu; Đánh giá lại; Nâng hạng' }])
})

test('two sheets of one name', () => {
  const sheets = [sheetOf('Phiên họp', parts.session), sheetOf('PHIEN HOP', parts.session)]
  expect(checkSheets(sheets, workbookResources).preview.faults).toContainEqual(
    expect.objectContaining({ sheet: 'PHIEN HOP', message: 'Có hai trang tính cùng tên “Phiên họp”.' }),
  )
})

test('codes of products and members count however they are spelt, as the workbook’s first sheets spell them', () => {
  const { value, preview } = check({
    products: changed(parts.products, 2, 11, 'tv1; Tv 2'),
    scores: parts.scores.map((row, index) =>
      index === 0 ? row : [index % 2 === 0 ? ' sp 1' : 'ＳＰ1', ...row.slice(1)],
    ),
  })
  expect(preview.faults).toEqual([])
  expect(
    value?.items.map(({ code, exclusions, rounds }) => [
      code,
      exclusions.map(({ memberCode }) => memberCode),
      rounds.length,
    ]),
  ).toEqual([['SP1', ['TV1', 'TV2'], 1]])
})

test('legal codes that mean the same are one product', () => {
  const [titles = [], product = []] = parts.products
  const rows = ['19-00124-1-2026', '(19)-(00124)-(01)-2026'].map((code) => [code, ...product.slice(1)])
  const scores = parts.scores.map((cells, index) => (index === 0 ? cells : ['19-00124-1-2026', ...cells.slice(1)]))
  const { preview } = check({ products: [titles, ...rows], scores })
  expect(preview.faults).toMatchObject([{ row: 3, message: 'Mã sản phẩm trùng với dòng 2.' }])
})

describe('agreed levels', () => {
  const code = criteria[0]?.code ?? ''
  const levelsOf = (agreed: readonly (readonly Raw[])[]) => {
    const { preview, value } = check({ agreed })
    expect(preview.faults).toEqual([])
    return value?.items[0]?.agreedLevels
  }

  test('carry their reason', () => {
    const rows = [
      ['Mã sản phẩm', 'Mã tiêu chí', 'Điểm', 'Lý do'],
      ['SP1', code, 0, 'Mẫu thử lại không đạt'],
    ]
    expect(levelsOf(rows)).toMatchObject([{ criterionCode: code, reason: 'Mẫu thử lại không đạt' }])
  })

  test('are taken without one where theirs says nothing, which is told', () => {
    const rows = [
      ['Mã sản phẩm', 'Mã tiêu chí', 'Điểm', 'Lý do'],
      ['SP1', code, 0, '.'],
    ]
    expect(levelsOf(rows)).toMatchObject([{ criterionCode: code, reason: '' }])
    expect(check({ agreed: rows }).preview.notices[0]).toMatchObject({
      row: 2,
      column: 'Lý do (D)',
      message: 'Lý do: không có chữ hay số, coi như chưa ghi lý do.',
    })
  })

  test('are taken without one, from a workbook of before', () => {
    const rows = [
      ['Mã sản phẩm', 'Mã tiêu chí', 'Điểm'],
      ['SP1', code, 0],
    ]
    expect(levelsOf(rows)).toMatchObject([{ criterionCode: code, reason: '' }])
  })
})
