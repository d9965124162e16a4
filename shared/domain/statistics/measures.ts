/**
 * What is counted, always products: registered for a year; on the agenda of a session that is locked; sent up by it;
 * recognised, by a certificate of this file or as a list tells; whose latest recognition has ended.
 */
export const statisticMeasures = ['registered', 'scored', 'referred', 'recognised', 'lapsed'] as const
export type StatisticMeasure = (typeof statisticMeasures)[number]

/** What products are counted by. */
export const statisticDimensions = [
  'year',
  'district',
  'commune',
  'sector',
  'group',
  'star',
  'kind',
  'application',
] as const
export type StatisticDimension = (typeof statisticDimensions)[number]

/** A registration has no star yet. */
export function appliesTo(measure: StatisticMeasure, dimension: StatisticDimension): boolean {
  return dimension !== 'star' || measure !== 'registered'
}
