import { fold } from '../vietnamese/fold.ts'
import type { PairSides } from './pair-fields.ts'
import type { FieldOf, PastedField, PastedFields, ValueOf } from './pasted-field.ts'

/** How the windows of one language say a table that they copy: what heads a field's column, and the words of its closed list. */
export type Spoken<Fields extends PastedFields> = {
  readonly heads: { readonly [Field in FieldOf<Fields>]?: string }
  readonly words?: { readonly [Field in FieldOf<Fields>]?: Words<ValueOf<Fields[Field]>> }
}

type Words<Value> = readonly (readonly [word: string, value: Value])[]

/** The fields of a table, so that what a window of any of these languages copied pastes back. */
export function withSpoken<Fields extends PastedFields>(fields: Fields, spoken: readonly Spoken<Fields>[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      const heads = spoken.flatMap((one) => one.heads[key as FieldOf<Fields>] ?? [])
      const words = spoken.flatMap((one): Words<unknown> => one.words?.[key as FieldOf<Fields>] ?? [])
      const { refuses } = field
      return [
        key,
        {
          ...withWords(field, words),
          heads: [...field.heads, ...heads],
          ...(refuses && { refuses: (head: string) => !heads.includes(head) && refuses(head) }),
        },
      ]
    }),
  ) as unknown as Fields
}

/** The same of a table of pairs. */
export type SpokenPairs<Said> = {
  readonly heads: Readonly<Record<'code' | 'name' | 'otherCode' | 'otherName' | 'said' | 'reason', string>>
  readonly words: Words<Said>
}

export function withSpokenPairs<Item, Other, Said>(
  sides: PairSides<Item, Other, Said>,
  spoken: readonly SpokenPairs<Said>[],
): PairSides<Item, Other, Said> {
  const headsOf = (field: keyof SpokenPairs<Said>['heads']) => spoken.map(({ heads }) => heads[field])
  const { item, other, said, read } = sides
  const words = spoken.flatMap((one) => one.words).map(([word, value]) => [word, { said: value, reason: '' }] as const)
  return {
    item: { ...item, heads: withHeads(item.heads, headsOf('code'), headsOf('name')) },
    other: { ...other, heads: withHeads(other.heads, headsOf('otherCode'), headsOf('otherName')) },
    said: [...said, ...headsOf('said')],
    reason: headsOf('reason'),
    read: withWords({ heads: [], read }, words).read,
  }
}

type SideHeads = PairSides<unknown, unknown, unknown>['item']['heads']

const withHeads = ({ code, name }: SideHeads, codes: readonly string[], names: readonly string[]): SideHeads => ({
  code: [...code, ...codes],
  name: [...name, ...names],
})

function withWords<Value>(field: PastedField<Value>, words: Words<Value>): PastedField<Value> {
  const known = new Map(words.map(([word, value]) => [fold(word), value] as const))
  const { looks, read } = field
  return {
    ...field,
    ...(looks && { looks: (cell) => known.has(fold(cell)) || looks(cell) }),
    read: (cell) => {
      const value = known.get(fold(cell))
      return value === undefined ? read(cell) : { value }
    },
  }
}
