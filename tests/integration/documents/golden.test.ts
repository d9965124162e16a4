import { describe, expect, it } from 'vitest'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { districtRecord, provinceRecord, unfinishedRecord } from '../../fixtures/records.ts'
import { goldenText } from '../../helpers/golden.ts'
import { hasPoppler, readText, readTitle, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { render } from './rendered.ts'

sayWhyLeftOut()

/** What a reader of the printed page reads. `GOLDEN_UPDATE=1` writes the goldens anew; look at what changed. */
describe.skipIf(!hasPoppler)('printed text', () => {
  it.each([
    { name: 'decision-district.txt', record: districtRecord(), kind: 'decision' },
    { name: 'decision-province.txt', record: provinceRecord(), kind: 'decision' },
    { name: 'minutes-district.txt', record: districtRecord(), kind: 'minutes' },
    { name: 'minutes-draft.txt', record: unfinishedRecord(), kind: 'minutes' },
    { name: 'tally-table-district.txt', record: districtRecord(), kind: 'tally-table' },
    {
      name: 'blank-ballot-province.txt',
      record: only({ record: provinceRecord(), items: 1, members: 1 }),
      kind: 'blank-ballots',
    },
    { name: 'spare-ballots-district.txt', record: only({ record: districtRecord(), items: 1 }), kind: 'spare-ballots' },
    {
      name: 'filled-ballot-district.txt',
      record: only({ record: districtRecord(), items: 2, members: 1 }),
      kind: 'filled-ballots',
    },
    { name: 'product-tally-district.txt', record: only({ record: districtRecord(), items: 4 }), kind: 'product-tally' },
    { name: 'result-notices-district.txt', record: districtRecord(), kind: 'result-notices' },
    { name: 'council-report-district.txt', record: districtRecord(), kind: 'council-report' },
    { name: 'council-report-province.txt', record: provinceRecord(), kind: 'council-report' },
    { name: 'proposal-province.txt', record: provinceRecord(), kind: 'proposal' },
    { name: 'referral-letter-district.txt', record: districtRecord(), kind: 'referral-letter' },
    { name: 'referral-letter-province.txt', record: provinceRecord(), kind: 'referral-letter' },
  ] as const)('$name', async ({ name, record, kind }) => {
    const actual = readText(await render({ record, kind }))
    expect(actual).toBe(goldenText({ name, actual }))
  })
})

type OnlyInput = {
  record: SessionRecord
  items: number
  members?: number
}

/** The first products and members of a session: a form is long. */
function only({ record, items, members = 99 }: OnlyInput): SessionRecord {
  return {
    ...record,
    members: record.members.slice(0, members),
    items: record.items.slice(0, items).map((item) => ({ ...item, ballots: item.ballots.slice(0, members) })),
  }
}

describe('bytes', () => {
  it('are the same for the same record and time', async () => {
    const [first, second] = await Promise.all([
      render({ record: districtRecord(), kind: 'minutes' }),
      render({ record: districtRecord(), kind: 'minutes' }),
    ])
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })

  it('say in their metadata in which language and when they were made', async () => {
    const pdf = Buffer.from(await render({ record: districtRecord(), kind: 'minutes' })).toString('latin1')
    const facts = ['/Lang (vi-VN)', '<xmp:CreateDate>2026-11-23T02:30:00.000Z', '/DisplayDocTitle true']
    expect(facts.filter((fact) => !pdf.includes(fact))).toEqual([])
  })

  it.skipIf(!hasPoppler)('say in their metadata what the document is', async () => {
    const title = readTitle(await render({ record: districtRecord(), kind: 'minutes' }))
    expect(title).toBe('Biên bản họp Hội đồng đánh giá, phân hạng sản phẩm OCOP huyện Lương Sơn')
  })
})
