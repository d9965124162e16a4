import { expect, test } from 'vitest'
import { drawnPicture, isDrawable, keptPicture, shrunkTo } from './picture-bounds.ts'

test.each([
  ['a phone’s', { width: 4032, height: 3024 }, { width: 1280, height: 960 }],
  ['an upright one', { width: 3024, height: 4032 }, { width: 960, height: 1280 }],
  ['a small one stays', { width: 640, height: 480 }, { width: 640, height: 480 }],
  ['a strip keeps a pixel', { width: 16_000, height: 2 }, { width: 1280, height: 1 }],
])('%s is shrunk by its longer side', (_name, size, shrunk) => {
  expect(shrunkTo(size, keptPicture.side)).toEqual(shrunk)
})

test('what fills the memory is not drawn; the largest of phones are', () => {
  const { side } = drawnPicture
  expect([
    isDrawable({ width: 9248, height: 6936 }),
    isDrawable({ width: side, height: 1 }),
    isDrawable({ width: side + 1, height: 1 }),
    isDrawable({ width: 10_000, height: 6501 }),
    isDrawable({ width: 0xffffffff, height: 0xffffffff }),
  ]).toEqual([true, true, false, false, false])
})
