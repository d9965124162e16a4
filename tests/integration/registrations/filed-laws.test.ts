import { afterEach, beforeEach, expect, it } from 'vitest'
import { sampleCouncil, sampleMember, sampleProduct } from '../../helpers/sample-council.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// Dossiers on both sides of 22/5/2026 and the sessions that hear them: QĐ 26/2026/QĐ-TTg, Điều 12 khoản 2.

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Chuyển tiếp' })
  await app.client.councils.save({ fields: { ...sampleCouncil(), level: 'province' } })
})
afterEach(() => app[Symbol.dispose]())

const [old, present] = ['qd-148-1489-2025', 'qd-26-2026']

async function register(number: number, filedOn: string | null, application: 'new' | 'reassessment' = 'new') {
  const { id: productId } = await app.client.products.save({ fields: sampleProduct(number) })
  await app.client.registrations.save({ fields: { productId, year: 2026, application, filedOn } })
  return productId
}

async function sessionUnder(ruleSetId: string, heldOn: string) {
  const [council] = await app.client.councils.list()
  const regulation = council?.regulation
  if (council === undefined || regulation === undefined) throw new Error('no council')
  const fields = { year: 2026, round: 1, heldOn, place: '', referralThreshold: null, regulation }
  return (await app.client.sessions.create({ councilId: council.id, ruleSetId, fields })).id
}

it('tells by which laws the dossiers that wait are judged, with the article and the last day', async () => {
  await register(1, '2026-05-21')
  await register(2, '2026-05-20', 'reassessment')
  await register(3, '2026-05-22')
  await register(4, null)
  const told = async (heldOn: string) => {
    const { groups, undated } = await app.client.sessions.filedLaws({ heldOn, year: 2026 })
    return { undated, groups: groups.map(({ ruleSetId, why, count, lastDay }) => [ruleSetId, why, count, lastDay]) }
  }
  expect(await told('2026-06-10')).toEqual({
    undated: 1,
    groups: [
      [old, 'transition', 1, '2026-07-20'],
      [old, 'transition', 1, '2026-06-20'],
      [present, 'in-force', 1, null],
    ],
  })
  expect((await told('2026-07-01')).groups).toContainEqual([present, 'over', 1, '2026-06-20'])
})

it('keeps a product of another law from an agenda until somebody says so, and notes that', async () => {
  const [before, after, undated] = [
    await register(1, '2026-05-21'),
    await register(2, '2026-05-25'),
    await register(3, null),
  ]
  const sessionId = await sessionUnder(present, '2026-06-10')
  const others = await app.client.sessions.otherLaw({ sessionId, productIds: [before, after, undated] })
  expect(others).toMatchObject([{ productId: before, ruleSetId: old, why: 'transition', lastDay: '2026-07-20' }])
  const add = (productIds: readonly number[], acceptsOtherLaw = false) =>
    app.client.sessions.addProducts({ sessionId, productIds: [...productIds], acceptsOtherLaw })
  await expect(add([after, before])).rejects.toMatchObject({
    data: { reason: 'other-law', detail: { count: 1, article: expect.stringContaining('điểm a khoản 2 Điều 12') } },
  })
  await add([after, undated])
  expect((await app.client.sessions.get({ sessionId })).agenda).toHaveLength(2)
  await add([before], true)
  const event = app.file().prepare('SELECT detail FROM audit_events ORDER BY seq DESC LIMIT 1').get() as {
    detail: string
  }
  expect(JSON.parse(event.detail)).toMatchObject({ added: [before], ofOtherLaw: [before] })
  // What is on an agenda waits no more.
  expect((await app.client.sessions.filedLaws({ heldOn: '2026-06-10', year: 2026 })).groups).toEqual([])
})

it('takes what was lodged before under the former law, and not what was lodged after', async () => {
  const [before, after] = [await register(1, '2026-05-21'), await register(2, '2026-05-25')]
  const sessionId = await sessionUnder(old, '2026-06-10')
  await app.client.sessions.addProducts({ sessionId, productIds: [before] })
  await expect(app.client.sessions.addProducts({ sessionId, productIds: [after] })).rejects.toMatchObject({
    data: { reason: 'other-law', detail: { ruleSet: 'QĐ 26/2026' } },
  })
})

it('a dossier whose time for being finished is over holds what the law of its meeting asks for', async () => {
  const productId = await register(1, '2026-05-21')
  const [row] = (await app.client.registrations.list({ year: 2026, limit: 5, offset: 0 })).rows
  const id = row?.id ?? 0
  const asked = async () => {
    const { ruleSetTitle, samplesDue, formerLaw } = await app.client.registrations.get({ id })
    return { ruleSetTitle, samplesDue, lastDay: formerLaw?.lastDay ?? null }
  }
  const underOld = await sessionUnder(old, '2026-07-10')
  await app.client.sessions.addProducts({ sessionId: underOld, productIds: [productId] })
  expect(await asked()).toEqual({ ruleSetTitle: 'QĐ 148, QĐ 1489', samplesDue: 1, lastDay: null })
  await app.client.sessions.remove({ sessionId: underOld })
  const sessionId = await sessionUnder(present, '2026-12-15')
  await app.client.sessions.addProducts({ sessionId, productIds: [productId] })
  expect(await asked()).toEqual({ ruleSetTitle: 'QĐ 26/2026', samplesDue: 5, lastDay: '2026-07-20' })
  await app.client.registrations.mark({ ids: [id], items: ['registration-form'], change: { state: 'received' } })
  const [item] = (await app.client.sessions.get({ sessionId })).agenda
  expect(item?.dossier?.lacking).toContain('Báo cáo của UBND cấp xã (Mẫu số 03)')
})

it('a day of being whole stands for a missing day of filing, which is asked for; days that contradict are refused', async () => {
  const { id: productId } = await app.client.products.save({ fields: sampleProduct(1) })
  const { id } = await app.client.registrations.save({ fields: { productId, year: 2026, application: 'new' } })
  const save = (
    fields: { readonly filedOn?: string | null; readonly completeOn?: string | null },
    accepted: readonly ('filing-day-missing' | 'filed-far-off')[] = [],
  ) => app.client.registrations.save({ id, fields, accepted: [...accepted] })
  const doubtful = (kinds: string) => ({ data: { reason: 'doubtful', detail: { kinds } } })
  await expect(save({ completeOn: '2026-05-10' })).rejects.toMatchObject(doubtful('filing-day-missing'))
  await save({ completeOn: '2026-05-10' }, ['filing-day-missing'])
  expect((await app.client.registrations.get({ id })).formerLaw).toMatchObject({
    lodgedBy: '2026-05-10',
    lastDay: '2026-07-20',
  })
  expect((await app.client.sessions.filedLaws({ heldOn: '2026-06-10', year: 2026 })).groups).toMatchObject([
    { ruleSetId: old, why: 'transition', count: 1 },
  ])
  const sessionId = await sessionUnder(present, '2026-06-10')
  const add = app.client.sessions.addProducts({ sessionId, productIds: [productId] })
  await expect(add).rejects.toMatchObject({ data: { reason: 'other-law' } })
  await expect(save({ filedOn: '2026-05-11' })).rejects.toMatchObject({
    data: { reason: 'complete-before-filed', detail: { filed: '11/05/2026', complete: '10/05/2026' } },
  })
  await expect(save({ filedOn: '2024-05-11' })).rejects.toMatchObject(doubtful('filed-far-off'))
  await save({ filedOn: '2026-05-09' })
  // Whole after the day that the present decision came into force, it may have been filed before: nothing is taken for granted.
  await save({ filedOn: null, completeOn: '2026-05-25' })
  const { groups, undated } = await app.client.sessions.filedLaws({ heldOn: '2026-06-10', year: 2026 })
  expect([groups, undated]).toEqual([[], 1])
})

it('a session workbook is asked about the same, by the products that the file knows', async () => {
  const { client } = app
  const [council] = await client.councils.list()
  await client.councils.saveMember({ councilId: council?.id ?? 0, fields: sampleMember(1) })
  const [before, after] = [await register(1, '2026-05-21'), await register(2, '2026-05-25')]
  const sessionId = await sessionUnder(present, '2026-06-10')
  await client.sessions.addProducts({ sessionId, productIds: [before, after], acceptsOtherLaw: true })
  const file = new File([await client.workbook.export({ sessionId, filled: false })], 'phiên.xlsx')
  const { faults, otherLaws } = await client.workbook.preview({ file })
  expect(faults).toEqual([])
  expect(otherLaws).toMatchObject([{ productId: before, ruleSetId: old, why: 'transition', lastDay: '2026-07-20' }])
  await expect(client.workbook.import({ file })).rejects.toMatchObject({
    data: { reason: 'other-law', detail: { count: 1 } },
  })
  expect(await client.sessions.list()).toHaveLength(1)
  await client.workbook.import({ file, acceptsOtherLaw: true })
  const [event] = await client.audit.list({ limit: 1 })
  expect(event).toMatchObject({ command: 'workbook.import', detail: { ofOtherLaw: [before] } })
})
