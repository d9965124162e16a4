import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './DocumentsPage.module.css'

/** Names what is printed otherwise than it was typed, before anything is printed; nothing where all can be. */
export function UnprintableNote({ sessionId }: { sessionId: number }) {
  const { t } = useTranslation('documents')
  const { data: found = [] } = useQuery(orpc.documents.unprintable.queryOptions({ input: { sessionId } }))
  if (found.length === 0) return null
  const signs = [...new Set(found.flatMap((each) => each.signs))].join(' ')
  return (
    <div className={classes.unprintable} role="note">
      <StateMark tone="attention">{t('unprintable', { signs })}</StateMark>
      <ul>
        {found.slice(0, mostShown).map(({ text, printed }) => (
          <li key={text}>
            {text} → {printed}
          </li>
        ))}
        {found.length > mostShown && <li>{t('unprintableMore', { count: found.length - mostShown })}</li>}
      </ul>
    </div>
  )
}

const mostShown = 3
