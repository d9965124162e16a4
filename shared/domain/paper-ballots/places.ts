import type { Shift } from './align.ts'
import { memoryOf } from './memory.ts'
import type { PagePlan, PlannedOption } from './page-plan.ts'
import { inStrip, stripScale, type Strip } from './strip.ts'

/** The middle of an option's place on the scanned strip. */
export type OptionPlace = {
  readonly criterion: number
  readonly option: PlannedOption
  readonly x: number
  readonly y: number
  /** Pixels to the nearest place above or below. */
  readonly pitch: number
}

export function placesOf(plan: PagePlan, strip: Strip, shifts: readonly Shift[]): readonly OptionPlace[] {
  const middles = plan.criteria.flatMap(({ options }, criterion) =>
    options.map((option) => {
      const { left, top, width, height } = option.box
      const { x, y } = inStrip(strip, { x: left + width / 2, y: top + height / 2 })
      const shift = shifts[criterion]
      return { criterion, option, x: x + (shift?.x ?? 0), y: y + (shift?.y ?? 0) }
    }),
  )
  return middles.map((place) => ({
    ...place,
    pitch: Math.min(
      farthestPitch,
      ...middles
        .filter((other) => other !== place && Math.abs(other.x - place.x) < 8 * stripScale)
        .map((other) => Math.abs(other.y - place.y)),
    ),
  }))
}

const farthestPitch = 6.5 * stripScale

/** 1 where print belongs to a figure of points, so that a stroke goes on under it. Good until it is asked for again. */
export function figuresOf(places: readonly OptionPlace[], { width, height }: Strip): Uint8Array {
  const figures = figuresMemory(width * height).fill(0)
  for (const { x, y } of places) {
    for (let row = Math.ceil(y - figure.high); row <= y + figure.high; row += 1) {
      if (row < 0 || row >= height) continue
      const from = Math.max(0, Math.ceil(x - figure.wide))
      figures.fill(1, row * width + from, row * width + Math.min(width, Math.floor(x + figure.wide) + 1))
    }
  }
  return figures
}

const figuresMemory = memoryOf(Uint8Array)

const figure = { wide: 2.6 * stripScale, high: 1.9 * stripScale }

type FiguresInput = {
  readonly places: readonly OptionPlace[]
  readonly strip: Strip
  readonly shifts: readonly Shift[]
  /** Darkness of what was printed and of what was scanned. */
  readonly printed: Uint8Array
  readonly dark: Uint8Array
}

/** Of each place, how much of its printed figure is dark in the scan, 0 to 1: little where another page or row was scanned. */
export function figuresFound({ places, strip, shifts, printed, dark }: FiguresInput): readonly number[] {
  return places.map(({ criterion, x, y }) => {
    const shift = shifts[criterion] ?? { x: 0, y: 0 }
    const offset = shift.y * strip.width + shift.x
    let [seen, found] = [0, 0]
    for (let row = Math.ceil(y - figure.high); row <= y + figure.high; row += 1) {
      for (let column = Math.ceil(x - figure.wide); column <= x + figure.wide; column += 1) {
        const at = row * strip.width + column
        if ((printed[at - offset] ?? 0) < 128) continue
        seen += 1
        if ((dark[at] ?? 0) > 40) found += 1
      }
    }
    return seen === 0 ? 1 : found / seen
  })
}
