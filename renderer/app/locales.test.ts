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

/** `a.b.c` of the texts that are found by a count alone: without one, the key itself would be shown. */
const countedOf = (texts: unknown, path = ''): readonly string[] =>
  typeof texts === 'object' && texts !== null
    ? Object.entries(texts).flatMap(([key, value]) => {
        const whole = path === '' ? key : `${path}.${key}`
        const bare = key.replace(/_(one|other)$/, '')
        return bare === key || bare in texts ? countedOf(value, whole) : [whole.replace(/_(one|other)$/, '')]
      })
    : []

const counted = new Map(
  namespaces.map((namespace) => [
    namespace,
    new Set(['vi', 'en'].flatMap((language) => countedOf(read(language, namespace)))),
  ]),
)

/** Keys that a source file names: whole, or as a beginning where the rest is filled in. */
function usedKeys(source: string) {
  const home = /useTranslation\('(\w+)'\)/.exec(source)?.[1] ?? 'common'
  return [...source.matchAll(/\bt\(\s*(['`])((?:(?!\1)[\s\S])*)\1/g)].map(({ 0: call, 2: text = '', index }) => {
    const [namespace, key] = text.includes(':') ? text.split(':', 2) : [home, text]
    const rest = restOfCall(source, index + call.length)
    return { namespace: namespace ?? home, key: key ?? '', rest }
  })
}

/** What stands between a key and the end of its call. */
function restOfCall(source: string, from: number): string {
  let open = 1
  let end = from
  for (; end < source.length && open > 0; end++) {
    if (source[end] === '(') open++
    if (source[end] === ')') open--
  }
  return source.slice(from, end - 1)
}

const sources = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, 'renderer', name), 'utf8') }))

/** The namespaces that a key of a file may stand in: several hooks may hand out several, a `t` that is handed in any. */
function candidatesOf(source: string, { namespace, key }: { readonly namespace: string; readonly key: string }) {
  const homes = [...source.matchAll(/useTranslation\('(\w+)'\)/g)].map(([, home = '']) => home)
  const own = homes.length === 0 ? namespaces : [...new Set([...homes, 'common'])]
  return source.includes(`${namespace}:${key}`) ? [namespace] : own
}

/** A key whose filled-in parts match any text in their place, as `part` says. */
const patternOf = (key: string, part: string): RegExp =>
  new RegExp(
    `^${key
      .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
      .map(escapeText)
      .join(part)}$`,
  )

describe('keys in use', () => {
  const using = sources.filter(({ text }) => usedKeys(text).length > 0)

  it.each(using)('exist: $name', ({ text }) => {
    for (const used of usedKeys(text)) {
      const candidates = candidatesOf(text, used)
      const known = candidates.flatMap((name) => [...(keys.get(name) ?? [])])
      const pattern = patternOf(used.key, '.+')
      expect(
        known.some((candidate) => pattern.test(candidate)),
        `${candidates.join('|')}:${used.key}`,
      ).toBe(true)
    }
  })

  it.each(using)('are given a count where their texts need one: $name', ({ text }) => {
    const bare = usedKeys(text).filter(({ rest }) => !/\bcount\b|\.\.\.|^,\s*\w/.test(rest))
    const raw = bare.flatMap((used) => {
      const candidates = candidatesOf(text, used)
      const pattern = patternOf(used.key, '([^.]+)')
      const isPlain = (key: string) =>
        candidates.some((name) => keys.get(name)?.has(key) === true && counted.get(name)?.has(key) !== true)
      return candidates
        .flatMap((name) => [...(counted.get(name) ?? [])])
        .filter((key) => {
          const filled = pattern.exec(key)?.slice(1)
          // What is filled in is one of the file's own words: others of that group are none of its business.
          return filled?.every((word) => text.includes(`'${word}'`)) === true && !isPlain(key)
        })
        .map((key) => `${used.key}: ${key}`)
    })
    expect(raw.filter((one) => !neverFilledIn.has(one))).toEqual([])
  })
})

/** The file says the word for something else: what it fills in is another. */
const neverFilledIn: ReadonlySet<string> = new Set([
  'update.${kind}: update.unknown',
  'sendings.${kind}: sendings.missing',
  'sources.${kind}: sources.doubts',
])

const escapeText = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
