import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { UnprintableText } from '../../../shared/api/unprintable-text.ts'
import { orpc } from '../../api/client.ts'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './DocumentsPage.module.css'

/** Names what is printed otherwise than it was typed, before anything is printed; nothing where all can be. */
export function UnprintableNote({ sessionId }: { sessionId: number }) {
  const { t } = useTranslation('documents')
  const { data: found = [] } = useQuery(orpc.documents.unprintable.queryOptions({ input: { sessionId } }))
  return <UnprintableTexts found={found} say={(signs) => t('unprintable', { signs })} />
}

type UnprintableTextsProps = {
  readonly found: readonly UnprintableText[]
  /** The sentence about the signs. */
  readonly say: (signs: string) => string
}

export function UnprintableTexts({ found, say }: UnprintableTextsProps) {
  const { t } = useTranslation('documents')
  if (found.length === 0) return null
  return (
    <div className={classes.unprintable} role="note">
      <StateMark tone="attention">{say([...new Set(found.flatMap(({ signs }) => signs))].join(' '))}</StateMark>
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
