import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ReadOnlyReason } from '../../shared/api/workspace.ts'
import { orpc } from '../api/client.ts'
import { Icon } from './Icon.tsx'
import classes from './ReadOnlyBanner.module.css'

/** Says why nothing can be changed, while the open file is read-only. */
export function ReadOnlyBanner() {
  const { t } = useTranslation()
  const why = useQuery(orpc.workspace.status.queryOptions()).data?.open?.readOnly
  if (why === null || why === undefined) return null
  return (
    <div className={classes.banner} role="note">
      <Icon name="lock" size={16} /> {reasonText({ why, t })}
    </div>
  )
}

function reasonText({ why, t }: { why: ReadOnlyReason; t: TFunction }): string {
  switch (why.kind) {
    case 'place':
      return t('readOnlyWhy.place')
    case 'harmed':
      return t('readOnlyWhy.harmed')
    case 'newer':
      return t('readOnlyWhy.newer', why)
    case 'schema':
      return t('readOnlyWhy.schema', {
        what: why.differences.map(({ kind, ...what }) => t(`readOnlyWhy.difference.${kind}`, what)).join(', '),
      })
  }
}
