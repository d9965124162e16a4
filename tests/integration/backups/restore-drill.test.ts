import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { buildSessionRecord } from '../../../electron/app/sessions/session-record.ts'
import { newestSchemaVersion } from '../../../electron/db/migrate.ts'
import { tallyJson } from '../../../shared/domain/session/tally-json.ts'
import { createTestApp, resourcesFolder, type TestApp } from '../../helpers/test-app.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/workspaces')
const names = readdirSync(fixtures)
  .filter((name) => name.endsWith('.ocop.gz'))
  .toSorted()
const old: unknown = JSON.parse(readFileSync(join(fixtures, 'tallies.json'), 'utf8'))

const talliesOf = (app: TestApp): unknown =>
  JSON.parse(JSON.stringify([1, 2].map((sessionId) => tallyJson(buildSessionRecord(app.db(), sessionId), []))))

test('there is a file of every version, but of the newest at most', () => {
  const versions = names.map((name) => Number(/schema-(\d+)/.exec(name)?.[1]))
  expect(versions).toEqual(versions.map((_, place) => place + 1))
  const newest = newestSchemaVersion(join(resourcesFolder, 'migrations'))
  expect([newest - 1, newest]).toContain(versions.length)
})

test.each(names.map((name, place) => ({ name, version: place + 1 })))(
  '$name is opened, tallied as it was, backed up, and restored from before its migration',
  async ({ name, version }) => {
    using app = createTestApp()
    const { client, context } = app
    const bytes = gunzipSync(readFileSync(join(fixtures, name)))
    await client.workspace.adopt({ file: new File([bytes], 'hội đồng.ocop') })
    expect(talliesOf(app)).toEqual(old)
    expect(await client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })

    await client.backups.make()
    const all = await client.backups.list()
    const [backup, migration] = [
      all.find(({ occasion }) => occasion === 'asked'),
      all.find(({ occasion }) => occasion === 'migration'),
    ]
    const isNewest = version === newestSchemaVersion(join(resourcesFolder, 'migrations'))
    expect([migration?.facts?.version, backup?.facts?.version]).toEqual([
      isNewest ? undefined : version,
      newestSchemaVersion(join(resourcesFolder, 'migrations')),
    ])
    const first = migration ?? backup
    // Spoilt beyond the samples' own contents, so that a restore has something to take back.
    await client.products.save({ fields: { ...(await productFields(app)), code: 'MOI' } })
    await client.backups.restore({ id: first?.id ?? '' })
    expect(talliesOf(app)).toEqual(old)
    const { current } = context.workspace
    expect(app.file().prepare("SELECT count(*) FROM products WHERE code = 'MOI'").pluck().get()).toBe(0)
    expect(await client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })

    await client.workspace.close()
    const restored = new Sqlite(current?.path, { readonly: true })
    expect(restored.pragma('integrity_check', { simple: true })).toBe('ok')
    restored.close()
  },
  60_000,
)

test('a file of the oldest version is taken under a password, and opened and tallied from it', async () => {
  using app = createTestApp()
  const bytes = gunzipSync(readFileSync(join(fixtures, names[0] ?? '')))
  await app.client.workspace.adopt({ file: new File([bytes], 'hội đồng.ocop') })
  const before = (await app.client.backups.list()).find(({ occasion }) => occasion === 'migration')
  const sealed = await app.client.backups.take({ id: before?.id ?? '', password: 'mật khẩu dài' })
  using other = createTestApp()
  await other.client.backups.openEncrypted({ file: sealed, password: 'mật khẩu dài' })
  expect(talliesOf(other)).toEqual(old)
})

async function productFields({ client }: TestApp) {
  const { products } = await client.products.list({ limit: 1, offset: 0 })
  const [product] = products
  if (product === undefined) throw new Error('the file has no product')
  const { code, name, producerName, producerKind, commune, district, setNumber } = product
  return { code, name, producerName, producerKind, commune, district, setNumber }
}
