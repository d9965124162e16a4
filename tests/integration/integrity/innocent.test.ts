import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { readAnchors } from '../../../electron/anchors/anchor-store.ts'
import { integritySteps } from '../../../electron/app/integrity/check-integrity.ts'
import { verifyFile } from '../../../electron/app/integrity/verify-file.ts'
import { openShippedRules } from '../../../electron/app/rules/shipped.ts'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { integrityText, isDamaged, verdictOf, wordsFrom } from '../../../shared/integrity/report-lines.ts'
import { toReadDb } from '../../../electron/db/connection.ts'
import { sampleCouncil } from '../../helpers/sample-council.ts'
import { createTestApp, resourcesFolder, type TestApp } from '../../helpers/test-app.ts'
import { alterClosed } from '../../tamper/tamper.ts'

// What "Kiểm chứng" must neither accuse nor clear.

async function closedFile(app: TestApp): Promise<string> {
  await app.client.workspace.create({ name: 'Thử' })
  const path = app.context.workspace.current?.path ?? ''
  await app.client.workspace.close()
  return path
}

async function saveCouncil(app: TestApp, name: string): Promise<void> {
  await app.client.councils.save({ fields: { ...sampleCouncil(), name } })
}

/** Opened, changed where a council is named, and closed. */
async function visit(app: TestApp, path: string, council?: string): Promise<void> {
  await openWorkspace(app.context, path)
  if (council !== undefined) await saveCouncil(app, council)
  await app.client.workspace.close()
}

function check(app: TestApp, file: string) {
  const folder = mkdtempSync(join(app.folder, 'kiểm '))
  const place = { resources: resourcesFolder, appVersion: '0.0.0-test', dataFolder: app.folder }
  return verifyFile(file, { ...place, folder, codes: [] }).report
}

/** What this machine noted of the file that is open, in whatever place. */
function anchorsOf(app: TestApp): unknown {
  const uuid = app.file().prepare('SELECT uuid FROM workspace').pluck().get() as string
  return readAnchors(app.folder, uuid)
}

const kinds = (list: readonly { readonly kind: string }[]) => list.map(({ kind }) => kind)

it('looking at the file that a restore set aside accuses neither of the two', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  await openWorkspace(app.context, path)
  await app.client.backups.make()
  await saveCouncil(app, 'Hội đồng A')
  const [backup] = await app.client.backups.list()
  const { aside } = await app.client.backups.restore({ id: backup?.id ?? '' })
  await app.client.workspace.close()
  const set = join(app.folder, aside ?? '')
  await visit(app, set)
  expect(check(app, path).faults).toEqual([])
  const ofAside = check(app, set)
  expect(ofAside).toMatchObject({ isIntact: true, faults: [] })
  expect(kinds(ofAside.notes)).toContain('anchors-branch')
  expect(verdictOf(ofAside)).toBe('noted')
})

it('an older copy is named as one, a file that grew in its place is not, and a shorter one in its place is a fault', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  await visit(app, path, 'Hội đồng A')
  const copy = join(app.folder, 'bản chép.ocop')
  copyFileSync(path, copy)
  await visit(app, path, 'Hội đồng B')
  await openWorkspace(app.context, copy)
  const noted = anchorsOf(app)
  await visit(app, copy)
  await openWorkspace(app.context, copy)
  expect(anchorsOf(app)).toEqual(noted)
  await app.client.workspace.close()
  expect(verdictOf(check(app, path))).toBe('intact')
  const older = check(app, copy)
  expect(older).toMatchObject({ faults: [], notes: [{ kind: 'anchors-older' }] })
  expect(verdictOf(older)).toBe('noted')
  copyFileSync(copy, path)
  expect(kinds(check(app, path).faults)).toEqual(['anchor-longer'])
})

it('work in a copy leaves both branches without a fault, each with a note', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  const copy = join(app.folder, 'bản chép.ocop')
  copyFileSync(path, copy)
  await visit(app, path, 'Hội đồng A')
  await visit(app, copy, 'Hội đồng B')
  for (const file of [path, copy]) {
    const { faults, notes } = check(app, file)
    expect([faults, kinds(notes)]).toEqual([[], ['anchors-branch']])
  }
})

it('a count of changes that no program counted is a fault, and backups go on', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  alterClosed(path, { what: 'the count', run: 'UPDATE workspace SET commits = 9007199254740993' })
  expect(kinds(check(app, path).faults)).toContain('counter-strange')
  await openWorkspace(app.context, path)
  await saveCouncil(app, 'Hội đồng A')
  await app.client.backups.make()
  expect(await app.client.backups.list()).toHaveLength(1)
})

it('a count below the one that this machine noted is a fault, one above the events is said not to be checked', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  alterClosed(path, { what: 'the count', run: 'UPDATE workspace SET commits = commits + 5' })
  expect(check(app, path).notChecked).toContainEqual({ kind: 'counter', facts: { counted: 6, events: 1 } })
  await visit(app, path, 'Hội đồng A')
  alterClosed(path, { what: 'the count', run: 'UPDATE workspace SET commits = 2' })
  expect(kinds(check(app, path).faults)).toContain('anchor-counter')
})

it('damage is said in a sentence that leads to the backups, with what SQLite says as its detail', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  const bytes = readFileSync(path)
  const sqlite = new Sqlite(path, { readonly: true })
  const page = sqlite.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'audit_events'").pluck().get() as number
  const size = sqlite.pragma('page_size', { simple: true }) as number
  sqlite.close()
  writeFileSync(path, bytes.fill(0xff, (page - 1) * size, page * size))
  // `verifyFile` refuses such a file; a damage after opening is met by the check itself.
  const snapshot = new Sqlite(path, { readonly: true })
  const steps = integritySteps(toReadDb(snapshot), {
    migrations: join(resourcesFolder, 'migrations'),
    shipped: openShippedRules(resourcesFolder),
  })
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  snapshot.close()
  const words = JSON.parse(readFileSync(join(resourcesFolder, 'locales/vi/integrity.json'), 'utf8'))
  const text = integrityText(step.value, wordsFrom(words), 'thử.ocop')
  expect(text).toContain('Không đọc được hết phần này vì tệp bị hỏng. Hãy dùng một bản sao lưu')
  expect(text).not.toMatch(/workspace-|: SQLite|fault\./)
  expect(text.match(/Cơ sở dữ liệu của tệp bị hỏng/g)?.length ?? 0).toBeLessThanOrEqual(1)
  expect(isDamaged(step.value)).toBe(true)
})

it('a file of a newer program is neither cleared nor accused', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  alterClosed(path, { what: 'the version', run: 'PRAGMA user_version = 99' })
  const report = check(app, path)
  expect(report).toMatchObject({ isIntact: false, faults: [], notChecked: [{ kind: 'newer', facts: { version: 99 } }] })
  expect(verdictOf(report)).toBe('unvouched')
})
