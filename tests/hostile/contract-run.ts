import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import fc from 'fast-check'
import { clerkContract } from '../../shared/api/clerk.ts'
import { contract, type AppClient } from '../../shared/api/contract.ts'
import { roomContract } from '../../shared/api/room-device.ts'
import type { AppContext } from '../../electron/context.ts'
import { connectionOf } from '../../electron/db/connection.ts'
import { startTestHost } from '../helpers/loopback.ts'
import { openTestRoom } from '../helpers/open-room.ts'
import { inputsFor } from './inputs.ts'
import { emptyOutcome, noteCall, type Outcome } from './outcome.ts'
import { callAt, proceduresOf, type Procedure } from './procedures.ts'
import { realFiles, spoilt } from './spoilt-files.ts'

type Runs = { readonly runs: number; readonly seed: number }
type Call = Procedure & { readonly value: unknown; readonly overPort: boolean }

/** Calls on one open file before it is begun anew: a session that was locked refuses most of them. */
const callsOfFile = 300

/** Every procedure of the application, over the window's transport and the browser's. */
export async function runContract({ runs, seed }: Runs): Promise<readonly Outcome[]> {
  const [port, http] = [emptyOutcome('contract over MessagePort'), emptyOutcome('contract over loopback HTTP')]
  const { app, host, errors, stop } = await startTestHost()
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(app.router).upgrade(port2, { context: {} })
  const headers = { 'x-ocop-token': host.token, origin: host.origin }
  const overPort: AppClient = createORPCClient(new PortLink({ port: port1 }))
  const overHttp: AppClient = createORPCClient(new HttpLink({ url: `${host.origin}/rpc`, headers }))
  try {
    const calls = callsOf(proceduresOf(contract), { runs, seed })
    for (let from = 0; from < calls.length; from += callsOfFile) {
      await overPort.workspace.openSample({ sample: 'district-2024' })
      for (const [index, call] of calls.slice(from, from + callsOfFile).entries()) {
        const [outcome, client] = call.overPort ? [port, overPort] : [http, overHttp]
        await callOn({ outcome, client, call, errors, about: `seed ${seed}, call ${from + index}`, app: app.context })
      }
      if (app.context.workspace.current !== null) await expectIntact(overPort, port, `seed ${seed}, file ${from}`)
    }
    return [port, http]
  } finally {
    port1.close()
    port2.close()
    await stop()
  }
}

/** What a phone and a clerk's laptop reach, each entered. */
export async function runRoom({ runs, seed }: Runs): Promise<readonly Outcome[]> {
  const outcome = emptyOutcome('room over HTTP')
  using room = await openTestRoom({ products: 4 })
  const [member, clerk] = [await room.enter(), await room.enterClerk('Người nhập phiếu')]
  const calls = callsOf([...proceduresOf(roomContract), ...proceduresOf(clerkContract)], { runs, seed })
  for (const [index, call] of calls.entries()) {
    const client = call.path.length === 1 ? member.client : clerk.clerk
    const { errors, app } = room
    await callOn({ outcome, client, call, errors, about: `seed ${seed}, room call ${index}`, app: app.context })
  }
  await expectIntact(room.app.client, outcome, `seed ${seed}, room`)
  room.errors.length = 0
  return [outcome]
}

function callsOf(procedures: readonly Procedure[], { runs, seed }: Runs): readonly Call[] {
  const { workbook, template, picture, 'province list': list } = realFiles()
  const files = spoilt([...workbook, ...list, ...template, ...picture]).map((bytes) => new File([bytes], 'tệp.xlsx'))
  const calls = fc
    .constantFrom(...procedures)
    .chain((procedure) =>
      fc
        .record({ value: inputsFor(procedure.input, files), overPort: fc.boolean() })
        .map((made) => ({ ...procedure, ...made })),
    )
  return fc.sample(calls, { numRuns: runs, seed })
}

type CallOn = {
  readonly outcome: Outcome
  readonly client: object
  readonly call: Call
  /** What the application logged as its own fault. */
  readonly errors: unknown[]
  readonly about: string
  readonly app: AppContext
}

/** What is refused has written nothing, and what is answered no defect. */
async function callOn({ outcome, client, call, errors, about, app }: CallOn): Promise<void> {
  const { path, value } = call
  const name = path.join('.')
  const before = countOf(app)
  const told = await noteCall(outcome, `${about}, ${name} ${shown(value)}`, async () => {
    const answer = await callAt(client, path)(value)
    if (isStream(answer)) await leave(answer)
  })
  const after = countOf(app)
  const isCounted = before !== null && after?.path === before.path && !tellsOfTries.has(name)
  if (told !== 'answered' && isCounted && after.audit !== before.audit) {
    outcome.halfWrites.push(`${about}, ${name} ${shown(value)}`)
  }
  for (const error of errors.splice(0)) {
    if (told !== 'crashed' && name !== noteOfPage)
      outcome.crashes.push(`${about}, ${name} ${shown(value)}: logged ${String(error)}`)
  }
}

/** The page's own faults, which are for the log. */
const noteOfPage = 'support.noteFault'

/** The audit names who tried a wrong code. */
const tellsOfTries: ReadonlySet<string> = new Set(['enter', 'enterClerk'])

function countOf({ workspace: { current } }: AppContext): { readonly path: string; readonly audit: unknown } | null {
  if (current === null) return null
  return {
    path: current.path,
    audit: connectionOf(current.db).prepare('SELECT count(*) AS events FROM audit_events').pluck().get(),
  }
}

function isStream(answer: unknown): answer is AsyncGenerator {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
}

/** A batch tells of its first file; who listens for changes may wait for ever, and leaves. */
async function leave(stream: AsyncGenerator): Promise<void> {
  const first = stream.next()
  const turn = new Promise((resolve) => setImmediate(resolve))
  await Promise.race([first, turn])
  await stream.return(undefined)
  await first.catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') return
    throw error
  })
}

async function expectIntact(client: AppClient, outcome: Outcome, about: string): Promise<void> {
  const report = await client.workspace.checkIntegrity()
  if (!report.isIntact) outcome.halfWrites.push(`${about}: ${JSON.stringify(report)}`)
}

function shown(value: unknown): string {
  const text =
    JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner)) ?? 'undefined'
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
