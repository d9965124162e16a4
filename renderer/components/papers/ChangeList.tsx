import { useTranslation } from 'react-i18next'
import type { DocumentChange } from '../../../shared/api/document-register.ts'

/** What is no longer as it was, line by line: old → new. */
export function ChangeList({ changes }: { changes: readonly DocumentChange[] }) {
  const { t } = useTranslation('papers')
  if (changes.length === 0) return null
  const shown = changes.slice(0, mostShown)
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }} data-testid="document-changes">
      {shown.map(({ what, from, to }) => (
        <li key={what}>
          {what}: {from === '' ? t('change.nothing') : from} → {to === '' ? t('change.nothing') : to}
        </li>
      ))}
      {changes.length > shown.length && <li>{t('change.more', { count: changes.length - shown.length })}</li>}
    </ul>
  )
}

const mostShown = 8
