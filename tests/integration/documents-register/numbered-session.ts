import type { DocumentIssue } from '../../../shared/api/document-register.ts'
import { castFullBallot, openSmallSession, type TestApp } from '../../helpers/test-app.ts'
import { ungated } from '../../helpers/ungated.ts'

/** A small session with every ballot cast: both products have about 80 points and every gate, so 4 stars. */
export async function scoredSession(app: TestApp) {
  const session = await openSmallSession(app)
  for (const agendaItemId of session.itemIds) {
    const zeros = ungated(await app.client.rules.itemForm({ agendaItemId }))
    for (const memberId of session.memberIds) await castFullBallot(app.client, { agendaItemId, memberId, zeros })
  }
  return session
}

export async function lockedSession(app: TestApp) {
  const session = await scoredSession(app)
  await app.client.sessions.close({ sessionId: session.sessionId })
  return session
}

/** Locked: SP1 is recognised with 4 stars, SP2 goes up with 100 points, SP3 is nothing with none. */
export async function lockedThree(app: TestApp) {
  const session = await openSmallSession(app, { products: 3 })
  const [four = 0, top = 0, none = 0] = session.itemIds
  const form = await app.client.rules.itemForm({ agendaItemId: four })
  const all = form.parts
    .flatMap(({ sections }) => sections.flatMap(({ criteria }) => criteria))
    .map((_, place) => place)
  for (const memberId of session.memberIds) {
    await castFullBallot(app.client, { agendaItemId: four, memberId, zeros: ungated(form) })
    await castFullBallot(app.client, { agendaItemId: top, memberId })
    await castFullBallot(app.client, { agendaItemId: none, memberId, zeros: all })
  }
  await app.client.sessions.close({ sessionId: session.sessionId })
  return { ...session, four, top, none }
}

export function issue(number: number, more: Partial<DocumentIssue> = {}): DocumentIssue {
  return {
    number,
    symbol: 'QĐ-UBND',
    issuedOn: '2026-11-25',
    posts: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    signer: 'Người ký thử',
    recipients: ['Như Điều 3', 'Lưu: VT, HĐ'],
    ...more,
  }
}

/** The reason of the refusal that a call ends with. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    await call
  } catch (error) {
    return (error as { data?: { reason?: unknown } }).data?.reason ?? error
  }
  return 'not refused'
}
