import { afterEach, beforeEach, expect, it } from 'vitest'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>

beforeEach(async () => {
  app = createTestApp()
  session = await openSmallSession(app, { members: 1, products: 2 })
})
afterEach(() => app[Symbol.dispose]())

function atMinute(minute: number) {
  app.clock.at = new Date(Date.UTC(2026, 10, 20, 7, minute))
}
const items = async () => (await app.client.results.session({ sessionId: session.sessionId })).items

it('takes back the conclusions that locking took from the tally, and no others', async () => {
  const { sessionId, itemIds, memberIds } = session
  const [spoken, unspoken] = itemIds as [number, number]
  const memberId = memberIds[0] as number
  await castFullBallot(app.client, { agendaItemId: spoken, memberId })
  await castFullBallot(app.client, { agendaItemId: unspoken, memberId, zeros: [0, 1, 2, 3] })
  atMinute(1)
  await app.client.results.conclude({ agendaItemId: spoken, star: 4, note: 'Chờ bổ sung hồ sơ' })
  atMinute(2)
  await app.client.sessions.close({ sessionId, accepted: ['no-secretary'] })
  const [, before] = await items()
  expect(before?.conclusion).toEqual({ star: before?.result.star, note: '' })

  atMinute(3)
  await app.client.sessions.reopen({ sessionId, reason: 'Phiếu chép nhầm' })
  expect((await items()).map(({ conclusion }) => conclusion)).toEqual([{ star: 4, note: 'Chờ bổ sung hồ sơ' }, null])

  // The corrected ballot counts in what is locked next.
  await actsOf(app.client).reopen({ agendaItemId: unspoken, memberId, reason: 'Phiếu chép nhầm' })
  await castFullBallot(app.client, { agendaItemId: unspoken, memberId })
  await app.client.sessions.close({ sessionId, accepted: ['no-secretary'] })
  const [, after] = await items()
  expect(after?.result.star).toBeGreaterThan(before?.result.star ?? 5)
  expect(after?.conclusion).toEqual({ star: after?.result.star, note: '' })
})
