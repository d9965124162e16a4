import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonicalJson', () => {
  it('sorts keys at every depth, leaves out what has no value, and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 'ế"' }, null], a: true, e: undefined, Z: -5 })).toBe(
      '{"Z":-5,"a":true,"b":[{"c":"ế\\"","d":1},null]}',
    )
  })

  it('reads back as the same value, whatever the order of keys', () => {
    const value = fc.letrec((tie) => ({
      leaf: fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tie('leaf'),
        fc.array(tie('node')),
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          tie('node'),
        ),
      ),
    })).node
    fc.assert(
      fc.property(value, (original) => {
        const text = canonicalJson(original)
        expect(JSON.parse(text)).toEqual(original)
        expect(canonicalJson(reverseKeys(original))).toBe(text)
      }),
    )
  })

  it.each([0.5, NaN, Infinity, 2 ** 53, 1n, undefined, () => 1, new Map(), [undefined]])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reverseKeys(inner)]),
  )
}
