import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleProduct } from '../../helpers/sample-council.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// What is not whole is not handed out, and what cannot be kept is said, in the words of whoever reads it.

const refused = (reason: string, detail?: object) => ({ code: 'REFUSED', data: { reason, ...(detail && { detail }) } })
const store = (app: TestApp): string => join(app.folder, 'sao-luu')

function spoil(path: string): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.from('x'), 0, 1, 5000)
  closeSync(file)
}

test('a damaged backup is not handed out, encrypted or not, and is named', async () => {
  using app = createTestApp()
  const stick = join(app.folder, 'USB')
  mkdirSync(stick)
  Object.assign(app.context.host, {
    capabilities: { kind: 'electron', hasFileDialogs: true },
    chooseFolder: async () => stick,
  })
  await openSmallSession(app)
  const { backups } = app.client
  await backups.chooseSecond()
  await backups.setPassword({ password: 'mật khẩu dài' })
  await backups.copyToSecond({})
  for (const { id, location } of await backups.list()) {
    expect((await backups.take({ id })).size).toBeGreaterThan(0)
    const name = readdirSync(location).find((file) => /\.(ocop|age)$/.test(file)) ?? ''
    spoil(join(location, name))
    await expect(backups.take({ id })).rejects.toMatchObject(refused('backup-faulty', { name }))
    await expect(backups.take({ id, password: 'mật khẩu khác' })).rejects.toMatchObject(
      refused('backup-faulty', { name }),
    )
  }
})

test('what is no encrypted file, or is not whole, is named and explained without the words of a library', async () => {
  using app = createTestApp()
  const open = (file: File) => app.client.backups.openEncrypted({ file, password: 'mật khẩu dài' })
  for (const text of ['', 'không phải tệp có mật khẩu', 'age-encryption.org/v1\n-> X25519 abc\n']) {
    const junk = new File([text], 'rác.ocop.age')
    const refusal = await open(junk).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'REFUSED', data: { reason: 'backup-faulty' } })
    expect((refusal as { data: { detail: unknown } }).data.detail).toEqual({ name: 'rác.ocop.age' })
  }
  expect(readdirSync(app.folder).filter((name) => !name.startsWith('sao-luu'))).toEqual([])
})

test('a plain file in the place of the folder of backups is told, in the status and after a try', async () => {
  using app = createTestApp()
  await openSmallSession(app)
  await app.client.backups.make()
  const [backup] = await app.client.backups.list()
  expect(await app.client.backups.status()).toMatchObject({ trouble: null })
  for (const folder of [store(app), backup?.location ?? '']) {
    renameSync(folder, `${folder}-đi`)
    mkdirSync(dirname(folder), { recursive: true })
    writeFileSync(folder, 'một tệp')
    const trouble = { reason: 'backups-unwritable', detail: { folder } }
    expect(await app.client.backups.status()).toMatchObject({ trouble: { ...trouble, at: null } })
    await app.client.products.save({
      fields: sampleProduct(folder === store(app) ? 8 : 9),
    })
    await app.client.backups.make()
    expect(await app.client.backups.status()).toMatchObject({ trouble })
    rmSync(folder)
    renameSync(`${folder}-đi`, folder)
    await app.client.backups.make()
    expect(await app.client.backups.status()).toMatchObject({ trouble: null })
  }
})
