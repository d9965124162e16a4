import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { verificationCode } from '../../../shared/domain/verification-code/verification-code.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { alterClosed } from '../../tamper/tamper.ts'

const council = {
  name: 'Hội đồng OCOP cấp tỉnh',
  level: 'province',
  province: 'Phú Thọ',
  district: '',
  foundingDecisionNumber: '',
  foundingDecisionDate: '',
  regulationNumber: '',
} as const

async function saveCouncils(app: TestApp, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const fields = { ...council, name: `Hội đồng số ${number}`, regulation: usualRegulation }
    await app.client.councils.save({ fields })
  }
}

/** A file with a few events, closed: how it ends is anchored. */
async function closedFile(app: TestApp): Promise<string> {
  await app.client.workspace.create({ name: 'Thử' })
  await saveCouncils(app, 3)
  const path = app.context.workspace.current?.path ?? ''
  await app.client.workspace.close()
  return path
}

async function open(app: TestApp): Promise<void> {
  const [file] = await app.client.workspace.list()
  await app.client.workspace.open({ id: file?.id ?? '' })
}

const storeOf = (app: TestApp): string => {
  const folder = join(app.folder, 'ban-ghi')
  return join(folder, readdirSync(folder)[0] ?? '')
}
const linesOf = (app: TestApp) => readFileSync(storeOf(app), 'utf8').trim().split('\n')
const kinds = (list: readonly { readonly kind: string }[]) => list.map(({ kind }) => kind)

it('hold a file that nobody rebuilt, and say from where on there is none', async () => {
  using app = createTestApp()
  await closedFile(app)
  expect(linesOf(app)).toHaveLength(1)
  const others = [storeOf(app), join(app.folder, 'khoa-ban-ghi.txt')].map((path) => statSync(path).mode & 0o77)
  // Windows keeps a file to its owner by the folder that it lies in.
  expect(others).toEqual(process.platform === 'win32' ? [0o66, 0o66] : [0, 0])
  await open(app)
  const before = await app.client.workspace.checkIntegrity()
  expect(before).toMatchObject({ isIntact: true, checked: { anchors: 1 } })
  expect(kinds(before.notChecked)).not.toContain('rebuilt')
  await saveCouncils(app, 1)
  const after = await app.client.workspace.checkIntegrity()
  expect(after.notChecked).toContainEqual({ kind: 'after-anchor', facts: { seq: 4 } })
})

it('name a file that lost its last events, though it is consistent in itself', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  alterClosed(path, {
    what: 'the last event with its row',
    run: `DELETE FROM audit_events WHERE seq = 4; DELETE FROM councils WHERE id = 3;
      UPDATE workspace SET commits = 3`,
  })
  await open(app)
  const { faults } = await app.client.workspace.checkIntegrity()
  expect(faults).toMatchObject([{ part: 'outside', kind: 'anchor-longer', facts: { seq: 4, events: 3 } }])
})

it('are not trusted where they were not written under the key, and that is said', async () => {
  using app = createTestApp()
  await closedFile(app)
  writeFileSync(storeOf(app), `${linesOf(app)[0]?.replace('"seq":4', '"seq":9') ?? ''}\n`)
  await open(app)
  const report = await app.client.workspace.checkIntegrity()
  expect(report).toMatchObject({ isIntact: true, notes: [{ kind: 'anchors-strange', facts: { count: 1 } }] })
  expect(kinds(report.notChecked)).toContain('rebuilt')
  await saveCouncils(app, 1)
  await app.client.workspace.close()
  expect(linesOf(app)).toHaveLength(2)
})

it('hinder nothing where they cannot be written', async () => {
  const errors: string[] = []
  using app = createTestApp({ log: { info: () => {}, error: (message) => errors.push(message) } })
  mkdirSync(join(app.folder, 'khoa-ban-ghi.txt'))
  await closedFile(app)
  expect(app.context.workspace.current).toBeNull()
  expect(errors).toEqual(['an anchor could not be written'])
})

it('of a state that a restore gave up are no fault, and count again once it is undone', async () => {
  using app = createTestApp()
  await closedFile(app)
  await open(app)
  await app.client.backups.make()
  await saveCouncils(app, 2)
  await app.client.workspace.close()
  await open(app)
  const [backup] = await app.client.backups.list()
  await app.client.backups.restore({ id: backup?.id ?? '' })
  const restored = await app.client.workspace.checkIntegrity()
  expect(restored).toMatchObject({ isIntact: true, notes: [{ kind: 'anchors-given-up', facts: { count: 1 } }] })
  const aside = (await app.client.backups.list()).find(({ place }) => place === 'aside')
  await app.client.backups.restore({ id: aside?.id ?? '' })
  const undone = await app.client.workspace.checkIntegrity()
  expect(undone.isIntact).toBe(true)
  expect(undone.checked['anchors']).toBeGreaterThan(1)
})

it('a code is told apart as held, broken, mistyped, of no paper here, or none', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  await open(app)
  const rows = app.file().prepare('SELECT hash FROM audit_events ORDER BY seq').all() as readonly { hash: string }[]
  const [first = '', , last = ''] = rows.map(({ hash }) => verificationCode(hash))
  const slip = `${last.startsWith('0') ? '1' : '0'}${last.slice(1)}`
  const codes = [last.toLowerCase().replaceAll('-', ' '), slip, verificationCode('ab'.repeat(32)), 'BB-15']
  const held = await app.client.workspace.checkIntegrity({ codes })
  expect(kinds(held.codes)).toEqual(['holds', 'slip', 'unknown', 'no-code'])
  expect(held.codes[0]).toMatchObject({ event: { seq: 3, command: 'councils.save' } })
  await app.client.workspace.close()
  alterClosed(path, { what: 'an actor', run: "UPDATE audit_events SET actor = 'Người khác' WHERE seq = 2" })
  await open(app)
  const { codes: broken } = await app.client.workspace.checkIntegrity({ codes: [first, last] })
  expect(kinds(broken)).toEqual(['holds', 'broken'])
})
