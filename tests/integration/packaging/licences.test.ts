import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Licence } from '../../../shared/api/settings.ts'
import { mayShip } from '../../../scripts/licences.ts'

const root = join(import.meta.dirname, '../../..')
let licences: readonly Licence[] = []

beforeAll(async () => {
  licences = JSON.parse(readFileSync(join(root, 'out', 'licences.json'), 'utf8')) as readonly Licence[]
})

test('every package that the program imports is listed', () => {
  const listed = new Set(licences.map(({ name }) => name))
  const missing = importedPackages().filter((name) => !listed.has(name))
  expect(importedPackages()).toEqual(expect.arrayContaining(['exceljs', 'pdfmake', 'react', 'zod']))
  expect(missing).toEqual([])
})

test('so are the runtime, the binary, the fonts and what decoders were compiled from', () => {
  const names = licences.map(({ name }) => name)
  const carried = ['electron', 'better-sqlite3', 'Tinos', '@fontsource/be-vietnam-pro', 'PDFium', 'ZXing-C++']
  expect(names).toEqual(expect.arrayContaining(carried))
})

test('each with its version and the words of its licence', () => {
  for (const { name, version, text } of licences) {
    expect.soft(version, name).toMatch(/^\d+\.\d+/)
    expect.soft(text.length, name).toBeGreaterThan(300)
    expect.soft(text, name).not.toContain('{author}')
  }
})

test('and all may ship with a program under the MIT licence', () => {
  expect(licences.filter(({ licence }) => !mayShip(licence))).toEqual([])
})

test('what may not ship is told from what may', () => {
  const may = ['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'OFL-1.1']
  const mayNot = ['', 'GPL-3.0', 'AGPL-3.0-only', '(MIT AND GPL-3.0)', 'UNLICENSED', 'SEE LICENSE IN LICENSE']
  expect(may.filter((one) => !mayShip(one))).toEqual([])
  expect(mayNot.filter((one) => mayShip(one))).toEqual([])
})

/** Names of the packages that the sources of the program and of the page import, types aside. */
function importedPackages(): readonly string[] {
  const imports = /^import\s(?!type\b)(?:[^'"]*?\sfrom\s)?'((?:@[\w.-]+\/)?\w[\w.-]*)[^']*'/gm
  const names = ['electron', 'renderer', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path))
      .flatMap((path) => [...readFileSync(join(root, folder, path), 'utf8').matchAll(imports)])
      .map(([, name = '']) => name),
  )
  return [...new Set(names)].filter((name) => name !== 'node').toSorted()
}
