import { describe, expect, it } from 'vitest'
import { countStatistics, type StatisticFact, type StatisticsAsked } from './count-statistics.ts'

function fact(said: Partial<StatisticFact>): StatisticFact {
  return {
    measure: 'recognised',
    productId: 1,
    year: 2024,
    at: '2024-06-01',
    district: 'cao phong/',
    commune: 'cao phong/thu phong',
    sector: 'Thực phẩm',
    group: 'Chè',
    star: '3',
    kind: 'hop tac xa',
    application: 'new',
    ...said,
  }
}

/** SP1: three stars in 2021, four in 2024, of a commune that grew; SP2: three stars in 2024, lapsed; SP3: of no known year. */
const facts = [
  fact({ year: 2021, at: '2021-12-29', star: '3' }),
  fact({ star: '4', commune: 'cao phong/cao phong' }),
  fact({ productId: 2, at: '2024-01-02', district: '', commune: '', group: '' }),
  fact({ productId: 2, measure: 'lapsed', year: 2027, district: '', commune: '', group: '' }),
  fact({ productId: 3, year: null, at: '', star: '' }),
  fact({ productId: 1, measure: 'registered', year: 2024, at: '2024', star: '' }),
  fact({ productId: 2, measure: 'registered', year: 2024, at: '2024', star: '' }),
  fact({ productId: 1, measure: 'scored', star: '4' }),
  fact({ productId: 1, measure: 'scored', at: '2024-05-01', star: '3' }),
  fact({ productId: 1, measure: 'referred', at: '2024-05-01', star: '3' }),
]

const count = (asked: StatisticsAsked, order: readonly string[] = []) => countStatistics(facts, asked, order)
const table = (asked: StatisticsAsked, order: readonly string[] = []) =>
  count(asked, order).rows.map(({ key, measures }) => [key, ...Object.values(measures)])

describe('products of a year and over years', () => {
  it('count in each year that something is known of, and once in all of them', () => {
    const { rows, total, withoutYear } = count({ by: 'year' }, ['2021', '2022', '2023', '2024', '2025', '2026', '2027'])
    expect(rows.map(({ key, measures, stars }) => [key, ...Object.values(measures), stars])).toEqual([
      ['2021', 0, 0, 0, 1, 0, { '3': 1 }],
      ['2022', 0, 0, 0, 0, 0, {}],
      ['2023', 0, 0, 0, 0, 0, {}],
      ['2024', 2, 1, 1, 2, 0, { '4': 1, '3': 1 }],
      ['2025', 0, 0, 0, 0, 0, {}],
      ['2026', 0, 0, 0, 0, 0, {}],
      ['2027', 0, 0, 0, 0, 1, {}],
      ['', 0, 0, 0, 1, 0, { '': 1 }],
    ])
    expect(total).toEqual({
      measures: { registered: 2, scored: 1, referred: 1, recognised: 3, lapsed: 1 },
      stars: { '4': 1, '3': 1, '': 1 },
    })
    expect(withoutYear).toBe(0)
  })

  it('leave out what has no year where years are asked for, and say so', () => {
    const { rows, total, withoutYear } = count({ by: 'year', from: 2022, to: 2024 })
    expect(rows.map(({ key }) => key)).toEqual(['2024'])
    expect(total.measures.recognised).toBe(2)
    expect(withoutYear).toBe(1)
    expect(count({ by: 'year', to: 2021 }).rows.map(({ key }) => key)).toEqual(['2021'])
  })

  it('are of the star and the place of the latest recognition of those years', () => {
    expect(table({ by: 'star' }, ['4', '3'])).toEqual([
      ['4', null, 1, 0, 1, 0],
      ['3', null, 0, 1, 1, 1],
      ['', null, 0, 0, 1, 0],
    ])
    expect(table({ by: 'star', to: 2021 })).toEqual([['3', null, 0, 0, 1, 0]])
    expect(table({ by: 'commune', from: 2024, to: 2024 }, ['cao phong/cao phong', 'cao phong/thu phong'])).toEqual([
      ['cao phong/cao phong', 0, 0, 0, 1, 0],
      ['cao phong/thu phong', 2, 1, 1, 0, 0],
      ['', 0, 0, 0, 1, 0],
    ])
  })

  it('narrow to one district, star or kind, which a registration has none of', () => {
    expect(table({ by: 'group', only: { district: 'cao phong/' } }, ['Chè'])).toEqual([['Chè', 2, 1, 1, 2, 0]])
    expect(table({ by: 'year', only: { star: '4' } }, ['2024'])).toEqual([['2024', null, 1, 0, 1, 0]])
    expect(count({ by: 'year', only: { kind: 'cong ty' } })).toMatchObject({ rows: [], total: { stars: {} } })
  })
})
