import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { AppClient } from '../../shared/api/contract.ts'
import { newActId } from '../helpers/ballot-acts.ts'
import { milliseconds, percentile, type BenchRow } from './bench-row.ts'
import type { ChooseHostFacts } from './choose-host.ts'

const rounds = 1500
const warmUp = 150

/**
 * One score chosen over the loopback host until acknowledged as committed, against an empty HTTP handler with one bare
 * better-sqlite3 commit at `synchronous=FULL`, both in child processes and in turns; and the same over a MessagePort
 * to a worker thread.
 */
export async function runChooseBench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const ours = fork(join(import.meta.dirname, 'choose-host.ts'), [join(folder, 'ours')])
  const bare = fork(join(import.meta.dirname, 'bare-host.ts'), [join(folder, 'bare.sqlite')])
  try {
    const [[facts], [bareFacts]] = (await Promise.all([once(ours, 'message'), once(bare, 'message')])) as [
      [ChooseHostFacts],
      [{ readonly port: number }],
    ]
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const commitBare = () => post({ agent, port: bareFacts.port, path: '/', body: '{}', headers: {} })
    const chosen: number[] = []
    const committed: number[] = []
    const nextAct = actor(facts)
    for (let round = 0; round < rounds + warmUp; round += 1) {
      const body = JSON.stringify({ json: nextAct() })
      const headers = { 'x-ocop-token': facts.token, origin: facts.origin, 'content-type': 'application/json' }
      const mine = await post({ agent, port: facts.port, path: '/rpc/ballots/choose', body, headers })
      const theirs = await commitBare()
      if (round < warmUp) continue
      chosen.push(mine)
      committed.push(theirs)
    }
    const port = await measurePort({ folder: join(folder, 'port'), commitBare })
    return [
      row('one score over the loopback host, p50', chosen, committed, 0.5, '≤ 1.2'),
      row('one score over the loopback host, p99', chosen, committed, 0.99, ''),
      row('one score over a MessagePort, p50', port.chosen, port.committed, 0.5, '≤ 1.1'),
      row('one score over a MessagePort, p99', port.chosen, port.committed, 0.99, ''),
    ]
  } finally {
    await Promise.all([stop(ours), stop(bare)])
    rmSync(folder, { recursive: true, force: true })
  }
}

function row(name: string, ours: readonly number[], theirs: readonly number[], rank: number, aim: string): BenchRow {
  const [mine, bare] = [percentile(ours, rank), percentile(theirs, rank)]
  return {
    name,
    value: milliseconds(mine),
    against: `empty HTTP handler + one bare commit: ${milliseconds(bare)}`,
    ratio: mine / bare,
    aim,
  }
}

/** One choice after the other, each of which changes something, by somebody who sees what is there. */
function actor({ ballot: { agendaItemId, memberId, round, choices } }: ChooseHostFacts) {
  const shown = [...choices]
  let made = 0
  return () => {
    const criterionIndex = made % 20
    const seen = shown[criterionIndex] ?? null
    const option = seen === 0 ? 1 : 0
    shown[criterionIndex] = option
    made += 1
    return { agendaItemId, memberId, round, actId: newActId(), criterionIndex, option, seen }
  }
}

/** Milliseconds from the first byte sent to the whole answer read. */
async function post(call: {
  readonly agent: Agent
  readonly port: number
  readonly path: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}): Promise<number> {
  const { agent, port, path, body, headers } = call
  const start = performance.now()
  const sent = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  const took = performance.now() - start
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode}: ${Buffer.concat(chunks).toString()}`)
  return took
}

async function measurePort(facts: {
  readonly folder: string
  readonly commitBare: () => Promise<number>
}): Promise<{ readonly chosen: readonly number[]; readonly committed: readonly number[] }> {
  const worker = new Worker(new URL('choose-host.ts', import.meta.url), { argv: [facts.folder] })
  const [message] = (await once(worker, 'message')) as [{ readonly port: MessagePort } & ChooseHostFacts]
  const client: AppClient = createORPCClient(new RPCLink({ port: message.port }))
  const chosen: number[] = []
  const committed: number[] = []
  const nextAct = actor(message)
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const act = nextAct()
    const start = performance.now()
    await client.ballots.choose(act)
    const took = performance.now() - start
    const bare = await facts.commitBare()
    if (round < warmUp) continue
    chosen.push(took)
    committed.push(bare)
  }
  message.port.close()
  await worker.terminate()
  return { chosen, committed }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
