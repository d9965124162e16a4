/** A part of each bar: which stars it is of, and its filling. */
export type Series = {
  /** Key of a bar's value. */
  readonly key: string
  readonly label: string
  readonly fill: Fill
}

/** A colour alone tells nobody apart: each filling has its own pattern, drawn by `ChartFills`. */
export type Fill = 'whole' | 'star-5' | 'star-4' | 'star-3' | 'unknown'

/** Stars as certificates have them, the highest first, and what a list did not say. */
export const recognisedStars = ['5', '4', '3', ''] as const

export const starFills = { '5': 'star-5', '4': 'star-4', '3': 'star-3', '': 'unknown' } as const satisfies Record<
  (typeof recognisedStars)[number],
  Fill
>

export function fillOf(fill: Fill): string {
  return fill === 'whole' ? 'var(--good)' : `url(#statistics-${fill})`
}
