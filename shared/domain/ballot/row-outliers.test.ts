import { describe, expect, it } from 'vitest'
import { rowOutliers } from './row-outliers.ts'

describe('rowOutliers', () => {
  it('flags what is 2 or more from the median', () => {
    expect(rowOutliers({ points: [3, 3, 1, 3, 5], limit: 2 })).toEqual([false, false, true, false, true])
  })

  it('takes the middle of the two middle points, exactly', () => {
    expect(rowOutliers({ points: [1, 2, 4, 4], limit: 2 })).toEqual([true, false, false, false])
    expect(rowOutliers({ points: [1, 2], limit: 2 })).toEqual([false, false])
  })

  it('leaves blanks out of the median and never flags them', () => {
    expect(rowOutliers({ points: [null, 5, null, 5, 0], limit: 2 })).toEqual([false, false, false, false, true])
    expect(rowOutliers({ points: [null, null], limit: 2 })).toEqual([false, false])
  })
})
