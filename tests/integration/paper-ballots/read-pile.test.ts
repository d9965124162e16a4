import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { addToPile, pileOf } from '../../../electron/app/paper-ballots/pile.ts'
import { readIntoPile } from '../../../electron/app/paper-ballots/read-into-pile.ts'
import type { AppWork } from '../../../electron/work/app-work.ts'
import { countPapers, layOutPapers, readPaper } from '../../../electron/work/jobs/read-papers.ts'
import { readPile, type PaperProgress } from '../../../electron/work/read-pile.ts'
import { buildRecord } from '../../fixtures/session-record.ts'
import { newActId } from '../../helpers/ballot-acts.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'
import { greyPdf } from '../../helpers/scanned-pdf.ts'
import { slowReader } from '../../helpers/slow-reader.ts'
import { createTestApp, openSmallSession } from '../../helpers/test-app.ts'
import { resourcesFolder } from '../documents/rendered.ts'

// Several readers share a pile: on this machine there may be two processors for them, on another eight.

const folder = temporaryFolder()
afterAll(() => folder.remove())
const record = buildRecord({ ruleSetId: 'qd-26-2026', level: 'province', memberCount: 1, products: [] })

const blank = { width: 413, height: 585, data: new Uint8Array(413 * 585).fill(250) }
const files = [7, 1, 2].map((pages) => {
  const name = `${pages} trang.pdf`
  writeFileSync(join(folder.path, name), greyPdf(Array.from({ length: pages }, () => blank)))
  return { name, path: join(folder.path, name), done: pages === 7 ? [2] : [] }
})
writeFileSync(join(folder.path, 'hỏng.pdf'), '%PDF-1.7 and nothing else')
const broken = { name: 'hỏng.pdf', path: join(folder.path, 'hỏng.pdf') }

/** What a reader's process does, here. */
const jobs = {
  'lay-out-papers': (asked: { record: typeof record }) => layOutPapers(asked.record, resourcesFolder),
  'count-papers': ({ path }: { path: string }) => countPapers(path),
  'read-paper': readPaper,
}
const inThisProcess = {
  run: async (kind: keyof typeof jobs, asked: never) => (jobs[kind] as (asked: never) => unknown)(asked),
} as unknown as AppWork

describe('a pile of scans', () => {
  it.each([1, 2, 3, 7, 12])('%i readers read each page that is left once, and tell of each file once', async (of) => {
    const told: PaperProgress[] = []
    const outcomes = await readPile({
      record,
      files: [...files, broken],
      readers: Array.from({ length: of }, () => inThisProcess),
      mostAtOnce: () => of,
      onProgress: (one) => void told.push(one),
    })
    const pages = outcomes.map((one) => `${one.source.file}/${one.source.page}: ${one.kind === 'read' ? '' : one.why}`)
    const left = files.flatMap(({ name, done }) =>
      Array.from({ length: Number(name.split(' ')[0]) }, (_, at) => at + 1)
        .filter((page) => !done.includes(page))
        .map((page) => `${name}/${page}: blank`),
    )
    expect(pages).toEqual([...left, 'hỏng.pdf/1: unreadable'])
    const opened = told.flatMap((one) => (one.kind === 'opened' ? [`${one.name} ${one.pages}`] : []))
    expect(opened.toSorted()).toEqual(
      [...files.map(({ name }) => `${name} ${name.split(' ')[0]}`), 'hỏng.pdf 1'].toSorted(),
    )
    expect(told.filter(({ kind }) => kind !== 'opened')).toHaveLength(outcomes.length)
  })

  const pagesFrom = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const file = { name: 'tập.pdf', path: 'tập.pdf' }
  function readSlowly(most: { now: number }, signal?: AbortSignal) {
    const readers = [slowReader(125), slowReader(125)] as const
    const pages: number[] = []
    const onProgress = (one: PaperProgress) => void (one.kind !== 'opened' && pages.push(one.source.page))
    const all = readers.map(({ work }) => work)
    const reading = readPile({ record, files: [file], readers: all, mostAtOnce: () => most.now, signal, onProgress })
    return { readers, pages, ended: reading.then(({ length }) => length).catch((reason: unknown) => reason) }
  }

  it('while fewer may be at work one reader gets every page, and once more may the other goes on', async () => {
    const most = { now: 2 }
    const { readers, pages, ended } = readSlowly(most)
    const [first, second] = readers
    await setImmediate()
    expect([first.page(), second.page()]).toEqual([1, 64])
    most.now = 1
    // What is under way is ended by both.
    await first.endPage()
    expect([first.page(), second.page()]).toEqual([null, 64])
    await second.endPage()
    for (let page = 2; page <= 63; page += 1) {
      expect([first.page(), second.page()]).toEqual([page, null])
      await first.endPage()
    }
    // Nothing waits for the other's half.
    expect([first.page(), second.page()]).toEqual([95, null])
    most.now = 2
    await first.endPage()
    expect([first.page(), second.page()]).toEqual([96, 65])
    for (let page = 96; page <= 125; page += 1) {
      await first.endPage()
      await second.endPage()
    }
    expect(await ended).toBe(125)
    expect(pages.slice(0, 65)).toEqual([1, 64, ...pagesFrom(2, 63), 95])
    expect(pages.toSorted((a, b) => a - b)).toEqual(pagesFrom(1, 125))
    for (const { kinds } of readers) expect(kinds.filter((kind) => kind === 'lay-out-papers')).toHaveLength(1)
  })

  it('a reader is not started before it may be at work', async () => {
    const { readers, ended } = readSlowly({ now: 1 })
    for (let page = 1; page <= 125; page += 1) {
      await setImmediate()
      await readers[0].endPage()
    }
    expect([await ended, readers[1].kinds]).toEqual([125, []])
  })

  it('a page under way as another reader fails is told, and nothing more is read', async () => {
    const { readers, pages, ended } = readSlowly({ now: 2 })
    await setImmediate()
    await readers[1].fail(new Error('no reader'))
    await readers[0].endPage()
    expect(await ended).toEqual(new Error('no reader'))
    expect([pages, readers[0].page(), readers[1].page()]).toEqual([[1], null, null])
  })

  it('pages under way as it is cancelled are told, and nothing more is read', async () => {
    const cancel = new AbortController()
    const { readers, pages, ended } = readSlowly({ now: 2 }, cancel.signal)
    await setImmediate()
    cancel.abort('enough')
    for (const { endPage } of readers) await endPage()
    expect(await ended).toBe('enough')
    expect(pages).toEqual([1, 64])
  })

  it('leaves a processor to whoever keys, until nobody has for some seconds', async () => {
    using app = createTestApp()
    const { sessionId, itemIds, memberIds } = await openSmallSession(app)
    const { context, clock } = app
    const pile = pileOf(context, sessionId)
    await addToPile(context, pile, { name: 'tập.pdf', bytes: new Uint8Array(greyPdf([blank])) })
    const later = (seconds: number) => (clock.at = new Date(clock.at.getTime() + seconds * 1000))
    const all = availableParallelism()
    const readers = Array.from({ length: all }, () => slowReader(4000))
    const atWork = () => readers.filter(({ page }) => page() !== null)
    const endOne = async () => atWork()[0]?.endPage()
    const endEach = async () => {
      for (const reader of atWork()) await reader.endPage()
    }
    later(60)
    const cancel = new AbortController()
    const reading = (async () => {
      const works = readers.map(({ work }) => work)
      for await (const _ of readIntoPile(context, pile, { readers: works, signal: cancel.signal }));
    })().catch((reason: unknown) => reason)
    await setImmediate()
    expect(atWork()).toHaveLength(all)
    const place = { agendaItemId: itemIds[0]!, memberId: memberIds[0]!, round: 1 }
    await app.client.ballots.choose({ ...place, actId: newActId(), criterionIndex: 0, option: 1, seen: null })
    await endEach()
    expect(atWork()).toHaveLength(Math.max(1, all - 1))
    later(3)
    await endOne()
    expect(atWork()).toHaveLength(Math.max(1, all - 1))
    later(3)
    await endOne()
    expect(atWork()).toHaveLength(all)
    cancel.abort('enough')
    await endEach()
    expect(await reading).toBe('enough')
    expect(pile.reading).toBeNull()
  })
})
