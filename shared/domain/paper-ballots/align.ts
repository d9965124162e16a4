import type { PagePlan } from './page-plan.ts'
import { inStrip, stripScale, type Strip } from './strip.ts'

/** By how many pixels of the strip what is printed at a criterion stands off its place. */
export type Shift = {
  /** Row of the strip that the shift holds for. */
  readonly row: number
  readonly x: number
  readonly y: number
  /** How much darker the print is than the paper beside it, 0 to 255: little where something else stands there. */
  readonly match: number
}

/** Where a criterion's print is looked for: places in it, and as many just beside it, as `row × width + column`. */
export type Probes = { readonly row: number; readonly inked: Int32Array; readonly blank: Int32Array }

type PrintInput = {
  readonly strip: Strip
  readonly plan: PagePlan
  /** Darkness of what was printed. */
  readonly printed: Uint8Array
}

/** Of each criterion, in order. */
export function probeCriteria({ strip, plan, printed }: PrintInput): readonly Probes[] {
  return plan.criteria.map(({ options }) => {
    const boxes = options.map(({ box }) => box)
    const top = inStrip(strip, { x: 0, y: Math.min(...boxes.map((box) => box.top)) - 1.5 }).y
    const bottom = inStrip(strip, { x: 0, y: Math.max(...boxes.map((box) => box.top + box.height)) + 1.5 }).y
    return { row: (top + bottom) / 2, ...probesOf({ strip, printed, top: Math.max(0, Math.floor(top)), bottom }) }
  })
}

type AlignInput = {
  readonly strip: Strip
  readonly probes: readonly Probes[]
  /** Darkness of what was scanned. */
  readonly dark: Uint8Array
}

/** Of each criterion, in order: copiers feed unevenly, and four corners alone leave up to a millimetre. */
export function alignCriteria({ strip, probes: all, dark }: AlignInput): readonly Shift[] {
  return all.map((probes) => {
    const score = (x: number, y: number) => scoreAt({ probes, dark, strip, x, y })
    let best = { x: 0, y: 0, match: -255 }
    const look = (x: number, y: number) => {
      // Of equal matches the nearer one.
      const match = score(x, y) - (x * x + y * y) * 0.02
      if (match > best.match) best = { x, y, match }
    }
    for (let y = -reach; y <= reach; y += 2) for (let x = -reach; x <= reach; x += 2) look(x, y)
    const about = best
    for (let y = -1; y <= 1; y += 1) for (let x = -1; x <= 1; x += 1) look(about.x + x, about.y + y)
    return { row: probes.row, ...best }
  })
}

/** A millimetre and a quarter. */
const reach = 1.25 * stripScale

type ProbesInput = { strip: Strip; printed: Uint8Array; top: number; bottom: number }

function probesOf({ strip, printed, top, bottom }: ProbesInput): Omit<Probes, 'row'> {
  const { width, height } = strip
  const inked: number[] = []
  const blank: number[] = []
  const margin = reach + 2
  for (let y = Math.max(margin, top); y < Math.min(height - margin, bottom); y += 2) {
    for (let x = margin; x < width - margin; x += 2) {
      const at = y * width + x
      if ((printed[at] ?? 0) > 128) inked.push(at)
      else if (isBeside(printed, at, width)) blank.push(at)
    }
  }
  return { inked: Int32Array.from(inked), blank: Int32Array.from(blank) }
}

function isBeside(printed: Uint8Array, at: number, width: number): boolean {
  if ((printed[at] ?? 0) > 20) return false
  const isInk = (place: number) => (printed[place] ?? 0) > 128
  return isInk(at + 4) || isInk(at - 4) || isInk(at + 4 * width) || isInk(at - 4 * width)
}

type ScoreInput = { probes: Probes; dark: Uint8Array; strip: Strip; x: number; y: number }

function scoreAt({ probes: { inked, blank }, dark, strip, x, y }: ScoreInput): number {
  const offset = y * strip.width + x
  let [print, paper] = [0, 0]
  for (let at = 0; at < inked.length; at += 1) print += dark[(inked[at] ?? 0) + offset] ?? 0
  for (let at = 0; at < blank.length; at += 1) paper += dark[(blank[at] ?? 0) + offset] ?? 0
  return print / Math.max(1, inked.length) - paper / Math.max(1, blank.length)
}

/** The shift at each row, between those of the criteria above and below it. */
export function shiftByRow(shifts: readonly Shift[], height: number): { x: Int8Array; y: Int8Array } {
  const x = new Int8Array(height)
  const y = new Int8Array(height)
  let next = 0
  for (let row = 0; row < height; row += 1) {
    while (next < shifts.length && (shifts[next]?.row ?? 0) < row) next += 1
    const below = shifts[next] ?? shifts.at(-1)
    const above = shifts[next - 1] ?? below
    if (above === undefined || below === undefined) continue
    const share = below.row === above.row ? 0 : (row - above.row) / (below.row - above.row)
    x[row] = Math.round(above.x + (below.x - above.x) * share)
    y[row] = Math.round(above.y + (below.y - above.y) * share)
  }
  return { x, y }
}
