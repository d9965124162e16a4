const collator = new Intl.Collator('vi', { numeric: true })

/** Vietnamese order: a ă â … d đ e ê …, tones level ` ? ~ ´ . ; runs of digits by value (`SP2` before `SP10`). */
export const compareVietnamese = (a: string, b: string): number => collator.compare(a, b)

/**
 * A copy in the order of lists of people: by given name (the last word), then family name, then middle names.
 * No rule prescribes it; it is the custom of Vietnamese lists, so screens offer it beside the council's own order.
 */
export const sortByGivenName = <Item>({
  items,
  nameOf,
}: {
  items: readonly Item[]
  nameOf: (item: Item) => string
}): readonly Item[] =>
  items
    .map((item) => ({ item, keys: nameKeys(nameOf(item)) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ item }) => item)

type NameKeys = readonly [given: string, family: string, middle: string]

const nameKeys = (name: string): NameKeys => {
  const words = name.trim().split(/\s+/u)
  return [words.at(-1) ?? '', words[0] ?? '', words.slice(1, -1).join(' ')]
}

const compareKeys = (a: NameKeys, b: NameKeys): number =>
  compareVietnamese(a[0], b[0]) || compareVietnamese(a[1], b[1]) || compareVietnamese(a[2], b[2])
