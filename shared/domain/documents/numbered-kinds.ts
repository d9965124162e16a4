/** Kinds of documents that carry a number of their own. */
export const numberedKinds = ['decision', 'minutes', 'council-report', 'proposal', 'referral-letter'] as const
export type NumberedKind = (typeof numberedKinds)[number]

/** Kinds of what stands in the register: notices too, one number a product. */
export const registeredKinds = [...numberedKinds, 'result-notices'] as const
export type RegisteredKind = (typeof registeredKinds)[number]
