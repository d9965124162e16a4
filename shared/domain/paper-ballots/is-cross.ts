import { hasCrossStrokes } from './mark-strokes.ts'
import type { OptionInk } from './option-ink.ts'

/** A cross, and no line through it: nearly all of its ink lies on two straight strokes as broad as ink for its size is. */
export function isCross(ink: OptionInk): boolean {
  return hasCrossStrokes(ink) && ink.aside * (ink.width + ink.height) < straight * ink.amount
}

/** Crosses of all pens come to 0.35 to 0.56, struck ones from 0.57 on. */
const straight = 0.58
