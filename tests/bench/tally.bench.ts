import { statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { readSessionFrame, tallySession } from '../../electron/app/sessions/session-record.ts'
import { connectionOf } from '../../electron/db/connection.ts'
import { openWorkspaceFile } from '../../electron/db/open.ts'
import { median, milliseconds, type BenchRow } from './bench-row.ts'
import { resourcesFolder } from './bench-folder.ts'
import { benchWorkspace, largeSize, oneRowAScore } from './bench-workspace.ts'
import { migrating } from '../helpers/migrating.ts'

/**
 * A whole tally (means, bands, gates, spread, reasons) of 5.4 million scores against one plain SQL aggregate over the
 * same scores in a row each (sum of points and number of ballots a product), alternating in one process; and the size of
 * the two files.
 */
export async function runTallyBench(): Promise<readonly BenchRow[]> {
  const { path, sessionId } = await benchWorkspace(largeSize)
  const { db } = openWorkspaceFile({ path, migrations: join(resourcesFolder, 'migrations'), migrating })
  const rows = oneRowAScore(path)
  const before9 = new Sqlite(rows, { readonly: true })
  const aggregate = before9
    .prepare(
      `SELECT b.agenda_item_id, sum(s.points), count(DISTINCT b.id)
       FROM ballots b JOIN scores s ON s.ballot_id = b.id
       WHERE b.state <> 'superseded' GROUP BY b.agenda_item_id`,
    )
    .raw()
  const before = megabytes(process.memoryUsage().rss)
  const tally = () => taken(() => count(tallySession(db, readSessionFrame(db, sessionId))))
  const ours = [tally()]
  const peak = megabytes(process.resourceUsage().maxRSS * 1024)
  const theirs: number[] = []
  for (let run = 0; run < runs; run += 1) {
    theirs.push(taken(() => count(aggregate.iterate())))
    ours.push(tally())
  }
  connectionOf(db).close()
  before9.close()
  const size = `${largeSize.products.toLocaleString('en')} products × ${largeSize.members} × ${largeSize.criteria}`
  return [
    {
      name: `tally of ${size}`,
      value: milliseconds(median(ours)),
      against: `one SQL aggregate: ${milliseconds(median(theirs))}`,
      ratio: median(ours) / median(theirs),
      aim: '≤ 0.6',
      note: `processor time; the first tally took ${milliseconds(ours[0] ?? 0)} and at most ${peak - before} MB over the ${before} MB before it`,
    },
    {
      name: `file of ${size}`,
      value: `${megabytes(statSync(path).size)} MB`,
      against: `a row for each score: ${megabytes(statSync(rows).size)} MB`,
      ratio: statSync(path).size / statSync(rows).size,
      aim: '≤ 0.25',
    },
  ]
}

const runs = 15

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20)

/** Processor time of this process, in milliseconds: the machine may have other work. */
function taken(work: () => number): number {
  const start = process.cpuUsage()
  if (work() !== largeSize.products) throw new Error('not every product was read')
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function count(rows: Iterable<unknown>): number {
  let seen = 0
  for (const row of rows) if (row !== undefined) seen += 1
  return seen
}
