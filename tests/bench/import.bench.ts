import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { createRouterClient } from '@orpc/server'
import { createApp } from '../../electron/app/create-app.ts'
import { buildSessionRecord } from '../../electron/app/sessions/session-record.ts'
import { connectionOf } from '../../electron/db/connection.ts'
import { openWorkspaceFile } from '../../electron/db/open.ts'
import { writeSessionWorkbook } from '../../electron/workbooks/session/write-session-workbook.ts'
import { ensureBuilt } from '../../scripts/ensure-built.ts'
import { median, milliseconds, type BenchRow } from './bench-row.ts'
import { benchHost, resourcesFolder } from './bench-folder.ts'
import { benchWorkspace, provincialSize } from './bench-workspace.ts'
import { migrating } from '../helpers/migrating.ts'

/**
 * Import of a session workbook of 300 products, every ballot filled: read, checked and written in one transaction,
 * against the workbook library merely reading the file: no import that uses it can be quicker.
 */
export async function runImportBench(): Promise<readonly BenchRow[]> {
  await ensureBuilt(['main'])
  const bytes = await filledWorkbook()
  const ours: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < 3; run += 1) {
    theirs.push(await timed(async () => new ExcelJS.Workbook().xlsx.load(bytes.buffer)))
    ours.push(await importOnce(bytes))
  }
  const size = `${provincialSize.products} products × ${provincialSize.members} members`
  return [
    {
      name: `import of a filled workbook, ${size}, ${Math.round(bytes.length / 1024)} kB`,
      value: milliseconds(median(ours)),
      against: `exceljs merely reading it: ${milliseconds(median(theirs))}`,
      ratio: median(ours) / median(theirs),
      aim: '',
    },
  ]
}

async function filledWorkbook(): Promise<Uint8Array<ArrayBuffer>> {
  const { path, sessionId } = await benchWorkspace(provincialSize)
  const { db } = openWorkspaceFile({ path, migrations: join(resourcesFolder, 'migrations'), migrating })
  const record = buildSessionRecord(db, sessionId)
  connectionOf(db).close()
  return new Uint8Array(await writeSessionWorkbook({ record, filled: true }))
}

/** Into an empty workspace of its own. */
async function importOnce(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const host = { ...benchHost(join(folder, 'nhap.ocop')), dataFolder: folder }
  const app = createApp({ host, resources: resourcesFolder, appVersion: 'bench', backups: 'asked' })
  const client = createRouterClient(app.router)
  await client.workspace.create({ name: 'Nhập' })
  const took = await timed(() => client.workbook.import({ file: new File([bytes], 'phien.xlsx') }))
  await app.dispose()
  rmSync(folder, { recursive: true, force: true })
  return took
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
