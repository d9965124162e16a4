import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Licence } from '../shared/api/settings.ts'

/** What Vite writes of a package whose code stands in a bundle. */
type BundledPackage = {
  readonly name: string
  readonly version: string
  readonly identifier?: string
  readonly text?: string
}

const bundles = ['main', 'preload', 'renderer', 'room'] as const

/** Packages that ship as they are, or as the runtime around the program: no bundle holds code of theirs. */
const carried = ['better-sqlite3', 'electron', '@fontsource/be-vietnam-pro']

/** Takes the list of a fresh bundle out of its folder, whose files are served or shipped. */
export function takeBundleLicences({ root, target }: { readonly root: string; readonly target: string }): void {
  renameSync(join(root, 'out', target, '.licences.json'), listOf(root, target))
}

/**
 * Writes `out/licences.json`: every package that ships, in a bundle or beside one, with its licence and the text of it.
 * Does nothing while a bundle is still to be built.
 */
export function writeLicences(root: string): void {
  const lists = bundles.map((target) => listOf(root, target))
  if (!lists.every((list) => existsSync(list))) return
  const bundled = lists.flatMap((list) => readJson(list) as readonly BundledPackage[])
  const packages = [...bundled, ...carried.map((name) => readPackage(root, name)), tinos(root), ...decoders(root)]
  const licences = new Map(packages.map((one) => [`${one.name}@${one.version}`, licenceOf(root, one)]))
  const sorted = [...licences.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
  writeFileSync(join(root, 'out', 'licences.json'), JSON.stringify(sorted))
}

/** True where the terms, an SPDX expression, allow shipping the package with a program under the MIT licence. */
export function mayShip(expression: string): boolean {
  const terms = expression.replaceAll(/[()]/g, '')
  return terms.split(' OR ').some((choice) => choice.split(' AND ').every((term) => permissive.has(term.trim())))
}

const permissive: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
])

/** Packages whose licence stands in their LICENSE file alone. */
const undeclared: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

function licenceOf(root: string, one: BundledPackage): Licence {
  const { name, version, identifier = undeclared[name] ?? '', text } = one
  return { name, version, licence: identifier, text: text ?? usualText({ root, name, version, identifier }) }
}

/** The licence's own words, for a package that names its licence and its author and leaves out the text; else none. */
function usualText(one: { root: string; name: string; version: string; identifier: string }): string {
  const path = join(one.root, 'scripts', 'licence-texts', `${one.identifier}.txt`)
  if (!existsSync(path)) return ''
  const { author } = readJson(join(one.root, placeOf(one), 'package.json')) as Manifest
  const holder = typeof author === 'string' ? author : author?.name
  return readFileSync(path, 'utf8')
    .replace('{author}', holder ?? one.name)
    .trim()
}

/** Where npm put that version: another one may stand at the top. */
function placeOf({ root, name, version }: { root: string; name: string; version: string }): string {
  const lock = readJson(join(root, 'package-lock.json')) as { readonly packages: Readonly<Record<string, Manifest>> }
  const found = Object.entries(lock.packages).find(
    ([path, one]) =>
      path.endsWith(`node_modules/${name}`) && one.version === version && existsSync(join(root, path, 'package.json')),
  )
  return found?.[0] ?? join('node_modules', name)
}

function readPackage(root: string, name: string): BundledPackage {
  const { version, license } = readManifest(root, name)
  const text = readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim()
  return { name, version, identifier: license, text }
}

/** The face of documents stands among the resources, with its licence beside it. */
function tinos(root: string): BundledPackage {
  const { version } = readManifest(root, '@expo-google-fonts/tinos')
  const text = readFileSync(join(root, 'resources', 'fonts', 'tinos-OFL.txt'), 'utf8').trim()
  return { name: 'Tinos', version, identifier: 'OFL-1.1', text }
}

/** What the decoders of scans were compiled from: their packages name the licence of what is around it. */
function decoders(root: string): readonly BundledPackage[] {
  const text = readFileSync(join(root, 'scripts', 'licence-texts', 'Apache-2.0.txt'), 'utf8').trim()
  const compiled = { PDFium: '@hyzyla/pdfium', 'ZXing-C++': 'zxing-wasm' }
  return Object.entries(compiled).map(([name, carrier]) => {
    const { version } = readManifest(root, carrier)
    return { name, version, identifier: 'Apache-2.0', text }
  })
}

type Manifest = {
  readonly version: string
  readonly license: string
  readonly author?: string | { readonly name: string }
}

const readManifest = (root: string, name: string): Manifest =>
  readJson(join(root, 'node_modules', name, 'package.json')) as Manifest

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const listOf = (root: string, target: string): string => join(root, 'out', `.${target}.licences.json`)
