/** Where the room's listener serves the clerk's page and, under `rpc`, the clerk's router. */
export const clerkPath = '/clerk'
