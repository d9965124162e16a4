import type { AppClient } from '../../../shared/api/contract.ts'
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
  for (const given of [decision, null, decision]) {
    const reason = given === null ? 'Ghi nhầm số' : ''
    yield command('opinions.decide', () => client.opinions.decide({ id, decision: given, reason }))
  }
}

/** A product with a complete dossier, taken out and in again. */
async function* addSecond(client: AppClient, id: number): AsyncGenerator<Act, void> {
  const { products } = await client.products.list({ query: 'SP2', limit: 1, offset: 0 })
  const fields = { productId: products[0]?.id ?? 0, year: 2025, application: 'reassessment' as const }
  yield command('registrations.save', () => client.registrations.save({ fields }))
  const { rows } = await client.registrations.list({ year: 2025, query: 'SP2', limit: 1, offset: 0 })
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
