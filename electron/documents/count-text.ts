import { numberWords } from '../../shared/domain/vietnamese/number-words.ts'

/** `09 (chín)` */
export function inWords(value: number): string {
  return `${countText(value)} (${numberWords(value)})`
}

/** Counts below ten carry a zero, as they do in published decisions: `05 sản phẩm`. */
export function countText(value: number): string {
  return String(value).padStart(2, '0')
}

/** How many of each there are, in the order of first appearance: `Hợp tác xã: 07; Doanh nghiệp: 02`. */
export function tallyOf(values: readonly string[]): string {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, { length }]) => `${value}: ${countText(length)}`)
    .join('; ')
}
