import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'
import { backupTrouble } from '../components/backup-trouble.ts'
import classes from './NoticeLine.module.css'

/** A backup that failed is said on every screen until one succeeds; so is a copy elsewhere that is due. */
export function BackupLine() {
  const { t } = useTranslation('backups')
  const { data } = useQuery(orpc.backups.status.queryOptions())
  const place = useLocation({ select: ({ pathname }) => pathname })
  const trouble = data?.trouble ?? null
  if (trouble === null && (data?.second?.isDue !== true || place === '/backups')) return null
  const text = trouble === null ? t('due') : backupTrouble(trouble, t)
  return (
    <div className={classes.line} data-tone="attention">
      <span className={classes.whole}>{text}</span>
      {place !== '/backups' && <Link to="/backups">{t('see')}</Link>}
    </div>
  )
}
