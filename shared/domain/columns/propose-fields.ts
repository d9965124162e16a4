import { remembering } from '../remembering.ts'
import { fold, stripMarks } from '../vietnamese/fold.ts'

/**
 * The words under which lists in use head a field, the surest first. Case, accents and spaces do not count; a heading
 * matches when it is one of them or begins with one.
 */
export type Headings<Field> = readonly (readonly [Field, readonly string[]])[]

/** A heading or a word in the forms in which they are compared: a list has dozens of rows that may be its head. */
type Said = { readonly key: string; readonly words: string; readonly plain: string }

type WordOfField<Field> = Said & { readonly field: Field }

const inOrder = new WeakMap<Headings<unknown>, readonly WordOfField<unknown>[]>()

/** Every field's surest words, then every field's next. */
function bySureness<Field>(headings: Headings<Field>): readonly WordOfField<Field>[] {
  const known = inOrder.get(headings) as readonly WordOfField<Field>[] | undefined
  if (known !== undefined) return known
  const ordered = Array.from({ length: Math.max(...headings.map(([, words]) => words.length)) }, (_, rank) =>
    headings.flatMap(([field, words]) => {
      const word = words[rank]
      return word === undefined ? [] : [{ field, ...said(word) }]
    }),
  ).flat()
  inOrder.set(headings, ordered)
  return ordered
}

/** Letters and digits only, so that `Xã/phường` and `xa phuong` are one. */
export const headKey = remembering((head) => fold(head).replace(/[^\p{L}\p{N}]+/gu, ''))

/** What headings are known by: the words in use, and what a person chose for the same words before, by `headKey`. */
export type KnownHeadings<Field> = {
  readonly headings: Headings<Field>
  readonly remembered: ReadonlyMap<string, Field | null>
  /** What a heading says by where it stands, in words in use, where its own say less. */
  readonly means?: ReadonlyMap<string, string>
  /** What a heading never says, whatever words it begins with. */
  readonly refuses?: (head: string, field: Field) => boolean
}

/**
 * A field for each heading, null where its words say none; no field twice. What a person chose for the same words
 * before (`remembered`, by `headKey`) goes before any proposal.
 */
export function proposeFields<Field>(
  heads: readonly string[],
  { headings, remembered, means, refuses = () => false }: KnownHeadings<Field>,
): readonly { readonly field: Field | null; readonly source: 'remembered' | 'proposed' | 'none' }[] {
  const read = heads.map((head) => ({
    choice: remembered.get(headKey(head)),
    forms: partsOf(means?.get(head) ?? head).map(said),
  }))
  const taken = new Set<Field>(read.flatMap(({ choice }) => (choice === undefined || choice === null ? [] : [choice])))
  const proposed = new Map<number, Field>()
  for (const isMatch of [isSame, begins]) {
    for (const word of bySureness(headings)) {
      const index = read.findIndex(
        ({ choice, forms }, at) =>
          choice === undefined &&
          !proposed.has(at) &&
          forms.some((form) => isMatch(form, word)) &&
          !refuses(heads[at] ?? '', word.field),
      )
      if (index < 0 || taken.has(word.field)) continue
      taken.add(word.field)
      proposed.set(index, word.field)
    }
  }
  return read.map(({ choice }, index) => {
    if (choice !== undefined) return { field: choice, source: 'remembered' }
    const field = proposed.get(index) ?? null
    return { field, source: field === null ? 'none' : 'proposed' }
  })
}

const isSame = (head: Said, word: Said): boolean => head.key === word.key

/**
 * By whole words: `Điểm cấp huyện` begins with `Điểm`, not with `Điểm C`. Accents count where the heading has some: `Tình
 * trạng` does not begin with `Tỉnh`.
 */
function begins(head: Said, word: Said): boolean {
  return head.words.startsWith(word.words) || (head.words === head.plain && head.words.startsWith(word.plain))
}

function said(text: string): Said {
  return { key: headKey(text), words: wordsOf(text), plain: wordsOf(stripMarks(text)) }
}

const wordsOf = (text: string): string =>
  `${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** `Chủ thể – Tên [2]` → `Chủ thể – Tên`, `Tên`: the number tells columns apart, it says nothing. */
function partsOf(head: string): readonly string[] {
  const words = head.replace(/ \[\d+\]$/, '')
  const last = words.split(' – ').at(-1) ?? words
  return last === words ? [words] : [words, last]
}
