import { sharedValue } from '../api/shared-value.ts'

/** That somebody types into a field of a page's words, and has done nothing else since. */
export const typing = sharedValue(false)
