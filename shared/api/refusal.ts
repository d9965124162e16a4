/**
 * Expected refusals: a stable reason that the screen translates, with the facts of the case.
 * Anything else that a handler throws is a bug.
 */
export const refusalReasons = [
  'doubtful',
  'no-workspace',
  'workspace-not-found',
  'workspace-from-newer-version',
  'workspace-damaged',
  'workspace-harmed',
  'workspace-schema-altered',
  'workspace-altered',
  'workspace-read-only',
  'workspace-exists',
  'workspace-open-elsewhere',
  'workspace-open-now',
  'workspace-in-use',
  'workspace-moved',
  'workspace-taken-over',
  'workspace-not-newest',
  'not-a-workspace',
  'disk-full',
  'disk-fails',
  'file-locked',
  'place-read-only',
  'place-gone',
  'not-found',
  'duplicate-code',
  'product-incomplete',
  'in-use',
  'rule-set-not-for-sessions',
  'level-does-not-score',
  'criteria-set-incomplete',
  'no-criteria-set',
  'session-locked',
  'session-not-open',
  'session-not-ready',
  'session-has-ballots',
  'left-before-arrival',
  'member-absent',
  'member-recused',
  'option-not-offered',
  'option-of-other-case',
  'ballot-confirmed',
  'ballot-incomplete',
  'ballot-changed-elsewhere',
  'same-person',
  'verification-differs',
  'ballot-not-confirmed',
  'picture-unreadable',
  'picture-too-large',
  'reason-required',
  'conclusion-above-result',
  'ended-before-beginning',
  'workbook-has-faults',
  'workbook-unreadable',
  'file-too-large',
  'host-cannot',
  'saved-file-gone',
  'no-program-for-file',
  'room-off',
  'room-already-on',
  'room-address-gone',
  'room-port-taken',
  'room-certificate-unusable',
  'code-wrong',
  'code-wait',
  'device-unknown',
  'round-over',
  'session-not-locked',
  'document-numbered',
  'format-not-offered',
  'document-unavailable',
  'number-taken',
  'number-leaves-gap',
  'decision-not-numbered',
  'notice-before-decision',
  'sent-before-issue',
  'paper-moved-on',
  'nothing-to-certify',
  'certificate-numbered',
  'template-unreadable',
  'template-faulty',
  'template-not-drawn',
  'batch-gone',
  'backup-gone',
  'backup-faulty',
  'copy-faulty',
  'aside-changed',
  'backup-is-open',
  'backups-full',
  'backups-unwritable',
  'restore-in-meeting',
  'password-needed',
  'password-wrong',
  'secretary-needed',
  'no-second-place',
  'second-password-unproven',
  'second-full',
  'second-read-only',
  'second-gone',
  'second-fails',
  'work-stopped',
  'work-too-large',
  'work-too-long',
  'no-list-head',
  'list-has-faults',
  'list-has-doubts',
  'list-has-rows',
  'list-groups',
  'list-merged',
  'list-across-sheets',
  'list-adds-cells',
  'list-array',
  'list-rows',
  'name-required',
  'name-taken',
  'locked',
  'keyed-by-other',
  'not-allowed',
  'last-secretary',
  'last-recovery-code',
  'person-has-acted',
  'password-wait',
  'approver-is-operator',
  'changed-meanwhile',
  'approval-outdated',
] as const

export type RefusalReason = (typeof refusalReasons)[number]

/** Reasons that lie in the disk, the file's place or the lock, not in what was asked: the same request may be taken later. */
const passing: readonly string[] = [
  'disk-full',
  'disk-fails',
  'file-locked',
  'place-read-only',
  'workspace-moved',
  'workspace-harmed',
  'locked',
  'keyed-by-other',
  'workspace-taken-over',
] satisfies readonly RefusalReason[]

/** True for a refusal that says nothing about the request itself. */
export function isPassing(reason: string): boolean {
  return passing.includes(reason)
}

export type RefusalDetail = Readonly<Record<string, string | number>>

/** Thrown by handlers for an expected refusal; every transport carries it as the typed error `REFUSED`. */
export class Refusal extends Error {
  readonly reason: RefusalReason
  readonly detail: RefusalDetail

  constructor(reason: RefusalReason, detail: RefusalDetail = {}) {
    super(`refused: ${reason}`)
    this.name = 'Refusal'
    this.reason = reason
    this.detail = detail
  }
}
