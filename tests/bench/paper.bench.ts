import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { findPlane } from '../../shared/domain/paper-ballots/find-plane.ts'
import { readPage } from '../../shared/domain/paper-ballots/read-page.ts'
import { parsePageImage, readPageImages, serialisePageImage, type PageImage } from '../helpers/page-image.ts'
import { hasPoppler } from '../helpers/read-pdf.ts'
import { printedPages, type PrintedPage } from '../paper-marks/printed-pages.ts'
import { conditions, scanPage, type Condition } from '../paper-marks/scanned-page.ts'
import { benchFolder } from './bench-folder.ts'
import type { BenchRow } from './bench-row.ts'
import { seededRandom } from './seeded-random.ts'

/**
 * Marks that the generator draws on the ballots of all sets, scans as copiers and phones do, and has read: what was taken
 * wrongly as clear, what a person is asked about, and how many pages a second are found and read. `OCOP_BENCH_MARKS` sets
 * how many criteria, `OCOP_BENCH_SEED` the first sheet. Says after each set what was counted so far, and of each wrong value
 * the seed of its sheet.
 */
export async function runPaperBench(): Promise<readonly BenchRow[]> {
  if (!hasPoppler)
    return [{ name: 'paper ballots', ...compared, value: '', aim: '', skipped: 'poppler-utils is absent' }]
  const counts = new Map(conditions.map((condition) => [condition, { values: 0, sent: 0, wrong: 0 }]))
  const plainTimes: number[] = []
  let [criteria, sheets] = [0, 0]
  for (const [index, set] of sets.entries()) {
    const pages = await printedPages({ ...set, dpi: printedDpi, imagesOf: cachedImages })
    const before = criteria
    while (criteria < (aimed * (index + 1)) / sets.length) {
      // Half of all are plain; the rest go round. A plain one follows another of its page, whose print is prepared by then, as
      // it is for all but the first ballot of a pile.
      const condition = conditions[sheets % 2 === 1 ? 0 : 1 + ((sheets >> 1) % (conditions.length - 1))] ?? 'plain'
      const page = pages[(sheets >> 1) % pages.length]
      const count = counts.get(condition)
      if (page === undefined || count === undefined) throw new Error('a set without criteria')
      const time = readSheet({ page, condition, seed: firstSeed + sheets, count })
      if (condition === 'plain') plainTimes.push(time)
      criteria += page.plan.criteria.length
      sheets += 1
    }
    const { values, sent, wrong } = sumOf([...counts.values()])
    // A run that is ended tells what it counted.
    process.stderr.write(
      `set ${index + 1} of ${sets.length}: ${criteria - before} criteria; so far ${criteria} from ${sheets} pages, ` +
        `${values} with a value, ${sent} sent, ${wrong} wrong, ${(process.cpuUsage().user / 1e6).toFixed(0)} s\n`,
    )
  }
  return rowsOf({ counts, criteria, plainTimes })
}

const aimed = Number(process.env['OCOP_BENCH_MARKS'] ?? 4000)
const firstSeed = Number(process.env['OCOP_BENCH_SEED'] ?? 0)
const printedDpi = 300

const sets = (['qd-26-2026', 'qd-148-2023'] as const).flatMap((ruleSetId) =>
  Array.from({ length: 26 }, (_, index) => ({ ruleSetId, sets: [index + 1] })),
)

/** Of criteria that have a value: how many, how many of them a person is asked about, and how many values are not what was meant. */
type Count = { values: number; sent: number; wrong: number }

type SheetInput = {
  readonly page: PrintedPage
  readonly condition: Condition
  readonly seed: number
  readonly count: Count
}

/** Gives the microseconds of the processor that finding and reading took. */
function readSheet({ page: { plan, printed }, condition, seed, count }: SheetInput): number {
  const scan = (isPartial: boolean) =>
    scanPage({ page: { plan, printed }, condition, random: seededRandom(seed), isPartial })
  let { image, meant } = scan(true)
  let start = process.cpuUsage()
  let plane = findPlane(image, plan)
  if (plane?.marks !== 4) {
    // It was looked for all over the page.
    ;({ image, meant } = scan(false))
    start = process.cpuUsage()
    plane = findPlane(image, plan)
  }
  const readings = plane === null ? [] : readPage({ image, plane, plan, printed, printedDpi })
  const { user, system } = process.cpuUsage(start)
  for (const [place, { option, note }] of meant.entries()) {
    const read = readings[place]?.option ?? null
    if (option !== null) count.values += 1
    if (option !== null && read === null) count.sent += 1
    if (read === null || read === option) continue
    count.wrong += 1
    process.stderr.write(
      `wrong: seed ${seed}, ${condition}, page ${plan.page}, ${plan.criteria[place]?.code}, ${note}: ${option} read as ${read}\n`,
    )
  }
  return user + system
}

/** Pages are rendered once and kept between runs, by what their paper is. */
function cachedImages(pdf: Uint8Array, dpi: number): readonly PageImage[] {
  const folder = join(benchFolder, 'ballot-pages', createHash('sha256').update(pdf).digest('hex').slice(0, 16))
  const pathOf = (page: number) => join(folder, `${dpi}-${page}.pgm.gz`)
  if (!existsSync(pathOf(1))) {
    mkdirSync(folder, { recursive: true })
    // The first one last: where it is, all are.
    for (const [index, image] of [...readPageImages(pdf, dpi).entries()].toReversed()) {
      writeFileSync(pathOf(index + 1), gzipSync(serialisePageImage(image), { level: 1 }))
    }
  }
  const images: PageImage[] = []
  for (let page = 1; existsSync(pathOf(page)); page += 1) {
    images.push(parsePageImage(gunzipSync(readFileSync(pathOf(page)))))
  }
  return images
}

type RowsInput = {
  readonly counts: ReadonlyMap<Condition, Count>
  readonly criteria: number
  readonly plainTimes: readonly number[]
}

const compared = { against: 'what the generator meant', ratio: null }

function rowsOf({ counts, criteria, plainTimes }: RowsInput): readonly BenchRow[] {
  const all = [...counts]
  const { wrong } = sumOf(all.map(([, count]) => count))
  const mean = all.reduce((sum, [, count]) => sum + sentShare(count), 0) / all.length
  const milliseconds = plainTimes.reduce((sum, time) => sum + time / 1000, 0) / plainTimes.length
  return [
    {
      name: `wrong taken as clear, of ${criteria} criteria`,
      ...compared,
      value: `${wrong}`,
      aim: '0',
      failed: wrong > 0,
    },
    {
      name: `sent to a person, ${all.length} conditions alike`,
      ...compared,
      value: percent(mean),
      aim: '≤ 5 %',
      note: 'half of all marks plain, the other conditions in equal parts',
    },
    ...all.map(([condition, count]) => ({
      name: `sent to a person, ${condition}`,
      ...compared,
      value: percent(sentShare(count)),
      aim: condition === 'plain' ? '≤ 0.5 %' : '',
      note: `of ${count.values}; wrong ${count.wrong}`,
    })),
    {
      name: 'a page found and read, 200 dpi',
      value: `${milliseconds.toFixed(0)} ms of the processor`,
      against: 'nothing yet',
      ratio: null,
      aim: '≤ 100 ms',
    },
  ]
}

const sumOf = (counts: readonly Count[]): Count => ({
  values: counts.reduce((sum, { values }) => sum + values, 0),
  sent: counts.reduce((sum, { sent }) => sum + sent, 0),
  wrong: counts.reduce((sum, { wrong }) => sum + wrong, 0),
})

const sentShare = ({ values, sent }: Count): number => sent / Math.max(1, values)

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
