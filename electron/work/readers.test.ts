import { expect, it } from 'vitest'
import { countReaders, readersBesideKeys } from './readers.ts'

const gigabytes = 2 ** 30

it.each([
  [1, 4, 1, 1],
  // What a machine of four gigabytes tells of them.
  [2, 3.8, 2, 1],
  [2, 24, 2, 1],
  [4, 8, 4, 3],
  [8, 8, 4, 7],
  [16, 2, 1, 15],
  [1, 0.5, 1, 1],
])(
  '%i processors and %d GB: %i readers, of which at most %i while somebody keys',
  (processors, memory, all, beside) => {
    expect(countReaders({ processors, memory: memory * gigabytes })).toBe(all)
    expect(readersBesideKeys({ processors })).toBe(beside)
  },
)
