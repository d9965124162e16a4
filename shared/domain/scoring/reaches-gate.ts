import type { StarGate } from './types.ts'

/** A choice reaches a gate when it is the marked option, or one printed after it with at least its points. */
export const reachesGate = ({
  gate,
  optionNumber,
  points,
}: {
  gate: StarGate
  optionNumber: number
  points: number
}): boolean => optionNumber >= gate.optionNumber && points >= gate.points
