import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusalReasons } from '../../shared/api/refusal.ts'

const root = join(import.meta.dirname, '../..')
const namespacesOf = (language: string) =>
  readdirSync(join(root, 'resources/locales', language))
    .map((name) => name.replace('.json', ''))
    .toSorted()

const read = (language: string, namespace: string): unknown =>
  JSON.parse(readFileSync(join(root, 'resources/locales', language, `${namespace}.json`), 'utf8'))

/** `a.b.c` of every text; plural endings are one key. */
const keysOf = (texts: unknown, path = ''): readonly string[] =>
  typeof texts === 'object' && texts !== null
    ? Object.entries(texts).flatMap(([key, value]) => keysOf(value, path === '' ? key : `${path}.${key}`))
    : [path.replace(/_(one|other)$/, '')]

const textsOf = (texts: unknown): readonly string[] =>
  typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(textsOf) : [String(texts)]

const namespaces = namespacesOf('vi')
const keys = new Map(namespaces.map((namespace) => [namespace, new Set(keysOf(read('vi', namespace)))]))

describe('locales', () => {
  it('have the same files', () => {
    expect(namespacesOf('en')).toEqual(namespaces)
  })

  it.each(namespaces)('%s has the same keys in both languages', (namespace) => {
    expect([...new Set(keysOf(read('en', namespace)))].toSorted()).toEqual([...(keys.get(namespace) ?? [])].toSorted())
  })

  it.each(namespaces)(
    '%s says nothing twice: of two texts under one key the first would never be read',
    (namespace) => {
      for (const language of ['vi', 'en']) {
        const source = readFileSync(join(root, 'resources/locales', language, `${namespace}.json`), 'utf8')
        expect(textsOf(JSON.parse(source))).toHaveLength([...source.matchAll(/": +"/g)].length)
      }
    },
  )

  it('have no empty text, and no informal address', () => {
    for (const namespace of namespaces) {
      for (const text of [...textsOf(read('vi', namespace)), ...textsOf(read('en', namespace))]) {
        expect(text.trim(), namespace).not.toBe('')
        // "bạn" alone; "bạn hàng" and the like do not occur.
        expect(text, namespace).not.toMatch(/(^|[\s(])bạn([\s,.)]|$)/i)
      }
    }
  })

  it('say every refusal', () => {
    expect([...(keys.get('refusals') ?? [])]).toEqual(expect.arrayContaining([...refusalReasons]))
  })
})

/** Keys that a source file names: whole, or as a beginning where the rest is filled in. */
function usedKeys(source: string) {
  const home = /useTranslation\('(\w+)'\)/.exec(source)?.[1] ?? 'common'
  return [...source.matchAll(/\bt\(\s*(['`])((?:(?!\1)[\s\S])*)\1/g)].map(([, , text = '']) => {
    const [namespace, key] = text.includes(':') ? text.split(':', 2) : [home, text]
    return { namespace: namespace ?? home, key: key ?? '' }
  })
}

const sources = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, 'renderer', name), 'utf8') }))

describe('keys in use', () => {
  it.each(sources.filter(({ text }) => usedKeys(text).length > 0))('exist: $name', ({ text }) => {
    // A file may use several namespaces by several hooks, or be handed its `t`; then a key may stand in any of them.
    const homes = [...text.matchAll(/useTranslation\('(\w+)'\)/g)].map(([, home = '']) => home)
    for (const { namespace, key } of usedKeys(text)) {
      const own = homes.length === 0 ? namespaces : [...new Set([...homes, 'common'])]
      const candidates = text.includes(`${namespace}:${key}`) ? [namespace] : own
      const known = candidates.flatMap((name) => [...(keys.get(name) ?? [])])
      // A key with a filled-in part matches any text in its place, which must not be empty of keys.
      const pattern = new RegExp(
        `^${key
          .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
          .map(escapeText)
          .join('.+')}$`,
      )
      expect(
        known.some((candidate) => pattern.test(candidate)),
        `${candidates.join('|')}:${key}`,
      ).toBe(true)
    }
  })
})

const escapeText = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
