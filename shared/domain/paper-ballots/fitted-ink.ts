import { tailOf } from './fill-tail.ts'
import type { InkShare } from './ink-share.ts'
import { isTick } from './is-tick.ts'
import { hasCrossStrokes, hasTickStrokes, type Shape } from './mark-strokes.ts'
import type { OptionPlace } from './places.ts'
import type { Strip } from './strip.ts'
import { asideOf } from './stroke-fit.ts'

type Rough = Shape & { readonly amount: number; readonly width: number; readonly within: number }

/** `isLoop` and `within` are as they were, but for ticks. */
type Fitted = { readonly aside: number; readonly tail: number; readonly isLoop: boolean; readonly within: number }

type FitInput = {
  readonly kinds: Uint8Array
  readonly strip: Strip
  readonly place: OptionPlace
  /** From where to where the mark's ink reaches. */
  readonly share: Pick<InkShare, 'left' | 'right' | 'top' | 'bottom'>
}

/** What straight strokes and a disc that are fitted to a mark's ink say of it, as `OptionInk` has it. */
export function fittedOf(ink: Rough, { place, ...input }: FitInput): Fitted {
  const { isLoop, within } = ink
  // Where the strokes of a tick leave the figure free, rays from its middle take it for a line around it.
  const open = { ...ink, isLoop: false }
  if (hasTickStrokes(open)) {
    const aside = asideOf({ ...input, shape: 'tick' })
    if (!isLoop || isTick({ ...open, aside })) return { aside, tail: 0, isLoop: false, within: 0 }
  }
  const isSolid = !isLoop && !ink.isFlat && ink.cover > half && ink.amount > leastSolid
  return {
    aside: hasCrossStrokes(ink) ? asideOf({ ...input, shape: 'cross' }) : 0,
    tail: isSolid ? tailOf({ ...input, place }) : 0,
    isLoop,
    within,
  }
}

/** Of the room right at a figure; and square millimetres: what has less is not filled. */
const half = 0.5
const leastSolid = 4
