import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sectionOfRoute } from '../../../renderer/app/help/help-places.ts'
import type { GuideNode } from '../../../renderer/app/help/guide-section.ts'
import { readGuide } from '../../../scripts/guide/read-guide.ts'

// F1 opens the guide at what is on screen: every screen and every dialog with a form has its section, and a section names
// no key that the program has not.

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const sections = readGuide(read('docs/huong-dan.md'))
const ids = sections.map(({ id }) => id)
const sources = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
  .map((path) => ({ path, text: read(join('renderer', path)) }))

/** `routes.tsx` and the files beside it that lay routes. */
const routeSources = sources
  .filter(({ path }) => /^app\/routes(\.tsx|\/)/.test(path))
  .map(({ text }) => text)
  .join('\n')

/** Paths of the routes as they are laid, those of a session under its own. */
function routePaths(): readonly string[] {
  const routes = routeSources.matchAll(/createRoute\(\{\s*getParentRoute: \(\) => (\w+),\s*path: '([^']+)'/g)
  return [...routes].map(([, parent = '', path = '']) => {
    const whole = parent === 'sessionRoute' ? `/sessions/$sessionId/${path.replace(/^\//, '')}` : path
    return whole === '$' ? '/$' : whole.length > 1 ? whole.replace(/\/$/, '') : whole
  })
}

describe('the guide beside every screen', () => {
  it('has one section for each name, and text in each that help opens', () => {
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
    for (const id of Object.values(sectionOfRoute)) {
      const section = sections.find((one) => one.id === id)
      expect(section?.text.length ?? 0, id).toBeGreaterThan(60)
    }
  })

  it('has a section for every route, and no route that is gone', () => {
    const paths = [...new Set(routePaths())].toSorted()
    expect(paths.length).toBeGreaterThan(30)
    expect(Object.keys(sectionOfRoute).toSorted()).toEqual(paths)
  })

  it('has a section for every dialog with a form, and for the screens that are no routes', () => {
    const named = sources.flatMap(({ text }) => [...text.matchAll(/\bhelp="([\w-]+)"/g)].map(([, id]) => id))
    for (const id of [...named, 'man-hinh-bat-dau', 'man-hinh-khoa']) expect(ids, id).toContain(id)
    const forms = sources.filter(({ text }) => /<(Dialog|Modal)\b/.test(text) && /<Form\b/.test(text))
    // Without a section of its own F1 opens that of the screen behind, which must be one. A question with its reason says
    // itself what it is about.
    const pages = pageFolders()
    const unnamed = forms.filter(
      ({ path, text }) =>
        !path.endsWith('ConfirmDialog.tsx') &&
        !/\bhelp="/.test(text) &&
        !pages.some((folder) => path.startsWith(folder)),
    )
    expect(forms.length).toBeGreaterThan(8)
    expect(unnamed.map(({ path }) => path)).toEqual([])
  })

  it('names no key that the program has not', () => {
    const known = new Set([...keysOfProgram(), ...typedKeys])
    const named = sections.flatMap(({ title, nodes }) => keysNamed(nodes).map((key) => ({ title, key })))
    expect(named.length).toBeGreaterThan(60)
    expect(named.filter(({ key }) => !known.has(key))).toEqual([])
  })

  it('names the keys of a screen that its own buttons show', () => {
    const lacking = sources.flatMap(({ path, text }) => {
      const folder = /^features\/[\w-]+/.exec(path)?.[0]
      if (folder === undefined) return []
      return [...text.matchAll(/<CommandButton[^>]*shortcut="([a-z0-9+]+)"/g)]
        .map(([, shortcut = '']) => keyOf(shortcut))
        .filter((key) => !sections.some(({ id, nodes }) => ofFolder(folder, id) && keysNamed(nodes).includes(key)))
        .map((key) => `${path}: ${key}`)
    })
    expect(lacking).toEqual([])
  })
})

/** Features that have a page with a section. */
function pageFolders(): readonly string[] {
  const routes = routeSources.matchAll(/import\('(?:\.\.\/)+(features\/[\w-]+)\//g)
  return [...routes].map(([, folder = '']) => `${folder}/`)
}

/** Whether the section is that of a route whose page lies in the folder. */
function ofFolder(folder: string, id: string): boolean {
  const routes = routeSources.matchAll(/path: '([^']+)',[\s\S]*?import\('(?:\.\.\/)+(features\/[\w-]+)\//g)
  return [...routes].some(
    ([, path = '', of]) =>
      of === folder &&
      Object.entries(sectionOfRoute).some(([at, one]) => one === id && at.endsWith(path.replace(/^\/$/, ''))),
  )
}

/** `alt+pagedown` → `Alt+PageDown` */
function keyOf(shortcut: string): string {
  const names: Readonly<Record<string, string>> = {
    mod: 'Ctrl',
    pageup: 'PageUp',
    pagedown: 'PageDown',
    arrowup: '↑',
    arrowdown: '↓',
  }
  const capital = (part: string) => part.charAt(0).toUpperCase() + part.slice(1)
  return shortcut
    .split('+')
    .map((part) => names[part] ?? capital(part))
    .join('+')
}

/** What commands, keycaps and the lines of the scoring screens say. */
function keysOfProgram(): readonly string[] {
  const all = sources.map(({ text }) => text).join('\n')
  const shortcuts = [...all.matchAll(/shortcut(?:=|: )['"]([a-z0-9+/]+)['"]/g)].map(([, shortcut = '']) =>
    keyOf(shortcut),
  )
  const lines = [...read('renderer/features/scoring/key-lines.ts').matchAll(/line\('([^']+)'/g)].flatMap(
    ([, keys = '']) => [keys, ...keys.split(' / ')].map((key) => key.trim()),
  )
  return [...shortcuts, ...lines]
}

/** Keys that are read where they are typed, or are those of every form. */
const typedKeys = ['Enter', 'Esc', 'Backspace', 'F1', 'F10', 'N', 'T', 'K', 'Alt+↑', 'Alt+↓', '?', 'Ctrl+Y']

/** What is printed as a key: bold, and a key by its look; and keys in running text. */
function keysNamed(nodes: readonly GuideNode[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (typeof node === 'string') return node.match(/\b(?:Ctrl|Alt)\+(?:Shift\+)?(?:[A-Z0-9]\b|Page\w+|[↑↓])/g) ?? []
    const bold = node.tag === 'strong' ? node.children.join('') : ''
    return /^(?:(?:Ctrl|Alt|Shift)\+.+|F\d+|[A-Z]|0–9|\?|Enter|Esc|Backspace|PgDn|PgUp)$/.test(bold)
      ? [bold]
      : keysNamed(node.children)
  })
}
