import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import type { Ballot } from '../../../shared/api/ballots.ts'
import { isFinalRefusal } from '../../api/refusal.ts'
import { createSaveQueue, type SaveProgress, type SaveTask } from './save-queue.ts'

const ballot: Ballot = {
  agendaItemId: 1,
  memberId: 1,
  round: 1,
  version: 1,
  state: 'draft',
  choices: [],
  totals: { total: 0, parts: { A: 0, B: 0, C: 0 }, answered: 0, isComplete: false },
  opinion: '',
  savedAt: null,
  excluded: null,
  revision: 1,
}

const choose = (criterionIndex: number): SaveTask => ({
  kind: 'choose',
  actId: 'a'.repeat(32),
  agendaItemId: 1,
  memberId: 1,
  round: 1,
  criterionIndex,
  option: 1,
  seen: null,
})
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

class Refused extends Error {}

function setUp(
  answer: (task: SaveTask, attempt: number) => Promise<void> | void,
  isRefusal: (error: unknown) => boolean = (error) => error instanceof Refused,
) {
  const sent: SaveTask[] = []
  const seen: SaveProgress[] = []
  const pauses: number[] = []
  const resumes: (() => void)[] = []
  const queue = createSaveQueue({
    send: async (task) => {
      sent.push(task)
      await answer(task, sent.length)
      return ballot
    },
    saved: () => {},
    refused: (refusedTask) => Promise.resolve((task) => task !== refusedTask),
    isRefusal,
    progress: (progress) => seen.push(progress),
    painted: async () => {},
    pause: (milliseconds, signal) => {
      pauses.push(milliseconds)
      return new Promise((resolve) => {
        resumes.push(resolve)
        signal.addEventListener('abort', () => resolve())
      })
    },
  })
  return { queue, sent, seen, pauses, resume: () => resumes.shift()?.() }
}

describe('createSaveQueue', () => {
  it('keeps the order of the keys, one write at a time', async () => {
    let under = 0
    const { queue, sent, seen } = setUp(async () => {
      under += 1
      expect(under).toBe(1)
      await settled()
      under -= 1
    })
    queue.add([choose(0), choose(1)])
    queue.add([choose(2)])
    expect(queue.isWaiting('1/1')).toBe(true)
    await settled()
    await settled()
    await settled()
    await settled()
    expect(sent).toEqual([choose(0), choose(1), choose(2)])
    expect(seen.at(-1)).toEqual({ kind: 'idle' })
    expect(queue.isWaiting('1/1')).toBe(false)
  })

  it('keeps a failed write at the head and everything behind it, and sends it again', async () => {
    const { queue, sent, seen, pauses, resume } = setUp((_task, attempt) => {
      if (attempt <= 2) throw new Error('disk full')
    })
    queue.add([choose(0), choose(1)])
    await settled()
    expect(seen.at(-1)).toMatchObject({ kind: 'failed', waiting: 2 })
    queue.add([choose(2)])
    expect(seen.at(-1)).toMatchObject({ kind: 'failed' })
    resume()
    await settled()
    expect(sent).toEqual([choose(0), choose(0)])
    queue.retry()
    await settled()
    expect(sent.slice(2)).toEqual([choose(0), choose(1), choose(2)])
    expect(pauses).toEqual([500, 1000])
    expect(seen.at(-1)).toEqual({ kind: 'idle' })
  })

  it.each(['disk-full', 'disk-fails', 'place-read-only'])(
    'keeps every key over a disk that refuses: %s',
    async (reason) => {
      const trouble = new ORPCError('REFUSED', { status: 422, data: { reason, detail: {} } })
      const { queue, sent, seen, resume } = setUp((_task, attempt) => {
        if (attempt === 1) throw trouble
      }, isFinalRefusal)
      queue.add([choose(0), choose(1)])
      await settled()
      expect(seen.at(-1)).toEqual({ kind: 'failed', waiting: 2, error: trouble })
      resume()
      await settled()
      expect(sent).toEqual([choose(0), choose(0), choose(1)])
    },
  )

  it('drops only what the refusal says', async () => {
    const { queue, sent, seen } = setUp((task) => {
      if (task.kind === 'choose' && task.criterionIndex === 1) throw new Refused()
    })
    queue.add([choose(0), choose(1), choose(2)])
    await settled()
    expect(sent).toEqual([choose(0), choose(1), choose(2)])
    expect(seen.at(-1)).toEqual({ kind: 'idle' })
  })
})
