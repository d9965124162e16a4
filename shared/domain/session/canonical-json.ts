/**
 * JSON with one spelling for one value: keys sorted by code unit, no spaces, keys without a value left out. What is
 * hashed (audit events, sealed files, tallies) is hashed over this text.
 * @throws TypeError for what has no single spelling here: fractions and unsafe integers, functions, class instances, and
 *   text with half a surrogate, which a file gives back as another text than was hashed.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return spell(value)
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isPlainObject(value)) {
    const entries = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${spell(key)}:${canonicalJson(value[key])}`)
    return `{${entries.join(',')}}`
  }
  throw new TypeError(`No canonical JSON for ${typeof value} ${String(value)}`)
}

function spell(text: string): string {
  if (!text.isWellFormed()) throw new TypeError(`No canonical JSON for the text ${JSON.stringify(text)}`)
  return JSON.stringify(text)
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
