import type { ImportedItem, ImportedMember, SessionImport } from '../../electron/workbooks/session/session-import.ts'

/** A sample session as it is thought up: everything but the members' choices, which are drawn around the targets. */
export type SamplePlan = {
  /** File name without its ending. */
  readonly name: string
  /** Where the drawing starts; the same seed gives the same points. */
  readonly seed: number
  readonly criteriaFolder: string
  readonly facts: Omit<SessionImport, 'members' | 'items'>
  readonly members: readonly ImportedMember[]
  readonly products: readonly SampleProduct[]
}

export type SampleProduct = Omit<ImportedItem, 'rounds' | 'agreedLevels' | 'criteriaSetId'> & {
  /** Points around which the members' totals lie; null for a product that nobody scores. */
  readonly target: number | null
  /** Every gate up to that star is met by the council's view. */
  readonly gatesMet: 3 | 4 | 5
  /** A criterion whose gate most members see as missed. */
  readonly missedGate?: string
  /** A criterion on whose gate members are split, settled by the level that the council agreed on. */
  readonly agreedGate?: string
  /** A first round in which that member's total lies far below the others'. */
  readonly dissenter?: string
}

/** A product with the fields that most share. */
export function sampleProduct(
  fields: Partial<SampleProduct> &
    Pick<SampleProduct, 'code' | 'productName' | 'producerName' | 'setNumber' | 'target'>,
): SampleProduct {
  return {
    producerKind: 'Hợp tác xã',
    commune: '',
    district: '',
    application: 'new',
    criteriaCase: null,
    isRejected: false,
    rejectionReason: '',
    recusedMemberCodes: [],
    gatesMet: 3,
    ...fields,
  }
}

/** A member named by role alone, so that no sample bears a person's name. */
export function sampleMember(
  code: string,
  fields: Pick<ImportedMember, 'name' | 'position' | 'organisation' | 'role'> & { readonly isPresent?: boolean },
): ImportedMember {
  return { code, isPresent: true, ...fields }
}
