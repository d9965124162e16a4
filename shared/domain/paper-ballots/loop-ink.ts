import { ink } from './ink.ts'
import type { InkShare } from './ink-share.ts'
import { addPixel } from './ink-share.ts'
import { memoryOf } from './memory.ts'
import { flatness, onRay, type Outline } from './outline.ts'
import type { OptionPlace } from './places.ts'
import { stripScale, type Strip } from './strip.ts'

type LoopsInput = {
  readonly strip: Strip
  readonly places: readonly OptionPlace[]
  readonly outlines: readonly Outline[]
  readonly kinds: Uint8Array
  readonly dark: Uint8Array
  readonly labels: Int32Array
  readonly patches: number
  /** Of each place; what its loop holds is added. */
  readonly shares: readonly InkShare[]
}

/** Good until loops are taken again. */
export type LoopInk = {
  /** 1 where a pixel is a loop's. */
  readonly owned: Uint8Array
  /** Of each patch: which places' loops it is a part of, and with how many pixels. */
  readonly parts: readonly ReadonlyMap<number, number>[]
}

/** A line around a figure owns all within it; what it grazes at a neighbour is no mark there. */
export function takeLoops({ strip, places, outlines, kinds, dark, labels, patches, shares }: LoopsInput): LoopInk {
  const owned = ownedMemory(kinds.length).fill(0)
  const parts = Array.from({ length: patches }, () => new Map<number, number>())
  for (const [index, place] of places.entries()) {
    const { isLoop, radii } = outlines[index] as Outline
    if (!isLoop) continue
    const share = shares[index] as InkShare
    const reach = Math.max(...radii) + lineRoom
    const top = Math.max(0, Math.ceil(place.y - reach))
    const bottom = Math.min(strip.height - 1, place.y + reach)
    const left = Math.max(0, Math.ceil(place.x - reach * flatness))
    const right = Math.min(strip.width - 1, place.x + reach * flatness)
    for (let y = top; y <= bottom; y += 1) {
      for (let x = left; x <= right; x += 1) {
        const at = y * strip.width + x
        if (kinds[at] !== ink || owned[at] === 1) continue
        const { ray, distance } = onRay(x + 0.5 - place.x, y + 0.5 - place.y)
        if (distance > (radii[ray] ?? 0) + lineRoom) continue
        owned[at] = 1
        addPixel(share, { x, y, dark: dark[at] ?? 0 })
        const part = parts[(labels[at] ?? 0) - 1]
        part?.set(index, (part.get(index) ?? 0) + 1)
      }
    }
  }
  return { owned, parts }
}

const ownedMemory = memoryOf(Uint8Array)

/** Pixels from the first ink of a line to its far side. */
const lineRoom = 0.9 * stripScale
