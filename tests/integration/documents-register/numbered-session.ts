import type { DocumentIssue } from '../../../shared/api/document-register.ts'
import { castFullBallot, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

/** A small session with every ballot cast: both products have about 80 points and every gate, so 4 stars. */
export async function scoredSession(app: TestApp) {
  const session = await openSmallSession(app)
  for (const agendaItemId of session.itemIds) {
    const zeros = await ungated(app, agendaItemId)
    for (const memberId of session.memberIds) await castFullBallot(app.client, { agendaItemId, memberId, zeros })
  }
  return session
}

/** Places of criteria without a star gate, worth some 20 points together. */
async function ungated(app: TestApp, agendaItemId: number): Promise<readonly number[]> {
  const form = await app.client.rules.itemForm({ agendaItemId })
  const criteria = form.parts.flatMap(({ sections }) => sections.flatMap((section) => section.criteria))
  const places: number[] = []
  let points = 0
  for (const [place, { options, max, minStarOnTitle }] of criteria.entries()) {
    const isGated = minStarOnTitle !== undefined || options.some(({ minStar }) => minStar !== undefined)
    if (isGated || points + max > 20) continue
    places.push(place)
    points += max
  }
  return places
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
