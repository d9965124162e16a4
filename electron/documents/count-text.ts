import { numberWords } from '../../shared/domain/vietnamese/number-words.ts'

/** `9 (chín)` */
export const inWords = (value: number): string => `${value} (${numberWords({ value })})`

/** Counts below ten carry a zero, as they do in published decisions: `05 sản phẩm`. */
export const countText = (value: number): string => String(value).padStart(2, '0')

/** How many of each there are, in the order of first appearance: `Hợp tác xã: 07; Doanh nghiệp: 02`. */
export const tallyOf = (values: readonly string[]): string =>
  [...Map.groupBy(values, (value) => value)].map(([value, { length }]) => `${value}: ${countText(length)}`).join('; ')
