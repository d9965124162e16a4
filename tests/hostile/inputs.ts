import fc from 'fast-check'
import { z } from 'zod'

/** Texts that have brought programs down, and ordinary ones. */
const texts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('Mật ong bạc hà', 'SP-01', '2026-11-20', 'province', 'TV1', '123456') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '\u0000',
      '\uD800',
      '\u202Eabc',
      '&#99999999;',
      "=cmd|'/c calc'!A0",
      '=HYPERLINK("http://example.org")',
      '__proto__',
      'constructor',
      "'; DROP TABLE ballots; --",
      '<script>alert(1)</script>',
      '{san_pham}',
      '../../etc/passwd',
      '%s%n',
      '9'.repeat(400),
      'ấ'.repeat(3000),
      '\n'.repeat(500),
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)

const numbers = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 70 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, Number.NaN, Number.POSITIVE_INFINITY),
  },
)

/** Any value that a transport can carry. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  texts,
  numbers,
  fc.constantFrom(null, undefined, true, [], {}, new Date(Number.NaN), 10n ** 40n),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    'x'.repeat(200_000),
    Array.from({ length: 20_000 }, (_, index) => index),
    nested(200),
  ),
)

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}

/**
 * Inputs for a schema: as it takes them, the same with one value of them replaced or left out, and others altogether.
 * @param files what to hand over where a file is wanted
 */
export function inputsFor(schema: z.core.$ZodType | null, files: fc.Arbitrary<File>): fc.Arbitrary<unknown> {
  if (schema === null) return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: odd })
  const valid = validFor(schema, files)
  const spoilt = fc.tuple(valid, odd, fc.nat()).map(([value, put, at]) => spoil(value, put, at))
  return fc.oneof({ weight: 6, arbitrary: valid }, { weight: 3, arbitrary: spoilt }, { weight: 1, arbitrary: odd })
}

/** The value with one of its own replaced; `at` says which. */
function spoil(value: unknown, put: unknown, at: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Blob || value instanceof Date) return put
  const keys = Object.keys(value)
  const key = keys[at % (keys.length + 1)]
  if (key === undefined) return Array.isArray(value) ? [...value, put] : { ...value, more: put }
  const inner = (value as Readonly<Record<string, unknown>>)[key]
  const changed = at % 3 === 0 && typeof inner === 'object' ? spoil(inner, put, Math.floor(at / 3)) : put
  return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }
}

function validFor(schema: z.core.$ZodType, files: fc.Arbitrary<File>): fc.Arbitrary<unknown> {
  const of = (inner: z.core.$ZodType) => validFor(inner, files)
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries<z.core.$ZodType>(schema.shape)
    return fc.record(Object.fromEntries(shape.map(([key, part]) => [key, of(part)])))
  }
  if (schema instanceof z.ZodArray) return fc.array(of(schema.element), { maxLength: 12 })
  if (schema instanceof z.ZodOptional) return fc.option(of(schema.unwrap()), { nil: undefined })
  if (schema instanceof z.ZodNullable) return fc.option(of(schema.unwrap()))
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodDefault) return of(schema.unwrap())
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((part) => of(part)))
  if (schema instanceof z.ZodRecord) {
    const keys = of(schema.keyType).map(String)
    return fc.dictionary(keys, of(schema.valueType), { maxKeys: 4 })
  }
  if (schema instanceof z.ZodPipe) return of(schema.in)
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodFile) return files
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber) return numbers
  if (schema instanceof z.ZodISODate) return fc.constantFrom('2026-11-20', '2024-02-29', '9999-12-31', '0001-01-01')
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return textFor(schema)
  return odd
}

/** Most by the pattern that the text is held to, where it is. */
function textFor(schema: z.ZodString | z.ZodStringFormat): fc.Arbitrary<string> {
  // oxlint-disable-next-line eslint/no-underscore-dangle -- zod has no other place where patterns are asked for
  const pattern = [...(schema._zod.bag.patterns ?? [])].at(-1)
  if (pattern === undefined) return texts
  return fc.oneof({ weight: 5, arbitrary: fc.stringMatching(plain(pattern)) }, { weight: 1, arbitrary: texts })
}

/** A form that the generator knows: without flags and words for classes of Unicode. */
function plain(pattern: RegExp): RegExp {
  return /\\p|\(\?/.test(pattern.source) ? /^[a-z0-9]{1,40}$/ : new RegExp(pattern.source)
}
