/** Where the room's listener serves the clerk's page and, under `rpc`, the clerk's router. */
export const clerkPath = '/clerk'

/** What a clerk's page says with each call: the clerk for whom it was opened, by `encodeURIComponent`. */
export const clerkHeader = 'x-ocop-clerk'
