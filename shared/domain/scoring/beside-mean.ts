import { formatHundredths } from './mean.ts'
import type { Mean } from './types.ts'

/**
 * How far points are from a mean, in hundredths rounded half away from zero, with its sign: `+2,50`, `−0,33`, `0,00`; empty
 * for a mean of no ballots.
 */
export function besideMean(points: number, { sum, count }: Mean): string {
  if (count === 0) return ''
  const exact = (points * count - sum) * 100
  const size = Math.abs(exact)
  const hundredths = (2 * size + count - ((2 * size + count) % (2 * count))) / (2 * count)
  if (hundredths === 0) return formatHundredths(0)
  return `${exact > 0 ? '+' : '−'}${formatHundredths(hundredths)}`
}
