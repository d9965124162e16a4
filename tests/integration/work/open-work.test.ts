import { fork } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { isRunning } from '../../../electron/is-running.ts'
import { forkNode } from '../../../electron/work/fork-node.ts'
import { jobProcess } from '../../../electron/work/job-process.ts'
import type { StartJobServer } from '../../../electron/work/job-server.ts'
import { jobThread } from '../../../electron/work/job-thread.ts'
import type { Work } from '../../../electron/work/job.ts'
import { openWork } from '../../../electron/work/open-work.ts'
import type { OddJobs } from '../../helpers/work/odd-jobs.ts'

const entry = new URL('../../helpers/work/odd-jobs.ts', import.meta.url)
type Deadlines = Readonly<Record<string, number>>
const opened: Work<OddJobs>[] = []
const troubles: Error[] = []

function openOn(start: StartJobServer, more: { readonly patience?: number; readonly deadlines?: Deadlines } = {}) {
  const onTrouble = (error: Error) => void troubles.push(error)
  const work = openWork<OddJobs>({ start, batches: ['steps'], deadlines: {}, onTrouble, ...more })
  opened.push(work)
  return work
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((work) => work.close()))
  troubles.length = 0
})

const servers: Readonly<Record<string, (megabytes: number) => StartJobServer>> = {
  thread: (megabytes) => jobThread({ entry, place: null, limits: { maxOldGenerationSizeMb: megabytes } }),
  process: (megabytes) => jobProcess({ entry, place: null, fork: forkNode, megabytes }),
}

describe.each(Object.entries(servers))('jobs in a %s', (name, startWith) => {
  type More = { readonly patience?: number; readonly megabytes?: number; readonly deadlines?: Deadlines }
  const open = ({ megabytes = 256, ...more }: More = {}) => openOn(startWith(megabytes), more)

  test('plain data go over and come back as they are, and the bytes of who asked stay its own', async () => {
    const work = open()
    const form = { name: 'Bộ 19' }
    const input = {
      at: new Date(0),
      bytes: new Uint8Array([1, 2]),
      items: [form, form],
      seen: new Map([['Tên', null]]),
    }
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
    'one that ends (%s) refuses its job, and a new one does the next',
    async (kind) => {
      const work = open()
      const next = work.run(kind, null).catch((reason: unknown) => reason)
      const later = work.run('echo', 'next')
      expect(await next).toMatchObject({ reason: 'work-stopped' })
      expect(await later).toBe('next')
      // What a thread exits with is nothing to know; a process that ends by itself always is.
      const expected = kind === 'fail-outside' ? ['nobody waits for this'] : name === 'process' ? ['ended with 3'] : []
      expect(troubles.map(({ message }) => message)).toEqual(expected.map((text) => expect.stringContaining(text)))
    },
  )

  test('a job that needs too much memory is refused as that, and the program lives', async () => {
    const work = open({ megabytes: 24 })
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

  test('a cancelled job that does not stop is stopped with its server', async () => {
    const work = open({ patience: 50 })
    const cancel = new AbortController()
    const hanging = work.run('hang', null, { signal: cancel.signal }).catch((reason: unknown) => reason)
    const next = work.run('echo', 'next')
    cancel.abort('too long')
    expect(await hanging).toBe('too long')
    expect(await next).toBe('next')
  })

  test('a job past its deadline is ended with its server and refused by that; what waits is done by the next', async () => {
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
})

describe('a process that does jobs', () => {
  const start = () => openOn(jobProcess({ entry, place: null, fork: forkNode }))

  test('has a lower priority, and each of its threads', async () => {
    const { pid, priorities } = await start().run('who', null)
    expect(pid).not.toBe(process.pid)
    expect(priorities.length).toBeGreaterThan(process.platform === 'linux' ? 4 : 0)
    expect(new Set(priorities)).toEqual(new Set([constants.priority.PRIORITY_BELOW_NORMAL]))
  })

  test('is gone once it is closed', async () => {
    const work = start()
    const { pid } = await work.run('who', null)
    void work.run('hang', null).catch(() => {})
    await work.close()
    expect(isRunning(pid)).toBe(false)
    expect(troubles).toEqual([])
  })

  test('that is killed refuses its job in the words of any, and the next one does what is asked again', async () => {
    const work = start()
    const { pid } = await work.run('who', null)
    const running = work.run('steps', 1e9, { onProgress: (step) => void (step === 3 && process.kill(pid, 'SIGKILL')) })
    await expect(running).rejects.toMatchObject({ reason: 'work-stopped' })
    expect(troubles.map(({ message }) => message)).toEqual([expect.stringContaining('ended with')])
    expect(await work.run('steps', 2)).toBe('2 steps')
  })

  test('ends with the program that started it, however that ended', async () => {
    const program = fork(join(import.meta.dirname, '../../helpers/work/start-and-stay.ts'))
    const [pid] = (await once(program, 'message')) as [number]
    expect(isRunning(pid)).toBe(true)
    program.kill('SIGKILL')
    while (isRunning(pid)) await wait(20)
  })

  test('keeps no program that has nothing to wait for', async () => {
    const program = fork(join(import.meta.dirname, '../../helpers/work/start-and-stay.ts'), ['idle'])
    const [[pid]] = (await Promise.all([once(program, 'message'), once(program, 'exit')])) as [[number], unknown]
    while (isRunning(pid)) await wait(20)
    expect(program.exitCode).toBe(0)
  })
})
