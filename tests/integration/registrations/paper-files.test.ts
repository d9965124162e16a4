import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { paperFileLimits } from '../../../electron/file-limits.ts'
import { sampleProduct } from '../../helpers/sample-council.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// Files of papers on a real disk, beside a real workspace.

let app: TestApp
let id = 0
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Tỉnh thử' })
  const { id: productId } = await app.client.products.save({ fields: sampleProduct(1) })
  ;({ id } = await app.client.registrations.save({ fields: { productId, year: 2026, application: 'new' } }))
})
afterEach(() => app[Symbol.dispose]())

const pdf = (text = 'một') => `%PDF-1.7\n${text}`
const paper = (name = 'Giấy đăng ký.pdf', content: BlobPart = pdf()) => new File([content], name)
const add = async (file = paper(), item = 'business-registration') =>
  app.client.registrations.addFile({ id, item, file })
const folder = () => join(app.folder, 'Tỉnh thử hồ sơ', `HS${id}`)
const line = async (key = 'business-registration') =>
  (await app.client.registrations.get({ id })).items.find((item) => item.key === key)
const spoil = (path: string, content: string) => {
  chmodSync(path, 0o644)
  writeFileSync(path, content)
}
const refused = (reason: string) => ({ data: { reason } })

describe('a paper’s file', () => {
  it('is copied beside the workspace, read only, with its hash; its paper counts as received', async () => {
    await add()
    const [name = ''] = readdirSync(folder())
    expect(name).toMatch(/^Giấy đăng ký [0-9a-f]{8}\.pdf$/)
    expect(readFileSync(join(folder(), name), 'utf8')).toBe(pdf())
    const sha256 = createHash('sha256').update(pdf()).digest('hex')
    expect(await line()).toMatchObject({
      state: 'received',
      on: '2026-11-20',
      files: [{ name: 'Giấy đăng ký.pdf', size: Buffer.byteLength(pdf()), sha256, state: 'there' }],
    })
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  it('that comes twice is one; of two papers it is one file on the disk', async () => {
    const first = await add()
    expect(await add()).toEqual(first)
    await add(paper(), 'awards')
    expect(readdirSync(folder())).toHaveLength(1)
    // Under another name it is said, and no copy is left.
    const renamed = new File([pdf()], 'Bản khác.pdf')
    await expect(add(renamed)).rejects.toMatchObject({
      data: { reason: 'paper-file-known', detail: { name: 'Giấy đăng ký.pdf' } },
    })
    expect(readdirSync(folder())).toHaveLength(1)
    expect([(await line())?.files.length, (await line('awards'))?.files.length]).toEqual([1, 1])
  })

  it('is told as missing, as altered, and as there again', async () => {
    await add()
    const [name = ''] = readdirSync(folder())
    const path = join(folder(), name)
    renameSync(path, `${path}.away`)
    expect((await line())?.files).toMatchObject([{ state: 'missing' }])
    writeFileSync(path, pdf('hai'))
    expect((await line())?.files).toMatchObject([{ state: 'altered' }])
    rmSync(path)
    renameSync(`${path}.away`, path)
    expect((await line())?.files).toMatchObject([{ state: 'there' }])
  })

  it('is found again after file and folder were moved together, however accents are written there', async () => {
    await add()
    await app.client.workspace.close()
    const moved = join(app.folder, 'USB')
    mkdirSync(moved)
    renameSync(join(app.folder, 'Tỉnh thử.ocop'), join(moved, 'Tỉnh thử.ocop'))
    renameSync(join(app.folder, 'Tỉnh thử hồ sơ'), join(moved, 'Tỉnh thử hồ sơ'.normalize('NFD')))
    const { capabilities } = app.context.host
    Object.assign(app.context.host, {
      capabilities: { ...capabilities, hasFileDialogs: true },
      chooseWorkspace: async () => join(moved, 'Tỉnh thử.ocop'),
    })
    await app.client.workspace.open({})
    expect((await line())?.files).toMatchObject([{ state: 'there' }])
    const [file] = (await line())?.files ?? []
    expect(await (await app.client.registrations.takeFile({ id: file?.id ?? 0 })).text()).toBe(pdf())
  })

  it('is found where the file was renamed beside its folder, unless another lies there under its name', async () => {
    const { id: fileId } = await add()
    await app.client.workspace.close()
    renameSync(join(app.folder, 'Tỉnh thử.ocop'), join(app.folder, 'Tỉnh thử 2026.ocop'))
    Object.assign(app.context.host, {
      capabilities: { ...app.context.host.capabilities, hasFileDialogs: true },
      chooseWorkspace: async () => join(app.folder, 'Tỉnh thử 2026.ocop'),
    })
    await app.client.workspace.open({})
    expect((await line())?.files).toMatchObject([{ state: 'there' }])
    expect(await (await app.client.registrations.takeFile({ id: fileId })).text()).toBe(pdf())
    const [path = ''] = readdirSync(folder()).map((name) => join(folder(), name))
    chmodSync(path, 0o644)
    writeFileSync(path, 'x')
    expect((await line())?.files).toMatchObject([{ state: 'missing' }])
  })

  it('taken out of the dossier stays in the folder', async () => {
    const { id: fileId } = await add()
    await app.client.registrations.removeFile({ id: fileId })
    expect((await line())?.files).toEqual([])
    expect(readdirSync(folder())).toHaveLength(1)
  })

  it('is opened by the host at its place; a browser is told to take it', async () => {
    const { id: fileId } = await add()
    await expect(app.client.registrations.viewFile({ id: fileId })).rejects.toMatchObject(refused('host-cannot'))
    const opened: string[] = []
    Object.assign(app.context, { saving: { openPaper: async (path: string) => void opened.push(path) } })
    await app.client.registrations.viewFile({ id: fileId })
    expect(opened).toEqual([join(folder(), readdirSync(folder())[0] ?? '')])
  })
})

describe('refused, with nothing written', () => {
  const nothing = () => expect(readdirSync(app.folder).some((name) => name.endsWith('hồ sơ'))).toBe(false)

  test.each([
    ['a program', 'chay.exe', 'MZ'],
    ['a program that is called a paper', 'giay.pdf', 'MZ'],
    ['a drawing that can hold a script', 'anh.svg', '<svg/>'],
    ['a workbook with macros', 'so.xlsm', 'PK\u0003\u0004'],
    ['nothing', 'rong.pdf', ''],
    ['a name without an ending', 'giay', pdf()],
  ])('%s', async (_name, name, content) => {
    await expect(add(paper(name, content))).rejects.toMatchObject(refused('paper-file-kind'))
    nothing()
  })

  it('what is too large', async () => {
    const large = new Uint8Array(paperFileLimits.bytes.most + 1)
    large.set(new TextEncoder().encode('%PDF-'))
    await expect(add(paper('lon.pdf', large))).rejects.toMatchObject(refused('paper-file-too-large'))
    nothing()
  })

  it('a paper of a withdrawn registration', async () => {
    await app.client.registrations.withdraw({ id, reason: 'Rút' })
    await expect(add()).rejects.toMatchObject(refused('registration-withdrawn'))
    nothing()
  })
})

describe('a workspace that somebody made to lead elsewhere', () => {
  const opened: string[] = []
  async function storedAs(storedName: string): Promise<number> {
    const { id: fileId } = await add()
    Object.assign(app.context, { saving: { openPaper: async (path: string) => void opened.push(path) } })
    app.file().prepare('UPDATE dossier_files SET stored_name = ? WHERE id = ?').run(storedName, fileId)
    return fileId
  }
  beforeEach(() => void opened.splice(0))

  test.each(['../../bay.pdf', '..\\..\\bay.pdf', '/tmp/bay.pdf', 'C:bay.pdf', 'bay.exe', '.bay.pdf'])(
    '%s',
    async (name) => {
      writeFileSync(join(app.folder, 'bay.pdf'), pdf())
      const fileId = await storedAs(name)
      for (const ask of [app.client.registrations.viewFile, app.client.registrations.takeFile]) {
        await expect(ask({ id: fileId })).rejects.toMatchObject(refused('paper-file-missing'))
      }
      expect(opened).toEqual([])
    },
  )

  it('by a link, or to a program behind a paper’s name', async () => {
    writeFileSync(join(app.folder, 'bay.pdf'), pdf())
    const fileId = await storedAs('noi.pdf')
    symlinkSync(join(app.folder, 'bay.pdf'), join(folder(), 'noi.pdf'))
    await expect(app.client.registrations.viewFile({ id: fileId })).rejects.toMatchObject(refused('paper-file-missing'))
    rmSync(join(folder(), 'noi.pdf'))
    spoil(writeAt('noi.pdf', 'MZ'), 'MZ')
    await expect(app.client.registrations.viewFile({ id: fileId })).rejects.toMatchObject(refused('paper-file-missing'))
    expect(opened).toEqual([])
  })

  function writeAt(name: string, content: string): string {
    const path = join(folder(), name)
    writeFileSync(path, content)
    return path
  }
})

describe('a file of several dossiers of one producer', () => {
  const key = 'business-registration'
  const register = async (number: number, producerName?: string, year = 2026) => {
    const fields = { ...sampleProduct(number), ...(producerName !== undefined && { producerName }) }
    const { id: productId } = await app.client.products.save({ fields })
    return (await app.client.registrations.save({ fields: { productId, year, application: 'new' } })).id
  }
  const itemOf = async (registrationId: number) => {
    const { items, others } = await app.client.registrations.get({ id: registrationId })
    return { others: others.map((other) => other.id), line: items.find((item) => item.key === key) }
  }
  const share = async (fileId: number, registrationIds: number[]) =>
    app.client.registrations.shareFile({ fileId, registrationIds })
  const audited = async () =>
    (await app.client.audit.list({ limit: 500 })).filter(({ command }) => command === 'registrations.shareFile')

  it('is taken into them at once, each whole by itself; it says where else it is', async () => {
    const { id: fileId } = await add()
    const [second, third, ofLastYear] = [await register(2), await register(3), await register(4, undefined, 2025)]
    await register(5, 'HTX Khác')
    expect(await itemOf(second)).toMatchObject({
      others: [id, third, ofLastYear],
      line: { state: null, files: [], offered: [{ fileId, registrationId: id, name: 'Giấy đăng ký.pdf' }] },
    })
    await share(fileId, [second, ofLastYear])
    await share(fileId, [second])
    expect(await itemOf(second)).toMatchObject({
      line: {
        state: 'received',
        on: '2026-11-20',
        files: [{ name: 'Giấy đăng ký.pdf', state: 'there', sharedWith: [id, ofLastYear] }],
        offered: [],
      },
    })
    expect((await itemOf(third)).line).toMatchObject({ state: null, offered: [{ registrationId: id }] })
    expect((await audited()).map(({ subject, detail }) => [subject, detail])).toMatchObject([
      ['registrations', { item: key, file: 'Giấy đăng ký.pdf', registrations: [second, ofLastYear] }],
    ])
    await app.client.registrations.removeFile({ id: fileId })
    rmSync(folder(), { recursive: true, force: true })
    expect((await itemOf(second)).line?.files).toMatchObject([{ state: 'there', sharedWith: [ofLastYear] }])
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  it('goes to no other producer’s, no withdrawn one, and not at all where it is not what came', async () => {
    const { id: fileId } = await add()
    const [second, foreign] = [await register(2), await register(3, 'HTX Khác')]
    await expect(share(fileId, [second, foreign])).rejects.toMatchObject(refused('not-found'))
    await expect(share(fileId, [id])).rejects.toMatchObject(refused('not-found'))
    await app.client.registrations.withdraw({ id: second, reason: 'Chủ thể rút' })
    await expect(share(fileId, [second])).rejects.toMatchObject(refused('registration-withdrawn'))
    await app.client.registrations.withdraw({ id: second, reason: null })
    spoil(join(folder(), readdirSync(folder())[0] ?? ''), pdf('hai'))
    await expect(share(fileId, [second])).rejects.toMatchObject(refused('paper-file-missing'))
    expect([(await itemOf(second)).line?.files, await audited()]).toEqual([[], []])
  })
})
