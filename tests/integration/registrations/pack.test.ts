import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DossierPackEvent, DossiersOf } from '../../../shared/api/registrations.ts'
import { hasPoppler, readText, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { sampleProduct } from '../../helpers/sample-council.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// Whole dossiers in one zip.

let app: TestApp
const ids: number[] = []
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Tỉnh thử' })
  ids.length = 0
  for (const [number, name] of [
    [1, `Mật ong: "rừng" U Minh / loại 1 ${'dài '.repeat(30)}`],
    [2, 'Chè'],
  ] as const) {
    const { id: productId } = await app.client.products.save({ fields: { ...sampleProduct(number), name } })
    const { id } = await app.client.registrations.save({ fields: { productId, year: 2026, application: 'new' } })
    ids.push(id)
  }
})
afterEach(() => app[Symbol.dispose]())

const add = async (registration: number, name: string, item: string, text: string) =>
  app.client.registrations.addFile({ id: registration, item, file: new File([`%PDF-1.7\n${text}`], name) })
const pack = async (of: DossiersOf) => {
  const events: DossierPackEvent[] = []
  for await (const event of await app.client.registrations.pack(of)) events.push(event)
  return events
}
const unpack = async (events: readonly DossierPackEvent[]) => {
  const done = events.at(-1)
  if (done?.kind !== 'done') throw new Error('no pack')
  const file = await app.client.registrations.takePack({ id: done.id })
  return unzipSync(new Uint8Array(await file.arrayBuffer()))
}
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const own = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`hoi-dong-ocop-${process.pid}-`))

it('has every file by product and paper, its index, and SHA-256 of each that are true', async () => {
  const [first = 0, second = 0] = ids
  await add(first, 'Giấy đăng ký.pdf', 'business-registration', 'một')
  await add(first, 'giấy ĐĂNG KÝ.PDF', 'business-registration', 'hai')
  await add(second, 'Câu chuyện.pdf', 'story', 'ba')
  const events = await pack({ year: 2026 })
  expect(events.at(-1)).toMatchObject({ kind: 'done', fileName: 'Ho-so_2026.zip', missing: 0, altered: 0 })
  const files = await unpack(events)
  const names = Object.keys(files)
  expect(names.every((name) => name.length <= 190 && !/[<>:"\\|?*]/.test(name))).toBe(true)
  expect(names.filter((name) => name.includes('Giấy đăng ký kinh doanh/')).length).toBe(2)
  const story = names.find((name) => name.endsWith('Câu chuyện.pdf')) ?? ''
  expect(story).toMatch(/^SP2 Chè\/\d\d Câu chuyện[^/]*\/Câu chuyện\.pdf$/)
  expect(textOf(files[story])).toBe('%PDF-1.7\nba')
  const lines = textOf(files['SHA256SUMS.txt']).trim().split('\n')
  expect(lines).toHaveLength(names.length - 1)
  for (const line of lines) {
    const [sum, name = ''] = line.split('  ')
    expect(
      createHash('sha256')
        .update(files[name] ?? '')
        .digest('hex'),
      name,
    ).toBe(sum)
  }
})

it('has the printed index once an office is named', async () => {
  const [first = 0] = ids
  await add(first, 'Giấy đăng ký.pdf', 'business-registration', 'một')
  const office = {
    level: 'province',
    province: 'Phú Thọ',
    district: '',
    unit: 'Sở Nông nghiệp',
    abbreviation: 'SNN',
  } as const
  await app.client.officePapers.setOffice(office)
  const files = await unpack(await pack({ registrationId: first }))
  const index = Object.entries(files).find(([name]) => name.endsWith('/Muc-luc-ho-so.pdf'))
  expect(textOf(index?.[1].subarray(0, 5))).toBe('%PDF-')
})

/** Two files of a dossier, of which one is gone and the other another one now. */
async function loseTwo(id: number): Promise<void> {
  await add(id, 'Một.pdf', 'story', 'một')
  await add(id, 'Hai.pdf', 'story', 'hai')
  const folder = join(app.folder, 'Tỉnh thử hồ sơ', `HS${id}`)
  const at = (start: string) => join(folder, readdirSync(folder).find((name) => name.startsWith(start)) ?? '')
  rmSync(at('Một'))
  chmodSync(at('Hai'), 0o644)
  writeFileSync(at('Hai'), '%PDF-1.7 khác')
}

it('names what lies nowhere and what was altered', async () => {
  const [first = 0] = ids
  await loseTwo(first)
  const events = await pack({ registrationId: first })
  expect(events.at(-1)).toMatchObject({ missing: 1, altered: 1 })
  const files = await unpack(events)
  const note = textOf(files['KIEM-TRA.txt'])
  expect(note).toMatch(/không còn[^]*Một\.pdf[^]*không khớp[^]*Hai\.pdf/)
  expect(Object.keys(files).some((name) => name.endsWith('Một.pdf'))).toBe(false)
})

it.skipIf(!hasPoppler)('has an index that says the same', async () => {
  const [first = 0] = ids
  await loseTwo(first)
  const office = { level: 'province', province: 'Phú Thọ', district: '', unit: '', abbreviation: '' } as const
  await app.client.officePapers.setOffice(office)
  const files = await unpack(await pack({ registrationId: first }))
  const [, index = new Uint8Array()] = Object.entries(files).find(([name]) => name.endsWith('/Muc-luc-ho-so.pdf')) ?? []
  const text = readText(index).replace(/\s+/gu, ' ')
  expect(text).toContain('01 tệp không còn trong thư mục hồ sơ')
  expect(text).toContain('01 tệp có nội dung khác khi tiếp nhận')
})

it('cancelled leaves nothing; of no dossier it is refused', async () => {
  const [first = 0] = ids
  const before = own()
  for (let number = 0; number < 5; number += 1) await add(first, `${number}.pdf`, 'story', String(number))
  const stop = new AbortController()
  for await (const event of await app.client.registrations.pack({ registrationId: first }, { signal: stop.signal })) {
    if (event.kind === 'progress') break
  }
  stop.abort()
  expect(own()).toEqual(before)
  await expect(pack({ year: 2024 })).rejects.toMatchObject({ data: { reason: 'no-dossiers' } })
})

it('is copied by the host from the disk to where the person says', async () => {
  const [first = 0] = ids
  await add(first, 'Giấy đăng ký.pdf', 'business-registration', 'một')
  const done = (await pack({ registrationId: first })).at(-1)
  const id = done?.kind === 'done' ? done.id : 0
  await expect(app.client.registrations.copyPack({ id })).rejects.toMatchObject({ data: { reason: 'host-cannot' } })
  const asked: { from: string; name: string }[] = []
  Object.assign(app.context, { saving: { saveCopy: async (made: never) => (asked.push(made), null) } })
  expect(await app.client.registrations.copyPack({ id })).toBeNull()
  expect(asked.map(({ from, name }) => [existsSync(from), name])).toEqual([
    [true, expect.stringMatching(/^Ho-so_SP1 /)],
  ])
  await expect(app.client.registrations.copyPack({ id: id + 1 })).rejects.toMatchObject({
    data: { reason: 'batch-gone' },
  })
})

if (!hasPoppler) sayWhyLeftOut()
