import { describe, expect, it } from 'vitest'
import { gatherBallots, type ReadPage } from './gather-ballots.ts'
import type { CriterionReading, PagePlan } from './page-plan.ts'

const corner = { x: 0, y: 0 }
const box = { left: 0, top: 0, width: 9, height: 8 }

/** Two pages: 1.1 and 1.2, then 2. Each gives 0, 3 or 5 points. */
const plans: readonly PagePlan[] = [['1.1', '1.2'], ['2']].map((codes, page) => ({
  page: page + 1,
  pages: 2,
  width: 210,
  height: 297,
  corners: [corner, corner, corner, corner],
  markSize: 4,
  criteria: codes.map((code, row) => ({
    index: 2 * page + row,
    code,
    options: [0, 3, 5].map((points, option) => ({ option, points, box })),
  })),
}))

const clear = (index: number, option: number): CriterionReading => ({ index, state: 'clear', option, confidence: 0.9 })

const readPage = (page: number, criteria: readonly CriterionReading[], file = `${page}.jpg`): ReadPage => ({
  source: { file, page: 1 },
  ballot: 7,
  plan: plans[page - 1] as PagePlan,
  criteria,
})

const gather = (...pages: readonly ReadPage[]) => gatherBallots(pages, () => plans)

describe('pages are put together to a ballot', () => {
  it('that is ready once each page was read and each criterion has a value, in whatever order they came', () => {
    const { ballots, again } = gather(readPage(2, [clear(2, 0)]), readPage(1, [clear(0, 1), clear(1, 2)]))
    expect(again).toEqual([])
    expect(ballots).toHaveLength(1)
    expect(ballots[0]).toMatchObject({
      ballot: 7,
      isReady: true,
      pages: [
        { file: '1.jpg', page: 1 },
        { file: '2.jpg', page: 1 },
      ],
      criteria: [
        { code: '1.1', page: 1, option: 1, points: 3 },
        { code: '1.2', page: 1, option: 2, points: 5 },
        { code: '2', page: 2, option: 0, points: 0 },
      ],
    })
  })

  it('that is not ready while a page is missing: what stands on it is doubtful', () => {
    const { ballots } = gather(readPage(1, [clear(0, 1), clear(1, 2)]))
    expect(ballots[0]?.isReady).toBe(false)
    expect(ballots[0]?.pages).toEqual([{ file: '1.jpg', page: 1 }, null])
    expect(ballots[0]?.criteria[2]).toMatchObject({ code: '2', state: 'doubtful', option: null, points: null })
  })

  it('that is not ready while a criterion has none, or several', () => {
    const none: CriterionReading = { index: 1, state: 'none', option: null, confidence: 0.8 }
    const { ballots } = gather(readPage(1, [clear(0, 1), none]), readPage(2, [clear(2, 0)]))
    expect(ballots[0]?.isReady).toBe(false)
    expect(ballots[0]?.criteria[1]).toMatchObject({ state: 'none', option: null, points: null })
  })

  it('that keeps its values where a page came twice and says the same', () => {
    const { ballots, again } = gather(
      readPage(1, [clear(0, 1), clear(1, 2)]),
      readPage(2, [clear(2, 0)]),
      readPage(2, [clear(2, 0)], 'again.jpg'),
    )
    expect(ballots[0]?.isReady).toBe(true)
    expect(again).toEqual([{ source: { file: 'again.jpg', page: 1 }, isSame: true }])
  })

  it('that is not ready where a page came twice and was marked otherwise', () => {
    const { ballots, again } = gather(
      readPage(1, [clear(0, 1), clear(1, 2)]),
      readPage(2, [clear(2, 0)]),
      readPage(1, [clear(0, 1), clear(1, 1)], 'again.jpg'),
    )
    expect(ballots[0]?.isReady).toBe(false)
    expect(ballots[0]?.criteria.map(({ option }) => option)).toEqual([1, null, 0])
    expect(again).toEqual([{ source: { file: 'again.jpg', page: 1 }, isSame: false }])
  })
})
