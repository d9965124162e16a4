import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// Every ban of the import rules, held against a file that breaks it, in a copy of the lint settings.

const root = join(import.meta.dirname, '../../..')

const bans: readonly (readonly [name: string, path: string, code: string, rule: string])[] = [
  ['domain imports the api', 'shared/domain/scoring/a.ts', `import '../../api/base.ts'`, 'layers'],
  ['domain imports the grid', 'shared/domain/b.ts', `import '../score-grid/x.ts'`, 'layers'],
  ['domain imports a package', 'shared/domain/c.ts', `import 'zod'`, 'layers'],
  ['domain imports node', 'shared/domain/d.ts', `import 'node:fs'`, 'layers'],
  ['domain imports electron code', 'shared/domain/e.ts', `import '../../electron/context.ts'`, 'layers'],
  ['api imports node', 'shared/api/f.ts', `import 'node:crypto'`, 'layers'],
  ['api imports the server', 'shared/api/g.ts', `import '@orpc/server'`, 'layers'],
  ['api imports the renderer', 'shared/api/h.ts', `import '../../renderer/app/theme.ts'`, 'layers'],
  ['renderer imports electron code', 'renderer/app/i.ts', `import '../../electron/context.ts'`, 'layers'],
  [
    '… even its types',
    'renderer/app/j.ts',
    `import type { A } from '../../electron/context.ts'; export type B = A`,
    'layers',
  ],
  ['… or by import()', 'renderer/app/k.ts', `export const a = () => import('../../electron/context.ts')`, 'layers'],
  ['… or by an import type', 'renderer/app/l.ts', `export type A = import('../../electron/context.ts').B`, 'layers'],
  ['renderer imports electron', 'renderer/app/m.ts', `import 'electron'`, 'layers'],
  ['app imports electron', 'electron/app/n.ts', `import 'electron'`, 'layers'],
  ['web-host imports electron', 'electron/web-host/o.ts', `import 'electron'`, 'layers'],
  ['app imports the shell', 'electron/app/x/p.ts', `import '../../main/window.ts'`, 'layers'],
  ['app imports a host', 'electron/app/x/q.ts', `import '../../web-host/page-files.ts'`, 'layers'],
  ['app imports sqlite', 'electron/app/x/r.ts', `import 'better-sqlite3'`, 'layers'],
  ['app imports drizzle', 'electron/app/x/s.ts', `import 'drizzle-orm/sqlite-core'`, 'layers'],
  ['a handler makes a statement', 'electron/app/x/ar.ts', `import '../../db/statement.ts'`, 'layers'],
  ['… or a transaction', 'electron/app/x/as.ts', `import '../../db/transaction.ts'`, 'layers'],
  ['… or takes the connection', 'electron/app/x/at.ts', `import '../../db/connection.ts'`, 'layers'],
  ['db imports documents', 'electron/db/queries/t.ts', `import '../../documents/x.ts'`, 'layers'],
  ['db imports app', 'electron/db/u.ts', `import '../app/x.ts'`, 'layers'],
  ['documents import db', 'electron/documents/minutes/v.ts', `import '../../db/open.ts'`, 'layers'],
  ['documents import app', 'electron/documents/w.ts', `import '../app/x.ts'`, 'layers'],
  ['a workbook imports db', 'electron/workbooks/session/at.ts', `import '../../db/open.ts'`, 'layers'],
  ['a workbook imports a document', 'electron/workbooks/province/aw.ts', `import '../../documents/x.ts'`, 'layers'],
  ['xlsx imports the session workbook', 'electron/workbooks/xlsx/au.ts', `import '../session/x.ts'`, 'layers'],
  ['a document imports pdfmake', 'electron/documents/minutes/pdf.ts', `import 'pdfmake'`, 'layers'],
  ['a document imports exceljs', 'electron/documents/minutes/sheet.ts', `import 'exceljs'`, 'layers'],
  ['preload imports app', 'electron/preload/x.ts', `import '../app/x.ts'`, 'layers'],
  ['a feature imports another', 'renderer/features/scoring/y.tsx', `import '../sessions/z.tsx'`, 'layers'],
  ['… from deeper', 'renderer/features/scoring/parts/z.tsx', `import '../../sessions/z.tsx'`, 'layers'],
  [
    'the ballot’s outbox imports a feature',
    'renderer/ballot-sync/ab.ts',
    `import '../features/scoring/y.tsx'`,
    'layers',
  ],
  ['a component imports a feature', 'renderer/components/aa.tsx', `import '../features/scoring/y.tsx'`, 'layers'],
  ['clock in the domain', 'shared/domain/ab.ts', `export const a = Date.now()`, 'clock'],
  ['new Date in a handler', 'electron/app/x/ac.ts', `export const a = new Date()`, 'clock'],
  ['new Date in a document', 'electron/documents/ad.ts', `export const a = new Date()`, 'clock'],
  ['new Date in a workbook', 'electron/workbooks/session/av.ts', `export const a = new Date()`, 'clock'],
  ['chance in a handler', 'electron/app/x/ae.ts', `export const a = Math.random()`, 'clock'],
  ['the UTC day', 'electron/app/x/ao.ts', `export const a = (t: Date) => t.toISOString().slice(0, 10)`, 'utc-day'],
  [
    '… of one of two times',
    'renderer/app/ap.ts',
    `export const a = (t: Date, u?: string) => (u ?? t.toISOString()).slice(0, 4)`,
    'utc-day',
  ],
  ['… split off', 'shared/domain/aq.ts', `export const a = (t: Date) => t.toISOString().split('T')[0]`, 'utc-day'],
  ['default export', 'shared/domain/af.ts', `export default 1`, 'no-default-export'],
  ['barrel', 'shared/domain/ag.ts', `export * from './ab.ts'`, 'no-barrel'],
  ['named barrel', 'shared/domain/ah.ts', `export { a } from './ab.ts'`, 'no-barrel'],
  ['cycle', 'shared/domain/ai.ts', `import { b } from './aj.ts'\nexport const a = () => b`, 'no-cycle'],
  ['the other half', 'shared/domain/aj.ts', `import { a } from './ai.ts'\nexport const b = () => a`, 'no-cycle'],
  [
    'a paper reads the star of the scores',
    'electron/documents/x/ax.ts',
    `export const a = item.result.star`,
    'one-star',
  ],
  ['… of a result at hand', 'electron/documents/x/ay.ts', `export const a = result.star`, 'one-star'],
  ['… taken apart', 'electron/documents/x/az.ts', `const { star } = item.result; export const a = star`, 'one-star'],
  [
    '… taken apart twice',
    'electron/documents/ba.ts',
    `export function a({ result: { star } }) { return star }`,
    'one-star',
  ],
  ['an exported arrow', 'shared/domain/ar.ts', `export const a = (x: number) => x + 1`, 'exported-function'],
  ['any', 'shared/domain/ak.ts', `export const a = (x: any) => x as string`, 'no-explicit-any'],
  [
    'external browser',
    'electron/main/al.ts',
    `import { shell } from 'electron'\nvoid shell.openExternal('x')`,
    'no-restricted-properties',
  ],
]

const allowed: readonly (readonly [path: string, code: string])[] = [
  ['shared/domain/ok/a.ts', `import '../ab.ts'`],
  ['shared/api/ok.ts', `import 'zod'\nimport '@orpc/contract'\nimport '../domain/ab.ts'`],
  ['shared/domain/calendar/ok.ts', `export function day(t: Date) {\n  return t.toISOString().slice(0, 10)\n}`],
  ['shared/domain/ok/time.ts', `export function at(t: Date) {\n  return t.toISOString()\n}`],
  ['shared/domain/ok/date.ts', `export function at(iso: string) {\n  return new Date(iso)\n}`],
  ['electron/db/ok.ts', `import 'better-sqlite3'\nimport 'drizzle-orm/sqlite-core'\nimport '../../shared/api/base.ts'`],
  ['electron/app/commit.ts', `import '../db/transaction.ts'`],
  ['electron/db/queries/ok.ts', `import '../statement.ts'`],
  [
    'electron/app/ok/a.ts',
    `import '../../db/x.ts'\nimport '../../documents/x.ts'\nimport '../../context.ts'\nimport '@orpc/server'`,
  ],
  ['electron/documents/render-pdf.ts', `import 'pdfmake'`],
  ['electron/workbooks/xlsx/write-xlsx.ts', `import 'exceljs'`],
  ['electron/main/ok.ts', `import 'electron'\nimport '../app/create-app.ts'\nimport '../web-host/page-files.ts'`],
  ['electron/preload/ok.ts', `import 'electron'`],
  [
    'renderer/features/scoring/parts/ok.tsx',
    `import '../y.tsx'\nimport '../../../components/A.tsx'\nimport '../../../../shared/api/base.ts'\nimport 'react'`,
  ],
  ['shared/domain/ok/a.test.ts', `import 'vitest'\nimport 'node:fs'\nexport const a = Date.now()`],
]

let folder = ''
let faults: ReadonlyMap<string, readonly string[]> = new Map()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'luật nhập '))
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  cpSync(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  for (const [path, code] of [...bans.map(([, path, code]) => [path, code] as const), ...allowed]) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), `${code}\n`)
  }
  faults = lint(folder)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('each ban bites', () => {
  test.each(bans)('%s', (_name, path, _code, rule) => {
    expect(faults.get(path) ?? []).toContain(rule)
  })
})

describe('what the rules allow passes', () => {
  test.each(allowed)('%s', (path) => {
    expect(faults.get(path) ?? []).toEqual([])
  })
})

/** Rule names by project path, from one run of the real linter. */
function lint(cwd: string): ReadonlyMap<string, readonly string[]> {
  const bin = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout, stderr } = spawnSync(process.execPath, [bin, '-f', 'json'], { cwd, encoding: 'utf8' })
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; filename: string }[] }
  const byPath = Map.groupBy(diagnostics, ({ filename }) => filename.replaceAll('\\', '/'))
  return new Map(
    [...byPath].map(([path, found]) => [path, found.map(({ code }) => /\((.+)\)/.exec(code)?.[1] ?? code)]),
  )
}
