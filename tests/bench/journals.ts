/** Each of them with `synchronous=FULL` and a lock that is held; the first is ours. */
export const journals = ['truncate', 'persist', 'delete', 'wal'] as const

export type Journal = (typeof journals)[number]

/** Milliseconds of each transaction with that journal: of one choice, and of those of all devices that share a commit. */
export type JournalTimes = { readonly alone: number[]; readonly shared: number[] }

export const devices = 15
