import type { TemplateFault } from '../../../shared/api/word-templates.ts'
import type { FieldSpec } from './field-spec.ts'
import type { WordParagraph } from './read-paragraphs.ts'

type Place = NonNullable<TemplateFault['place']>
type Part = Place['part']
type Open = { readonly field: FieldSpec | null; readonly name: string; readonly place: Place }

/** More than a person goes through; a file can be made of nothing but tags. */
const mostFaults = 200
const longestTag = 200

type CheckTagsInput = {
  paragraphs: readonly WordParagraph[]
  part: Part
  fields: readonly FieldSpec[]
}

/**
 * What is wrong with the tags of one part, in reading order: broken ones, unknown ones (with the nearest known name),
 * lists that are not closed or closed without being open, fields outside of their list. Everything is said at once.
 */
export function checkTags({ paragraphs, part, fields }: CheckTagsInput): readonly TemplateFault[] {
  const faults: TemplateFault[] = []
  const open: Open[] = []
  for (const { text, table, row } of paragraphs) {
    const place: Place = { part, paragraph: shorten(text), table, row }
    const say = (tag: string, message: string) => faults.push({ tag, message, place })
    for (const piece of text.match(/\{[^{}]*\}?|\}/g) ?? []) {
      if (faults.length >= mostFaults) return faults
      if (piece.length > longestTag) {
        say(`${piece.slice(0, 30)}…`, 'Tên thẻ quá dài.')
        continue
      }
      if (!piece.startsWith('{') || !piece.endsWith('}')) {
        say(piece, piece === '}' ? 'Dấu “}” không có dấu “{” ở trước.' : 'Thẻ chưa được đóng bằng dấu “}”.')
        continue
      }
      const [, mark = '', name = ''] = /^\{\s*([#^/]?)\s*(.*?)\s*\}$/.exec(piece) ?? []
      if (mark === '/') closeList({ name, piece, place, open, say })
      else if (name === '') say(piece, 'Thẻ không có tên.')
      else {
        const field = findField({ name, fields, open })
        if (field === null) say(piece, unknownText({ name, fields, open }))
        else if (mark === '' && field.kind !== 'text') say(piece, `Thẻ này cần viết {#${name}} … {/${name}}.`)
        if (mark !== '') open.push({ field: mark === '#' ? field : null, name, place })
      }
    }
  }
  const unclosed = open.map(({ name, place }) => ({ tag: `{#${name}}`, message: `Thiếu thẻ đóng {/${name}}.`, place }))
  return [...faults, ...unclosed]
}

type CloseListInput = {
  name: string
  piece: string
  place: Place
  open: Open[]
  say: (tag: string, message: string) => void
}

function closeList({ name, piece, place, open, say }: CloseListInput): void {
  const last = open.at(-1)
  if (last === undefined) say(piece, name === '' ? 'Thẻ đóng không có thẻ mở.' : `Không có thẻ mở {#${name}} ở trước.`)
  else if (name !== '' && name !== last.name) {
    const inner = open.findLastIndex((entry) => entry.name === name)
    say(piece, `Cần đóng {/${last.name}} trước.`)
    if (inner >= 0) open.length = inner
  } else {
    if (last.place.table !== place.table) say(piece, tornList)
    open.pop()
  }
}

export const tornList = 'Thẻ mở và thẻ đóng của danh sách phải ở cùng một bảng, hoặc cùng ở ngoài bảng.'

type FindFieldInput = {
  name: string
  fields: readonly FieldSpec[]
  open: readonly Open[]
}

/** A field of the list that the place stands in, or of any list around it. */
const findField = ({ name, fields, open }: FindFieldInput): FieldSpec | null =>
  scopes(fields, open).find((field) => field.name === name) ?? null

const scopes = (fields: readonly FieldSpec[], open: readonly Open[]): readonly FieldSpec[] => [
  ...open.toReversed().flatMap(({ field }) => (field?.kind === 'list' ? (field.fields ?? []) : [])),
  ...fields,
]

type UnknownTextInput = {
  name: string
  fields: readonly FieldSpec[]
  open: readonly Open[]
}

function unknownText({ name, fields, open }: UnknownTextInput): string {
  const list = listHolding(name, fields)
  if (list !== null) return `Thẻ này chỉ dùng giữa {#${list}} và {/${list}}.`
  const near = scopes(fields, open)
    .map((field) => ({ field, distance: distanceOf(name, field.name) }))
    .toSorted((a, b) => a.distance - b.distance)[0]
  const hint = near !== undefined && near.distance <= 3 ? ` Có phải là {${near.field.name}}?` : ''
  return `Không có trường nào tên “${name}”.${hint}`
}

function listHolding(name: string, fields: readonly FieldSpec[]): string | null {
  for (const field of fields) {
    if (field.fields === undefined) continue
    if (field.fields.some((inner) => inner.name === name)) return field.name
    const deeper = listHolding(name, field.fields)
    if (deeper !== null) return deeper
  }
  return null
}

/** Letters to change, add or leave out, to come from one name to the other. */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const changed = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

function shorten(text: string): string {
  const trimmed = text.replace(/\s+/g, ' ').trim()
  return trimmed.length <= 120 ? trimmed : `${trimmed.slice(0, 117)}…`
}
