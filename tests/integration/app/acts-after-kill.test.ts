import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newActId } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// The secretary's page outlives an application that was killed, and sends again what was never answered.

let app: TestApp
let act: { readonly agendaItemId: number; readonly memberId: number; readonly round: number; readonly actId: string }

beforeEach(async () => {
  app = createTestApp()
  const { itemIds, memberIds } = await openSmallSession(app)
  act = { agendaItemId: itemIds[0] as number, memberId: memberIds[0] as number, round: 1, actId: newActId() }
})
afterEach(() => app[Symbol.dispose]())

const path = () => join(app.folder, 'Hội đồng thử.ocop')

async function killedAfter(verb: string, input: object): Promise<void> {
  await app.client.workspace.close()
  const child = fork(join(import.meta.dirname, '../../helpers/act-and-die-child.ts'), [
    path(),
    verb,
    JSON.stringify(input),
  ])
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  const [listed] = await app.client.workspace.list()
  await app.client.workspace.open({ id: listed?.id ?? '' })
}

test.each(['choose', 'setOpinion', 'confirm', 'reopen'] as const)(
  'an act whose answer the kill took counts once: %s',
  async (verb) => {
    await castFullBallot(app.client, { ...act, isConfirmed: verb === 'reopen' })
    const { choices } = await app.client.ballots.get(act)
    const inputs = {
      choose: { ...act, criterionIndex: 0, option: 0, seen: choices[0] ?? null },
      setOpinion: { ...act, opinion: 'Hồ sơ cần bổ sung', seen: '' },
      confirm: { ...act, seen: choices },
      reopen: { ...act, reason: 'Nhập nhầm', seen: 1 },
    }
    const { events } = await app.client.workspace.checkIntegrity()
    await killedAfter(verb, inputs[verb])
    const kept = await app.client.ballots.get(act)
    const repeat = () => app.client.ballots[verb](inputs[verb] as never)
    expect(await repeat()).toEqual(kept)
    expect(await repeat()).toEqual(kept)
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true, events: events + 1 })
  },
)
