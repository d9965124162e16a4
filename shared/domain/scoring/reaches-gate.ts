import type { StarGate } from './types.ts'

type ReachesGateInput = {
  gate: StarGate
  optionNumber: number
  points: number
}

/** A choice reaches a gate when it is the marked option, or one printed after it with at least its points. */
export function reachesGate({ gate, optionNumber, points }: ReachesGateInput): boolean {
  return optionNumber >= gate.optionNumber && points >= gate.points
}
