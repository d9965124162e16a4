import { sharedValue } from '../../api/shared-value.ts'

/** The section of the guide that is open beside the work; null while none is. */
export const openSection = sharedValue<string | null>(null)
