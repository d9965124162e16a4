import { join } from 'node:path'
import { MessageChannel, parentPort, type MessagePort } from 'node:worker_threads'
import { RPCHandler } from '@orpc/server/message-port'
import { createRouterClient } from '@orpc/server'
import type { Ballot } from '../../shared/api/ballots.ts'
import { createApp } from '../../electron/app/create-app.ts'
import { startLoopbackHost } from '../../electron/web-host/loopback-host.ts'
import { actsOf } from '../helpers/ballot-acts.ts'
import { benchHost, resourcesFolder } from './bench-folder.ts'
import { mkdirSync } from 'node:fs'
import { readFileSync } from 'node:fs'

/** What the measuring process needs to call this one. */
export type ChooseHostFacts = {
  readonly origin: string
  readonly token: string
  readonly port: number
  /** A ballot that may be scored. */
  readonly ballot: Pick<Ballot, 'agendaItemId' | 'memberId' | 'round' | 'choices'>
}

// The application with the provincial sample, one ballot reopened; as a child process over HTTP, as a worker over a port.

const folder = process.argv[2] ?? ''
mkdirSync(folder, { recursive: true })
const host = { ...benchHost(join(folder, 'bench.ocop')), dataFolder: folder }
const app = createApp({ host, resources: resourcesFolder, appVersion: 'bench', backups: 'asked' })
const client = createRouterClient(app.router)
const sample = readFileSync(join(resourcesFolder, 'samples', 'province-2026.xlsx'))
await client.workspace.create({ name: 'Đo' })
const { sessionId } = await client.workbook.import({ file: new File([sample], 'mau.xlsx') })
const [row] = await client.ballots.board({ sessionId })
const cell = row?.cells.find(({ state }) => state === 'confirmed')
if (row === undefined || cell === undefined) throw new Error('the sample has no confirmed ballot')
const key = { agendaItemId: row.agendaItemId, memberId: cell.memberId }
const { round, choices } = await actsOf(client).reopen({ ...key, reason: 'Đo thời gian' })
const ballot = { ...key, round, choices }

if (parentPort === null) {
  const log = { info: () => {}, error: (message: string, error: unknown) => console.error(message, error) }
  const { origin, token } = await startLoopbackHost({ router: app.router, page: folder, port: 0, log })
  const facts: ChooseHostFacts = { origin, token, port: Number(new URL(origin).port), ballot }
  process.send?.(facts)
} else {
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(app.router).upgrade(port1, { context: {} })
  const facts: ChooseHostFacts & { readonly port: MessagePort } = {
    origin: '',
    token: '',
    ballot,
    port: port2,
  } as never
  parentPort.postMessage(facts, [port2])
}
