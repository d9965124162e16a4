export type Shape = {
  readonly crossings: readonly number[]
  readonly isLoop: boolean
  readonly isFlat: boolean
  readonly isThrough: boolean
  readonly slash: string | null
  readonly cover: number
  readonly height: number
}

/** Two strokes from the figure, bent at its foot, of which one goes on where the other has ended. */
export function hasTickStrokes({ crossings, isLoop, isFlat, isThrough, slash, cover, height }: Shape): boolean {
  if (isLoop || isFlat || isThrough || slash !== null || cover < onFigure || cover > half || height < lowest)
    return false
  const [inner = 0, next = 0, ...others] = crossings
  // At the figure's edge print that ink joins looks like a stroke more.
  const isOnTwo = Math.max(inner, next) <= 3 && (next <= 2 || inner <= 1)
  // A small one ends within the outermost circles.
  const last = others.findLastIndex((count) => count > 0)
  const isOneLonger = others[last] === 1 && (last === others.length - 1 || others[last - 1] === 1)
  // Of one circle alone print beside the figure may have made more; what lies off the strokes is told by them (`asideOf`).
  const isOnTwoBeyond = others.filter((count) => count > 2).length <= 1 && others.every((count) => count <= 4)
  return isOnTwo && isOnTwoBeyond && isOneLonger && crossings.includes(2)
}

/** Of the room right at a figure: what has less stands beside it, what has more is no stroke or two. */
const onFigure = 0.1
const half = 0.5
/** Millimetres: a line that waves is lower. */
const lowest = 2.2

/** Four strokes from the figure outwards, of which a line through it may make more. */
export function hasCrossStrokes({ crossings, isLoop, isFlat, isThrough, slash }: Shape): boolean {
  if (isLoop || isFlat || isThrough || slash !== null) return false
  return crossings.slice(2).filter((count) => count >= 4).length > 2
}
