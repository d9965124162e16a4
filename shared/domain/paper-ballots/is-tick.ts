import type { OptionInk } from './option-ink.ts'
import { hasTickStrokes } from './mark-strokes.ts'

/** A tick, and no line through it: nearly all of its ink lies on two straight strokes no broader than ink for its size is. */
export function isTick(ink: OptionInk): boolean {
  return hasTickStrokes(ink) && ink.aside * (ink.width + ink.height) < ink.amount
}
