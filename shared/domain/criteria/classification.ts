/** One line of a decision's catalogue of product sets (danh mục phân loại): sector → group → subgroup → set. */
export type ClassificationEntry = {
  readonly decision: string
  readonly sector: string
  readonly group: string
  readonly subgroup: string | null
  /** Ministry in charge; null where the source does not say. */
  readonly ministry: string | null
  readonly setNumber: number
  readonly setId: string
}
