import type { DocumentChange } from '../../../shared/api/document-register.ts'
import { ChangeList } from './ChangeList.tsx'

type ProductCellProps = {
  product: { readonly productCode: string; readonly productName: string; readonly producerName: string }
  /** Of the paper that it has; none without one. */
  changes: readonly DocumentChange[] | undefined
}

/** A product with its producer in a table of papers, and what has changed since it got its own. */
export function ProductCell({ product: { productCode, productName, producerName }, changes = [] }: ProductCellProps) {
  return (
    <>
      {productCode}. {productName}
      <div>{producerName}</div>
      <ChangeList changes={changes} />
    </>
  )
}
