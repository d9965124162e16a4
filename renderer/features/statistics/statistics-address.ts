import {
  statisticDimensions,
  statisticMeasures,
  type StatisticDimension,
  type StatisticMeasure,
} from '../../../shared/domain/statistics/measures.ts'

/** What the address of the statistics says; left out: by year, all years, everywhere, the chart of those recognised. */
export type StatisticsSearch = {
  readonly by?: StatisticDimension
  readonly from?: number
  readonly to?: number
  /** Key of a district. */
  readonly district?: string
  readonly show?: StatisticMeasure
  /** Communes as they were; left out: as they are today. */
  readonly former?: true
}

export function readStatisticsSearch({
  by,
  from,
  to,
  district,
  show,
  former,
}: Record<string, unknown>): StatisticsSearch {
  const dimension = statisticDimensions.find((one) => one === by)
  const measure = statisticMeasures.find((one) => one === show)
  return {
    ...(dimension !== undefined && { by: dimension }),
    ...(isYear(from) && { from }),
    ...(isYear(to) && { to }),
    ...(typeof district === 'string' && district !== '' && { district }),
    ...(measure !== undefined && { show: measure }),
    ...(former === true && { former }),
  }
}

/** The same as the statistics are asked by. */
export function askedOf({ by = 'year', from, to, district, former }: StatisticsSearch) {
  return {
    by,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(district !== undefined && { only: { district } }),
    ...(former === true && { places: 'then' as const }),
  }
}

const isYear = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2200
