import { expect, test } from 'vitest'
import type { AppClient } from '../../../shared/api/contract.ts'
import { greyPdf } from '../../helpers/scanned-pdf.ts'
import { openMain } from './open-main.ts'

// A pile of scans in the window's program: read in a process of Electron's own, of a lower priority.

const count = 24
const blank = { width: 1654, height: 2339, data: new Uint8Array(1654 * 2339).fill(250) }
const scans = () => new File([new Uint8Array(greyPdf(Array.from({ length: count }, () => blank)))], 'tập.pdf')

type Utility = { readonly all: readonly { readonly pid?: number }[] }
type Main = Awaited<ReturnType<typeof openMain>>
const pidOfLast = (main: Main) =>
  main.evaluate(({ utilityProcess }) => (utilityProcess as unknown as Utility).all.at(-1)?.pid ?? 0)

async function openPile(client: AppClient): Promise<number> {
  await client.workspace.openSample({ sample: 'province-2026' })
  const sessionId = (await client.sessions.list())[0]?.id ?? 0
  expect(await client.paperBallots.addFile({ sessionId, file: scans() })).toEqual({ isNew: true })
  return sessionId
}

test('a reader that is killed is said in words; what it had read stays, and the rest is read by the next', async () => {
  const main = await openMain()
  const client = await main.page()
  const sessionId = await openPile(client)
  const reading = (async () => {
    for await (const event of await client.paperBallots.read({ sessionId })) {
      if (event.kind === 'progress' && event.done === 2) process.kill(await pidOfLast(main), 'SIGKILL')
    }
  })()
  await expect(reading).rejects.toMatchObject({ data: { reason: 'work-stopped' } })
  const before = (await client.paperBallots.pile({ sessionId })).unplaced.length
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(count)
  expect(main.log()).toContain('the worker ended')
  const events = []
  for await (const event of await client.paperBallots.read({ sessionId })) events.push(event)
  expect(events.at(-1)).toEqual({ kind: 'done', done: count - before, of: count - before })
  const { unplaced, reading: left } = await client.paperBallots.pile({ sessionId })
  expect([unplaced.map(({ why }) => why), left]).toEqual([Array.from({ length: count }, () => 'blank'), null])
  const forked = main.callsOf('utilityProcess.fork')
  expect(forked.length).toBeGreaterThanOrEqual(2)
  for (const { args } of forked) {
    expect(args[0]).toMatch(/out[/\\]main[/\\]worker\.js$/)
    expect(args[1]).toMatchObject({ execArgv: ['--js-flags=--max-old-space-size=1024'] })
  }
})
