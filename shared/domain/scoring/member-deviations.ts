/** How far a member's totals stand from the means of the products, in points above (or, negative, below) them. */
export type MemberDeviation = {
  readonly memberId: number
  /** Products of which the member's ballot counts beside another's. */
  readonly products: number
  /** Mean of the differences, rounded to hundredths; null without a product. */
  readonly mean: number | null
  /** The difference that is largest either way, rounded to hundredths, and its place among the products. */
  readonly largest: { readonly row: number; readonly points: number } | null
}

/**
 * The deviation of each member over the products: the member's total less the mean of all totals of that product, the
 * member's own among them. It says who usually gives more and who less, and decides no result.
 *
 * @param rows of each product the totals of the ballots that count, null where there is none
 */
export function memberDeviations(
  memberIds: readonly number[],
  rows: readonly (readonly { readonly memberId: number; readonly total: number | null }[])[],
): readonly MemberDeviation[] {
  const products = rows.map((cells) => {
    const counted = cells.flatMap(({ memberId, total }) => (total === null ? [] : [{ memberId, total }]))
    const sum = counted.reduce((all, { total }) => all + total, 0)
    return counted.length < 2
      ? []
      : counted.map(({ memberId, total }) => ({ memberId, by: total - sum / counted.length }))
  })
  return memberIds.map((memberId) => {
    const own = products.flatMap((totals, row) =>
      totals.filter((one) => one.memberId === memberId).map(({ by }) => ({ row, by })),
    )
    const [largest] = own.toSorted((one, other) => Math.abs(other.by) - Math.abs(one.by))
    return {
      memberId,
      products: own.length,
      mean: own.length === 0 ? null : hundredths(own.reduce((all, { by }) => all + by, 0) / own.length),
      largest: largest === undefined ? null : { row: largest.row, points: hundredths(largest.by) },
    }
  })
}

const hundredths = (points: number): number => Math.sign(points) * (Math.round(Math.abs(points) * 100) / 100)
