import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { UnprintableText } from '../../../shared/api/unprintable-text.ts'
import { orpc } from '../../api/client.ts'
import { StateMark } from '../StateMark.tsx'
import classes from './UnprintableTexts.module.css'

/** What of a session is printed otherwise than it was typed. */
export function UnprintableInSession({ sessionId }: { sessionId: number }) {
  const { data: found = [] } = useQuery(orpc.documents.unprintable.queryOptions({ input: { sessionId } }))
  return <UnprintableTexts found={found} />
}

/** The same of papers of the office: beside their pages, and where they get their numbers. */
export function UnprintableOnPapers({ papers }: { papers: readonly OfficePaper[] }) {
  const { data: found = [] } = useQuery(orpc.officePapers.unprintable.queryOptions({ input: { papers: [...papers] } }))
  return <UnprintableTexts found={found} />
}

type Props = {
  readonly found: readonly UnprintableText[]
  /** The sentence about the signs; of the documents' face where it is left out. */
  readonly say?: (signs: string) => string
}

/** Names what is printed otherwise than it was typed, before anything is printed; nothing where all can be. */
export function UnprintableTexts({ found, say }: Props) {
  const { t } = useTranslation('documents')
  if (found.length === 0) return null
  const signs = [...new Set(found.flatMap((one) => one.signs))].join(' ')
  return (
    <div className={classes.unprintable} role="note">
      <StateMark tone="attention">{say === undefined ? t('unprintable', { signs }) : say(signs)}</StateMark>
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
