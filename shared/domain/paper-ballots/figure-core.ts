import { ink, print } from './ink.ts'
import type { OptionPlace } from './places.ts'
import { stripScale, type Strip } from './strip.ts'

/** What is found right at a figure, in pixels. */
export type FigureCore = {
  readonly blank: number
  /** Under the figure's own print. */
  readonly hidden: number
  readonly inked: number
  /** Ink that no loop owns, by the patch that it is of. */
  readonly byPatch: ReadonlyMap<number, number>
}

type CoresInput = {
  readonly strip: Strip
  readonly places: readonly OptionPlace[]
  readonly kinds: Uint8Array
  readonly owned: Uint8Array
  readonly labels: Int32Array
}

/** Of each place, in order. */
export function coresOf({ strip, places, kinds, owned, labels }: CoresInput): readonly FigureCore[] {
  return places.map(({ x, y }) => {
    let [blank, hidden, inked] = [0, 0, 0]
    const byPatch = new Map<number, number>()
    const right = Math.min(strip.width - 1, x + core.wide)
    const bottom = Math.min(strip.height - 1, y + core.high)
    for (let row = Math.max(0, Math.ceil(y - core.high)); row <= bottom; row += 1) {
      for (let column = Math.max(0, Math.ceil(x - core.wide)); column <= right; column += 1) {
        const at = row * strip.width + column
        const kind = kinds[at]
        if (kind === print) hidden += 1
        else if (kind === ink) {
          inked += 1
          const patch = (labels[at] ?? 0) - 1
          if (owned[at] !== 1 && patch >= 0) byPatch.set(patch, (byPatch.get(patch) ?? 0) + 1)
        } else blank += 1
      }
    }
    return { blank, hidden, inked, byPatch }
  })
}

const core = { wide: 1.9 * stripScale, high: 1.6 * stripScale }

/** Pixels of ink that a figure most likely hides: as many of what is hidden as of what is seen around it. */
export function goneUnder({ blank, hidden, inked }: FigureCore): number {
  return (hidden * inked) / Math.max(1, blank + inked)
}
