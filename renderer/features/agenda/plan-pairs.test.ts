import { describe, expect, it } from 'vitest'
import type { AgendaItem } from '../../../shared/api/sessions.ts'
import { pairFields } from '../../../shared/domain/pasted-table/pair-fields.ts'
import { readPastedRows, readPastedTable } from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { tableOf } from './agenda-table-kind.ts'
import { exclusionSides } from './exclusion-sides.ts'
import { knockoutSides } from './knockout-sides.ts'
import { planExclusions } from './plan-exclusions.ts'
import { planKnockouts } from './plan-knockouts.ts'

const question = (key: string, text: string) => ({ key, text, answer: 'unanswered' as const, reason: '' })
const agenda = [
  {
    id: 1,
    code: 'SP01',
    productName: 'Cá kho',
    exclusions: [{ memberId: 2, kind: 'recused', reason: 'Là người nhà' }],
    knockouts: [question('dossier-1', 'Giả mạo hồ sơ'), question('criterion-6', 'Tiêu chí 6: Không công bố')],
  },
  {
    id: 2,
    code: 'SP02',
    productName: 'Cá khô',
    exclusions: [],
    knockouts: [question('dossier-2', 'Giả mạo hồ sơ'), question('criterion-6.1', 'Tiêu chí 6.1: Có tạp chất')],
  },
] as unknown as readonly AgendaItem[]
const members = [
  { id: 1, code: 'TV01', name: 'Người thứ nhất' },
  { id: 2, code: 'TV02', name: 'Người thứ hai' },
  { id: 3, code: 'TV03', name: 'Người thứ ba' },
] as unknown as readonly MemberRecord[]

const block = (...rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join('\t')).join('\r\n')

describe('who does not score which product', () => {
  const sides = exclusionSides(agenda, members)
  const fields = pairFields(sides)
  const plan = (...rows: readonly (readonly string[])[]) =>
    planExclusions(readPastedRows(readPastedTable(block(...rows), fields), fields), sides).map(
      ({ line, faults, changes }) => ({
        line,
        faults: faults.map(({ field, found, why }) => [field, found, why]),
        changes: changes.map(({ item, other, to }) => [item.code, other.code, to?.kind ?? 'scores', to?.reason ?? '']),
      }),
    )

  it('is a list of pairs, their columns in any order, or several members of a product', () => {
    expect(
      plan(
        ['Lý do', 'Họ và tên', 'TT', 'Mã sản phẩm'],
        ['Góp vốn', 'NGƯỜI THỨ NHẤT', '1', 'SP01'],
        ['', 'Người thứ hai', '2', 'SP01'],
        ['', 'Người thứ ba', '3', 'SP02'],
        ['Góp vốn', 'Người lạ', '4', 'SP02'],
      ),
    ).toEqual([
      { line: 2, faults: [], changes: [['SP01', 'TV01', 'recused', 'Góp vốn']] },
      { line: 3, faults: [], changes: [] },
      { line: 4, faults: [['said', '', 'no-reason']], changes: [] },
      { line: 5, faults: [['otherName', 'Người lạ', 'unknown-member']], changes: [] },
    ])
    expect(plan(['Tên sản phẩm', 'Không tham gia chấm', 'Lý do'], ['cá khô', 'TV01, TV03', 'Cùng chủ thể'])).toEqual([
      {
        line: 2,
        faults: [],
        changes: [
          ['SP02', 'TV01', 'recused', 'Cùng chủ thể'],
          ['SP02', 'TV03', 'recused', 'Cùng chủ thể'],
        ],
      },
    ])
    // Under whatever heading of members, as names or codes, in whatever way they are listed.
    for (const head of ['Thành viên', 'Họ và tên', 'Mã thành viên', 'Người không chấm'])
      for (const cell of ['Người thứ nhất, NGƯỜI THỨ BA', 'Người thứ nhất; Người thứ ba', 'TV01, TV03', 'TV01 và TV03'])
        expect(
          plan(['Mã sản phẩm', head, 'Lý do'], ['SP02', cell, 'Góp vốn']).map(({ faults, changes }) => [
            faults,
            changes.map(([, code]) => code),
          ]),
        ).toEqual([[[], ['TV01', 'TV03']]])
    expect(plan(['Mã sản phẩm', 'Thành viên', 'Lý do'], ['SP02', 'Người thứ nhất, Người lạ', 'Góp vốn'])).toEqual([
      { line: 2, faults: [['otherName', 'Người lạ', 'unknown-member']], changes: [] },
    ])
    expect(
      plan(
        ['Mã sản phẩm', 'Mã TV', 'Họ và tên', 'Lý do'],
        ['SP02', 'TV01, TV03', 'Người thứ nhất, Người thứ ba', 'Góp vốn'],
      ).map(({ changes }) => changes.length),
    ).toEqual([2])
    expect(plan(['SP02', 'TV01', 'vắng']).at(0)?.changes).toEqual([['SP02', 'TV01', 'absent', '']])
  })

  it('is read from a column headed “Không tham gia chấm” beside products and members', () => {
    const changes = [
      [['SP02', 'TV01', 'absent', 'Ốm']],
      [['SP02', 'TV02', 'recused', 'Góp vốn']],
      [['SP02', 'TV03', 'recused', 'Góp vốn']],
    ]
    for (const [head, [first, second, third]] of [
      ['Thành viên', ['Người thứ nhất', 'Người thứ hai', 'Người thứ ba']],
      ['Mã thành viên', ['TV01', 'TV02', 'TV03']],
    ] as const) {
      const rows = [
        ['Sản phẩm', head, 'Không tham gia chấm', 'Lý do'],
        ['Cá khô', first, 'Vắng mặt', 'Ốm'],
        ['Cá khô', second, 'Không tham gia chấm', 'Góp vốn'],
        ['Cá khô', third, 'x', 'Góp vốn'],
      ]
      expect(plan(...rows).map((row) => row.changes)).toEqual(changes)
      // What nobody understands is not taken for a recusal.
      expect(plan(...rows, ['Cá kho', first, 'nghỉ', 'Ốm']).at(-1)).toMatchObject({
        faults: [[expect.any(String), 'nghỉ', expect.any(String)]],
        changes: [],
      })
    }
  })

  it('is an absence where the reason says so, and has its reason where it says more', () => {
    const heads = ['Mã sản phẩm', 'Thành viên', 'Lý do']
    for (const [reason, kept] of [
      ['Vắng mặt', ''],
      ['Vắng', ''],
      ['vắng.', ''],
      ['Vắng có lý do', 'Vắng có lý do'],
      ['Xin vắng', 'Xin vắng'],
      ['Vắng mặt do đi công tác', 'Vắng mặt do đi công tác'],
    ] as const)
      expect(plan(heads, ['SP02', 'TV01', reason]).flatMap(({ changes }) => changes)).toEqual([
        ['SP02', 'TV01', 'absent', kept],
      ])
    expect(plan(heads, ['SP02', 'TV01', 'Vàng bạc của gia đình']).flatMap(({ changes }) => changes)).toEqual([
      ['SP02', 'TV01', 'recused', 'Vàng bạc của gia đình'],
    ])
  })

  it('has its reason behind a mark in a block, however it is parted', () => {
    for (const cell of ['x: người nhà', 'x - người nhà', 'x (người nhà)', 'X – người nhà'])
      expect(plan(['Mã', 'TV01'], ['SP02', cell]).flatMap(({ changes }) => changes)).toEqual([
        ['SP02', 'TV01', 'recused', 'người nhà'],
      ])
  })

  it('is a block of products and members, whichever stands in the head', () => {
    const changes = [
      ['SP01', 'TV01', 'absent', 'đi công tác'],
      ['SP01', 'TV02', 'scores', ''],
    ]
    expect(
      plan(
        ['DANH SÁCH KHÔNG THAM GIA CHẤM'],
        ['Mã', 'Tên sản phẩm', 'TV02', 'TV01 - Người thứ nhất', 'TV03'],
        ['SP01', 'Cá kho', 'Chấm điểm', 'Vắng: đi công tác', ''],
        ['SP02', 'Cá khô', '', '', 'có'],
        ['', 'Tổng cộng', '', '', ''],
      ),
    ).toEqual([
      { line: 3, faults: [], changes: changes.toReversed() },
      { line: 4, faults: [['other 3', 'có', 'no-such-exclusion']], changes: [] },
    ])
    const turned = plan(
      ['Mã', 'Họ và tên', 'Cá khô', 'SP01'],
      ['TV01', 'Người thứ nhất', '', 'Vắng (đi công tác)'],
      ['TV02', 'Người thứ hai', '', 'chấm'],
      ['TV02', 'Người thứ hai', '', 'vắng'],
    )
    expect(turned.flatMap((row) => row.changes)).toEqual(changes)
    expect(turned[2]?.faults).toEqual([['item 1', '', 'twice']])
  })
})

describe('conditions that knock a product out', () => {
  const sides = knockoutSides(agenda)
  const fields = pairFields(sides)
  const plan = (...rows: readonly (readonly string[])[]) =>
    planKnockouts(readPastedRows(readPastedTable(block(...rows), fields), fields), sides).map(
      ({ faults, changes }) => ({
        faults: faults.map(({ field, found, why }) => [field, found, why]),
        changes: changes.map(({ item, key, to }) => [item.code, key, to.answer, to.reason]),
      }),
    )

  it('are answered in a block, each product by its own form', () => {
    expect(
      plan(
        ['Tên sản phẩm', 'Tiêu chí 6.1', 'Tiêu chí 6', 'Giả mạo hồ sơ', 'Lý do'],
        ['Cá kho', '', 'Đạt', 'Không đạt', 'Sửa ngày'],
        ['Cá khô', 'Vi phạm: có cát', '', 'đạt', ''],
        ['Cá khô', '', 'Đạt', '', ''],
        ['Cá kho', '', '', 'Vi phạm: loại hồ sơ', ''],
      ),
    ).toEqual([
      {
        faults: [],
        changes: [
          ['SP01', 'criterion-6', 'no', ''],
          ['SP01', 'dossier-1', 'yes', 'Sửa ngày'],
        ],
      },
      {
        faults: [],
        changes: [
          ['SP02', 'criterion-6.1', 'yes', 'có cát'],
          ['SP02', 'dossier-2', 'no', ''],
        ],
      },
      { faults: [['other criterion-6', '', 'not-of-form']], changes: [] },
      { faults: [['other giamaohoso', '', 'twice']], changes: [] },
    ])
  })

  it('are answered in a list; what is not said is not guessed', () => {
    const heads = ['Điều kiện loại', 'Kết luận', 'Mã sản phẩm', 'Ghi chú']
    expect(
      plan(
        heads,
        ['Giả mạo hồ sơ', 'Đạt', 'SP01', ''],
        ['Tiêu chí 6.1: Có tạp chất', 'không đạt', 'SP02', ''],
        ['Giả mạo hồ sơ', 'x', 'SP02', ''],
        ['Điều kiện lạ', 'Đạt', 'SP02', ''],
        ['Giả mạo hồ sơ', '', 'SP09', ''],
      ).map(({ faults, changes }) => [changes.length, ...faults.map(([, , why]) => why)]),
    ).toEqual([[1], [0, 'no-reason'], [0, 'no-such-answer'], [0, 'unknown-question'], [0, 'not-on-agenda', 'missing']])
  })
})

describe('marks of conditions', () => {
  const sides = knockoutSides(agenda)
  const fields = pairFields(sides)
  const said = (cell: string) =>
    planKnockouts(
      readPastedRows(
        readPastedTable(block(['Mã', 'Giả mạo hồ sơ', 'Lý do'], ['SP01', cell, 'Sửa ngày']), fields),
        fields,
      ),
      sides,
    ).map(({ faults, changes }) => changes[0]?.to.answer ?? faults.map(({ found, why }) => `${found}: ${why}`).join())

  it.each([
    ['Đạt', 'no'],
    ['Không có vi phạm', 'no'],
    ['Không đạt', 'yes'],
    ['Có vi phạm', 'yes'],
    // Whether that answers the condition or says that it is met, nobody knows.
    ['x', 'x: no-such-answer'],
    ['Có', 'Có: no-such-answer'],
    ['Không', 'Không: no-such-answer'],
  ])('%s', (cell, answer) => {
    expect(said(cell)).toEqual([answer])
  })
})

describe('what a block over an agenda is', () => {
  const sides = { exclusions: exclusionSides(agenda, members), knockouts: knockoutSides(agenda) }
  it.each([
    [
      'products',
      [
        ['Tên sản phẩm', 'Chủ thể', 'Họ và tên chủ cơ sở', 'Điều kiện loại'],
        ['Cá kho', 'HTX', 'Người khác', 'Còn 2 câu'],
      ],
    ],
    ['products', [['SP01', 'SP02']]],
    ['products', []],
    [
      'exclusions',
      [
        ['Mã', 'Thành viên'],
        ['SP01', 'TV01'],
      ],
    ],
    [
      'exclusions',
      [
        ['Tên sản phẩm', 'TV01', 'TV02'],
        ['Cá kho', 'x', ''],
      ],
    ],
    [
      'exclusions',
      [
        ['Họ và tên', 'SP01', 'SP02'],
        ['Người thứ ba', '', 'vắng'],
      ],
    ],
    [
      'knockouts',
      [
        ['Mã', 'Tiêu chí 6', 'Giả mạo hồ sơ'],
        ['SP01', 'Đạt', 'Đạt'],
      ],
    ],
    [
      'knockouts',
      [
        ['Điều kiện', 'SP01', 'SP02'],
        ['Giả mạo hồ sơ', 'Đạt', 'Đạt'],
      ],
    ],
    [
      'knockouts',
      [
        ['Sản phẩm', 'Điều kiện', 'Kết quả'],
        ['Cá khô', 'Giả mạo hồ sơ', 'Đạt'],
      ],
    ],
  ] as const)('%s: %j', (kind, rows) => {
    expect(tableOf(block(...rows), sides)).toBe(kind)
  })
})
