import { beforeEach, describe, expect, it } from 'vitest'
import { keptYear, readListYear, type ListYear } from '../../api/list-year.ts'
import { followYear } from './follow-year.ts'

type Search = Parameters<typeof followYear>[0]['search'] & Readonly<Record<string, unknown>>

/** Where coming to a list leads instead; null where it leads there. */
function cameTo(search: Search, cause: 'preload' | 'enter' | 'stay' = 'enter'): unknown {
  try {
    followYear({ search, cause, location: { pathname: '/sessions' } })
    return null
  } catch (redirected) {
    return (redirected as { readonly options: unknown }).options
  }
}

const to = (year: ListYear) => expect.objectContaining({ to: '/sessions', search: { year }, replace: true })

beforeEach(() => keptYear.set(null))

describe('the year of a list', () => {
  it('goes on to the next list that is come to with nothing asked', () => {
    expect(cameTo({})).toBeNull()
    expect(cameTo({ year: 2024 }, 'stay')).toBeNull()
    expect(cameTo({})).toEqual(to(2024))
    expect(cameTo({ year: 'all' })).toBeNull()
    expect(cameTo({})).toEqual(to('all'))
  })

  it('leaves a link alone that says what it asks for, and a list that is shown already', () => {
    keptYear.set(2024)
    expect(cameTo({ state: 'grace' })).toBeNull()
    expect(cameTo({ year: 2026, open: 3 })).toBeNull()
    expect(keptYear.read()).toBe(2026)
    expect(cameTo({}, 'stay')).toBeNull()
  })

  it('is not kept of what is only looked at before it is gone to', () => {
    expect(cameTo({ year: 2023 }, 'preload')).toBeNull()
    expect(keptYear.read()).toBeNull()
    keptYear.set(2024)
    expect(cameTo({}, 'preload')).toBeNull()
  })

  it('is a year or all of them', () => {
    expect(['all', 2024, 1899, 2201, 2024.5, '2024', null, undefined].map(readListYear)).toEqual([
      { year: 'all' },
      { year: 2024 },
      ...Array.from({ length: 6 }, () => ({})),
    ])
  })
})
