/**
 * What a deadline may lack: meetings that are not locked; products registered for the year that neither a locked session nor
 * written opinions evaluated; products that go up and that no letter with a number names.
 */
export const lackKinds = ['sessions-open', 'registered-unscored', 'referred-unsent'] as const
export type LackKind = (typeof lackKinds)[number]
