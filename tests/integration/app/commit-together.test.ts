import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LiveChange } from '../../../shared/api/live.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { commit } from '../../../electron/app/commit.ts'
import { createCommitTogether } from '../../../electron/app/commit-together.ts'
import type { AppContext } from '../../../electron/context.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// Commands of the same moment share one write to the disk, and nothing else.

let app: TestApp

beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Hội đồng thử' })
})
afterEach(() => app[Symbol.dispose]())

const note = (subject: string) => (context: AppContext) =>
  commit(context, 'results.reveal', () => ({
    result: subject,
    audit: { subject, detail: { isRevealed: true } },
  }))
const noted = () =>
  app
    .file()
    .prepare("SELECT subject FROM audit_events WHERE command = 'results.reveal' ORDER BY seq")
    .all()
    .map((row) => (row as { readonly subject: string }).subject)
const fail = (error: Error) => (context: AppContext) => {
  note('half done')(context)
  throw error
}
const refuse = (context: AppContext) =>
  commit(context, 'results.reveal', () => {
    throw new Refusal('member-absent')
  })

describe('commands that come at once', () => {
  test('are written in one transaction, in their order, and each hears its own answer', async () => {
    const { context } = app
    let minute = 0
    const clock = { now: () => new Date(Date.UTC(2026, 10, 20, 8, (minute += 1))) }
    const together = createCommitTogether({ ...context, clock })
    const wasInside: boolean[] = []
    const watched = (subject: string) => (given: AppContext) => {
      wasInside.push(app.file().inTransaction)
      return note(subject)(given)
    }
    const answers = await Promise.all(['a', 'b', 'c'].map((subject) => together(watched(subject))))
    expect(answers).toEqual(['a', 'b', 'c'])
    expect(noted()).toEqual(['a', 'b', 'c'])
    expect(wasInside).toEqual([true, true, true])
    // One transaction after the one that made the file.
    expect(app.file().prepare('SELECT commits FROM workspace').pluck().get()).toBe(2)
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  test('are told of when they are written, not before', async () => {
    const together = createCommitTogether(app.context)
    const told: boolean[] = []
    const live = {
      ...app.context.live,
      publish: (_change: LiveChange) => void told.push(app.file().inTransaction),
    }
    const watched = createCommitTogether({ ...app.context, live })
    await Promise.all([watched(note('a')), watched(note('b')), together(note('c'))])
    expect(told).toEqual([false, false])
  })

  test('are refused one by one', async () => {
    const together = createCommitTogether(app.context)
    const outcomes = await Promise.allSettled([together(note('a')), together(refuse), together(note('b'))])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes[1]).toMatchObject({ reason: { reason: 'member-absent' } })
    expect(noted()).toEqual(['a', 'b'])
  })

  test('do not fall with one that breaks', async () => {
    const together = createCommitTogether(app.context)
    const outcomes = await Promise.allSettled([
      together(note('a')),
      together((context) => commit(context, 'results.reveal', () => fail(new Error('bug'))(context))),
      together(note('b')),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(noted()).toEqual(['a', 'b'])
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  test('are all refused where no file is open any more', async () => {
    const together = createCommitTogether(app.context)
    await app.client.workspace.close()
    const outcomes = await Promise.allSettled([together(note('a')), together(note('b'))])
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { reason: 'no-workspace' } })
  })
})
