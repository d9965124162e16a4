import { ink } from './ink.ts'
import { addPixel, emptyShare, type InkShare } from './ink-share.ts'
import type { Patch } from './patches.ts'
import type { OptionPlace } from './places.ts'
import { stripScale, type Strip } from './strip.ts'

/** What of a patch is no loop's. */
export type PatchRest = InkShare & {
  /** Its centre of gravity in pixels. */
  readonly x: number
  readonly y: number
  /** From where to where it reaches, together with what was given to places already. */
  readonly reach: InkShare
}

type RestInput = {
  readonly strip: Strip
  readonly places: readonly OptionPlace[]
  readonly kinds: Uint8Array
  readonly dark: Uint8Array
  readonly inked: Int32Array
  readonly owned: Uint8Array
  readonly labels: Int32Array
  readonly patches: readonly Patch[]
  /** Of each place; its part of marks that touch another place's is added. */
  readonly shares: readonly InkShare[]
}

/** Of each patch, in order. A patch as high as two marks is two that touch: each place takes what is nearer to it. */
export function restOfPatches({ strip, places, kinds, dark, inked, owned, labels, patches, shares }: RestInput) {
  const rests = patches.map(() => ({ own: emptyShare(), reach: emptyShare() }))
  for (const at of inked) {
    const label = (labels[at] ?? 0) - 1
    const rest = rests[label]
    const patch = patches[label]
    if (kinds[at] !== ink || owned[at] === 1 || rest === undefined || patch === undefined) continue
    const x = at % strip.width
    const pixel = { x, y: (at - x) / strip.width, dark: dark[at] ?? 0 }
    addPixel(rest.reach, pixel)
    if (patch.bottom - patch.top > twoMarks) {
      const share = shares[nearestPlace(places, pixel)]
      if (share !== undefined) addPixel(share, pixel)
      continue
    }
    addPixel(rest.own, pixel)
  }
  return rests.map(({ own, reach }): PatchRest => ({ ...own, reach, x: own.sumX / own.area, y: own.sumY / own.area }))
}

/** Pixels: one mark is hardly as high. */
const twoMarks = 6.2 * stripScale

function nearestPlace(places: readonly OptionPlace[], { x, y }: { x: number; y: number }): number {
  let [nearest, least] = [-1, farthest]
  for (const [at, place] of places.entries()) {
    const away = Math.hypot((place.x - x) / beside, place.y - y)
    if (away >= least) continue
    nearest = at
    least = away
  }
  return nearest
}

/** Pixels from a place beyond which ink is not its own. */
export const farthest = 4.5 * stripScale
/** How much farther aside than above or below. */
export const beside = 1.6
