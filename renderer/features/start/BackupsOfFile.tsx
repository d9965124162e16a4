import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import classes from './StartPage.module.css'

/** Beside the refusal of a file: which backups there are of it, and the way to them. */
export function BackupsOfFile({ id }: { id: string }) {
  const { t } = useTranslation('start')
  const { data } = useQuery(orpc.backups.list.queryOptions())
  const backups = data?.filter(({ file }) => file.id === id) ?? []
  const [newest] = backups
  if (newest === undefined) return null
  return (
    <p className={classes.note} role="status">
      {t('backups.has', { count: backups.length, time: dateAndTime(newest.madeAt) })}{' '}
      <Link to="/backups" search={{ file: id }}>
        {t('backups.see')}
      </Link>
    </p>
  )
}
