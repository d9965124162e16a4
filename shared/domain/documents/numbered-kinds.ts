/** Kinds of documents that carry a number of their own. */
export const numberedKinds = ['decision', 'minutes', 'council-report', 'proposal', 'referral-letter'] as const
export type NumberedKind = (typeof numberedKinds)[number]
