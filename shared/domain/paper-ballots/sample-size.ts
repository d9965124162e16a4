/**
 * How many of so many clear ballots are drawn to be looked at: a tenth, at least eight, or all. Were one ballot in ten read wrongly, a
 * sample of 50 out of 500 would miss it once in two hundred times.
 */
export function sampleSize(ready: number): number {
  return Math.min(ready, Math.max(8, Math.ceil(ready / 10)))
}
