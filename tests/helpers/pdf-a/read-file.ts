import { inflateSync } from 'node:zlib'

/** A value of a PDF as read: dictionaries and arrays hold references unresolved. */
export type Value = null | boolean | number | Name | Text | Reference | readonly Value[] | Dictionary
export type Name = { readonly name: string }
export type Text = { readonly text: Buffer }
export type Reference = { readonly to: number }
export type Dictionary = { readonly [key: `/${string}`]: Value }

export type PdfObject = { readonly value: Value; readonly stream: Buffer | null }

export type PdfFile = {
  readonly bytes: Buffer
  readonly trailer: Dictionary
  readonly objects: ReadonlyMap<number, PdfObject>
  /** Follows references; null where there is nothing. */
  readonly get: (value: Value | undefined) => Value
  readonly dictionary: (value: Value | undefined) => Dictionary
  readonly list: (value: Value | undefined) => readonly Value[]
  readonly streamOf: (value: Value | undefined) => Buffer
}

/**
 * Reads a file that the program wrote, by its cross references alone (ISO 32000-1, 7.5): an object that they miss is
 * missing. An oracle of the tests' own, which shares nothing with the writer.
 */
export function readPdfFile(given: Uint8Array): PdfFile {
  const bytes = Buffer.from(given)
  const start = Number(/startxref\n(\d+)\n%%EOF\n?$/.exec(bytes.subarray(-64).toString('latin1'))?.[1])
  const references = readObject(bytes, start)
  const trailer = references.value as Dictionary
  const objects = new Map<number, PdfObject>()
  const rows = references.stream ?? Buffer.alloc(0)
  const widths = trailer['/W'] as readonly number[]
  if (widths.join(' ') !== '1 4 2') throw new Error(`cross references of widths ${widths.join(' ')}`)
  const packed: { readonly id: number; readonly stream: number; readonly place: number }[] = []
  for (let id = 1; id < (trailer['/Size'] as number); id++) {
    const [kind, place, rest] = [rows.readUInt8(id * 7), rows.readUInt32BE(id * 7 + 1), rows.readUInt16BE(id * 7 + 5)]
    if (kind === 1) objects.set(id, readObject(bytes, place, id))
    else if (kind === 2) packed.push({ id, stream: place, place: rest })
  }
  for (const { id, stream, place } of packed) {
    const holder = objects.get(stream)
    if (holder === undefined) throw new Error(`object ${id} is packed in ${stream}, which is missing`)
    const content = holder.stream?.toString('latin1') ?? ''
    const { '/First': first, '/N': count } = holder.value as { readonly '/First': number; readonly '/N': number }
    const heads = content.slice(0, first).trim().split(/\s+/).map(Number)
    if (heads.length !== 2 * count || heads[2 * place] !== id) throw new Error(`object ${id} is not packed at ${place}`)
    objects.set(id, { value: new Reader(content, first + (heads[2 * place + 1] ?? 0)).value(), stream: null })
  }
  const get = (value: Value | undefined): Value => {
    if (!isReference(value)) return value ?? null
    const found = objects.get(value.to)
    if (found === undefined) throw new Error(`object ${value.to} is missing`)
    return found.value
  }
  return {
    bytes,
    trailer,
    objects,
    get,
    dictionary: (value) => (get(value) ?? {}) as Dictionary,
    list: (value) => (get(value) ?? []) as readonly Value[],
    streamOf: (value) => (isReference(value) ? objects.get(value.to)?.stream : null) ?? Buffer.alloc(0),
  }
}

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'to' in value
}

export function nameOf(value: Value | undefined): string {
  return typeof value === 'object' && value !== null && 'name' in value ? (value as Name).name : ''
}

/** A text string: UTF-16 behind its mark, otherwise Latin. */
export function textOf(value: Value | undefined): string {
  if (typeof value !== 'object' || value === null || !('text' in value)) return ''
  const { text } = value as Text
  return text[0] === 0xfe && text[1] === 0xff
    ? Buffer.from(text.subarray(2)).swap16().toString('utf16le')
    : text.toString('latin1')
}

function readObject(bytes: Buffer, start: number, id?: number): PdfObject {
  const window = bytes.subarray(start).toString('latin1', 0, 200_000)
  const head = /^(\d+) 0 obj\n/.exec(window)
  if (head === null || (id !== undefined && Number(head[1]) !== id)) throw new Error(`no object ${id} at ${start}`)
  const reader = new Reader(window, head[0].length)
  const value = reader.value()
  const after = /^\s*stream\n/.exec(window.slice(reader.at))
  if (after === null) return { value, stream: null }
  const { '/Length': length, '/Filter': filter } = value as Dictionary
  const from = start + reader.at + after[0].length
  const raw = bytes.subarray(from, from + Number(length))
  if (!/^\r?\nendstream/.test(bytes.toString('latin1', from + Number(length), from + Number(length) + 16))) {
    throw new Error(`the stream of object ${head[1]} is not as long as it says`)
  }
  return { value, stream: nameOf(filter) === 'FlateDecode' ? inflateSync(raw) : raw }
}

/** Tokens of a PDF, of which content streams are made as well. */
export class Reader {
  readonly source: string
  at: number

  constructor(source: string, at = 0) {
    this.source = source
    this.at = at
  }

  /** The next value; an operator of a content stream comes as `{ operator }`; undefined at the end. */
  token(): Value | { readonly operator: string } | undefined {
    const [space] = /[\s\0]*/y[Symbol.match](this.source.slice(this.at, this.at + 200)) ?? ['']
    this.at += space.length
    const rest = this.source.slice(this.at, this.at + 40)
    if (rest === '') return undefined
    if (rest.startsWith('<<')) return this.#dictionary()
    if (rest.startsWith('[')) return this.#array()
    if (rest.startsWith('<')) return this.#hex()
    if (rest.startsWith('(')) return this.#string()
    const word = /^(\/[^\s/<>[\](){}%]*|[^\s/<>[\](){}%]+|.)/.exec(this.source.slice(this.at, this.at + 200))?.[0] ?? ''
    const reference = /^(\d+) 0 R\b/.exec(rest)
    if (reference !== null) {
      this.at += reference[0].length
      return { to: Number(reference[1]) }
    }
    this.at += word.length
    if (word.startsWith('/')) return { name: word.slice(1) }
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word)
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : { operator: word }
  }

  value(): Value {
    const token = this.token()
    if (token === undefined || (typeof token === 'object' && token !== null && 'operator' in token)) {
      throw new Error(`no value at ${this.at}: ${this.source.slice(this.at - 20, this.at + 20)}`)
    }
    return token
  }

  #skipTo(end: string): boolean {
    while (/\s/.test(this.source[this.at] ?? '')) this.at += 1
    if (!this.source.startsWith(end, this.at)) return false
    this.at += end.length
    return true
  }

  #dictionary(): Dictionary {
    this.at += 2
    const entries: [`/${string}`, Value][] = []
    while (!this.#skipTo('>>')) entries.push([`/${nameOf(this.value())}`, this.value()])
    return Object.fromEntries(entries) as Dictionary
  }

  #array(): readonly Value[] {
    this.at += 1
    const values: Value[] = []
    while (!this.#skipTo(']')) values.push(this.value())
    return values
  }

  #hex(): Text {
    const end = this.source.indexOf('>', this.at)
    const digits = this.source.slice(this.at + 1, end)
    if (!/^([\da-fA-F]{2})*$/.test(digits)) throw new Error(`odd hexadecimal string ${digits.slice(0, 20)}`)
    this.at = end + 1
    return { text: Buffer.from(digits, 'hex') }
  }

  #string(): Text {
    const codes: number[] = []
    let depth = 0
    for (;;) {
      const sign = this.source[this.at++] ?? ''
      if (sign === '\\') {
        const escaped = this.source[this.at++] ?? ''
        codes.push(({ n: 10, r: 13, t: 9, b: 8, f: 12 } as Record<string, number>)[escaped] ?? escaped.charCodeAt(0))
        continue
      }
      if (sign === '(') depth += 1
      else if (sign === ')') depth -= 1
      if (depth === 0) return { text: Buffer.from(codes) }
      if (!(sign === '(' && depth === 1 && codes.length === 0)) codes.push(sign.charCodeAt(0))
    }
  }
}
