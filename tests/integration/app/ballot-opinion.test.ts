import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filledBallotsModel } from '../../../electron/documents/ballot-form/model.ts'
import type { RefusalReason } from '../../../shared/api/refusal.ts'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>

beforeEach(async () => {
  app = createTestApp()
  session = await openSmallSession(app)
})
afterEach(() => app[Symbol.dispose]())

const refusal = (reason: RefusalReason) =>
  expect.objectContaining({ code: 'REFUSED', data: { reason, detail: expect.anything() } })
const first = () => ({ agendaItemId: session.itemIds[0] as number, memberId: session.memberIds[0] as number })
const record = () => app.client.results.session({ sessionId: session.sessionId })
const opinion = 'Bao bì đẹp.\nCần bổ sung mã truy xuất.'

describe("a ballot's opinion", () => {
  it('is saved composed and trimmed before any choice, moves the revision on, and stays with the choices', async () => {
    const saved = await actsOf(app.client).setOpinion({ ...first(), opinion: `  ${opinion.normalize('NFD')} \n` })
    expect(saved).toMatchObject({ opinion, state: 'draft', version: 1, revision: 1 })
    expect(await app.client.ballots.get(first())).toEqual(saved)
    const chosen = await actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 1 })
    expect(chosen).toMatchObject({ opinion, revision: 2 })
    const again = await actsOf(app.client).setOpinion({ ...first(), opinion: '' })
    expect([again.opinion, again.choices[0], again.revision]).toEqual(['', 1, 3])
    const { agendaItemId, memberId } = first()
    const events = await app.client.audit.list({ limit: 10, subject: `ballot:${agendaItemId}/${memberId}` })
    expect(events.map(({ command }) => command)).toEqual(['ballots.setOpinion', 'ballots.choose', 'ballots.setOpinion'])
    expect(events[0]?.detail).toEqual({ from: opinion, to: '', round: 1 })
  })

  it('writes nothing where nothing changes', async () => {
    const read = async () => ({
      ballot: await app.client.ballots.get(first()),
      events: await app.client.audit.list({ limit: 100 }),
    })
    const before = await read()
    expect(await actsOf(app.client).setOpinion({ ...first(), opinion: ' ' })).toMatchObject({ state: 'none' })
    expect(await read()).toEqual(before)
  })

  it('takes 1000 characters and not one more', async () => {
    const longest = 'ế'.repeat(1000)
    expect((await actsOf(app.client).setOpinion({ ...first(), opinion: longest.normalize('NFD') })).opinion).toBe(
      longest,
    )
    await expect(actsOf(app.client).setOpinion({ ...first(), opinion: `${longest}ế` })).rejects.toThrow()
    expect((await app.client.ballots.get(first())).opinion).toBe(longest)
  })

  it('is refused on a confirmed ballot, a recused member and a closed session', async () => {
    await castFullBallot(app.client, first())
    const write = () => actsOf(app.client).setOpinion({ ...first(), opinion })
    await expect(write()).rejects.toEqual(refusal('ballot-confirmed'))
    await app.client.sessions.setExclusion({ ...first(), kind: 'recused', reason: 'Cùng cơ quan' })
    await expect(write()).rejects.toEqual(refusal('member-recused'))
    await app.client.sessions.setExclusion({ ...first(), kind: null, reason: '' })
    for (const agendaItemId of session.itemIds) {
      for (const memberId of session.memberIds) {
        const { state } = await app.client.ballots.get({ agendaItemId, memberId })
        if (state !== 'confirmed') await castFullBallot(app.client, { agendaItemId, memberId })
      }
    }
    await app.client.sessions.close({ sessionId: session.sessionId })
    await expect(write()).rejects.toEqual(refusal('session-locked'))
    expect((await app.client.ballots.get(first())).opinion).toBe('')
  })

  it('of a confirmed ballot is one event and one version, which is confirmed whatever comes between', async () => {
    await castFullBallot(app.client, first())
    const before = await app.client.ballots.get(first())
    const { round, version } = before
    const act = {
      ...first(),
      actId: 'c'.repeat(32),
      round,
      seen: '',
      opinion,
      confirmed: { version, reason: 'Ghi ý kiến' },
    }
    const saved = await app.client.ballots.setOpinion(act)
    expect(saved).toMatchObject({ opinion, state: 'confirmed', version: 2, choices: before.choices })
    // The answer never came, and it is sent again.
    expect(await app.client.ballots.setOpinion(act)).toEqual(saved)
    const { agendaItemId, memberId } = first()
    const [last, earlier] = await app.client.audit.list({ limit: 2, subject: `ballot:${agendaItemId}/${memberId}` })
    expect(last).toMatchObject({
      command: 'ballots.setOpinion',
      detail: { from: '', to: opinion, round: 1, version: 2, reason: 'Ghi ý kiến' },
    })
    expect(earlier?.command).toBe('ballots.confirm')
    const stale = { ...act, actId: 'd'.repeat(32), opinion: 'Khác' }
    await expect(app.client.ballots.setOpinion(stale)).rejects.toMatchObject({
      data: { reason: 'ballot-changed-elsewhere' },
    })
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  it('is kept by a ballot that is opened again', async () => {
    await actsOf(app.client).setOpinion({ ...first(), opinion })
    await castFullBallot(app.client, first())
    const reopened = await actsOf(app.client).reopen({ ...first(), reason: 'Chép nhầm' })
    expect(reopened).toMatchObject({ version: 2, state: 'draft', opinion })
  })

  it("leaves the tally's digest as it is", async () => {
    await castFullBallot(app.client, first())
    const before = await record()
    await actsOf(app.client).reopen({ ...first(), reason: 'Ghi thêm ý kiến' })
    await actsOf(app.client).setOpinion({ ...first(), opinion })
    expect((await record()).digest).not.toBe(before.digest)
    await actsOf(app.client).confirm(first())
    const after = await record()
    expect(after.items[0]?.ballots[0]).toMatchObject({ opinion, state: 'confirmed' })
    expect(after.digest).toBe(before.digest)
  })

  it('is printed on the filled ballot, and only there', async () => {
    const [, secondMember = 0] = session.memberIds
    await actsOf(app.client).setOpinion({ ...first(), opinion })
    await castFullBallot(app.client, first())
    await castFullBallot(app.client, { ...first(), memberId: secondMember })
    const { sheets } = filledBallotsModel(await record())
    expect(sheets.map((sheet) => sheet.opinion)).toEqual([['Bao bì đẹp.', 'Cần bổ sung mã truy xuất.'], []])
  })
})
