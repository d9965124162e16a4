import type { TFunction } from 'i18next'
import type { BackupStatus } from '../../shared/api/backups.ts'
import { clockTime } from './clock-time.ts'

/** Why the last backup failed, or why none can be made. */
export function backupTrouble(
  { at, reason, detail }: NonNullable<BackupStatus['trouble']>,
  t: TFunction<'backups'>,
): string {
  const why = reason === 'unexpected' ? t('troubleUnknown') : t(`refusals:${reason}`, detail)
  return at === null
    ? t('troubleToCome', { reason: why })
    : t('trouble', { time: clockTime(at).slice(0, 5), reason: why })
}
