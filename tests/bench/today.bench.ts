import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { connectionOf } from '../../electron/db/connection.ts'
import { median, milliseconds, type BenchRow } from './bench-row.ts'
import { openLargeRegister, registerSize } from './large-register.ts'
import { processorTime } from './processor-time.ts'

const runs = 9

/** "Hôm nay" of a file with 20,000 products, against the library merely reading the recognitions and registrations. */
export async function runTodayBench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const app = await openLargeRegister(join(folder, 'so.ocop'))
  const client = createRouterClient(app.router)
  const workspace = app.context.workspace.current
  if (workspace === null) throw new Error('no file')
  const sqlite = connectionOf(workspace.db)
  const statements = [
    'SELECT product_id, year, application FROM registrations',
    `SELECT n.id, n.product_id, n.star, n.decision_date, n.decision_year, n.valid_until, p.commune, p.district
     FROM recognitions n JOIN products p ON p.id = n.product_id`,
  ].map((sql) => sqlite.prepare(sql))
  const first = await processorTime(() => client.today.get())
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run += 1) {
    ours.push(await processorTime(() => client.today.get()))
    theirs.push(await processorTime(async () => statements.map((statement) => statement.all())))
  }
  const recognised = sqlite.prepare<[], number>('SELECT count(*) FROM recognitions').pluck().get() ?? 0
  await app.dispose()
  rmSync(folder, { recursive: true, force: true })
  return [
    {
      name: `“Hôm nay” of ${registerSize.products} products, ${recognised} recognitions`,
      value: milliseconds(median(ours)),
      against: `the same rows merely read: ${milliseconds(median(theirs))}`,
      ratio: median(ours) / median(theirs),
      aim: '≤ 100 ms',
      note: `processor time; the first of a file: ${milliseconds(first)}`,
    },
  ]
}
