import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'

/**
 * A column for each star, marked by a cross: `3 sao | 4 sao | 5 sao`, by themselves or below a heading of them all. None for a
 * single one.
 */
export function starColumns(heads: ReadonlyMap<number, string>): ReadonlyMap<number, number> {
  const found = [...heads].flatMap(([column, head]) => {
    const star = /^0?([1-5]) sao$/.exec(lastWords(head))?.[1]
    return star === undefined ? [] : [[column, Number(star)] as const]
  })
  return new Map(found.length > 1 ? found : [])
}

/** The words of a column's own heading, without those above it and without marks and signs. */
export function lastWords(head: string): string {
  const own = head
    .replace(/ \[\d+\]$/, '')
    .split(' – ')
    .at(-1)
  return stripMarks(own ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
