import { withdrawalStates, type WithdrawalState } from '../../../../shared/domain/aftercare/withdrawal-clock.ts'
import { readListYear, type ListYear } from '../../../api/list-year.ts'

/** What the address of the page says: its filters. */
export type WithdrawalsSearch = { readonly year?: ListYear; readonly state?: WithdrawalState }

export function readWithdrawalsSearch({ year, state }: Record<string, unknown>): WithdrawalsSearch {
  const known = withdrawalStates.find((one) => one === state)
  return { ...readListYear(year), ...(known !== undefined && { state: known }) }
}
