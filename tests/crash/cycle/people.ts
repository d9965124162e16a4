import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { command, type Act, type Stage } from '../act.ts'
import { sessionOf } from './prepare.ts'

/** The chair's approval given and ended by a change, and people who sign in with passwords. */
export async function* namePeople(stage: Stage): AsyncGenerator<Act, void> {
  yield* approve(stage)
  const { client } = stage
  const { people } = client
  const password = 'thư ký mật khẩu'
  stage.resume = async () => {
    const { desk } = await client.workspace.status()
    const expected = (await people.list()).find(({ id }) => id === desk.expected)
    if (desk.isLocked && expected !== undefined) {
      await people.signIn({ id: expected.id, ...(expected.hasPassword && { password }) })
    }
    return []
  }
  yield command('people.save', () => people.save({ name: 'Thư ký Hội đồng', role: 'secretary' }))
  yield command('people.save', () => people.save({ name: 'Người kiểm tra', role: 'checker' }))
  const [secretary, checker] = (await people.list()).map(({ id }) => id) as [number, number]
  yield command('people.setIdle', () => people.setIdle({ minutes: 15 }))
  yield command('people.setPassword', () => people.setPassword({ id: checker, password: 'kiểm tra phiếu' }))
  yield command('people.wrongPassword', async () => {
    await people.signIn({ id: checker, password: 'sai mật khẩu' }).catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== 'REFUSED') throw error
    })
  })
  yield command('people.setPassword', () => people.setPassword({ id: checker, password: null }))
  yield command('people.remove', () => people.remove({ id: checker }))
  let code = ''
  const seal = command('people.setPassword', async () => {
    const { recoveryCode } = await people.setPassword({ id: secretary, password, present: password })
    code = recoveryCode ?? ''
  })
  yield seal
  // A kill left it set and the code unsaid.
  if (code === '') yield seal
  yield command('people.recover', () => people.signIn({ id: secretary, password: code }))
}

async function* approve({ client }: Stage): AsyncGenerator<Act, void> {
  const { id: sessionId, year, round, heldOn, place, referralThreshold } = await sessionOf(client)
  const approved = { ...usualRegulation, chairApproves: true }
  const fields = { year, round, heldOn, place, referralThreshold, regulation: approved }
  yield command('sessions.reopen', () => client.sessions.reopen({ sessionId, reason: 'Chờ phê duyệt' }))
  yield command('sessions.update', () => client.sessions.update({ sessionId, fields }))
  const { digest } = await client.results.session({ sessionId })
  const by = { name: 'Chủ tịch Hội đồng' }
  yield command('sessions.approve', () => client.sessions.approve({ sessionId, digest, by }))
  const ended = { ...fields, place: 'Phòng họp số 3' }
  yield {
    phase: 'sessions.endApproval',
    sends: [() => client.sessions.update({ sessionId, fields: ended })],
    tells: ['sessions.update', 'sessions.endApproval'],
  }
}
