import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dateCell, officeWorkbook } from '../../fixtures/office-list.ts'
import type { OpinionAnswer } from '../../../shared/domain/opinions/conclude.ts'
import { verifyFile } from '../../../electron/app/integrity/verify-file.ts'
import { createTestApp, resourcesFolder, type TestApp } from '../../helpers/test-app.ts'
import { completeDossiers, registeredAgain } from '../../helpers/written-round.ts'

// Rounds of written opinions through the procedures that the window asks. Today is 20/11/2026.

let app: TestApp
let made: Awaited<ReturnType<typeof registeredAgain>>
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Đánh giá lại' })
  made = await registeredAgain(app.client, { members: 3, products: 3 })
  await completeDossiers(app.client, made.registrationIds, '2026-10-12')
})
afterEach(() => app[Symbol.dispose]())

const refusing = (reason: string, detail: object = {}) => ({
  data: { reason, detail: expect.objectContaining(detail) },
})
const days = { sentOn: '2026-11-02', replyBy: '2026-11-12' }

const makeRound = async (registrations: readonly number[] = made.registrationIds) =>
  (
    await app.client.opinions.create({
      councilId: made.councilId,
      ...days,
      registrations: [...registrations],
      certificates: [],
    })
  ).id
const roundOf = (id: number) => app.client.opinions.get({ id })

/** One letter for each member, of each product a word: y n m r, or . for none. */
const letters: Readonly<Record<string, OpinionAnswer>> = { y: 'agree', n: 'differ', m: 'meet', r: 'recused' }
async function answer(id: number, words: readonly string[], on = '2026-11-10', reason = '') {
  const { products, members } = await roundOf(id)
  const answers = words.flatMap((word, place) =>
    word.split('').flatMap((letter, seat) => {
      const given = letters[letter]
      const [product, member] = [products[place], members[seat]]
      if (given === undefined || product === undefined || member === undefined) return []
      return [
        { productId: product.id, memberId: member.id, answer: given, words: given === 'recused' ? 'Người nhà' : '' },
      ]
    }),
  )
  await app.client.opinions.answer({ id, answers, on, reason })
}
const statesOf = async (id: number) => (await roundOf(id)).products.map(({ conclusion }) => conclusion.state)
const register = async () => (await app.client.register.certificates({ limit: 50, offset: 0 })).rows

describe('a round of written opinions', () => {
  it('is of products with complete dossiers, with what the register knows of them', async () => {
    const candidates = await app.client.opinions.candidates()
    expect(candidates).toHaveLength(3)
    expect(candidates[0]).toMatchObject({ productName: 'Sản phẩm SP1', isComplete: true, inRound: '' })
    // Ends on 30/12/2026 and came on 01/10/2026: the round is made, and it is said.
    const late = { side: 'late', opensOn: '2026-07-03', closesOn: '2026-09-01', graceUntil: null }
    expect(candidates.map(({ filing }) => filing)).toMatchObject([late, late, late])
    const filedId = candidates[0]?.registrationId ?? 0
    expect((await app.client.registrations.get({ id: filedId })).filing).toMatchObject({
      ...late,
      lapsesOn: '2026-12-30',
    })
    await app.client.registrations.save({ id: filedId, fields: { filedOn: '2026-09-01' } })
    expect((await app.client.opinions.candidates())[0]?.filing).toBeNull()
    await app.client.registrations.save({ id: filedId, fields: { filedOn: '2026-10-01' } })
    const id = await makeRound()
    expect(await roundOf(id)).toMatchObject({
      councilName: 'Hội đồng OCOP cấp tỉnh',
      year: 2026,
      number: 1,
      state: 'over',
      answersPercent: 100,
      agreePercent: 100,
      stars: [3, 4],
      ruleSetTitle: 'QĐ 26/2026',
      rules: { withinDays: 45, article: expect.stringContaining('điểm d khoản 6 Điều 7') },
      members: [{ role: 'chair' }, { role: 'secretary' }, { role: 'member' }],
      products: [
        {
          code: 'SP1',
          former: { decision: '3163/QĐ-UBND', decidedOn: '2023-12-30', lapsesOn: '2026-12-30', star: 3 },
          score: 68.5,
          proposedStar: 3,
          completeOn: '2026-10-12',
          clock: { dueOn: '2026-11-26', isLate: false },
        },
        {},
        {},
      ],
    })
    expect((await app.client.opinions.candidates())[0]?.inRound).toBe('1/2026')
    await expect(makeRound()).rejects.toMatchObject(refusing('in-other-round', { round: '1/2026' }))
  })

  it('takes no dossier that lacks, no product twice, none that registered otherwise, and no law that knows no opinions', async () => {
    const [first = 0, second = 0] = made.registrationIds
    await app.client.registrations.mark({ ids: [first], items: ['self-assessment'], change: { state: 'lacking' } })
    await expect(makeRound([first])).rejects.toMatchObject(refusing('dossier-incomplete', { name: 'Sản phẩm SP1' }))
    await app.client.registrations.save({ id: second, fields: { application: 'upgrade' } })
    await expect(makeRound([second])).rejects.toMatchObject(refusing('not-reassessment'))
    await expect(makeRound([])).rejects.toMatchObject(refusing('round-empty'))
    const [, , third = 0] = made.registrationIds
    await expect(makeRound([third, third])).rejects.toMatchObject(refusing('in-this-round'))
    const before = { councilId: made.councilId, sentOn: '2026-05-21', replyBy: '2026-06-01' }
    await expect(
      app.client.opinions.create({ ...before, registrations: [third], certificates: [] }),
    ).rejects.toMatchObject(refusing('no-written-opinions'))
    expect(await app.client.opinions.list({})).toEqual([])
  })

  it('takes a certificate without a registration, from the register', async () => {
    const [row] = await register()
    const { source = 'list', id: ref = 0 } = row ?? {}
    const certificates = [{ source, id: ref }]
    const { id } = await app.client.opinions.create({
      councilId: made.councilId,
      ...days,
      registrations: [],
      certificates,
    })
    expect((await roundOf(id)).products).toMatchObject([
      { registrationId: null, former: { star: 3 }, completeOn: null, clock: { dueOn: null } },
    ])
    const [, second = 0] = made.registrationIds
    await app.client.opinions.addProducts({ id, registrations: [second], certificates: [] })
    const [, added] = (await roundOf(id)).products
    await app.client.opinions.removeProduct({ id: added?.id ?? 0 })
    expect((await roundOf(id)).products).toHaveLength(1)
  })

  it('concludes by product: all alike, differing, asked to meet, and never by an answer that did not come', async () => {
    const id = await makeRound()
    app.clock.at = new Date('2026-11-10T05:00:00.000Z')
    await answer(id, ['yyy', 'yny', 'yy.'])
    expect(await statesOf(id)).toEqual(['agreed', 'meeting', 'waiting'])
    expect(await roundOf(id)).toMatchObject({ state: 'open', missing: 1 })
    app.clock.at = new Date('2026-11-13T05:00:00.000Z')
    expect(await statesOf(id)).toEqual(['agreed', 'meeting', 'meeting'])
    expect((await roundOf(id)).products[2]?.conclusion).toMatchObject({
      grounds: ['lacking'],
      counts: { agree: 2, missing: 1 },
    })
    await answer(id, ['', '', '..y'], '2026-11-13')
    expect(await statesOf(id)).toEqual(['agreed', 'meeting', 'agreed'])
    expect((await roundOf(id)).products[2]?.answers.at(-1)).toMatchObject({ on: '2026-11-13', isLate: true })
  })

  it('corrects an answer for a reason, which the log keeps with what stood there', async () => {
    const id = await makeRound()
    await answer(id, ['yyy'])
    await expect(answer(id, ['n'])).rejects.toMatchObject(refusing('reason-required'))
    // The same again is nothing new.
    await answer(id, ['yyy'])
    await answer(id, ['n'], '2026-11-11', 'Đọc nhầm phiếu')
    expect((await roundOf(id)).products[0]?.answers[0]).toMatchObject({ answer: 'differ', on: '2026-11-11' })
    const events = await app.client.audit.list({ limit: 2, feature: 'opinions' })
    expect(events[0]).toMatchObject({
      command: 'opinions.answer',
      about: { product: expect.stringContaining('SP1') },
      detail: {
        reason: 'Đọc nhầm phiếu',
        respondent: 'Thành viên TV1',
        from: { opinion: 'agree' },
        to: { opinion: 'differ' },
      },
    })
  })

  it('asks nobody who is recused, for a reason, and counts days and stars', async () => {
    const id = await makeRound()
    const { products, members } = await roundOf(id)
    const [product, member] = [products[0]?.id ?? 0, members[2]?.id ?? 0]
    const one = { productId: product, memberId: member, answer: 'recused' as const, words: '' }
    await expect(
      app.client.opinions.answer({ id, answers: [one], on: '2026-11-10', reason: '' }),
    ).rejects.toMatchObject(refusing('reason-required'))
    await answer(id, ['yyr'])
    expect((await roundOf(id)).products[0]?.conclusion).toMatchObject({
      state: 'agreed',
      counts: { agree: 2, recused: 1, asked: 2 },
    })
    await expect(answer(id, ['', 'y'], '2026-11-01')).rejects.toMatchObject(refusing('answered-before-sent'))
    await expect(answer(id, ['', 'y'], '2026-11-21')).rejects.toMatchObject(refusing('day-to-come'))
    const save = (fields: object) => app.client.opinions.saveProduct({ id: product, fields })
    await expect(save({ proposedStar: 4 })).rejects.toMatchObject(refusing('opinions-answered'))
    await expect(app.client.opinions.remove({ id })).rejects.toMatchObject(refusing('opinions-answered'))
    const [, second] = products
    await expect(
      app.client.opinions.saveProduct({ id: second?.id ?? 0, fields: { proposedStar: 5 } }),
    ).rejects.toMatchObject(refusing('star-not-recognised', { stars: '3, 4' }))
  })

  it('needs an article of the regulations for a share below all', async () => {
    const id = await makeRound()
    const save = (fields: object) => app.client.opinions.save({ id, fields })
    await expect(save({ answersPercent: 66 })).rejects.toMatchObject(refusing('basis-required'))
    await save({ answersPercent: 66, basis: 'khoản 2 Điều 9 Quy chế' })
    await answer(id, ['yy.'])
    expect(await statesOf(id)).toEqual(['agreed', 'meeting', 'meeting'])
    await expect(save({ replyBy: '2026-11-01' })).rejects.toMatchObject(refusing('reply-before-sent'))
    await expect(save({ sentOn: '2025-12-30' })).rejects.toMatchObject(refusing('other-year', { year: 2026 }))
    await expect(save({ sentOn: '2026-11-11' })).rejects.toMatchObject(refusing('answered-before-sent'))
  })
})

const decision = { number: '2745/QĐ-UBND', on: '2026-11-18' }
const decide = (id: number, given: typeof decision | null = decision, reason = '') =>
  app.client.opinions.decide({ id, decision: given, reason })
const close = (id: number, isClosed = true, reason = '') => app.client.opinions.close({ id, isClosed, reason })

describe('a round that is locked', () => {
  it('stays as it was when members, names and stars change later, and is opened again for a reason', async () => {
    const id = await makeRound()
    await answer(id, ['yyy', 'yny', 'yyy'])
    await close(id)
    const before = await roundOf(id)
    const { members } = await app.client.councils.get({ id: made.councilId })
    await app.client.councils.saveMember({
      councilId: made.councilId,
      id: members[0]?.id ?? 0,
      fields: { name: 'Chủ tịch mới' },
    })
    await app.client.councils.removeMember({ id: members[2]?.id ?? 0 })
    await app.client.councils.save({ id: made.councilId, fields: { name: 'Hội đồng mới' } })
    await app.client.products.save({ id: made.productIds[0] ?? 0, fields: { name: 'Tên mới' } })
    expect(await roundOf(id)).toEqual(before)
    await expect(answer(id, ['n'], '2026-11-11', 'Sửa')).rejects.toMatchObject(refusing('round-closed'))
    await expect(close(id, false)).rejects.toMatchObject(refusing('reason-required'))
    await close(id, false, 'Thiếu một phiếu')
    expect((await roundOf(id)).closedOn).toBeNull()
  })

  it('is locked before its day for a reason only, while answers are waited for', async () => {
    app.clock.at = new Date('2026-11-10T05:00:00.000Z')
    const id = await makeRound()
    await answer(id, ['yyy', 'yyy', 'yy.'])
    await expect(close(id)).rejects.toMatchObject(refusing('opinions-waiting', { missing: 1, day: '12/11/2026' }))
    await close(id, true, 'Thành viên đi công tác')
    expect(await statesOf(id)).toEqual(['agreed', 'agreed', 'meeting'])
  })

  it('sends what differs to a meeting, which is linked both ways', async () => {
    const id = await makeRound()
    await answer(id, ['yyy', 'yny', 'ymy'])
    const { products } = await roundOf(id)
    const [agreed = 0, second = 0, third = 0] = products.map((one) => one.id)
    const meeting = { heldOn: '2026-12-05', place: 'Hội trường', round: 3 }
    const send = (ids: readonly number[], session: typeof meeting | { sessionId: number } = meeting) =>
      app.client.opinions.toSession({ id, products: [...ids], session })
    await expect(send([second])).rejects.toMatchObject(refusing('round-open'))
    await close(id)
    await expect(send([agreed])).rejects.toMatchObject(refusing('not-for-meeting'))
    const { sessionId } = await send([second])
    await send([third], { sessionId })
    await expect(send([second], { sessionId })).rejects.toMatchObject(refusing('not-for-meeting'))
    const session = await app.client.sessions.get({ sessionId })
    expect(session).toMatchObject({
      heldOn: '2026-12-05',
      year: 2026,
      round: 3,
      ruleSetId: 'qd-26-2026',
      state: 'planned',
    })
    expect(session.agenda.map(({ code, application }) => `${code} ${application}`)).toEqual([
      'SP2 reassessment',
      'SP3 reassessment',
    ])
    expect((await roundOf(id)).products[1]?.session).toMatchObject({ id: sessionId, round: 3 })
    expect(await app.client.opinions.list({ sessionId })).toMatchObject([{ id }])
    await app.client.sessions.remove({ sessionId })
    expect((await roundOf(id)).products[1]?.session).toBeNull()
  })

  it('recognises what was agreed on by a decision alone, for 36 months from its day, until it is taken back', async () => {
    const id = await makeRound()
    await answer(id, ['yyy', 'yny', 'yyy'])
    await expect(decide(id)).rejects.toMatchObject(refusing('round-open'))
    await close(id)
    expect((await register()).map(({ lapsesOn }) => lapsesOn)).toEqual(['2026-12-30', '2026-12-30', '2026-12-30'])
    await expect(decide(id, { ...decision, on: '2026-11-21' })).rejects.toMatchObject(refusing('day-to-come'))
    await expect(decide(id, { ...decision, on: '2026-11-09' })).rejects.toMatchObject(
      refusing('decided-before-answers'),
    )
    await decide(id)
    await expect(decide(id)).rejects.toMatchObject(refusing('round-decided', { code: '2745/QĐ-UBND' }))
    const rows = await register()
    expect(rows.find(({ productName }) => productName === 'Sản phẩm SP1')).toMatchObject({
      star: 3,
      score: '68,5',
      decision: '2745/QĐ-UBND',
      decisionDate: '2026-11-18',
      lapsesOn: '2029-11-18',
      state: 'in-force',
    })
    expect(rows.find(({ productName }) => productName === 'Sản phẩm SP2')).toMatchObject({ lapsesOn: '2026-12-30' })
    const { events } = await app.client.register.timeline({ productId: made.productIds[0] ?? 0 })
    expect(events.at(-1)).toMatchObject({ kind: 'recognised', list: null, writtenRound: { id, name: '1/2026' } })
    // Evaluated by written opinions is evaluated, wherever that is asked.
    const unscored = {
      level: 'province',
      kind: 'evaluated',
      year: 2026,
      round: 2,
      lack: 'registered-unscored',
    } as const
    const { rows: lacking } = await app.client.deadlines.lacking({ ...unscored, limit: 9, offset: 0 })
    expect(lacking).toMatchObject([{ productName: 'Sản phẩm SP2' }])
    expect((await app.client.statistics.count({ by: 'star', from: 2026 })).total.measures).toMatchObject({ scored: 2 })
    expect((await app.client.registrations.get({ id: made.registrationIds[0] ?? 0 })).rounds).toEqual([
      { roundId: id, round: '1/2026', sentOn: '2026-11-02', state: 'recognised' },
    ])
    const quarters = await app.client.statistics.quarters({})
    expect(JSON.stringify(quarters)).toContain('2029')
    await expect(decide(id, null)).rejects.toMatchObject(refusing('reason-required'))
    await expect(close(id, false, 'Sửa')).rejects.toMatchObject(refusing('round-decided'))
    await decide(id, null, 'Ghi nhầm số')
    expect((await register()).map(({ lapsesOn }) => lapsesOn)).toEqual(['2026-12-30', '2026-12-30', '2026-12-30'])
    await decide(id)
    expect((await app.client.opinions.list({}))[0]).toMatchObject({ state: 'decided', decision })
    expect((await app.client.opinions.candidates()).map(({ productName }) => productName)).toEqual([])
  })

  it('is one recognition with what a list told of the same decision before, which stays when the decision is taken back', async () => {
    const id = await makeRound()
    await answer(id, ['yyy', 'yyy', 'yyy'])
    await close(id)
    const rows = [
      ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định'],
      ['Sản phẩm SP1', 'HTX Mẫu', 'Xã Mẫu', 3, '2754/QĐ-UBND', dateCell('2026-11-18')],
    ]
    const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Công nhận 2026.xlsx')
    const list = { file, sender: 'Sở', sheet: null, columns: [], year: 2026, acceptsDoubts: true }
    await app.client.register.takeList(list)
    await decide(id)
    const again = (await register()).filter(({ lapsesOn }) => lapsesOn === '2029-11-18')
    expect(new Set(again.map(({ decision }) => decision))).toEqual(new Set(['2745/QĐ-UBND']))
    const recognised = async () =>
      (await app.client.register.timeline({ productId: made.productIds[0] ?? 0 })).events.filter(
        ({ kind }) => kind === 'recognised',
      )
    expect(await recognised()).toHaveLength(2)
    expect((await recognised()).at(-1)).toMatchObject({
      list: { fileName: 'Công nhận 2026.xlsx' },
      writtenRound: { id },
    })
    await decide(id, null, 'Ghi nhầm số')
    expect((await recognised()).at(-1)).toMatchObject({ list: { fileName: 'Công nhận 2026.xlsx' }, writtenRound: null })
    expect((await register()).filter(({ lapsesOn }) => lapsesOn === '2029-11-18')).toHaveLength(1)
  })

  it('asks no member who has retired by the day that it is sent', async () => {
    const { members } = await app.client.councils.get({ id: made.councilId })
    const retire = { id: members[2]?.id ?? 0, retiredOn: '2026-10-31', reason: 'Chuyển công tác' }
    await app.client.councils.retireMember(retire)
    expect((await roundOf(await makeRound())).members).toHaveLength(2)
  })

  it('keeps its decision where what it recognised is being withdrawn, and its product where it is used', async () => {
    const id = await makeRound()
    await answer(id, ['yyy', 'yyy', 'yyy'])
    await close(id)
    await decide(id)
    const row = (await register()).find(({ productName }) => productName === 'Sản phẩm SP1')
    await app.client.aftercare.withdrawals.open({
      source: 'list',
      id: row?.id ?? 0,
      fields: {
        ground: 'production-ended',
        groundText: '',
        facts: 'Đã dừng',
        knownOn: '2026-11-19',
        concludedBy: '',
        conclusion: '',
        concludedOn: null,
      },
    })
    await expect(decide(id, null, 'Ghi nhầm')).rejects.toMatchObject(
      refusing('recognition-in-use', { name: 'Sản phẩm SP1' }),
    )
    expect((await register()).find(({ productName }) => productName === 'Sản phẩm SP2')?.lapsesOn).toBe('2029-11-18')
    await expect(app.client.products.remove({ id: made.productIds[1] ?? 0 })).rejects.toMatchObject(refusing('in-use'))
    const [fromId = 0, intoId = 0] = made.productIds
    await expect(app.client.products.merge({ fromId, intoId })).rejects.toMatchObject(refusing('merge-conflict'))
  })

  it('leaves a file that “Kiểm chứng” finds whole', async () => {
    const id = await makeRound()
    await answer(id, ['yyy', 'yny', 'yyr'])
    await answer(id, ['n'], '2026-11-11', 'Đọc nhầm')
    await answer(id, ['y'], '2026-11-11', 'Nhầm lại')
    await close(id)
    await decide(id)
    await decide(id, null, 'Ghi nhầm số')
    await decide(id)
    const path = app.context.workspace.current?.path ?? ''
    await app.client.workspace.close()
    const folder = mkdtempSync(join(app.folder, 'kiểm '))
    const place = { resources: resourcesFolder, appVersion: '0.0.0-test', dataFolder: app.folder }
    expect(verifyFile(path, { ...place, folder, codes: [] }).report.faults).toEqual([])
  })
})
