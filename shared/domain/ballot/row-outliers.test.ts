import { describe, expect, it } from 'vitest'
import { rowOutliers } from './row-outliers.ts'

describe('rowOutliers', () => {
  it('flags what is 2 or more from the median', () => {
    expect(rowOutliers([3, 3, 1, 3, 5], 2)).toEqual([false, false, true, false, true])
  })

  it('takes the middle of the two middle points, exactly', () => {
    expect(rowOutliers([1, 2, 4, 4], 2)).toEqual([true, false, false, false])
    expect(rowOutliers([1, 2], 2)).toEqual([false, false])
  })

  it('leaves blanks out of the median and never flags them', () => {
    expect(rowOutliers([null, 5, null, 5, 0], 2)).toEqual([false, false, false, false, true])
    expect(rowOutliers([null, null], 2)).toEqual([false, false])
  })
})
