import { describe, expect, it } from 'vitest'
import { shapeOf } from './shared-pages.ts'

const block = (name: string, height: number, row = name) => ({ name, row, height, items: [] })

describe('the shape of a form', () => {
  it('is the same whatever the words, as long as each row is as high', () => {
    expect(shapeOf([block('code', 20), block('facts', 60)])).toBe(shapeOf([block('code', 20), block('facts', 60.0001)]))
    expect(shapeOf([block('code', 20), block('facts', 60)])).not.toBe(shapeOf([block('code', 20), block('facts', 73)]))
    expect(shapeOf([block('code', 20), block('facts', 60)])).not.toBe(shapeOf([block('code', 60), block('facts', 20)]))
  })

  it('goes by the highest of the blocks that stand beside each other', () => {
    const closing = (opinion: number) => [block('opinion', opinion, 'closing'), block('signature', 94, 'closing')]
    expect(shapeOf(closing(12))).toBe(shapeOf(closing(80)))
    expect(shapeOf(closing(12))).not.toBe(shapeOf(closing(110)))
  })
})
