import { fold, stripMarks } from '../../../shared/domain/vietnamese/fold.ts'

/**
 * The words under which lists in use head a field, the surest first. Case, accents and spaces do not count; a heading
 * matches when it is one of them or begins with one.
 */
export type Headings<Field> = readonly (readonly [Field, readonly string[]])[]

/** Every field's surest words, then every field's next. */
function bySureness<Field>(headings: Headings<Field>) {
  return Array.from({ length: Math.max(...headings.map(([, words]) => words.length)) }, (_, rank) =>
    headings.flatMap(([field, words]) => {
      const word = words[rank]
      return word === undefined ? [] : [{ field, word }]
    }),
  ).flat()
}

/** Letters and digits only, so that `Xã/phường` and `xa phuong` are one. */
export function headKey(head: string): string {
  return fold(head).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** What headings are known by: the words in use, and what a person chose for the same words before, by `headKey`. */
export type KnownHeadings<Field> = {
  readonly headings: Headings<Field>
  readonly remembered: ReadonlyMap<string, Field | null>
}

/**
 * A field for each heading, null where its words say none; no field twice. What a person chose for the same words
 * before (`remembered`, by `headKey`) goes before any proposal.
 */
export function proposeFields<Field>(
  heads: readonly string[],
  { headings, remembered }: KnownHeadings<Field>,
): readonly { readonly field: Field | null; readonly source: 'remembered' | 'proposed' | 'none' }[] {
  const known = heads.map((head) => remembered.get(headKey(head)))
  const taken = new Set<Field>(known.filter((field) => field !== undefined && field !== null))
  const proposed = new Map<number, Field>()
  for (const isMatch of [isSame, begins]) {
    for (const { field, word } of bySureness(headings)) {
      const index = heads.findIndex(
        (head, at) =>
          !proposed.has(at) && !hasChoice(remembered, head) && (isMatch(head, word) || isMatch(lastPart(head), word)),
      )
      if (index < 0 || taken.has(field)) continue
      taken.add(field)
      proposed.set(index, field)
    }
  }
  return heads.map((head, index) => {
    if (hasChoice(remembered, head)) return { field: known[index] ?? null, source: 'remembered' }
    const field = proposed.get(index) ?? null
    return { field, source: field === null ? 'none' : 'proposed' }
  })
}

const hasChoice = (remembered: ReadonlyMap<string, unknown>, head: string): boolean => remembered.has(headKey(head))

const isSame = (head: string, word: string): boolean => headKey(head) === headKey(word)

/**
 * By whole words: `Điểm cấp huyện` begins with `Điểm`, not with `Điểm C`. Accents count where the heading has some: `Tình
 * trạng` does not begin with `Tỉnh`.
 */
function begins(head: string, word: string): boolean {
  const [ownHead, ownWord] = [wordsOf(head), wordsOf(word)]
  if (ownHead.startsWith(ownWord)) return true
  return ownHead === plainWords(head) && ownHead.startsWith(plainWords(word))
}

const plainWords = (text: string): string => wordsOf(stripMarks(text))

const wordsOf = (text: string): string =>
  `${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** `Chủ thể – Tên` → `Tên`. */
const lastPart = (head: string): string => head.split(' – ').at(-1) ?? head
