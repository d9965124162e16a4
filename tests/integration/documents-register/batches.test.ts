import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BatchEvent } from '../../../shared/api/document-batches.ts'
import { hasPoppler, readPages, readText } from '../../helpers/read-pdf.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedSession, refusal } from './numbered-session.ts'

let app: TestApp
beforeEach(() => {
  app = createTestApp()
  // Other tests make batches of their own at the same time.
  vi.stubEnv('TMPDIR', app.folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  app[Symbol.dispose]()
})

type Input = Parameters<TestApp['client']['documents']['batch']['run']>[0]

async function runAll(input: Input) {
  const events: BatchEvent[] = []
  for await (const event of await app.client.documents.batch.run(input)) events.push(event)
  const last = events.at(-1)
  if (last?.kind !== 'done') throw new Error('the batch did not end')
  const file = await app.client.documents.batch.take({ id: last.id })
  return { events, last, bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }
}

const batchFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('hoi-dong-ocop-'))

it('what a killed run left behind goes at the next start, and what a living one is at stays', () => {
  const leftBy = (pid: number) => mkdtempSync(join(tmpdir(), `hoi-dong-ocop-${pid}-`))
  const { pid: dead } = spawnSync('true')
  const [left, living, ofOther, ofBefore] = [
    leftBy(dead),
    leftBy(process.pid),
    leftBy(process.ppid),
    leftBy(process.ppid),
  ]
  // The number of a run of before the machine was started may be another process's by now.
  const beforeStart = Date.now() / 1000 - uptime() - 60
  utimesSync(ofBefore, beforeStart, beforeStart)
  createTestApp()[Symbol.dispose]()
  const isThere = [left, living, ofOther, ofBefore].map((folder) => existsSync(folder))
  expect(isThere).toEqual([false, true, true, false])
  for (const folder of [living, ofOther]) rmSync(folder, { recursive: true })
})

describe('a batch of all documents', () => {
  it('is one zip with sensible names, and tells how far it is', async () => {
    const { sessionId } = await lockedSession(app)
    const { events, bytes, name, last } = await runAll({ sessionId, what: 'documents' })
    expect(name).toBe('Van-ban_2026-11-20.zip')
    expect(last).toMatchObject({ bytes: bytes.length })
    const files = Object.values(new PizZip(bytes, { checkCRC32: true }).files)
    expect(files.map((file) => file.name)).toEqual(
      expect.arrayContaining([
        'Quyet-dinh_2026-11-20.pdf',
        'Quyet-dinh_2026-11-20.docx',
        'Bien-ban_Hoi-dong_2026-11-20.docx',
        'Bang-tong-hop-diem_2026-11-20.xlsx',
        'Giay-chung-nhan_2026-11-20.pdf',
      ]),
    )
    for (const file of files) {
      expect(Buffer.from(file.asUint8Array()).subarray(0, 4).toString('latin1')).toBe(
        file.name.endsWith('.pdf') ? '%PDF' : 'PK\u0003\u0004',
      )
    }
    const progress = events.filter((event) => event.kind === 'progress')
    expect(progress.map(({ done }) => done)).toEqual(progress.map((_, index) => index + 1))
    expect(progress.at(-1)?.done).toBe(progress.at(-1)?.of)
    // The certificates are one file of two pages.
    expect(progress.length).toBe(files.length + 1)
  })

  it('leaves nothing behind when it is cancelled, and nothing but the last file when it is not', async () => {
    const before = batchFolders()
    const { sessionId } = await lockedSession(app)
    for await (const event of await app.client.documents.batch.run({ sessionId, what: 'documents' })) {
      if (event.kind === 'progress' && event.done === 2) break
    }
    expect(batchFolders()).toEqual(before)
    const first = await runAll({ sessionId, what: 'certificates' })
    const second = await runAll({ sessionId, what: 'certificates' })
    expect(batchFolders().length).toBe(before.length + 1)
    expect(first.last.kind === 'done' && (await refusal(app.client.documents.batch.take({ id: first.last.id })))).toBe(
      'batch-gone',
    )
    expect(second.bytes.length).toBeGreaterThan(1000)
  })
})

describe.skipIf(!hasPoppler)('a batch of certificates', () => {
  it('counts as a print, and the next one says that it is a reprint', async () => {
    const { sessionId } = await lockedSession(app)
    const { certificates, register } = app.client.documents
    await register.enter({ sessionId, kind: 'decision', issue: issue(15), reason: '', accepted: ['cited-unnumbered'] })
    await certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
    const first = await runAll({ sessionId, what: 'certificates' })
    expect(readPages(first.bytes)).toHaveLength(2)
    expect(readText(first.bytes)).not.toContain('in lại')
    app.clock.at = new Date('2026-11-26T03:00:00.000Z')
    const [one] = (await certificates.list({ sessionId })).entries
    const second = await runAll({ sessionId, what: 'overprint', itemIds: [one?.itemId ?? 0] })
    expect(readText(second.bytes)).toContain('Bản in lại lần 1; in trước đó ngày 20/11/2026')
    const { entries } = await certificates.list({ sessionId })
    expect(entries.map(({ certificate }) => certificate?.prints)).toEqual([2, 1])
  })

  it('is not counted when it is cancelled', async () => {
    const { sessionId } = await lockedSession(app)
    const { certificates, register } = app.client.documents
    await register.enter({ sessionId, kind: 'decision', issue: issue(15), reason: '', accepted: ['cited-unnumbered'] })
    await certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
    for await (const event of await app.client.documents.batch.run({ sessionId, what: 'certificates' })) {
      if (event.kind === 'progress') break
    }
    const { entries } = await certificates.list({ sessionId })
    expect(entries.map(({ certificate }) => certificate?.prints)).toEqual([0, 0])
  })
})
