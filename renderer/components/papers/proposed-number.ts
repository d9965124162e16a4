import { useState, type ChangeEvent } from 'react'

/** The date that another number is to be proposed for: numbers run within a year. Null where the one proposed stands. */
export function dateOfOtherYear(issuedOn: string | null, proposedFor: string): string | null {
  if (issuedOn === null || issuedOn === '') return null
  return issuedOn.slice(0, 4) === proposedFor.slice(0, 4) ? null : issuedOn
}

/** A number's field says what is proposed, which may change, until somebody types in it. */
export function useProposedNumber(proposed: number) {
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed ?? String(proposed)
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => setTyped(currentTarget.value)
  return { value, onChange }
}
