import type { ProductEntry } from './index-register.ts'
import { numberKey } from './number-key.ts'
import type { RegisteredProduct } from './registered-product.ts'
import type { ListedRecognition } from './register-list.ts'

/** A certificate's number of a row that another product has by the same decision. */
export type CertificateOfOther = {
  readonly row: number
  readonly number: string
  /** The other one. */
  readonly name: string
  readonly producer: string
}

type Owner = { readonly key: number | ProductEntry; readonly name: string; readonly producer: string }

/**
 * Certificates by their numbers. Bodies number theirs alike and begin anew every year: one number is one certificate where the
 * decision is one, too.
 */
export function certificateOwners(known: readonly RegisteredProduct[]) {
  const owners = new Map<string, Owner>()
  for (const { id, name, producer, recognitions, certified = [] } of known) {
    for (const one of [...certified, ...recognitions]) {
      const key = keyOf(one)
      if (key !== null && !owners.has(key)) owners.set(key, { key: id, name, producer: producer.name })
    }
  }
  return {
    /** Notes the number of a row; who has it already, if another has. */
    note: (row: number, entry: ProductEntry, said: ListedRecognition): CertificateOfOther | null => {
      const key = keyOf(said)
      if (key === null || said.certificateNumber === null) return null
      const own = entry.target.id ?? entry
      const owner = owners.get(key)
      if (owner === undefined) {
        owners.set(key, { key: own, name: entry.facts.name, producer: entry.producer.facts.name })
      }
      if (owner === undefined || owner.key === own) return null
      return { row, number: said.certificateNumber, name: owner.name, producer: owner.producer }
    },
  }
}

/** Null where no decision is known, and where the number is the decision's own. */
function keyOf({ certificateNumber, decisionNumber, decisionDate, decisionYear }: ListedRecognition): string | null {
  const year = decisionDate?.slice(0, 4) ?? decisionYear
  if (certificateNumber === null || decisionNumber === null || year === null) return null
  const [certificate, decision] = [numberKey(certificateNumber), numberKey(decisionNumber)]
  return certificate === decision ? null : `${certificate} ${decision} ${year}`
}
