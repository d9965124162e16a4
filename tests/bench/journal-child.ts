import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { chooseOnce } from '../../electron/app/ballots/ballot-acts.ts'
import { commit, openDb } from '../../electron/app/commit.ts'
import { createCommitTogether } from '../../electron/app/commit-together.ts'
import { createApp } from '../../electron/app/create-app.ts'
import { connectionOf } from '../../electron/db/connection.ts'
import { actsOf, newActId } from '../helpers/ballot-acts.ts'
import { benchHost, resourcesFolder } from './bench-folder.ts'
import { devices, journals, type Journal, type JournalTimes } from './journals.ts'

// A process of its own for each disk, which a library put before `fsync` may make slow:
// node journal-child.ts FOLDER ROUNDS. Prints the milliseconds of each transaction, by journal.

const [folder = '', rounds = '0'] = process.argv.slice(2)
const warmUp = 3

const files = await Promise.all(journals.map(async (journal) => ({ ...(await openSample(journal)), journal })))
const times = new Map<Journal, JournalTimes>(journals.map((journal) => [journal, { alone: [], shared: [] }]))
for (let round = 0; round < Number(rounds) + warmUp; round += 1) {
  // Each comes after each of the others: what one leaves to the disk, the next one waits for.
  const order = round % 2 === 0 ? files : files.toReversed()
  for (const place of files.keys()) {
    const { journal, alone, shared } = order[(place + round) % files.length] as (typeof files)[number]
    const took = { alone: await timed(alone), shared: await timed(shared) }
    if (round < warmUp) continue
    times.get(journal)?.alone.push(took.alone)
    times.get(journal)?.shared.push(took.shared)
  }
}
console.log(JSON.stringify(Object.fromEntries(times)))
for (const { close } of files) await close()

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The provincial sample in a file of its own with that journal, one ballot reopened, as the application writes it. */
async function openSample(journal: Journal) {
  const own = join(folder, journal)
  mkdirSync(own, { recursive: true })
  const host = { ...benchHost(join(own, 'bench.ocop')), dataFolder: own }
  const app = createApp({ host, resources: resourcesFolder, appVersion: 'bench', backups: 'asked' })
  const client = createRouterClient(app.router)
  const sample = readFileSync(join(resourcesFolder, 'samples', 'province-2026.xlsx'))
  await client.workspace.create({ name: 'Đo' })
  const { sessionId } = await client.workbook.import({ file: new File([sample], 'mau.xlsx') })
  const row = (await client.ballots.board({ sessionId })).find(({ cells }) => cells[0]?.state === 'confirmed')
  if (row === undefined) throw new Error('the sample has no confirmed ballot')
  const key = { agendaItemId: row.agendaItemId, memberId: row.cells[0]?.memberId ?? 0 }
  const { round, choices } = await actsOf(client).reopen({ ...key, reason: 'Đo thời gian' })
  const { context } = app
  const sqlite = connectionOf(openDb(context))
  const kept = [
    sqlite.pragma(`journal_mode = ${journal}`, { simple: true }),
    sqlite.pragma('synchronous', { simple: true }),
    sqlite.pragma('locking_mode', { simple: true }),
  ]
  if (kept.join() !== `${journal},2,exclusive`) throw new Error(`the file is kept with ${kept.join()}`)

  const shown = [...choices]
  let made = 0
  const choose = (app: typeof context) => {
    const criterionIndex = made % 20
    const seen = shown[criterionIndex] ?? null
    const option = seen === 0 ? 1 : 0
    shown[criterionIndex] = option
    made += 1
    const act = { ...key, round, actId: newActId(), criterionIndex, option, seen }
    return commit(app, 'ballots.choose', (db, now) => chooseOnce(db, { act, by: '', now }))
  }
  const together = createCommitTogether(context)
  return {
    alone: () => together(choose),
    shared: () => Promise.all(Array.from({ length: devices }, () => together(choose))),
    close: () => app.dispose(),
  }
}
