import type { AppClient } from '../../../shared/api/contract.ts'
import { sampleMember, sampleProduct } from '../../helpers/sample-council.ts'
import { command, type Act } from '../act.ts'

// Taking back is not killed here: what it would take back is kept with the running program, and gone with it.

/** A list of members, who leave again. */
export async function* pasteMembers(client: AppClient, councilId: number): AsyncGenerator<Act, void> {
  const before = new Set((await client.councils.get({ id: councilId })).members.map(({ id }) => id))
  const rows = [8, 9].map((number) => ({ fields: sampleMember(number) }))
  yield command('councils.takeMembers', () => client.councils.takeMembers({ councilId, rows }))
  const { members } = await client.councils.get({ id: councilId })
  for (const { id } of members.filter((one) => !before.has(one.id))) {
    yield command('councils.removeMember', () => client.councils.removeMember({ id }))
  }
}

/** Lists over a session that is being prepared: what the office received, a product more for a while, who is there. */
export async function* pasteIntoSession(client: AppClient, sessionId: number): AsyncGenerator<Act, void> {
  const { agenda, members } = await client.sessions.get({ sessionId })
  const ids = agenda.map(({ id }) => id)
  const facts = { dossierStatus: 'complete', samplesReceived: 5 } as const
  yield command('sessions.markItems', () => client.sessions.markItems({ sessionId, ids, facts }))
  const rows = [{ product: sampleProduct(7), facts }]
  yield command('sessions.takeAgenda', () => client.sessions.takeAgenda({ sessionId, rows }))
  const added = (await client.sessions.get({ sessionId })).agenda.at(-1)?.id ?? 0
  yield command('sessions.removeItem', () => client.sessions.removeItem({ agendaItemId: added }))
  const there = members.map(({ id: memberId, isPresent, arrivedAt, leftAt, absenceReason }) => {
    const seen = { isPresent, arrivedAt, leftAt, absenceReason }
    return { memberId, seen, isPresent: true, arrivedAt: '07:30' }
  })
  yield command('sessions.takeAttendance', () => client.sessions.takeAttendance({ sessionId, rows: there }))
  const recused = { kind: 'recused', reason: 'Góp vốn vào chủ thể' } as const
  const pairs = ids.map((agendaItemId) => ({ agendaItemId, memberId: members.at(-1)?.id ?? 0 }))
  const away = pairs.map((pair) => ({ ...pair, seen: null, to: recused }))
  yield command('sessions.takeExclusions', () => client.sessions.takeExclusions({ sessionId, rows: away }))
  const back = pairs.map((pair) => ({ ...pair, seen: recused, to: null }))
  yield command('sessions.takeExclusions', () => client.sessions.takeExclusions({ sessionId, rows: back }))
  const met = { answer: 'no', reason: '' } as const
  const answers = agenda.flatMap(({ id: agendaItemId, knockouts }) =>
    knockouts.slice(-1).map(({ key }) => ({ agendaItemId, key, seen: null, to: met })),
  )
  yield command('sessions.takeKnockouts', () => client.sessions.takeKnockouts({ sessionId, rows: answers }))
}
