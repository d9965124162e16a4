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
