import type { Shift } from './align.ts'
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

/** 1 where print belongs to a figure of points, so that a stroke goes on under it. */
export function figuresOf(places: readonly OptionPlace[], { width, height }: Strip): Uint8Array {
  const figures = new Uint8Array(width * height)
  for (const { x, y } of places) {
    for (let row = Math.ceil(y - figure.high); row <= y + figure.high; row += 1) {
      if (row < 0 || row >= height) continue
      const from = Math.max(0, Math.ceil(x - figure.wide))
      figures.fill(1, row * width + from, row * width + Math.min(width, Math.floor(x + figure.wide) + 1))
    }
  }
  return figures
}

const figure = { wide: 2.6 * stripScale, high: 1.9 * stripScale }
