import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// Which files a criterion is proved by, as the scoring room asks.

let app: TestApp
let place = { sessionId: 0, agendaItemId: 0, productId: 0, id: 0 }
beforeEach(async () => {
  app = createTestApp()
  const { sessionId, itemIds } = await openSmallSession(app, { members: 1, products: 1 })
  const { agenda } = await app.client.sessions.get({ sessionId })
  const productId = agenda[0]?.productId ?? 0
  const fields = { productId, year: 2026, application: 'new' as const }
  const { id } = await app.client.registrations.save({ fields })
  place = { sessionId, agendaItemId: itemIds[0] ?? 0, productId, id }
})
afterEach(() => app[Symbol.dispose]())

const add = async (name: string, item: string) => {
  const file = new File([`%PDF-1.7\n${name}`], `${name}.pdf`)
  return (await app.client.registrations.addFile({ id: place.id, item, file })).id
}
const evidence = async () => app.client.registrations.evidence({ agendaItemId: place.agendaItemId })
const provers = async (code: string) =>
  (await evidence()).files.filter(({ proves }) => proves.includes(code)).map(({ name }) => name)

it('a paper proves what its item proves in the form of the session, under the item’s name', async () => {
  await add('Giấy đăng ký', 'business-registration')
  await add('Quảng bá', 'promotion')
  expect(await provers('3.1')).toEqual(['Giấy đăng ký.pdf'])
  expect(await provers('4.3')).toEqual(['Quảng bá.pdf'])
  const { registrationId, files } = await evidence()
  expect(registrationId).toBe(place.id)
  expect(files[0]).toMatchObject({ itemName: 'Giấy đăng ký kinh doanh', proves: ['3.1', '3.2'], state: 'there' })
})

it('what the office said of files adds and takes away, of many at once; the same again writes nothing', async () => {
  const first = await add('Giấy đăng ký', 'business-registration')
  const second = await add('Ảnh xưởng', 'production-conditions')
  const prove = async (criteria: string[], proves: boolean) =>
    app.client.registrations.prove({ fileIds: [first, second], criteria, proves })
  await prove(['2.3', '10'], true)
  await prove(['3.1'], false)
  expect(await provers('2.3')).toEqual(['Giấy đăng ký.pdf', 'Ảnh xưởng.pdf'])
  expect(await provers('3.1')).toEqual([])
  const [item] = (await app.client.registrations.get({ id: place.id })).items.filter(({ files }) => files.length > 0)
  expect(item?.files[0]?.proves).toEqual(['2.3', '3.2', '10'])
  const last = async () => (await app.client.audit.list({ limit: 1 }))[0]
  const said = await last()
  expect(said).toMatchObject({ command: 'registrations.prove', detail: { criteria: ['3.1'], to: false } })
  await prove(['3.1'], false)
  expect(await last()).toEqual(said)
  expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  await app.client.registrations.removeFile({ id: first })
  expect(await provers('2.3')).toEqual(['Ảnh xưởng.pdf'])
  expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
})

it('a file that is gone and one that was altered are told', async () => {
  await add('Một', 'story')
  await add('Hai', 'story')
  const folder = join(app.folder, (await evidence()).filesFolder, `HS${place.id}`)
  const at = (start: string) => join(folder, readdirSync(folder).find((name) => name.startsWith(start)) ?? '')
  rmSync(at('Một'))
  chmodSync(at('Hai'), 0o644)
  writeFileSync(at('Hai'), '%PDF-1.7 khác')
  expect((await evidence()).files.map(({ name, state }) => [name, state])).toEqual([
    ['Một.pdf', 'missing'],
    ['Hai.pdf', 'altered'],
  ])
})

it('of another year, withdrawn, or without a registration there is none', async () => {
  await add('Giấy đăng ký', 'business-registration')
  await app.client.registrations.withdraw({ id: place.id, reason: 'Chủ thể xin rút' })
  expect(await evidence()).toMatchObject({ registrationId: null, files: [] })
  await app.client.registrations.withdraw({ id: place.id, reason: null })
  await app.client.registrations.save({ id: place.id, fields: { year: 2025 } })
  expect(await evidence()).toMatchObject({ registrationId: null, files: [] })
})

it('refused are files that there are not, codes that no form has, and a withdrawn dossier', async () => {
  const fileId = await add('Giấy đăng ký', 'business-registration')
  const prove = async (fields: object) =>
    app.client.registrations.prove({ fileIds: [fileId], criteria: ['3.1'], proves: true, ...fields })
  await expect(prove({ fileIds: [fileId, 999] })).rejects.toMatchObject({ data: { reason: 'not-found' } })
  await expect(prove({ criteria: ['abc'] })).rejects.toMatchObject({ data: { reason: 'not-found' } })
  await app.client.registrations.withdraw({ id: place.id, reason: 'Chủ thể xin rút' })
  await expect(prove({})).rejects.toMatchObject({ data: { reason: 'registration-withdrawn' } })
})
