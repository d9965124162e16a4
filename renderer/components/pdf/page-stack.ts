/** Pages one below the other: where each begins, and where the last one ends with the gap below it, in pixels. */
export type PageStack = { readonly tops: readonly number[]; readonly height: number }

/** What of a stack stands in its pane, in pixels from its top. */
export type StackView = { readonly top: number; readonly height: number }

/** @param heights of the pages in pixels; `gap` stands above, between and below them. */
export function stackPages(heights: readonly number[], gap: number): PageStack {
  const tops: number[] = []
  let at = gap
  for (const height of heights) {
    tops.push(at)
    at += height + gap
  }
  return { tops, height: at }
}

/** The page that lies at a place, from 0: above the first the first, in a gap the one above it. */
export function pageAt({ tops }: PageStack, at: number): number {
  let [first, after] = [0, tops.length]
  while (after - first > 1) {
    const middle = (first + after) >> 1
    if ((tops[middle] ?? 0) <= at) first = middle
    else after = middle
  }
  return first
}

/** `around`: of the view's height; `named`: from 0, wherever they lie. */
type Held = { readonly around: number; readonly named?: readonly number[] }

/** The pages, from 0, that are held: those in view and so far around it, however many there are, and those named. */
export function pagesHeld(stack: PageStack, view: StackView, { around, named = [] }: Held): readonly number[] {
  const { length } = stack.tops
  if (length === 0) return []
  const first = pageAt(stack, view.top - around * view.height)
  const last = pageAt(stack, view.top + (1 + around) * view.height)
  const near = Array.from({ length: last - first + 1 }, (_page, index) => first + index)
  const far = named.filter((page) => page >= 0 && page < length && (page < first || page > last))
  return [...near, ...far].toSorted((a, b) => a - b)
}

/** Where what stood at `top` in one stack stands in another of the same pages, as after a zoom. */
export function sameSpot({ from, to, top }: { from: PageStack; to: PageStack; top: number }): number {
  if (from.tops.length === 0) return 0
  const page = pageAt(from, top)
  const part = (top - (from.tops[page] ?? 0)) / heightOf(from, page)
  return (to.tops[page] ?? 0) + part * heightOf(to, page)
}

/** With the gap below it. */
const heightOf = ({ tops, height }: PageStack, page: number): number => (tops[page + 1] ?? height) - (tops[page] ?? 0)
