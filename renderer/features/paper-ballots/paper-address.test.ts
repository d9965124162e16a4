import { describe, expect, it } from 'vitest'
import { readPaperSearch } from './paper-address.ts'

describe('the address of the screen of paper ballots', () => {
  it.each([
    [{}, {}],
    [
      { item: 14, member: 3 },
      { item: 14, member: 3 },
    ],
    [
      { item: 14, member: 3, list: 'ready' },
      { item: 14, member: 3, list: 'ready' },
    ],
    [{ item: 14 }, {}],
    [{ item: '14', member: 0, list: 'all' }, {}],
    [{ list: 'unplaced' }, { list: 'unplaced' }],
    [{ list: 'sample' }, { list: 'sample' }],
  ])('reads %j', (typed, read) => expect(readPaperSearch(typed)).toEqual(read))
})
