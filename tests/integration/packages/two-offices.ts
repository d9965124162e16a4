import { castFullBallot, createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { callRoll } from '../../helpers/call-roll.ts'
import { sampleCouncil, sampleMember, sampleSession } from '../../helpers/sample-council.ts'
import { issue, lockedThree } from '../documents-register/numbered-session.ts'

// Two offices with a file each: a province whose product goes up, and the ministry above it.

export const province = 'Ủy ban nhân dân tỉnh Phú Thọ'
export const ministry = 'Bộ Nông nghiệp và Môi trường'

/** The province's locked session, of which SP2 goes up, with its decision numbered and kept. */
export async function provinceApp() {
  const app = createTestApp()
  const session = await lockedThree(app)
  await app.client.documents.register.enter({
    sessionId: session.sessionId,
    kind: 'decision',
    issue: issue(15),
    reason: '',
    accepted: ['cited-unnumbered'],
  })
  return { app, session }
}

/** An empty file of the ministry. */
export async function ministryApp() {
  const app = createTestApp()
  await app.client.workspace.create({ name: 'Hội đồng trung ương' })
  return app
}

export async function makeUp({ client }: TestApp, sessionId: number, office = province): Promise<File> {
  const { papers } = await client.packages.draft({ kind: 'up', sessionId })
  return client.packages.make({
    source: { kind: 'up', sessionId },
    office,
    paperIds: papers.map(({ id }) => id),
  })
}

/** Compares the fingerprint, and takes every row. */
export async function takeAll({ client }: TestApp, file: File) {
  const preview = await client.packages.preview({ file })
  await client.packages.confirmKey({ publicKey: preview.signer.publicKey, office: preview.office })
  const rows =
    preview.kind === 'up' ? preview.rows.map(({ product }) => product.row) : preview.rows.map(({ row }) => row)
  return client.packages.take({ file, accepted: rows, refused: [] })
}

/** The ministry scores what came up: best of all but in the first criteria, so another part mean than the province's. */
export async function scoreAbove({ client }: TestApp, { zeros }: { readonly zeros: readonly number[] }) {
  const { id: councilId } = await client.councils.save({
    fields: { ...sampleCouncil(), name: 'Hội đồng OCOP trung ương', level: 'central', province: 'Hà Nội' },
  })
  const memberIds: number[] = []
  for (let number = 1; number <= 3; number += 1) {
    memberIds.push((await client.councils.saveMember({ councilId, fields: sampleMember(number) })).id)
  }
  const { products } = await client.products.list({ limit: 50, offset: 0 })
  const { id: sessionId } = await client.sessions.create({
    councilId,
    ruleSetId: 'qd-26-2026',
    fields: { ...sampleSession(), round: 1 },
  })
  await client.sessions.addProducts({ sessionId, productIds: products.map(({ id }) => id) })
  await client.sessions.answerNoKnockouts({ sessionId })
  await callRoll(client, sessionId)
  await client.sessions.open({ sessionId })
  const { agenda } = await client.sessions.get({ sessionId })
  for (const { id: agendaItemId } of agenda) {
    for (const memberId of memberIds) await castFullBallot(client, { agendaItemId, memberId, zeros })
  }
  await client.sessions.close({ sessionId })
  return { sessionId, itemIds: agenda.map(({ id }) => id) }
}

/** The decision and the certificates of a locked session. */
export async function recognise({ client }: TestApp, sessionId: number) {
  await client.documents.register.enter({
    sessionId,
    kind: 'decision',
    issue: issue(88, { symbol: 'QĐ-BNNMT' }),
    reason: '',
    accepted: ['cited-unnumbered'],
  })
  await client.documents.certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-BNNMT' })
}
