import type { OptionInk } from './option-ink.ts'

/** Two strokes from the figure, bent at its foot, of which one goes on where the other has ended. */
export function isTick({ crossings, isLoop, isFlat, isThrough, slash, cover, height }: OptionInk): boolean {
  if (isLoop || isFlat || isThrough || slash !== null || cover < onFigure || cover > half || height < lowest)
    return false
  const [inner = 0, ...others] = crossings
  return (
    inner <= 3 &&
    others.every((count) => count <= 2) &&
    others.slice(-2).every((count) => count === 1) &&
    others.includes(2)
  )
}

/** Of the room right at a figure: what has less stands beside it, what has more is no stroke or two. */
const onFigure = 0.1
const half = 0.5
/** Millimetres: a line that waves is lower. */
const lowest = 2.2
