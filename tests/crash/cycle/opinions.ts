import type { AppClient } from '../../../shared/api/contract.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { command, type Act } from '../act.ts'

/** A round of written opinions: made, changed, answered, corrected, locked, sent to a meeting, decided; one made by mistake. */
export async function* askOpinions(client: AppClient): AsyncGenerator<Act, void> {
  const [councilId = 0] = (await client.councils.list()).map(({ id }) => id)
  const [told] = (await client.register.certificates({ limit: 10, offset: 0 })).rows
  if (told === undefined) return
  const certificates = [{ source: told.source, id: told.id }]
  const asked = { councilId, sentOn: '2026-06-01', replyBy: '2026-06-10' }
  const mistaken = () => client.opinions.create({ ...asked, registrations: [], certificates })
  yield command('opinions.create', mistaken)
  const latest = async () => (await client.opinions.list({}))[0]?.id ?? 0
  const wrong = await latest()
  yield command('opinions.remove', () => client.opinions.remove({ id: wrong }))
  yield command('opinions.create', mistaken)
  const id = await latest()
  yield* addSecond(client, id)
  const fields = { answersPercent: 75, basis: 'khoản 2 Điều 9 Quy chế' }
  yield command('opinions.save', () => client.opinions.save({ id, fields }))
  const { products, members } = await client.opinions.get({ id })
  const [first = 0, second = 0] = products.map((one) => one.id)
  for (const one of [first, second]) {
    const star = { proposedStar: 3, completeOn: '2026-05-25' }
    yield command('opinions.saveProduct', () => client.opinions.saveProduct({ id: one, fields: star }))
  }
  const sent = { id, members: members.map((one) => one.id), way: 'system' as const, letter: '125/SNNMT-PTNT' }
  for (const [kind, on] of [
    ['form', '2026-06-01'],
    ['reminder', '2026-06-08'],
  ] as const) {
    yield command('opinions.noteSent', () => client.opinions.noteSent({ ...sent, kind, on }))
  }
  const sending = (await client.opinions.get({ id })).members[0]?.sendings.at(-1)?.id ?? 0
  yield command('opinions.removeSent', () => client.opinions.removeSent({ id: sending, reason: 'Ghi nhầm' }))
  const answers = members.flatMap(({ id: memberId }) => [
    { productId: first, memberId, answer: 'agree' as const, words: '' },
    { productId: second, memberId, answer: 'meet' as const, words: '' },
  ])
  for (const [reason, given] of [
    ['', answers],
    ['Đọc nhầm phiếu', answers.slice(1, 2).map((one) => ({ ...one, answer: 'differ' as const }))],
  ] as const) {
    const input = { id, answers: [...given], on: '2026-06-05', reason }
    yield command('opinions.answer', () => client.opinions.answer(input))
  }
  for (const isClosed of [true, false, true]) {
    yield command('opinions.close', () =>
      client.opinions.close({ id, isClosed, reason: isClosed ? '' : 'Thiếu phiếu' }),
    )
  }
  const session = { heldOn: '2026-06-20', place: '', round: 9 }
  yield command('opinions.toSession', () => client.opinions.toSession({ id, products: [second], session }))
  const taken = (await client.opinions.get({ id })).products.find((one) => one.id === second)?.session?.id ?? 0
  yield command('sessions.remove', () => client.sessions.remove({ sessionId: taken }))
  const decision = { number: '2745/QĐ-UBND', on: '2026-06-15' }
  for (const given of [decision, null]) {
    const reason = given === null ? 'Ghi nhầm số' : ''
    yield command('opinions.decide', () => client.opinions.decide({ id, decision: given, reason }))
  }
  yield* certifyRound(client, id)
}

/** The decision numbered here, which recognises; certificates numbered, printed, void; the number void, and given again. */
async function* certifyRound({ officePapers, documents }: AppClient, roundId: number): AsyncGenerator<Act, void> {
  const paper: OfficePaper = { kind: 'recognition-decision', roundId }
  const { unused: _unused, ...issue } = await officePapers.propose({ paper, issuedOn: '2026-06-15' })
  // Numbers of its own series: those of the session's decision come in the order of their days.
  const symbol = 'QĐ-LYK'
  const enter = (number: number) =>
    officePapers.enter({
      papers: [paper],
      issue: { ...issue, number, symbol },
      reason: '',
      accepted: ['dated-long-ago'],
    })
  yield command('officePapers.enter', () => enter(1), { phase: 'opinions, decision numbered' })
  const certify = (firstNumber: number) => documents.certificates.enter({ roundId, firstNumber, symbol: 'GCN-LYK' })
  yield command('documents.certificates.enter', () => certify(1), { phase: 'opinions, certificates numbered' })
  const print = async () => {
    for await (const event of await documents.batch.run({ roundId, what: 'overprint' }))
      if (event.kind === 'done') return
    throw new Error('the batch did not end')
  }
  yield command('documents.certificates.print', print, { phase: 'opinions, certificates printed' })
  const { entries } = await documents.certificates.list({ roundId })
  for (const { certificate } of entries) {
    const voided = { id: certificate?.id ?? 0, reason: 'Phôi in hỏng' }
    yield command('documents.certificates.void', () => documents.certificates.void(voided), {
      phase: 'opinions, certificate void',
    })
  }
  const live = (await officePapers.list({})).find(({ paper: asked }) => asked.kind === 'recognition-decision')
  const taken = { id: live?.entry.id ?? 0, reason: 'Ghi nhầm số' }
  yield command('documents.register.void', () => documents.register.void(taken), { phase: 'opinions, decision void' })
  yield command('officePapers.enter', () => enter(2), { phase: 'opinions, decision numbered' })
  yield command('documents.certificates.enter', () => certify(2), { phase: 'opinions, certificates numbered' })
}

/** A product with a complete dossier, taken out and in again. */
async function* addSecond(client: AppClient, id: number): AsyncGenerator<Act, void> {
  const { products } = await client.products.list({ query: 'SP3', limit: 1, offset: 0 })
  const fields = { productId: products[0]?.id ?? 0, year: 2025, application: 'reassessment' as const }
  yield command('registrations.save', () => client.registrations.save({ fields }))
  const { rows } = await client.registrations.list({ year: 2025, query: 'SP3', limit: 1, offset: 0 })
  const registrationId = rows[0]?.id ?? 0
  const { items, samplesDue } = await client.registrations.get({ id: registrationId })
  const marked = { ids: [registrationId], items: items.map(({ key }) => key), change: { state: 'received' as const } }
  yield command('registrations.mark', () => client.registrations.mark(marked))
  const samples = { samplesReceived: samplesDue }
  yield command('registrations.save', () => client.registrations.save({ id: registrationId, fields: samples }))
  const added = { id, registrations: [registrationId], certificates: [] }
  yield command('opinions.addProducts', () => client.opinions.addProducts(added))
  const second = (await client.opinions.get({ id })).products.at(-1)?.id ?? 0
  yield command('opinions.removeProduct', () => client.opinions.removeProduct({ id: second }))
  yield command('opinions.addProducts', () => client.opinions.addProducts(added))
}
