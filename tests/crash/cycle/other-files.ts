import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { newestSchemaVersion } from '../../../electron/db/migrate.ts'
import { writePackage } from '../../../electron/workbooks/package/write-package.ts'
import { officePackage } from '../../fixtures/office-package.ts'
import { provinceWorkbook } from '../../fixtures/province-workbook.ts'
import { resourcesFolder } from '../../helpers/test-app.ts'
import { command, type Act, type Stage } from '../act.ts'
import { sessionOf } from './prepare.ts'

/** Files that come from elsewhere: samples, workbooks, a province's list, a package, and one of each older program. */
export async function* openOtherFiles(stage: Stage): AsyncGenerator<Act, void> {
  const { client } = stage
  yield {
    phase: 'workspace.openSample',
    sends: [() => client.workspace.openSample({ sample: 'district-2024' })],
    tells: ['workspace.create', 'workbook.import'],
    opens: { past: 0 },
  }
  yield* fillList(stage)
  const workbook = new File([readFileSync(join(resourcesFolder, 'samples', 'province-2026.xlsx'))], 'phiên.xlsx')
  yield command('workbook.import', () => client.workbook.import({ file: workbook }))
  yield* exchangePackages(stage)
  yield* carryOver(stage)
  for (const name of readdirSync(fixtures).filter((each) => each.endsWith('.ocop.gz'))) yield* bringUp(stage, name)
}

const fixtures = join(import.meta.dirname, '../../fixtures/workspaces')

async function* fillList({ client }: Stage): AsyncGenerator<Act, void> {
  const { id: sessionId } = await sessionOf(client)
  const file = new File([await provinceWorkbook()], 'Bieu-01.xlsx')
  const columns = (await client.provinceList.layout({ file })).columns.map(({ column, field }) => ({ column, field }))
  yield command('provinceList.remember', () => client.provinceList.fillIn({ sessionId, file, columns }))
  const referred = (await client.results.session({ sessionId })).items.find(({ result }) => result.isReferred)
  const corrections = [{ agendaItemId: referred?.id ?? 0, field: 'productName' as const, value: 'Tên tỉnh sửa' }]
  yield command('provinceList.accept', () => client.provinceList.accept({ sessionId, corrections }))
}

/** A package of another office taken in, and one made of what goes up from here. */
async function* exchangePackages({ client, cycle }: Stage): AsyncGenerator<Act, void> {
  const { packages, sessions } = client
  const id = (0xab + cycle).toString(16).padStart(32, '0')
  const file = new File([writePackage({ ...officePackage, id })], 'Đề nghị.ocop-goi')
  const { signer, office, ...preview } = await packages.preview({ file })
  yield command('packages.confirmKey', () => packages.confirmKey({ publicKey: signer.publicKey, office }))
  const accepted = preview.kind === 'up' ? preview.rows.map(({ product }) => product.row) : []
  yield command('packages.take', () => packages.take({ file, accepted, refused: [] }))
  const { id: sessionId } = await sessionOf(client)
  yield command('sessions.close', () => sessions.close({ sessionId }))
  const source = { kind: 'up', sessionId } as const
  yield command('packages.make', () => packages.make({ source, office: 'Ủy ban nhân dân tỉnh', paperIds: [] }))
}

/** The open file under a password, opened as on another machine. */
async function* carryOver({ client, audit }: Stage): AsyncGenerator<Act, void> {
  const password = 'mật khẩu dài'
  const file = await client.backups.take({ password })
  yield {
    phase: 'backups.openEncrypted',
    sends: [() => client.backups.openEncrypted({ file, password })],
    tells: [],
    opens: { past: audit().length },
  }
}

/** A file of an older schema, brought up to date as it is opened. */
async function* bringUp({ client, dataFolder }: Stage, name: string): AsyncGenerator<Act, void> {
  const version = Number(/\d+/.exec(name)?.[0])
  if (version === newestSchemaVersion(join(resourcesFolder, 'migrations'))) return
  const bytes = gunzipSync(readFileSync(join(fixtures, name)))
  const file = new File([bytes], `tệp của phiên bản ${version}.ocop`)
  yield {
    phase: `migration of schema ${version}`,
    sends: [() => client.workspace.adopt({ file })],
    tells: ['workspace.migrate'],
    opens: { past: eventsIn(bytes, dataFolder) },
  }
}

/** Written into a file first: SQLite opens none with a log in memory. */
export function eventsIn(bytes: Uint8Array, dataFolder: string): number {
  const path = join(dataFolder, 'đếm.sqlite')
  writeFileSync(path, bytes)
  const sqlite = new Sqlite(path)
  try {
    return sqlite.prepare<[], number>('SELECT count(*) FROM audit_events').pluck().get() ?? 0
  } finally {
    sqlite.close()
    rmSync(path)
  }
}
