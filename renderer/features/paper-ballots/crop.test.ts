import { describe, expect, it } from 'vitest'
import { cropAround, laidIn } from './crop.ts'

const page = { width: 210, height: 297 }
const box = { left: 180, top: 100, width: 8, height: 6 }

describe('a part of a page', () => {
  it('holds every box with paper around it, and what is printed to their left', () => {
    const part = cropAround([box, { ...box, left: 189, top: 130 }], page, { ratio: 2 })
    expect(part).toEqual({ left: 200 - 2 * 42, top: 97, width: 84, height: 42 })
  })

  it('is never smaller than the boxes, nor beyond the page', () => {
    expect(cropAround([{ ...box, left: 20, width: 180 }], page, { ratio: 1 })).toMatchObject({ left: 17, width: 186 })
    expect(cropAround([{ left: 1, top: 1, width: 208, height: 3 }], page, { ratio: 100 })).toEqual({
      left: 0,
      top: 0,
      width: 210,
      height: 7,
    })
  })

  it('holds what is printed over and under it, where that is farther away', () => {
    expect(cropAround([box], page, { ratio: 1, above: 14, below: 10 })).toMatchObject({ top: 86, height: 30 })
  })

  it('fills its frame', () => {
    expect(laidIn({ left: 105, top: 99, width: 105, height: 99 }, { width: 210, height: 198 })).toEqual({
      width: '200%',
      transform: 'translate(-50%, -50%)',
    })
  })
})
