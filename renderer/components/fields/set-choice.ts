import type { OptionsFilter } from '@mantine/core'
import type { SetsOnEntry } from '../../../shared/api/products.ts'
import { byMatch } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchWords } from '../../../shared/domain/vietnamese/search-key.ts'

type ProductSet = SetsOnEntry['sets'][number]

/** As a list of choices with headings takes it. */
type SetGroup = {
  readonly group: string
  readonly items: readonly { readonly value: string; readonly label: string }[]
}

/** The way to a set, ngành › nhóm; its own name, which is the last step (phân nhóm), is left out, and none is said twice. */
export function pathOf({ sector, group, name }: Omit<ProductSet, 'setNumber'>): string {
  return [sector, ...(group === '' || group === sector || group === name ? [] : [group])].join(' › ')
}

/** Sets under the way to each, in the order of their numbers. */
export function groupSets(sets: readonly ProductSet[]): readonly SetGroup[] {
  return [...Map.groupBy(sets, pathOf)].map(([group, among]) => ({
    group,
    items: among.map(({ setNumber, name }) => ({ value: String(setNumber), label: `${setNumber}. ${name}` })),
  }))
}

/**
 * Those that typed words find, without accents, in number, name and way; the best first, and before what only its way has.
 * `mat ong` finds the set of honey before what is made of it.
 */
export function findSets(groups: readonly SetGroup[], typed: string): readonly SetGroup[] {
  const words = searchWords(typed.replaceAll('.', ' '))
  const found = groups.flatMap(({ group, items }) => {
    const named = byMatch(items, { words, textOf: ({ value, label }) => label.slice(value.length + 1) })
    const numbered = items.filter(({ value }) => words[0] === value && words.length === 1)
    const all = byMatch(items, { words, textOf: ({ label }) => `${label} ${group}` })
    const ranked = [
      ...numbered.map((thing) => ({ thing, rank: -1 })),
      ...named,
      ...all.map(({ thing }) => ({ thing, rank: 4 })),
    ]
    const best = ranked[0]
    const once = [...new Set(ranked.map(({ thing }) => thing))]
    return best === undefined ? [] : [{ group, items: once, rank: best.rank }]
  })
  return found.toSorted((one, other) => one.rank - other.rank).map(({ group, items }) => ({ group, items }))
}

/** Filters a list of sets under their ways by what is typed. */
export const filterSets: OptionsFilter = ({ options, search }) => {
  if (search.trim() === '') return options
  const groups = options.flatMap((option) =>
    'group' in option ? [{ group: String(option.group), items: option.items }] : [],
  )
  return findSets(groups, search).map(({ group, items }) => ({
    group,
    items: items.map((item) => ({ ...item, disabled: false })),
  }))
}
