/** What came of looking at a product's idea before its dossier; empty while nobody looked. */
export const screeningResults = ['', 'passed', 'not-passed', 'to-complete'] as const

/**
 * What an idea is asked for, as provinces screen them (Hòa Bình, Công văn 638/UBND-KTN of 2024): suitable scale,
 * market-oriented, characteristic of the area, safe production, creative, value-adding, strength of the area.
 */
export const screeningGrounds = [
  'scale',
  'market',
  'characteristic',
  'safety',
  'creative',
  'value',
  'strength',
] as const
