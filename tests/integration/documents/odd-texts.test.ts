import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { DocumentKind } from '../../../shared/api/documents.ts'
import { buildRecord } from '../../fixtures/session-record.ts'
import { hasPoppler, readPages, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { render } from './rendered.ts'

sayWhyLeftOut()

const longest = `Bột ngũ cốc dinh dưỡng nguyên cám rang chậm bằng chảo gang truyền thống, đóng hộp thiếc loại 500 g, mẻ số một vụ mùa`

/** What people type and paste; what is printed of it. */
const names = [
  { typed: longest, printed: longest },
  { typed: 'Mật ong "Hoa & Nắng" <loại 1>', printed: 'Mật ong "Hoa & Nắng" <loại 1>' },
  { typed: 'Trà thảo mộc 🌿 vườn nhà', printed: 'Trà thảo mộc vườn nhà' },
  { typed: 'Rượu nếp ngữ điệu'.normalize('NFD'), printed: 'Rượu nếp ngữ điệu' },
  { typed: '=1+1', printed: '=1+1' },
  { typed: '@SUM(A1)', printed: '@SUM(A1)' },
] as const

const record = buildRecord({
  ruleSetId: 'qd-148-2023',
  level: 'district',
  memberCount: 3,
  products: names.map(({ typed }, index) => ({ name: typed, quality: 0.93 - index / 50, gatesMet: 5 })),
})

const kinds: readonly DocumentKind[] = [
  'decision',
  'minutes',
  'tally-table',
  'blank-ballots',
  'spare-ballots',
  'filled-ballots',
  'product-tally',
  'result-notices',
  'council-report',
  'proposal',
  'referral-letter',
]

describe.skipIf(!hasPoppler).each(kinds)('%s', (kind) => {
  it('prints odd names whole, within its edges, in composed letters', async () => {
    const pages = readPages(await render({ record, kind }))
    // Names wrap in columns: compared word by word, in the order of the page.
    const words = pages.flatMap(({ lines }) => lines.flatMap((line) => line.words.map(({ text }) => text)))
    const text = words.join(' ')
    for (const word of new Set(names.flatMap(({ printed }) => printed.split(' ')))) expect(text).toContain(word)
    expect(text).not.toMatch(/🌿|\ufffd|[\u0300-\u036f]/u)
    for (const page of pages) {
      for (const line of page.lines) expect(line.right).toBeLessThanOrEqual(page.width - 30)
    }
  })
})

describe('workbooks', () => {
  it.each(['referral-list', 'tally-table'] as const)(
    '%s has odd names as text, as the PDFs print them',
    async (kind) => {
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load((await render({ record, kind, format: 'xlsx' })).buffer)
      const cells: ExcelJS.Cell[] = []
      workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cells.push(cell)))
      for (const { printed } of names) {
        const found = cells.find(({ value }) => value === printed)
        expect([printed, found?.type]).toEqual([printed, ExcelJS.ValueType.String])
      }
    },
  )
})
