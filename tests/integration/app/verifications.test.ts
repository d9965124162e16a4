import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { actsOf, newActId } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>
const refused = (reason: string) => ({ code: 'REFUSED', data: { reason } })

async function verifyBy(verification: 'off' | 'borderline' | 'all') {
  const { sessionId } = session
  const { year, round, heldOn, place, referralThreshold } = await app.client.sessions.get({ sessionId })
  const fields = { year, round, heldOn, place, referralThreshold, regulation: { ...usualRegulation, verification } }
  await app.client.sessions.update({ sessionId, fields })
}
const key = () => ({ agendaItemId: session.itemIds[0] as number, memberId: session.memberIds[0] as number })
/** A choice as somebody keys it who sees the second keying so far. */
async function keyAgain(criterionIndex: number, option: number | null) {
  const { choices } = await app.client.verifications.get(key())
  const seen = choices[criterionIndex] ?? null
  return app.client.verifications.choose({ ...key(), actId: newActId(), round: 1, criterionIndex, option, seen })
}
async function finish() {
  const { choices: seen } = await app.client.verifications.get(key())
  return app.client.verifications.finish({ ...key(), actId: newActId(), round: 1, seen })
}
async function rekey(change: Readonly<Record<number, number>> = {}) {
  const { choices } = await app.client.ballots.get(key())
  for (const [criterionIndex, option] of choices.entries()) {
    await keyAgain(criterionIndex, change[criterionIndex] ?? option)
  }
}

beforeEach(async () => {
  app = createTestApp()
  session = await openSmallSession(app)
  await verifyBy('all')
  await castFullBallot(app.client, key())
})
afterEach(() => app[Symbol.dispose]())

describe('the second person', () => {
  it('keeps the session open until every ballot is verified', async () => {
    const unverified = async () =>
      (await app.client.sessions.missing({ sessionId: session.sessionId })).filter(
        ({ kind }) => kind === 'ballot-unverified',
      )
    expect(await unverified()).toHaveLength(1)
    await app.client.workspace.setOperator({ name: 'Người kiểm tra' })
    await rekey()
    expect(await finish()).toMatchObject({ state: 'verified', differences: [] })
    expect(await unverified()).toEqual([])
    expect((await app.client.ballots.get(key())).state).toBe('verified')
  })

  it('compared points only: an opinion written later is a version that both still answer for', async () => {
    await app.client.workspace.setOperator({ name: 'Người kiểm tra' })
    await rekey()
    await finish()
    const { sessionId } = session
    const before = await app.client.verifications.list({ sessionId })
    const { version, choices } = await app.client.ballots.get(key())
    const confirmed = { version, reason: 'Ghi ý kiến' }
    const act = { ...key(), actId: newActId(), round: 1, seen: '', opinion: 'Bao bì đẹp', confirmed }
    const saved = await app.client.ballots.setOpinion(act)
    expect(saved).toMatchObject({ state: 'verified', version: 2, opinion: 'Bao bì đẹp', choices })
    expect(await app.client.verifications.list({ sessionId })).toEqual(before)
    expect(await actsOf(app.client).reopen({ ...key(), reason: 'Chép nhầm' })).toMatchObject({
      state: 'draft',
      version: 3,
      opinion: 'Bao bì đẹp',
    })
  })

  it('is not the one who confirmed, unless the session says that one person works alone', async () => {
    const choose = () => keyAgain(0, 1)
    await expect(choose()).rejects.toMatchObject(refused('same-person'))
    await app.client.sessions.setSoleOperator({ sessionId: session.sessionId, note: 'Văn phòng chỉ có một thư ký' })
    expect((await choose()).state).toBe('in-progress')
  })

  it('sees no difference before the last criterion, then each one, and settles them as a new version', async () => {
    await app.client.workspace.setOperator({ name: 'Người kiểm tra' })
    await keyAgain(0, 1)
    expect((await app.client.verifications.get(key())).differences).toBeNull()
    const first = (await app.client.ballots.get(key())).choices[0] as number
    await rekey({ 0: 1 })
    const differences = [{ criterionIndex: 0, first, second: 1 }]
    expect((await app.client.verifications.get(key())).differences).toEqual(differences)
    await expect(finish()).rejects.toMatchObject(refused('verification-differs'))
    const options = [{ criterionIndex: 0, option: 1 }]
    await app.client.verifications.settle({ ...key(), options, reason: 'Phiếu giấy ghi mức 1' })
    expect(await app.client.ballots.get(key())).toMatchObject({ state: 'verified', version: 2 })
    expect((await app.client.ballots.get(key())).choices[0]).toBe(1)
  })

  it('keys each criterion once, however often the act arrives, and nothing over another hand unseen', async () => {
    await app.client.workspace.setOperator({ name: 'Người kiểm tra' })
    const act = { ...key(), actId: newActId(), round: 1, criterionIndex: 0, option: 1, seen: null }
    await app.client.verifications.choose(act)
    const changed = await keyAgain(0, 2)
    const { events } = await app.client.workspace.checkIntegrity()
    expect(await app.client.verifications.choose(act)).toEqual(changed)
    expect((await app.client.workspace.checkIntegrity()).events).toBe(events)
    const late = { ...act, actId: newActId(), option: 0, seen: 1 }
    await expect(app.client.verifications.choose(late)).rejects.toMatchObject(refused('ballot-changed-elsewhere'))
    await expect(
      app.client.verifications.finish({ ...key(), actId: newActId(), round: 1, seen: [1] }),
    ).rejects.toMatchObject(refused('ballot-changed-elsewhere'))
  })

  it('is asked for borderline products only, where the regulations say so', async () => {
    await verifyBy('borderline')
    expect(await app.client.verifications.list({ sessionId: session.sessionId })).toEqual([])
    await actsOf(app.client).reopen({ ...key(), reason: 'Thử' })
    // 100 points less 9, 8 … down to 91: within one point of the five-star floor.
    const form = await app.client.rules.itemForm({ agendaItemId: key().agendaItemId })
    const criteria = form.parts.flatMap((part) => part.sections.flatMap((section) => section.criteria))
    let left = 9
    for (const [criterionIndex, criterion] of criteria.entries()) {
      if (criterion.max > left) continue
      left -= criterion.max
      await actsOf(app.client).choose({ ...key(), criterionIndex, option: 0 })
    }
    await actsOf(app.client).confirm(key())
    expect((await app.client.ballots.get(key())).totals.total).toBe(91)
    expect(await app.client.verifications.list({ sessionId: session.sessionId })).toMatchObject([
      { ...key(), state: 'waiting' },
    ])
  })
})

describe('the room screen', () => {
  it('shows seats at once, and scores only after the chair opened the product', async () => {
    const { sessionId } = session
    const { agendaItemId } = key()
    expect((await app.client.results.projector({ sessionId })).current).toBeNull()
    await app.client.sessions.setCurrentItem({ sessionId, agendaItemId })
    const hidden = await app.client.results.projector({ sessionId })
    expect(hidden.current).toMatchObject({ seats: ['done', 'empty', 'empty'], result: null, position: 1 })
    expect(JSON.stringify(hidden)).not.toContain('100')
    await app.client.results.reveal({
      agendaItemId,
      isRevealed: true,
      accepted: ['ballots-missing', 'needs-discussion'],
    })
    const open = await app.client.results.projector({ sessionId })
    expect(open.current?.result).toMatchObject({
      mean: '100,00',
      star: 5,
      provisional: { counted: 1, due: 3 },
      isReferred: true,
      parts: [
        { code: 'A', mean: '40,00', max: 40 },
        { code: 'B', mean: '25,00', max: 25 },
        { code: 'C', mean: '35,00', max: 35 },
      ],
    })
    await app.client.results.reveal({ agendaItemId, isRevealed: false })
    expect((await app.client.results.projector({ sessionId })).current?.result).toBeNull()
  })

  it('closes a product that is scored again, until the chair opens the new round', async () => {
    const { sessionId } = session
    const { agendaItemId } = key()
    await app.client.sessions.setCurrentItem({ sessionId, agendaItemId })
    await app.client.results.reveal({
      agendaItemId,
      isRevealed: true,
      accepted: ['ballots-missing', 'needs-discussion'],
    })
    expect((await app.client.results.projector({ sessionId })).current?.result).not.toBeNull()
    await app.client.results.openRound({ agendaItemId, reason: 'Chênh lệch điểm' })
    expect((await app.client.results.projector({ sessionId })).current).toMatchObject({ round: 2, result: null })
  })
})

describe('the room screen, once every result is opened', () => {
  it('sums up after the last product, and tells no score', async () => {
    const { sessionId, itemIds } = session
    const screen = () => app.client.results.projector({ sessionId })
    const [first, last] = [itemIds[0] as number, itemIds.at(-1) as number]
    await app.client.results.reveal({
      agendaItemId: first,
      isRevealed: true,
      accepted: ['ballots-missing', 'needs-discussion'],
    })
    expect(await screen()).toMatchObject({ current: null, summary: null, steps: { next: { agendaItemId: first } } })
    for (const agendaItemId of itemIds.slice(1)) {
      await app.client.results.reveal({
        agendaItemId,
        isRevealed: true,
        accepted: ['ballots-missing', 'needs-discussion'],
      })
    }
    const { summary, steps } = await screen()
    expect(steps).toEqual({ before: { agendaItemId: last }, next: null })
    // Each lacks ballots: none is of a star, and none goes up.
    expect(summary?.groups.map(({ star, products }) => [star, products.length])).toEqual([
      ['unfinished', itemIds.length],
    ])
    expect(summary).toMatchObject({ referred: 0, unopened: 0 })
    expect(JSON.stringify(summary)).not.toContain('100,00')
    await app.client.sessions.setCurrentItem({ sessionId, agendaItemId: last })
    expect(await screen()).toMatchObject({ summary: null, steps: { next: { agendaItemId: null } } })
  })
})

describe('a product’s picture', () => {
  it('is kept, given back, and refused when it is none', async () => {
    const id = session.productIds[0] as number
    const png = new Uint8Array(
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890102', 'hex'),
    )
    await app.client.products.setPicture({ id, file: new File([png], 'anh.png') })
    const picture = await app.client.products.picture({ id })
    expect(picture?.type).toBe('image/png')
    expect(new Uint8Array((await picture?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(png)
    expect((await app.client.products.get({ id })).hasPicture).toBe(true)
    const large = png.with(18, 5)
    await expect(app.client.products.setPicture({ id, file: new File([large], 'anh.png') })).rejects.toMatchObject(
      refused('picture-too-large'),
    )
    const heavy = new File([png, new Uint8Array(256 * 1024)], 'anh.png')
    await expect(app.client.products.setPicture({ id, file: heavy })).rejects.toMatchObject(refused('file-too-large'))
    const script = new File(['<svg onload=alert(1)>'], 'anh.png', { type: 'image/png' })
    await expect(app.client.products.setPicture({ id, file: script })).rejects.toMatchObject(
      refused('picture-unreadable'),
    )
  })
})
