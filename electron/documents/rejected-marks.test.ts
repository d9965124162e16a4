import { describe, expect, it } from 'vitest'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { buildRecord, type FixtureProduct } from '../../tests/fixtures/session-record.ts'
import { filledBallotsModel } from './ballot-form/model.ts'
import { councilReportModel } from './council-report/model.ts'
import { decisionModel } from './decision/model.ts'
import { minutesModel } from './minutes/model.ts'
import { productTallyModel } from './product-tally/model.ts'
import { proposalModel } from './proposal/model.ts'
import { referralLetterModel } from './referral-letter/model.ts'
import { referralListModel } from './referral-list/model.ts'
import { resultNoticesModel } from './result-notice/model.ts'
import { tallyTableModel } from './tally-table/model.ts'

const models = {
  'council report': councilReportModel,
  decision: decisionModel,
  minutes: minutesModel,
  'product tally': productTallyModel,
  proposal: proposalModel,
  'referral letter': referralLetterModel,
  'referral list': referralListModel,
  'result notices': resultNoticesModel,
  'tally table': tallyTableModel,
} satisfies Readonly<Record<string, (record: SessionRecord) => unknown>>

/** Its points differ by more than the limit, which was let stand; another one was rejected before. */
const rejected = { quality: 0.8, rejection: 'Hồ sơ giả mạo', dissent: 0.4, waiver: 'Giữ nguyên' } as const
const others: readonly FixtureProduct[] = [
  { quality: 0.95, gatesMet: 5 },
  { quality: 0.6, conclusion: { star: 0, note: 'Chủ thể rút hồ sơ' } },
  { quality: 0.7, rejection: 'Giấy chứng nhận hết hạn' },
]
const sessionWith = (isRejectedLate: boolean) =>
  buildRecord({ ruleSetId: 'qd-26-2026', level: 'province', products: [{ ...rejected, isRejectedLate }, ...others] })
const late = sessionWith(true)
const early = sessionWith(false)

/** What papers say of it in words, and the digest, which tells all ballots. */
const inWords = (text: string): string =>
  text
    .replace(
      'chấm điểm 03 (ba) sản phẩm, trong đó 01 (một) sản phẩm có hồ sơ bị loại, điểm không được sử dụng',
      'chấm điểm 02 (hai) sản phẩm',
    )
    .replace('không chấm 01 (một) sản phẩm', 'không chấm 02 (hai) sản phẩm')
    .replace('; đã chấm 09 phiếu, điểm không được sử dụng', '')
    .replaceAll(/(?:[0-9a-f]{4} ){15}[0-9a-f]{4}/g, '')

describe('a product rejected after it was scored', () => {
  it('was scored, and has marks', () => {
    expect(late.items[0]?.result).toMatchObject({ isRejected: true, countedBallots: 9 })
    expect(late.items[0]?.result.spread).toBeGreaterThan(late.regulation.spreadLimit)
  })

  it.each(Object.entries(models))('has no mark in the %s, as one that never was scored', (_name, model) => {
    expect(inWords(JSON.stringify(model(late)))).toBe(inWords(JSON.stringify(model(early))))
  })

  it('is said to have been scored, by report and minutes alike, and its ballots can be printed', () => {
    expect(JSON.stringify(councilReportModel(late))).toContain(
      'chấm điểm 03 (ba) sản phẩm, trong đó 01 (một) sản phẩm có hồ sơ bị loại, điểm không được sử dụng; không chấm 01 (một)',
    )
    expect(JSON.stringify(minutesModel(late))).toContain(
      'lý do: Hồ sơ giả mạo; đã chấm 09 phiếu, điểm không được sử dụng',
    )
    expect(filledBallotsModel(late).sheets.length).toBe(filledBallotsModel(early).sheets.length + 9)
  })
})

describe('the report’s table by star', () => {
  const tableOf = (record: SessionRecord) => {
    const table = councilReportModel(record).blocks.find((block) => block.kind === 'table')?.table
    return table?.rows.map((row) =>
      row.map((cell) => (typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : cell)),
    )
  }

  it('has a row for what was concluded without a star, so that its rows add up', () => {
    const rows = tableOf(late) ?? []
    expect(rows.find(([head]) => head === 'Không xếp hạng')?.slice(1)).toEqual(['01', '01', '00', '00'])
    const counts = rows.map(([, count]) => Number(count))
    expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(counts.at(-1))
  })

  it('has none where every product has a star', () => {
    const starred = buildRecord({ ruleSetId: 'qd-26-2026', level: 'province', products: [{ quality: 0.6 }] })
    expect(tableOf(starred)?.map(([head]) => head)).toEqual(['5 sao', '4 sao', '3 sao', '2 sao', '1 sao', 'Tổng số'])
  })
})
