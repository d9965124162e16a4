import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'

/** The rounds of written opinions whose products the session took; nothing where there are none. */
export function FromOpinions({ sessionId }: { sessionId: number }) {
  const { t } = useTranslation('opinions')
  const { data = [] } = useQuery(orpc.opinions.list.queryOptions({ input: { sessionId } }))
  if (data.length === 0) return null
  return (
    <p>
      {t('ofSession')}{' '}
      {data.map(({ id, number, year }, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <Link to="/opinions/$roundId" params={{ roundId: id }}>
            {t('round', { number, year })}
          </Link>
        </span>
      ))}
    </p>
  )
}
