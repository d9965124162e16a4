import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { excelProvinceList } from '../fixtures/excel-province-list.ts'
import { resourcesFolder } from '../helpers/test-app.ts'

export type FileKind = 'workbook' | 'province list' | 'template' | 'picture' | 'workspace'

const resource = (...path: readonly string[]) => new Uint8Array(readFileSync(join(resourcesFolder, ...path)))
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))

/** Real ones, from which others are made. */
export function realFiles(): Readonly<Record<Exclude<FileKind, 'workspace'>, readonly Uint8Array[]>> {
  return {
    workbook: [resource('samples', 'district-2024.xlsx')],
    'province list': [excelProvinceList()],
    template: [resource('templates', 'decision.docx'), resource('templates', 'minutes.docx')],
    picture: [
      hex('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489'),
      hex('ffd8ffe000104a46494600010100000100010000ffc000110800100010030122000211010311'),
      hex('524946462400000057454250565038580a000000100000000f00000f0000'),
    ],
  }
}

/** Whole, cut, with bits turned over, with a stretch of others, or none of it; of a zip also its directory and its parts. */
export function spoilt(real: readonly Uint8Array[]): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const one = fc.constantFrom(...real)
  const anywhere = fc.nat()
  return fc.oneof(
    { weight: 1, arbitrary: one.map((bytes) => new Uint8Array(bytes)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4000 }).map((bytes) => new Uint8Array(bytes)) },
    { weight: 2, arbitrary: fc.tuple(one, anywhere).map(([bytes, at]) => bytes.slice(0, at % (bytes.length + 1))) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(one, fc.array(anywhere, { minLength: 1, maxLength: 12 }))
        .map(([bytes, bits]) => flip(bytes, 0, bits)),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(one, fc.array(anywhere, { minLength: 1, maxLength: 6 }))
        .map(([bytes, bits]) => flip(bytes, directoryOf(bytes), bits)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(one, anywhere, fc.uint8Array({ minLength: 1, maxLength: 300 })).map(([bytes, at, put]) => {
        const changed = new Uint8Array(bytes)
        changed.set(put.subarray(0, Math.max(0, bytes.length - (at % bytes.length))), at % bytes.length)
        return changed
      }),
    },
    {
      weight: 8,
      arbitrary: fc
        .tuple(one, fc.array(fc.tuple(anywhere, anywhere, snippets), { minLength: 1, maxLength: 4 }))
        .map(([bytes, edits]) => editParts(bytes, edits)),
    },
  )
}

function flip(bytes: Uint8Array, from: number, bits: readonly number[]): Uint8Array<ArrayBuffer> {
  const changed = new Uint8Array(bytes)
  const length = (bytes.length - from) * 8
  for (const bit of bits) {
    const at = bit % length
    const index = from + (at >> 3)
    changed[index] = (changed[index] ?? 0) ^ (1 << (at & 7))
  }
  return changed
}

/** Where a zip lists its parts; the whole of what is no zip. */
function directoryOf(bytes: Uint8Array): number {
  return Math.max(0, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('504b0102', 0, 'hex'))
}

/** What is put between the letters of a part. */
const snippets = fc.constantFrom(
  '',
  '<',
  '>',
  '"',
  '&',
  '&#99999999;',
  '&#0;',
  '<!DOCTYPE a [<!ENTITY b "bb">]>',
  '<a>'.repeat(300),
  '<row r="1048577"/>',
  '<c r="XFE1"><v>1</v></c>',
  '<c r="A1" t="s"><v>-1</v></c>',
  '<c r="A0"><v>1e999</v></c>',
  '<mergeCell ref="A1:XFD1048576"/>',
  "<f>cmd|'/c calc'!A0</f>",
  '{#can_cu}',
  '{',
  ' r="-5"',
  ' s="999999999"',
  '99999999999999999999',
  '\uFFFF',
  '['.repeat(3000),
)

/** A zip whose parts were changed and which is a sound zip again; other files as they are. */
function editParts(
  bytes: Uint8Array,
  edits: readonly (readonly [part: number, at: number, put: string])[],
): Uint8Array<ArrayBuffer> {
  if (bytes[0] !== 0x50) return new Uint8Array(bytes)
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  for (const [part, at, put] of edits) {
    const name = names[part % names.length] ?? ''
    const text = strFromU8(parts[name] ?? new Uint8Array())
    const place = at % (text.length + 1)
    // Over what stands there, between two tags where there are any.
    const start = at % 2 === 0 ? place : Math.max(0, text.lastIndexOf('<', place))
    parts[name] = strToU8(text.slice(0, start) + put + text.slice(start + (at % 5)))
  }
  return zipSync(parts, { level: 1 })
}
