import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { AppClient } from '../../shared/api/contract.ts'
import type { OfficePaper } from '../../shared/api/office-paper.ts'
import { wordKinds } from '../../shared/api/word-templates.ts'
import { officeWorkbook } from '../fixtures/office-list.ts'
import { provinceWorkbook } from '../fixtures/province-workbook.ts'
import { damageFile } from './damage-file.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { listenOut } from '../helpers/listen-out.ts'
import { openSample } from './open-file.ts'
import { unpackRows } from '../../shared/domain/register/preview-rows.ts'

// The compiled program loads much of itself only when it is first asked for it. Here it is asked for everything, over
// the page's own port, and no script of it is left unloaded.

const main = join(import.meta.dirname, '../../out/main')

test('every document, list and workbook is made by the compiled program, and no script of it is left out', async ({
  page,
  host,
  dataFolder,
}, { project }) => {
  test.slow()
  await openSample(page, 'Cấp tỉnh, năm 2026')
  const client = await hostClient(page)
  const [session] = await client.sessions.list()
  const sessionId = session?.id ?? 0
  await client.sessions.close({ sessionId })

  expect(await makeDocuments(client, sessionId)).toEqual([])
  expect(await startOf(await client.documents.certificates.render({ sessionId, form: 'sheet' }))).toBe('%PDF')
  expect(await startOf(await client.documents.certificates.render({ sessionId, form: 'overprint' }))).toBe('%PDF')
  expect(await startOf(await client.documents.certificates.render({ sessionId, form: 'test-page' }))).toBe('%PDF')
  expect(await startOf(await makeBatch(client, { sessionId, what: 'documents' }))).toBe('PK')
  expect(await startOf(await makeBatch(client, { sessionId, what: 'certificates' }))).toBe('%PDF')

  for (const kind of wordKinds) {
    const file = await client.documents.templates.download({ kind })
    const sound = { faults: [], notDrawn: [], unprintable: [], hasTags: true }
    expect(await client.documents.templates.check({ kind, file }), kind).toEqual(sound)
    await client.documents.templates.save({ kind, file })
    expect(await startOf(await client.documents.render({ sessionId, kind, format: 'pdf' })), kind).toBe('%PDF')
    await client.documents.templates.reset({ kind })
  }

  const province = new File([await provinceWorkbook()], 'Bieu-01.xlsx')
  const { columns } = await client.provinceList.layout({ file: province })
  const { file: filled } = await client.provinceList.fillIn({
    sessionId,
    file: province,
    columns: columns.map(({ column, field }) => ({ column, field })),
  })
  const { differences, missing } = await client.provinceList.compare({ sessionId, file: filled })
  expect({ differences, missing }).toEqual({ differences: [], missing: [] })

  const criteria = new File([await client.criteria.workbook({ key: 'qd26-01' })], 'bo-1.xlsx')
  expect(await client.criteria.preview({ file: criteria })).toMatchObject({ faults: [], set: { changes: [] } })
  const exported = await client.workbook.export({ sessionId, filled: true })
  expect(await client.workbook.preview({ file: exported })).toMatchObject({ faults: [], notices: [] })
  const reference = await client.reference.workbook({ sessionId, filled: true })
  expect(await client.reference.preview({ sessionId, file: reference })).toMatchObject({ faults: [], changes: [] })
  expect(await startOf(await client.register.exportNationalList({ year: 2026, format: 'xlsx' }))).toBe('PK')
  const made = await client.packages.make({ source: { kind: 'up', sessionId }, office: 'UBND tỉnh', paperIds: [] })
  await expect(client.packages.preview({ file: made })).rejects.toMatchObject({ data: { reason: 'package-own' } })
  const again = await client.workbook.import({ file: exported })
  expect(again.sessionId).not.toBe(sessionId)
  expect(await startOf(await client.workbook.blank({ ruleSetId: 'qd-26-2026' }))).toBe('PK')

  const table = await client.tables.begin({ title: 'Bảng', notes: [], heads: ['Cột'] })
  await client.tables.append({ ...table, rows: [['Dòng'], [1], [null]] })
  expect(await startOf(await client.tables.take(table))).toBe('PK')

  await makeOfficePaper(client, sessionId)

  await readPaper(client, sessionId)

  const list = new File([new Uint8Array(await officeWorkbook({ rows: officeRows }))], 'Danh-sach.xlsx')
  const asked = { file: list, sender: '', sheet: null, columns: [], year: 2026 }
  expect(unpackRows(await client.register.previewList(asked)).rows).toMatchObject([{ state: 'sound', change: 'new' }])
  expect(await client.register.takeList({ ...asked, acceptsDoubts: false })).toMatchObject({ added: 1 })
  expect(await startOf(await packDossiers(client))).toBe('PK')
  const communes = new File(
    [
      new Uint8Array(
        await officeWorkbook({
          rows: [
            ['Xã cũ', 'Xã mới'],
            ['Xã A', 'Xã B'],
          ],
        }),
      ),
    ],
    'Xã.xlsx',
  )
  expect((await client.communes.previewList({ file: communes })).rows).toMatchObject([{ change: 'new' }])

  expect((await client.workspace.checkIntegrity()).isIntact).toBe(true)
  const sealed = await askForWhatIsGuarded(client, again.sessionId)

  await client.backups.make()
  await client.workspace.close()
  damageFile(join(dataFolder, 'Phiên mẫu cấp tỉnh 2026.ocop'))
  const [file] = await client.workspace.list()
  expect((await client.workspace.open({ id: file?.id ?? '' }))?.readOnly).toMatchObject({ kind: 'damaged' })
  const [backup] = await client.backups.list()
  expect((await client.backups.restore({ id: backup?.id ?? '' })).readOnly).toBeNull()
  expect((await client.backups.openEncrypted({ file: sealed, password }))?.readOnly).toBeNull()

  if (project.name !== 'compiled') return
  const loaded = await host.shell?.evaluate(() => [...(globalThis as unknown as Loaded).standInLoaded], null)
  const scripts = scriptsOf(['index.js', 'worker.js'])
  expect(scripts.length).toBeGreaterThan(10)
  expect(scripts.filter((name) => !loaded?.some((url) => basename(url) === name))).toEqual([])
})

const officeRows = [
  ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã'],
  [1, 'Cam lòng vàng', 'HTX Hà Phong', 'Thu Phong'],
]

/** A printed ballot that nobody marked, as a scanner would give it. */
async function readPaper(client: AppClient, sessionId: number): Promise<void> {
  const ballots = await oneBallot(client, sessionId)
  const printed = await client.documents.render({ sessionId, kind: 'blank-ballots', format: 'pdf', ballots })
  await client.paperBallots.addFile({ sessionId, file: new File([await printed.arrayBuffer()], 'phiếu.pdf') })
  await listenOut(await client.paperBallots.read({ sessionId }))
  const { ballots: read } = await client.paperBallots.pile({ sessionId })
  expect(read).toHaveLength(1)
  const { pages } = await client.paperBallots.ballot(read[0] ?? { agendaItemId: 0, memberId: 0 })
  const picture = await client.paperBallots.picture({ id: pages[0]?.source?.id ?? 0, dpi: 40 })
  expect(await startOf(picture)).toBe('PNG')
}

/** The first product's ballot of the first member who is there. */
async function oneBallot(client: AppClient, sessionId: number) {
  const { agenda, members } = await client.sessions.get({ sessionId })
  const present = members.filter(({ isPresent }) => isPresent)
  return {
    itemIds: agenda.slice(0, 1).map(({ id }) => id),
    memberIds: present.slice(0, 1).map(({ id }) => id),
    rounds: [1],
  }
}

/** One paper of the office in each of its formats: they share what makes them. */
async function makeOfficePaper(client: AppClient, sessionId: number): Promise<void> {
  const papers: OfficePaper[] = [{ kind: 'attendance-sheet', sessionId, of: 'members' }]
  const [listing] = await client.officePapers.look({ papers })
  expect(listing?.formats).toEqual(['pdf', 'docx', 'xlsx'])
  for (const format of listing?.formats ?? []) {
    const start = await startOf(await client.officePapers.render({ papers, format }))
    expect(start, format).toBe(format === 'pdf' ? '%PDF' : 'PK')
  }
}

type Loaded = { readonly standInLoaded: ReadonlySet<string> }

/**
 * Makes each document that there is, in each of its formats; those that did not come, or not as what they are. Of a pack
 * one ballot: `npm run ballots` and tests/integration/documents/numbers.test.ts have this program's whole packs.
 */
async function makeDocuments(client: AppClient, sessionId: number): Promise<readonly string[]> {
  const wrong: string[] = []
  const ballots = await oneBallot(client, sessionId)
  const listings = await client.documents.list({ sessionId })
  expect(listings.length).toBeGreaterThan(10)
  for (const { kind, formats, unavailable } of listings) {
    if (unavailable !== null) continue
    for (const format of formats) {
      const asked = { sessionId, kind, format }
      const isPack = kind === 'blank-ballots' || kind === 'filled-ballots'
      const start = await startOf(await client.documents.render(isPack ? { ...asked, ballots } : asked))
      if (start !== (format === 'pdf' ? '%PDF' : 'PK')) wrong.push(`${kind}.${format} starts with ${start}`)
    }
  }
  return wrong
}

/** A picture, an encrypted room, a copy under a password, and a person with one. */
async function askForWhatIsGuarded(client: AppClient, sessionId: number): Promise<File> {
  const [product] = (await client.products.list({ limit: 1, offset: 0 })).products
  const picture = new File([Buffer.from(onePixel, 'base64')], 'ảnh.png')
  await client.products.setPicture({ id: product?.id ?? 0, file: picture })
  const { open } = await client.room.switchOn({ sessionId, address: '127.0.0.1', isEncrypted: true })
  expect(open?.link).toMatch(/^https:/)
  await client.room.switchOff()
  const sealed = await client.backups.take({ password })
  expect(await startOf(sealed)).toBe('age')
  const { id } = await client.people.save({ name: 'Thư ký', role: 'secretary' })
  const { recoveryCode } = await client.people.setPassword({ id, password })
  expect(recoveryCode).not.toBeNull()
  await client.people.setPassword({ id, password: null, present: password })
  return sealed
}

const password = 'Mật khẩu đủ dài'

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function makeBatch(
  client: AppClient,
  batch: { readonly sessionId: number; readonly what: 'documents' | 'certificates' },
): Promise<File> {
  for await (const event of await client.documents.batch.run(batch)) {
    if (event.kind === 'done') return client.documents.batch.take({ id: event.id })
  }
  throw new Error('the batch ended without a file')
}

async function packDossiers(client: AppClient): Promise<File> {
  for await (const event of await client.registrations.pack({ year: 2026 })) {
    if (event.kind === 'done') return client.registrations.takePack({ id: event.id })
  }
  throw new Error('the dossiers were not packed')
}

/** The letters that a file of its kind begins with. */
async function startOf(file: File): Promise<string> {
  return (await file.slice(0, 4).text()).replace(/[^\w%]/g, '')
}

/** What runs without a window alone: the tests of each command load it. */
const ofCommands = /^(?:ballots|register|scan|session|verify)\.js$/

/** Every script that the entries can come to load, themselves among them. */
function scriptsOf(entries: readonly string[]): readonly string[] {
  const folders = [main, join(main, 'chunks')]
  const paths = new Map(
    folders.flatMap((folder) => readdirSync(folder).map((name) => [name, join(folder, name)] as const)),
  )
  const found = new Set(entries)
  for (const name of found) {
    if (ofCommands.test(name)) {
      found.delete(name)
      continue
    }
    const source = readFileSync(paths.get(name) ?? '', 'utf8')
    for (const [, next = ''] of source.matchAll(/(?:from|import)\s*\(?\s*"\.{1,2}\/(?:chunks\/)?([^"/]+\.js)"/g)) {
      found.add(next)
    }
  }
  return [...found]
}
