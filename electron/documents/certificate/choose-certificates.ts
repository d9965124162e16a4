import { Refusal } from '../../../shared/api/refusal.ts'
import { composeText } from '../compose-text.ts'
import { issueCode } from '../issue.ts'
import type { CertificateScope } from './certified.ts'
import { certificateModel, type CertificateFacts, type CertificateModel, type CertifyingDecision } from './model.ts'

/** A product's row in the certificate register. */
type NumberedCertificate = Omit<CertificateFacts, 'code'> & {
  readonly id: number
  /** The product's in the scope. */
  readonly itemId: number
  readonly number: number
  readonly symbol: string
}

export type CertificatesToPrint = {
  readonly scope: CertificateScope
  readonly decision: CertifyingDecision | null
  readonly numbered: readonly NumberedCertificate[]
  /** Only these products, where any are named. */
  readonly itemIds?: readonly number[] | undefined
}

export type ChosenCertificate = { readonly model: CertificateModel; readonly certificateId: number | null }

/** What is printed, in the order of the list. @throws Refusal `nothing-to-certify` */
export function chooseCertificates(asked: CertificatesToPrint): readonly ChosenCertificate[] {
  const scope = composeText(asked.scope)
  const { decision, itemIds } = asked
  const rows = new Map(asked.numbered.map((row) => [row.itemId, row]))
  const chosen = scope.products.filter(({ id }) => itemIds === undefined || itemIds.includes(id))
  if (chosen.length === 0) throw new Refusal('nothing-to-certify')
  return chosen.map((product) => {
    const row = rows.get(product.id)
    const facts = row === undefined ? null : { ...row, code: issueCode(row) }
    return { model: certificateModel({ scope, product, facts, decision }), certificateId: row?.id ?? null }
  })
}
