import type { PlannedRow } from './plan-list.ts'
import type { ListedRecognition } from './register-list.ts'
import type { RegisteredProduct } from './registered-product.ts'

/** Years whose books are closed that taking a row would change: by what it says of decisions, and by what it registers for. */
export type ClosedYears = { readonly decided: readonly number[]; readonly registered: readonly number[] }

/** Asked with each row of a plan against that register. */
export function closedYearsIn(
  register: readonly RegisteredProduct[],
  closedYears: readonly number[],
): (row: Pick<PlannedRow, 'recognitions' | 'registration'>) => ClosedYears {
  if (closedYears.length === 0) return () => none
  const known = new Map(register.flatMap(({ recognitions }) => recognitions.map((one) => [one.id, one])))
  const closedAmong = (years: readonly number[]) => closedYears.filter((year) => years.includes(year))
  return ({ recognitions, registration }) => ({
    decided: closedAmong(recognitions.flatMap((one) => [...yearsOf(one), ...yearsOf(known.get(one.id ?? 0))])),
    registered: closedAmong(registration === null ? [] : [registration.year]),
  })
}

const none: ClosedYears = { decided: [], registered: [] }

/** As `rowYears` counts a recognition: the year of its decision, and of that day. */
function yearsOf(recognition: Pick<ListedRecognition, 'decisionDate' | 'decisionYear'> | undefined): readonly number[] {
  const { decisionDate = null, decisionYear = null } = recognition ?? {}
  return [
    ...(decisionYear === null ? [] : [decisionYear]),
    ...(decisionDate === null ? [] : [Number(decisionDate.slice(0, 4))]),
  ]
}
