import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { AppClient } from '../../shared/api/contract.ts'
import { actsOf, newActId } from '../helpers/ballot-acts.ts'
import { milliseconds, percentile, type BenchRow } from './bench-row.ts'
import { benchWorkspace, provincialSize } from './bench-workspace.ts'
import type { BusyHostFacts } from './busy-host.ts'

const sizes = { large: { products: 60, members: 11, criteria: 30 }, provincial: provincialSize }
const rounds = 3
/** Milliseconds between two choices; late ones are measured from when they were due. */
const pace = 15
const aloneFor = 3000

type Place = {
  readonly client: AppClient
  readonly host: ChildProcess
  readonly sessionId: number
  readonly key: { readonly agendaItemId: number; readonly memberId: number }
}

type Job = {
  readonly name: string
  readonly size: keyof typeof sizes
  /** Made once, before the measuring. */
  readonly prepare?: (place: Place) => Promise<File>
  readonly run: (place: Place, file: File | null) => Promise<unknown>
}

const jobs: readonly Job[] = [
  {
    name: '660 blank ballots',
    size: 'large',
    run: ({ client, sessionId }) => client.documents.render({ sessionId, kind: 'blank-ballots', format: 'pdf' }),
  },
  {
    name: '300 notices',
    size: 'provincial',
    run: ({ client, sessionId }) => client.documents.render({ sessionId, kind: 'result-notices', format: 'pdf' }),
  },
  {
    name: 'a zip of everything of 60 products',
    size: 'large',
    run: async ({ client, sessionId }) => {
      for await (const _ of await client.documents.batch.run({ sessionId, what: 'documents' }));
    },
  },
  {
    name: 'an import of 300 products',
    size: 'provincial',
    prepare: ({ client, sessionId }) => client.workbook.export({ sessionId, filled: true }),
    run: ({ client }, file) =>
      file === null ? Promise.reject(new Error('no file')) : client.workbook.import({ file }),
  },
]

/**
 * Choices of a clerk over the compiled loopback host while it makes something large, against choices with nothing else
 * to do, in turns. The stall of its key thread is wall time, in which other programs on the machine have their share;
 * the work beside it is that thread's own.
 */
export async function runBusyBench(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  for (const job of jobs) rows.push(...(await measure(job)))
  return rows
}

type Measured = { readonly took: number[]; readonly stalls: number[]; readonly works: number[] }

async function measure(job: Job): Promise<readonly BenchRow[]> {
  const { path } = await benchWorkspace(sizes[job.size])
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  copyFileSync(path, join(folder, 'phien.ocop'))
  const env = { ...process.env, OCOP_DATA: folder, OCOP_PORT: '0' }
  const host = fork(join(import.meta.dirname, 'busy-host.ts'), { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  try {
    const place = await openPlace(host)
    const file = job.prepare === undefined ? null : await job.prepare(place)
    const [alone, together]: readonly [Measured, Measured] = [empty(), empty()]
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await chooseDuring(place, wait(aloneFor), alone)
      const start = performance.now()
      const work = job.run(place, file).finally(() => times.push(performance.now() - start))
      await chooseDuring(place, work, together)
    }
    return [
      rowOf({ name: `one choice during ${job.name}, p99`, alone, together, times }),
      stallRow(job, together, alone),
    ]
  } finally {
    const gone = once(host, 'exit')
    host.kill('SIGTERM')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
}

function empty(): Measured {
  return { took: [], stalls: [], works: [] }
}

async function openPlace(host: ChildProcess): Promise<Place> {
  const [{ origin, token }] = (await once(host, 'message')) as [{ readonly origin: string; readonly token: string }]
  const headers = { 'x-ocop-token': token, origin }
  const client: AppClient = createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers }))
  const [listed] = await client.workspace.list()
  await client.workspace.open({ id: listed?.id ?? '' })
  const [session] = await client.sessions.list()
  const sessionId = session?.id ?? 0
  const [row] = await client.ballots.board({ sessionId })
  const key = { agendaItemId: row?.agendaItemId ?? 0, memberId: row?.cells[0]?.memberId ?? 0 }
  await actsOf(client).reopen({ ...key, reason: 'Đo thời gian' })
  return { client, host, sessionId, key }
}

async function chooseDuring({ client, host, key }: Place, work: Promise<unknown>, into: Measured): Promise<void> {
  const { choices, round } = await client.ballots.get(key)
  const shown = [...choices]
  await factsOf(host)
  const state = { isOver: false }
  const over = work.finally(() => (state.isOver = true))
  const asked: Promise<unknown>[] = []
  // A machine that is late must not have two choices of one criterion pass each other.
  const before = new Map<number, Promise<unknown>>()
  const start = performance.now()
  for (let count = 0; !state.isOver; count += 1) {
    const due = start + count * pace
    await wait(Math.max(0, due - performance.now()))
    const criterionIndex = count % shown.length
    const seen = shown[criterionIndex] ?? null
    const option = seen === 0 ? 1 : 0
    shown[criterionIndex] = option
    const choice = { ...key, round, actId: newActId(), criterionIndex, option, seen }
    const choosing = Promise.resolve(before.get(criterionIndex)).then(() => client.ballots.choose(choice))
    before.set(criterionIndex, choosing)
    asked.push(choosing.then(() => into.took.push(performance.now() - due)))
  }
  await over
  await Promise.all(asked)
  const { stall, work: worked } = await factsOf(host)
  into.stalls.push(stall)
  into.works.push(worked)
}

async function factsOf(host: ChildProcess): Promise<BusyHostFacts> {
  host.send('facts')
  const [facts] = (await once(host, 'message')) as [BusyHostFacts]
  return facts
}

type Rows = {
  readonly name: string
  readonly alone: Measured
  readonly together: Measured
  readonly times: readonly number[]
}

function rowOf({ name, alone, together, times }: Rows): BenchRow {
  const [busy, quiet] = [percentile(together.took, 0.99), percentile(alone.took, 0.99)]
  return {
    name,
    value: milliseconds(busy),
    against: `without: ${milliseconds(quiet)}`,
    ratio: busy / quiet,
    aim: '≤ 2',
    note: `${together.took.length} choices; the job took ${times.map(milliseconds).join(', ')}`,
  }
}

function stallRow({ name }: Job, together: Measured, alone: Measured): BenchRow {
  const list = (values: readonly number[]) => values.map((value) => value.toFixed(0)).join(', ')
  return {
    name: `longest stall of the key thread during ${name}`,
    value: milliseconds(Math.min(...together.stalls)),
    against: `without: ${milliseconds(Math.min(...alone.stalls))}`,
    ratio: null,
    aim: '≤ 30 ms',
    note: `the quietest of ${list(together.stalls)}; its own work at a stretch ${list(together.works)} ms`,
  }
}
