import { findPlane } from '../../shared/domain/paper-ballots/find-plane.ts'
import { readPage } from '../../shared/domain/paper-ballots/read-page.ts'
import { conditions, scanPage, type Condition } from '../paper-marks/scanned-page.ts'
import { syntheticPage } from '../paper-marks/synthetic-page.ts'
import type { BenchRow } from './bench-row.ts'
import { seededRandom } from './seeded-random.ts'

/**
 * Marks that the generator draws, scans as copiers and phones do, and has read: what was taken wrongly as clear, what a
 * person is asked about, and how many pages a second are found and read. `OCOP_BENCH_MARKS` sets how many marks.
 */
export async function runPaperBench(): Promise<readonly BenchRow[]> {
  const pages = Array.from({ length: 52 }, (_, index) => syntheticPage(seededRandom(100 + index)))
  const counts = new Map<Condition, Count>(conditions.map((condition) => [condition, { values: 0, sent: 0, wrong: 0 }]))
  let [marks, sheets, processor] = [0, 0, 0]
  while (marks < aimed) {
    const random = seededRandom(sheets)
    const page = pages[sheets % pages.length]
    // Half of all are plain; the rest go round.
    const condition = conditions[sheets % 2 === 0 ? 0 : 1 + ((sheets >> 1) % (conditions.length - 1))] ?? 'plain'
    const count = counts.get(condition)
    if (page === undefined || count === undefined) break
    const { image, meant } = scanPage({ page, condition, random })
    const start = process.cpuUsage()
    const plane = findPlane(image, page.plan)
    const readings =
      plane === null ? [] : readPage({ image, plane, plan: page.plan, printed: page.printed, printedDpi: 300 })
    const { user, system } = process.cpuUsage(start)
    if (condition === 'plain') processor += user + system
    for (const { index, option } of meant) {
      const read = readings[index]?.option ?? null
      if (option !== null) count.values += 1
      if (option !== null && read === null) count.sent += 1
      if (read !== null && read !== option) count.wrong += 1
    }
    marks += meant.length
    sheets += 1
  }
  const all = [...counts.values()]
  const wrong = all.reduce((sum, count) => sum + count.wrong, 0)
  const plain = counts.get('plain') ?? { values: 0, sent: 0, wrong: 0 }
  const shares = [...counts].map(([condition, count]) => ({ condition, share: sentShare(count) }))
  const worst = shares.toSorted((a, b) => b.share - a.share).slice(0, 4)
  const mean = shares.reduce((sum, { share }) => sum + share, 0) / shares.length
  const against = 'what the generator meant'
  return [
    {
      name: `wrong taken as clear, of ${marks} criteria`,
      value: `${wrong}`,
      against,
      ratio: null,
      aim: '0',
      failed: wrong > 0,
    },
    { name: 'sent to a person, plain 200 dpi', value: percent(sentShare(plain)), against, ratio: null, aim: '≤ 0.5 %' },
    {
      name: `sent to a person, ${conditions.length} conditions alike`,
      value: percent(mean),
      against,
      ratio: null,
      aim: '≤ 5 %',
      note: worst.map(({ condition, share }) => `${condition} ${percent(share)}`).join(', '),
    },
    {
      name: 'pages found and read in a second of one core, 200 dpi',
      value: ((1e6 * Math.ceil(sheets / 2)) / processor).toFixed(1),
      against: 'nothing yet',
      ratio: null,
      aim: '',
    },
  ]
}

type Count = { values: number; sent: number; wrong: number }

const aimed = Number(process.env['OCOP_BENCH_MARKS'] ?? 4000)

const sentShare = ({ values, sent }: Count): number => sent / Math.max(1, values)

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
