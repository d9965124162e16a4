import { defaultOverprintLayout } from '../../shared/domain/certificates/overprint-layout.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { verificationCode } from '../../shared/domain/verification-code/verification-code.ts'
import { actsOf } from '../helpers/ballot-acts.ts'
import { callRoll } from '../helpers/call-roll.ts'
import { castFullBallot, createTestApp, type TestApp } from '../helpers/test-app.ts'
import { issue, lockedSession } from '../integration/documents-register/numbered-session.ts'

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** `code`: the one that the decision carries. */
export type TamperFile = { readonly path: string; readonly app: TestApp; readonly code: string }

/**
 * A file as an office has it, closed: one locked session with numbered papers and certificates, one open session with
 * confirmed and half-filled ballots, and something in every table that a paper can print.
 */
export async function makeTamperFile(): Promise<TamperFile> {
  const app = createTestApp()
  const { client } = app
  const { sessionId, councilId, productIds, memberIds } = await lockedSession(app)
  const { documents } = client
  await documents.register.enter({
    sessionId,
    kind: 'decision',
    issue: issue(15),
    reason: '',
    accepted: ['cited-unnumbered'],
  })
  const { hash } = app.file().prepare('SELECT hash FROM audit_events ORDER BY seq DESC').get() as { hash: string }
  await documents.certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-OCOP' })
  await documents.certificates.saveLayout({ sessionId, layout: defaultOverprintLayout })
  await documents.templates.save({
    kind: 'decision',
    file: new File([await (await documents.templates.download({ kind: 'decision' })).arrayBuffer()], 'Mẫu riêng.docx'),
  })
  const picture = new File([Buffer.from(onePixel, 'base64')], 'ảnh.png', { type: 'image/png' })
  await client.products.setPicture({ id: productIds[0] ?? 0, file: picture })
  await openSecondSession(app, { councilId, productIds, memberIds })
  const path = app.context.workspace.current?.path ?? ''
  await client.workspace.close()
  return { path, app, code: verificationCode(hash) }
}

type Of = { readonly councilId: number; readonly productIds: readonly number[]; readonly memberIds: readonly number[] }

async function openSecondSession({ client }: TestApp, { councilId, productIds, memberIds }: Of): Promise<void> {
  const [first = 0, second = 0, third = 0] = memberIds
  const { id: sessionId } = await client.sessions.create({
    councilId,
    ruleSetId: 'qd-26-2026',
    fields: {
      year: 2026,
      round: 3,
      heldOn: '2026-11-21',
      place: 'Nhà văn hóa',
      referralThreshold: null,
      regulation: usualRegulation,
    },
  })
  await client.sessions.addProducts({ sessionId, productIds: [...productIds] })
  await client.sessions.answerNoKnockouts({ sessionId })
  await callRoll(client, sessionId)
  await client.sessions.setAttendance({ sessionId, memberId: third, isPresent: true, arrivedAt: '08:10' })
  await client.sessions.open({ sessionId })
  const { agenda } = await client.sessions.get({ sessionId })
  const [one = 0, two = 0] = agenda.map(({ id }) => id)
  await client.sessions.setExclusion({ agendaItemId: two, memberId: third, kind: 'recused', reason: 'Người nhà' })
  for (const memberId of [first, second, third]) await castFullBallot(client, { agendaItemId: one, memberId })
  await actsOf(client).reopen({ agendaItemId: one, memberId: second, reason: 'Nhập nhầm' })
  await actsOf(client).setOpinion({ agendaItemId: one, memberId: second, opinion: 'Cần bổ sung bao bì' })
  await actsOf(client).choose({ agendaItemId: two, memberId: first, criterionIndex: 0, option: 1 })
  await client.results.setAgreedLevel({ agendaItemId: one, criterionIndex: 0, option: 1, reason: 'Mẫu đạt' })
  await client.results.openRound({ agendaItemId: two, reason: 'Chênh lệch lớn' })
  await client.results.conclude({ agendaItemId: one, star: 4, note: 'Đạt' })
}
