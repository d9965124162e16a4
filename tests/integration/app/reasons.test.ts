import { afterEach, beforeEach, expect, test } from 'vitest'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>

beforeEach(async () => {
  app = createTestApp()
  session = await openSmallSession(app)
})
afterEach(() => app[Symbol.dispose]())

const place = () => ({ agendaItemId: session.itemIds[0] as number, memberId: session.memberIds[0] as number })

/** What each asks a reason for, with that reason. */
const commands = {
  'opening a ballot again': (reason) => actsOf(app.client).reopen({ ...place(), reason }),
  'scoring again': (reason) => app.client.results.openRound({ ...place(), reason }),
  'an agreed level': (reason) =>
    app.client.results.setAgreedLevel({ ...place(), criterionIndex: 0, option: 1, reason }),
  'letting a spread stand': (reason) => app.client.results.waiveSpread({ ...place(), reason }),
  'a knock-out': (reason) => app.client.sessions.answerKnockout({ ...place(), key: 'other', answer: 'yes', reason }),
  'a recusal': (reason) => app.client.sessions.setExclusion({ ...place(), kind: 'recused', reason }),
  'an absence at a product': (reason) => app.client.sessions.setExclusion({ ...place(), kind: 'absent', reason }),
  'working alone': (note) => app.client.sessions.setSoleOperator({ sessionId: session.sessionId, note }),
  'an absent member': (absenceReason) =>
    app.client.sessions.setAttendance({ sessionId: session.sessionId, ...place(), absenceReason }),
  unlocking: (reason) => app.client.sessions.reopen({ sessionId: session.sessionId, reason }),
  'settling two keyings': (reason) =>
    app.client.verifications.settle({ ...place(), options: [{ criterionIndex: 0, option: 1 }], reason }),
  'taking a number back': (reason) => app.client.documents.register.void({ id: 1, reason }),
  'a paper made anew under its number': (reason) => app.client.documents.register.renew({ id: 1, reason }),
  'taking a certificate back': (reason) => app.client.documents.certificates.void({ id: 1, reason }),
} satisfies Record<string, (reason: string) => Promise<unknown>>

test.each(Object.entries(commands))('%s is refused in words where its reason says nothing', async (_what, ask) => {
  await castFullBallot(app.client, place())
  const events = async () => (await app.client.audit.list({ limit: 200 })).length
  const before = await events()
  for (const reason of ['.', ' — ', '\u200B…']) {
    await expect(ask(reason)).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'reason-required', detail: {} },
    })
  }
  expect(await events()).toBe(before)
})

test('a recusal without any reason is refused, an absence is not', async () => {
  const { setExclusion } = app.client.sessions
  await expect(setExclusion({ ...place(), kind: 'recused', reason: '' })).rejects.toMatchObject({
    data: { reason: 'reason-required' },
  })
  await setExclusion({ ...place(), kind: 'absent', reason: '' })
  await setExclusion({ ...place(), kind: 'recused', reason: 'Người thân của chủ thể' })
  await setExclusion({ ...place(), kind: null, reason: '' })
})

test('another fault beside it stays a fault of the input', async () => {
  await expect(app.client.results.openRound({ agendaItemId: -1, reason: '.' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})
