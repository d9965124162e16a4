import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'
import classes from './UnsentPhones.module.css'
import { useUnsentPhones } from './use-unsent-phones.ts'

const askEveryMs = 2000

/** In the question before the room ends: what may be lost to the record, by member and product, as it dwindles. */
export function UnsentPhones({ sessionId }: { sessionId: number }) {
  const { t } = useTranslation('room')
  useQuery(orpc.room.status.queryOptions({ refetchInterval: askEveryMs }))
  const phones = useUnsentPhones(sessionId)
  if (phones.length === 0) return null
  return (
    <div className={classes.unsent} role="status">
      <p>{t('unsent.title')}</p>
      <ul>
        {phones.map(({ memberId, name, waiting, isSilent }) => (
          <li key={memberId}>
            {name}:{' '}
            {[
              ...waiting.map(({ code, count }) => t('unsent.product', { code, count })),
              ...(isSilent ? [t('unsent.silent')] : []),
            ].join('; ')}
          </li>
        ))}
      </ul>
      <p>{t('unsent.advice')}</p>
    </div>
  )
}
