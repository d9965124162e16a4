import type { AuditCommand } from './audit-details.ts'

/**
 * True for a command after which the chair's approval of an open session no longer holds: whatever changes what was
 * approved or how it is printed. Commands that touch no council's record are left out by name.
 */
export function takesApprovalBack(command: AuditCommand): boolean {
  const [feature = ''] = command.split('.')
  return features.includes(feature) && !harmless.includes(command)
}

const features: readonly string[] = [
  'councils',
  'products',
  'sessions',
  'ballots',
  'verifications',
  'results',
  'provinceList',
]

const harmless: readonly AuditCommand[] = [
  'products.setPicture',
  'sessions.create',
  'sessions.setCurrentItem',
  'sessions.approve',
  'sessions.endApproval',
  'sessions.close',
  'results.reveal',
  'provinceList.remember',
]
