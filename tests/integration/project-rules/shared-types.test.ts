import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// `shared` runs anywhere: what only a browser, Node or Electron has must not even type-check there.

const root = join(import.meta.dirname, '../../..')

const foreign = ['window.alert("x")', 'document.title', 'process.env', 'Buffer.from("x")', '__dirname', 'localStorage']

let folder = ''
let output = ''

beforeAll(() => {
  // Inside the project, so that packages resolve just as they do for shared.
  folder = mkdtempSync(join(root, '.cache-shared-types-'))
  foreign.forEach((code, index) => writeFileSync(join(folder, `bad-${index}.ts`), `export const a = ${code}\n`))
  writeFileSync(join(folder, 'module.ts'), `import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n`)
  writeFileSync(join(folder, 'good.ts'), `export const a = new Map([[1, 'x'.normalize('NFC')]])\n`)
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../shared/tsconfig.json',
      compilerOptions: { rootDir: '.', noEmit: true, composite: false, declaration: false, emitDeclarationOnly: false },
      include: ['*.ts'],
    }),
  )
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  output = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' }).stdout
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(foreign.map((code, index) => [code, `bad-${index}.ts`] as const))(
  '%s is unknown in shared',
  (_code, file) => {
    expect(output).toMatch(new RegExp(`${file}\\(1,\\d+\\): error TS2(304|580|584|591|812)`))
  },
)

test('Node modules are unknown in shared', () => {
  expect(output).toMatch(/module\.ts\(1,\d+\): error TS/)
})

test('the language itself is known', () => {
  expect(output).not.toContain('good.ts')
})
