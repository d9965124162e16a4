import { describe, expect, it } from 'vitest'
import { pageAt, pagesHeld, sameSpot, stackPages } from './page-stack.ts'

const stack = stackPages(
  Array.from({ length: 13_200 }, () => 1000),
  10,
)

describe('which pages are held', () => {
  it('holds what is in view and a quarter of it around, of a pack of any length', () => {
    expect(pagesHeld(stack, { top: 0, height: 700 }, { around: 1 / 4 })).toEqual([0])
    expect(pagesHeld(stack, { top: 200, height: 700 }, { around: 1 / 4 })).toEqual([0, 1])
    expect(pagesHeld(stack, { top: 1_010_000, height: 700 }, { around: 1 / 4 })).toEqual([999, 1000])
    expect(pagesHeld(stack, { top: stack.height - 700, height: 700 }, { around: 1 / 4 })).toEqual([13_199])
    const most = Math.max(
      ...Array.from({ length: 3000 }, (_, at) => pagesHeld(stack, { top: at, height: 700 }, { around: 1 / 4 }).length),
    )
    expect(most).toBe(3)
  })

  it('holds more of small pages', () => {
    expect(pagesHeld(stack, { top: 1_010_000, height: 700 }, { around: 1 })).toEqual([999, 1000, 1001])
  })

  it('holds a page that is named wherever it lies, once', () => {
    expect(pagesHeld(stack, { top: 0, height: 700 }, { around: 1 / 4, named: [0, 9000] })).toEqual([0, 9000])
    expect(pagesHeld(stack, { top: 0, height: 700 }, { around: 1 / 4, named: [13_200, -1] })).toEqual([0])
  })

  it('holds nothing of nothing', () => {
    expect(pagesHeld(stackPages([], 10), { top: 0, height: 700 }, { around: 1 / 4 })).toEqual([])
  })
})

describe('where a page lies', () => {
  it('finds every page by its first and its last pixel', () => {
    for (const page of [0, 1, 7777, 13_199]) {
      const top = stack.tops[page] ?? 0
      expect([pageAt(stack, top), pageAt(stack, top + 999)]).toEqual([page, page])
    }
    expect([pageAt(stack, 0), pageAt(stack, -50), pageAt(stack, stack.height + 50)]).toEqual([0, 0, 13_199])
  })

  it('keeps the spot where pages become larger, or one above turns out to be of another size', () => {
    const pages = [1000, 1000, 1000]
    const from = stackPages(pages, 0)
    expect(
      sameSpot({
        from,
        to: stackPages(
          pages.map((height) => height * 2),
          0,
        ),
        top: 1250,
      }),
    ).toBe(2500)
    expect(sameSpot({ from, to: stackPages([700, 1000, 1000], 0), top: 1250 })).toBe(950)
    expect(sameSpot({ from: stackPages([], 0), to: from, top: 0 })).toBe(0)
  })
})
