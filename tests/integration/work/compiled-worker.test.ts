import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AppClient } from '../../../shared/api/contract.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'

// The compiled program over its loopback host, while its worker is starved, ended, left or closed.

let folder: ReturnType<typeof temporaryFolder>
let child: ChildProcess
let said: string
let client: AppClient
let sessionId: number

beforeEach(async () => {
  folder = temporaryFolder()
  const temp = join(folder.path, 'tạm')
  mkdirSync(temp)
  const env = { ...process.env, OCOP_DATA: join(folder.path, 'data'), OCOP_PORT: '0', TMPDIR: temp }
  said = ''
  child = fork(join(import.meta.dirname, '../../helpers/work/serve-starved.ts'), {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  child.stderr?.on('data', (piece) => (said += String(piece)))
  const [{ origin, token }] = (await once(child, 'message')) as [{ readonly origin: string; readonly token: string }]
  client = createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { 'x-ocop-token': token, origin } }))
  await client.workspace.openSample({ sample: 'province-2026' })
  sessionId = (await client.sessions.list())[0]?.id ?? 0
})

afterEach(async () => {
  if (child.exitCode === null) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  folder.remove()
})

const leftovers = () => readdirSync(join(folder.path, 'tạm'))
const runBatch = (signal?: AbortSignal) =>
  client.documents.batch.run({ sessionId, what: 'documents' }, signal === undefined ? {} : { signal })
const decision = () => client.documents.render({ sessionId, kind: 'decision', format: 'pdf' })
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error as { readonly data?: { readonly reason: string } }).data?.reason ?? error,
  )

/** Ends the worker; the next one has so much memory, or as much as usual. */
async function endWorker(megabytes: number | null): Promise<void> {
  child.send({ megabytes })
  await once(child, 'message')
}

/** Listens to a batch until it has made so many files. */
async function listen(batch: AsyncIterable<{ readonly kind: string }>, count: number): Promise<void> {
  let made = 0
  for await (const _ of batch) {
    made += 1
    if (made === count) return
  }
}

test('a document that needs too much memory is refused as that; the program lives and makes the next', async () => {
  await endWorker(12)
  expect(await refusalOf(decision())).toBe('work-too-large')
  await endWorker(null)
  expect((await decision()).size).toBeGreaterThan(1000)
  // One line at the terminal, in the user's words, names the log that has the rest.
  expect(said).toContain('loi.log')
  expect(readFileSync(join(folder.path, 'data/loi.log'), 'utf8')).toContain('ERR_WORKER_OUT_OF_MEMORY')
})

test('a batch whose worker ends is refused, leaves no file, and the next one is made', async () => {
  const batch = await runBatch()
  await batch.next()
  expect(leftovers()).toHaveLength(1)
  void endWorker(null)
  expect(await refusalOf(listen(batch, 1e9))).toBe('work-stopped')
  expect(leftovers()).toEqual([])
  await listen(await runBatch(), 1e9)
  expect(leftovers()).toHaveLength(1)
})

test('a batch that nobody listens to any more ends, and nothing is left of it', async () => {
  const leave = new AbortController()
  await listen(await runBatch(leave.signal), 2)
  leave.abort()
  while (leftovers().length > 0) await wait(20)
  expect((await decision()).size).toBeGreaterThan(1000)
  expect(said).toBe('')
})

test('a preview is shown while a batch is being made', async () => {
  const batch = await runBatch()
  const events: string[] = []
  await batch.next()
  const preview = decision().then(() => events.push('preview'))
  for await (const { kind } of batch) events.push(kind)
  await preview
  expect(events.indexOf('preview')).toBeLessThan(events.indexOf('done'))
  expect(events.at(-1)).toBe('done')
})

test('a preview that was left does not keep the next one waiting, and is no defect', async () => {
  const leave = new AbortController()
  const asked = { sessionId, kind: 'blank-ballots', format: 'pdf' } as const
  const left = client.documents.render(asked, { signal: leave.signal }).catch((error: unknown) => error)
  await wait(0)
  leave.abort()
  expect(await left).toMatchObject({ name: 'AbortError' })
  expect((await decision()).size).toBeGreaterThan(1000)
  expect(said).toBe('')
})

test('a refusal of what the worker reads is the same as any', async () => {
  const file = new File(['no workbook'], 'Bieu-01.xlsx')
  expect(await refusalOf(client.provinceList.layout({ file }))).toBe('workbook-unreadable')
  expect((await client.workbook.preview({ file })).faults).toHaveLength(1)
  expect(said).toBe('')
})

test('the file is checked as it is at that time, and an import is read, without a trace in the temporary folder', async () => {
  await client.sessions.close({ sessionId })
  expect(await client.workspace.checkIntegrity()).toMatchObject({ isIntact: true, faults: [] })
  const file = await client.workbook.export({ sessionId, filled: true })
  const imported = await client.workbook.import({ file })
  const [first, second] = await Promise.all(
    [sessionId, imported.sessionId].map((id) => client.results.session({ sessionId: id })),
  )
  expect(second?.items.map(({ result }) => result)).toEqual(first?.items.map(({ result }) => result))
  expect(leftovers()).toEqual([])
  expect(said).toBe('')
})

test.skipIf(process.platform === 'win32')(
  'the program ends while a batch is being made: its file is whole, nothing is left (Windows sends no signal)',
  async () => {
    const batch = await runBatch()
    await batch.next()
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await batch.next().catch(() => {})
    expect(await ended).toEqual([0, null])
    expect(leftovers()).toEqual([])
    expect(readdirSync(join(folder.path, 'data')).filter((name) => /-(journal|wal|shm)$/.test(name))).toEqual([])
  },
)
