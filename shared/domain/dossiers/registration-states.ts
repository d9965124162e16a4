import { dossierStatuses } from './read-dossier.ts'

/** How a registration stands; an expired one has a paper that ends before the meeting. */
export const registrationStates = [...dossierStatuses, 'expired', 'withdrawn'] as const
export type RegistrationState = (typeof registrationStates)[number]
