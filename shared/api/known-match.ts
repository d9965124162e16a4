import type { MatchDoubt } from '../domain/register/match-products.ts'
import type { Product } from './products.ts'

/** What the file has of a product that a workbook or a list names; `why`: why that is not sure, null where it is. */
export type KnownMatch = {
  readonly known:
    | ({ readonly kind: 'product' } & Pick<Product, 'id' | 'code' | 'name' | 'producerName' | 'commune'>)
    | { readonly kind: 'producer'; readonly id: number; readonly name: string; readonly commune: string }
  readonly why: MatchDoubt | null
}
