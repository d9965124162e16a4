import { hasTickStrokes, type Shape } from './mark-strokes.ts'

type Fitted = Shape & { readonly amount: number; readonly width: number; readonly aside: number }

/** A tick, and no line through it: nearly all of its ink lies on two straight strokes no broader than ink for its size is. */
export function isTick(ink: Fitted): boolean {
  const long = ink.width + ink.height
  return hasTickStrokes(ink) && ink.aside * long < ink.amount && ink.amount < broadest * long
}

/** Millimetres: what the thickest pen's ink is to how far it goes; of what fills a figure half it is more. */
const broadest = 1.2
