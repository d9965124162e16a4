import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { connectionOf } from '../../electron/db/connection.ts'
import { median, milliseconds, type BenchRow } from './bench-row.ts'
import { openLargeRegister, registerSize } from './large-register.ts'
import { processorTime } from './processor-time.ts'

const runs = 9

/**
 * Statistics of ten years over 20,000 products, against the library merely reading the rows that they are counted from.
 */
export async function runStatisticsBench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const app = await openLargeRegister(join(folder, 'so.ocop'))
  const client = createRouterClient(app.router)
  const workspace = app.context.workspace.current
  if (workspace === null) throw new Error('no file')
  const sqlite = connectionOf(workspace.db)
  const statements = [
    'SELECT id, commune, district, set_number, producer_id FROM products',
    'SELECT product_id, year, application FROM registrations',
    'SELECT id, product_id, star, decision_date, decision_year, valid_until FROM recognitions',
    'SELECT agenda_item_id, choices FROM ballots',
  ].map((sql) => sqlite.prepare(sql))
  const first = await processorTime(() => client.statistics.count({ by: 'year' }))
  const [ours, theirs, quarters]: [number[], number[], number[]] = [[], [], []]
  for (let run = 0; run < runs; run += 1) {
    const by = (['year', 'commune', 'group', 'star', 'kind'] as const)[run % 5] ?? 'year'
    ours.push(await processorTime(() => client.statistics.count({ by })))
    quarters.push(await processorTime(() => client.statistics.quarters()))
    theirs.push(await processorTime(async () => statements.map((statement) => statement.all())))
  }
  await app.dispose()
  rmSync(folder, { recursive: true, force: true })
  const against = `the same rows merely read: ${milliseconds(median(theirs))}`
  const size = `${registerSize.products} products, ${registerSize.years} years`
  return [
    {
      name: `statistics of ${size}`,
      value: milliseconds(median(ours)),
      against,
      ratio: median(ours) / median(theirs),
      aim: '≤ 200 ms',
      note: `processor time; the first of a file tallies its locked sessions: ${milliseconds(first)}`,
    },
    {
      name: `certificates by quarter, ${size}`,
      value: milliseconds(median(quarters)),
      against,
      ratio: median(quarters) / median(theirs),
      aim: '≤ 200 ms',
    },
  ]
}
