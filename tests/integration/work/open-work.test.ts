import { afterEach, expect, test } from 'vitest'
import { openWork } from '../../../electron/work/open-work.ts'
import type { Work } from '../../../electron/work/job.ts'
import type { OddJobs } from '../../helpers/work/odd-jobs.ts'

const entry = new URL('../../helpers/work/odd-jobs.ts', import.meta.url)
type Limits = { readonly maxOldGenerationSizeMb: number }
type Deadlines = Readonly<Record<string, number>>
const opened: Work<OddJobs>[] = []
const troubles: Error[] = []

function open(more: { readonly patience?: number; readonly limits?: Limits; readonly deadlines?: Deadlines } = {}) {
  const onTrouble = (error: Error) => void troubles.push(error)
  const work = openWork<OddJobs>({ entry, place: null, batches: ['steps'], deadlines: {}, onTrouble, ...more })
  opened.push(work)
  return work
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((work) => work.close()))
  troubles.length = 0
})

test('plain data go over and come back as they are, and the bytes of who asked stay its own', async () => {
  const work = open()
  const form = { name: 'Bộ 19' }
  const input = { at: new Date(0), bytes: new Uint8Array([1, 2]), items: [form, form], seen: new Map([['Tên', null]]) }
  const answer = (await work.run('echo', input)) as typeof input
  expect(answer).toEqual(input)
  expect(answer.items[0]).toBe(answer.items[1])
  expect(input.bytes).toHaveLength(2)
  expect(await work.run('bytes', 3)).toEqual(new Uint8Array([7, 7, 7]))
})

test('a refusal comes back as a refusal, with its facts', async () => {
  await expect(open().run('refuse', null)).rejects.toMatchObject({
    name: 'Refusal',
    reason: 'number-taken',
    detail: { code: '05/QĐ-UBND', year: 2026 },
  })
})

test('a bug comes back with its stack, and a trouble of a file with what tells it', async () => {
  const error = (await open()
    .run('fail', null)
    .catch((reason: unknown) => reason)) as NodeJS.ErrnoException
  expect(error).toBeInstanceOf(TypeError)
  expect(error).toMatchObject({ message: 'no such thing', code: 'ENOSPC', path: '/văn bản.pdf' })
  expect(error.stack).toContain('odd-jobs.ts')
})

test.each(['exit', 'fail-outside'] as const)(
  'a thread that ends (%s) refuses its job, and a new one does the next',
  async (kind) => {
    const work = open()
    const next = work.run(kind, null).catch((reason: unknown) => reason)
    const later = work.run('echo', 'next')
    expect(await next).toMatchObject({ reason: 'work-stopped' })
    expect(await later).toBe('next')
    expect(troubles.map(({ message }) => message)).toEqual(kind === 'exit' ? [] : ['nobody waits for this'])
  },
)

test('a job that needs too much memory is refused as that, and the program lives', async () => {
  const work = open({ limits: { maxOldGenerationSizeMb: 24 } })
  await expect(work.run('fill', null)).rejects.toMatchObject({ reason: 'work-too-large' })
  expect(troubles).toHaveLength(1)
  expect(await work.run('echo', 'next')).toBe('next')
})

test('a job is cancelled while it waits, and between two pieces of its work', async () => {
  const work = open()
  const [first, second] = [new AbortController(), new AbortController()]
  const progress: number[] = []
  const onProgress = (step: number) => {
    progress.push(step)
    if (step === 3) first.abort('enough')
  }
  const running = work.run('steps', 1e9, { signal: first.signal, onProgress }).catch((reason: unknown) => reason)
  const waiting = work.run('steps', 5, { signal: second.signal }).catch((reason: unknown) => reason)
  second.abort('not wanted')
  expect(await waiting).toBe('not wanted')
  expect(await running).toBe('enough')
  expect(progress.slice(0, 3)).toEqual([1, 2, 3])
  expect(await work.run('steps', 2)).toBe('2 steps')
  await expect(work.run('echo', 1, { signal: first.signal })).rejects.toBe('enough')
})

test('a cancelled job that does not stop is stopped with its thread', async () => {
  const work = open({ patience: 50 })
  const cancel = new AbortController()
  const hanging = work.run('hang', null, { signal: cancel.signal }).catch((reason: unknown) => reason)
  const next = work.run('echo', 'next')
  cancel.abort('too long')
  expect(await hanging).toBe('too long')
  expect(await next).toBe('next')
})

test('a job past its deadline is ended with its thread and refused by that; what waits is done by the next', async () => {
  const work = open({ deadlines: { hang: 50, steps: 50 } })
  const hanging = work.run('hang', null).catch((reason: unknown) => reason)
  const next = work.run('echo', 'next')
  expect(await hanging).toMatchObject({ reason: 'work-too-long', detail: { seconds: 0.05 } })
  expect(await next).toBe('next')
  expect(troubles).toEqual([])
})

test('what a batch tells lets its deadline begin anew; the job that hangs in between takes it along', async () => {
  const work = open({ deadlines: { hang: 50, steps: 5000 } })
  const batch = work.run('steps', 1e9).catch((reason: unknown) => reason)
  const hanging = work.run('hang', null).catch((reason: unknown) => reason)
  expect(await hanging).toMatchObject({ reason: 'work-too-long' })
  expect(await batch).toMatchObject({ reason: 'work-stopped' })
  expect(await work.run('steps', 2)).toBe('2 steps')
})

test('short jobs are done one by one in between the pieces of a batch, the next batch after it', async () => {
  const work = open()
  const order: string[] = []
  const note = (name: string) => () => void order.push(name)
  const cancel = new AbortController()
  const batch = work.run('steps', 1e9, { signal: cancel.signal }).catch(note('batch'))
  const next = work.run('steps', 2).then(note('next batch'))
  await work.run('echo', 1).then(note('first'))
  await work.run('echo', 2).then(note('second'))
  expect(order).toEqual(['first', 'second'])
  cancel.abort()
  await Promise.all([batch, next])
  expect(order).toEqual(['first', 'second', 'batch', 'next batch'])
})

test('a followed job tells each step before its result; who stops listening cancels it', async () => {
  const work = open()
  const steps: number[] = []
  const following = work.follow('steps', 3, undefined)
  let step = await following.next()
  for (; step.done !== true; step = await following.next()) steps.push(step.value)
  expect(steps).toEqual([1, 2, 3])
  expect(step.value).toBe('3 steps')
  for await (const told of work.follow('steps', 1e9, undefined)) if (told === 2) break
  expect(await work.run('steps', 1)).toBe('1 steps')
  await expect(work.follow('refuse', null, undefined).next()).rejects.toMatchObject({ reason: 'number-taken' })
})

test('closing ends whatever is at work, and nothing is begun after it', async () => {
  const work = open()
  const jobs = [work.run('hang', null), work.run('echo', 1)].map((job) => job.catch((reason: unknown) => reason))
  await work.close()
  expect(await Promise.all(jobs)).toMatchObject([{ reason: 'work-stopped' }, { reason: 'work-stopped' }])
  await expect(work.run('echo', 1)).rejects.toMatchObject({ reason: 'work-stopped' })
})

test('what cannot be handed over fails by itself alone', async () => {
  const work = open()
  await expect(work.run('echo', () => {})).rejects.toThrow('could not be cloned')
  expect(await work.run('echo', 1)).toBe(1)
})
