import { useState } from 'react'
import { twoLevelsFrom } from '../../shared/domain/communes/commune-list.ts'
import { useCurrentSession } from '../api/current-session.ts'

/**
 * Whether a record's district is asked for: districts ended on 1 July 2025, so only where the record named one when it was
 * opened, it names one now, or the session at hand was held before.
 */
export function useHasDistrict(district: string): boolean {
  const [hadOne] = useState(district !== '')
  const session = useCurrentSession()
  return hadOne || district !== '' || (session !== null && session.heldOn < twoLevelsFrom)
}
