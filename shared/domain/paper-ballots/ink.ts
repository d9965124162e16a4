import { shiftByRow, type Shift } from './align.ts'
import { memoryOf } from './memory.ts'
import type { Strip } from './strip.ts'

/** What each pixel of a strip is. */
export const paper = 0
/** Print, or so near to it that nothing can be said of what is under it. */
export const print = 1
/** Darker than paper where nothing was printed. */
export const ink = 2

/** Pixels around printed ones that print may darken: a quarter of a millimetre. */
const spread = 2

type InkInput = {
  readonly strip: Strip
  /** 1 where print may be, as `widenPrint` gives it. */
  readonly covered: Uint8Array
  /** Darkness of what was scanned. */
  readonly dark: Uint8Array
  readonly shifts: readonly Shift[]
}

/** Good until ink is separated again. */
export type SeparatedInk = {
  /** Each pixel of the scanned strip as `paper`, `print` or `ink`. */
  readonly kinds: Uint8Array
  /** Where ink is, row by row: a page has little of it. */
  readonly inked: Int32Array
}

export function separateInk({ strip, covered, dark, shifts }: InkInput): SeparatedInk {
  const { width, height } = strip
  const shift = shiftByRow(shifts, height)
  const kinds = kindsMemory(width * height).fill(paper)
  for (let y = 0; y < height; y += 1) {
    const from = y - (shift.y[y] ?? 0)
    if (from < 0 || from >= height) continue
    const offset = from * width - (shift.x[y] ?? 0)
    const start = Math.max(0, offset)
    kinds.set(covered.subarray(start, offset + width), y * width + start - offset)
  }
  const limit = limitOf(kinds, dark)
  const inked = inkedMemory(kinds.length)
  let count = 0
  for (let at = 0; at < kinds.length; at += 1) {
    if (kinds[at] !== paper || (dark[at] ?? 0) <= limit) continue
    kinds[at] = ink
    inked[count++] = at
  }
  return { kinds, inked: inked.subarray(0, count) }
}

const kindsMemory = memoryOf(Uint8Array)
const inkedMemory = memoryOf(Int32Array)

/** 1 for printed pixels and those within `spread` of one. */
export function widenPrint(printed: Uint8Array, { width, height }: Strip): Uint8Array {
  // With as many empty ones above and below as it spreads over.
  const rows = new Uint8Array(printed.length + 2 * spread * width)
  for (let y = 0; y < height; y += 1) {
    const start = (y + spread) * width
    let last = -99
    for (let x = 0; x < width + spread; x += 1) {
      if (x < width && (printed[y * width + x] ?? 0) > 50) last = x
      if (x >= spread && x - last <= 2 * spread) rows[start + x - spread] = print
    }
  }
  const covered = new Uint8Array(printed.length)
  const [one, two, three, four] = [width, 2 * width, 3 * width, 4 * width]
  for (let at = 0; at < covered.length; at += 1) {
    const outer = (rows[at] ?? 0) | (rows[at + one] ?? 0) | (rows[at + three] ?? 0) | (rows[at + four] ?? 0)
    covered[at] = outer | (rows[at + two] ?? 0)
  }
  return covered
}

/** Above all but the rarest of what noise makes of paper; never below what the palest pen leaves. */
function limitOf(kinds: Uint8Array, dark: Uint8Array): number {
  const counts = new Uint32Array(256)
  let seen = 0
  for (let at = 0; at < kinds.length; at += 3) {
    if (kinds[at] !== paper) continue
    counts[dark[at] ?? 0] = (counts[dark[at] ?? 0] ?? 0) + 1
    seen += 1
  }
  let deviation = 0
  for (let above = 0; deviation < 255; deviation += 1) {
    above += counts[deviation] ?? 0
    if (above >= seen * 0.9) break
  }
  return Math.min(90, Math.max(44, deviation * 2.4))
}
