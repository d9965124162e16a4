/** What a member of a round of written opinions is sent. */
export const sendingKinds = ['form', 'reminder'] as const
export type SendingKind = (typeof sendingKinds)[number]

/** How it went: by hand, by post, through the office's own system, by email, by telephone. */
export const sendingWays = ['hand', 'post', 'system', 'email', 'phone'] as const
export type SendingWay = (typeof sendingWays)[number]
