import type { Homography } from './homography.ts'
import { ink, print } from './ink.ts'
import { memoryOf } from './memory.ts'
import { stripScale, type Strip } from './strip.ts'

type WipeInput = {
  readonly kinds: Uint8Array
  /** Where ink is. */
  readonly inked: Int32Array
  readonly strip: Strip
  readonly toImage: Homography
}

/**
 * Lines that no pen drew become as unknown as what is under print: dirt on a sheet feeder's glass draws one along the
 * whole scan, a fold one across the paper.
 */
export function wipeLines({ kinds, inked, strip, toImage }: WipeInput): void {
  const { along, across } = scannerAxes(strip, toImage)
  if (along !== null) wipeAlong({ kinds, inked, strip, isDown: true, lean: along, share: 0.7 })
  if (across !== null) wipeAlong({ kinds, inked, strip, isDown: true, lean: across, share: 0.7 })
  for (let step = -4; step <= 4; step += 1)
    wipeAlong({ kinds, inked, strip, isDown: false, lean: step * 0.009, share: 0.85 })
}

/** How far the image's columns and rows lean from the paper's columns; null for what runs along the paper's rows. */
function scannerAxes({ frame }: Strip, [a, b, c, d, e, f, g, h]: Homography) {
  const x = frame.left + frame.width / 2
  const y = frame.top + frame.height / 2
  const depth = g * x + h * y + 1
  const [u, v] = [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth]
  // Directions of the paper in which the image's column, or row, stays the same.
  const along = -(b - u * h) / (a - u * g)
  const across = -(e - v * h) / (d - v * g)
  return { along: Math.abs(along) < 0.3 ? along : null, across: Math.abs(across) < 0.3 ? across : null }
}

type AlongInput = {
  readonly kinds: Uint8Array
  readonly inked: Int32Array
  readonly strip: Strip
  /** Down the strip, or across it. */
  readonly isDown: boolean
  /** Pixels sideways for each pixel along. */
  readonly lean: number
  /** Of the strip's length that has ink on the line. */
  readonly share: number
}

/** Pixels of a line's width. */
const lane = 2

function wipeAlong({ kinds, inked, strip: { width, height }, isDown, lean, share }: AlongInput): void {
  const length = isDown ? height : width
  const piece = (isDown ? 4 : 2) * stripScale
  const pieces = Math.ceil(length / piece)
  const room = Math.ceil(Math.abs(lean) * length)
  const lanes = Math.ceil(((isDown ? width : height) + 2 * room) / lane) + 2
  const met = new Uint8Array(lanes * pieces)
  const own = ownMemory(inked.length)
  for (let index = 0; index < inked.length; index += 1) {
    const at = inked[index] ?? 0
    if (kinds[at] !== ink) continue
    const x = at % width
    const y = (at - x) / width
    const along = isDown ? y : x
    const aside = isDown ? x - lean * y : y - lean * x
    own[index] = ((aside + room) / lane) | 0
    met[(own[index] ?? 0) * pieces + ((along / piece) | 0)] = 1
  }
  const isLine = new Uint8Array(lanes + 1)
  for (let at = 0; at + 1 < lanes; at += 1) {
    let found = 0
    for (let part = 0; part < pieces; part += 1) {
      if (met[at * pieces + part] === 1 || met[(at + 1) * pieces + part] === 1) found += 1
    }
    if (found >= share * pieces) isLine.fill(1, at, at + 2)
  }
  if (!isLine.includes(1)) return
  for (let index = 0; index < inked.length; index += 1) {
    const at = inked[index] ?? 0
    const line = own[index] ?? 0
    if (kinds[at] !== ink) continue
    if (isLine[line] === 1 || isLine[line - 1] === 1 || isLine[line + 1] === 1) kinds[at] = print
  }
}

/** Of each pixel of ink the lane that it lies in. */
const ownMemory = memoryOf(Int32Array)
