import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAskingRouter } from '../../components/closing/way-out.ts'
import { orpc } from '../../api/client.ts'
import { useIsLiveLost } from '../../api/live-state.ts'
import { isUnanswered } from '../../api/refusal.ts'
import { saveStore } from '../../api/save-state.ts'
import { useShortcuts } from '../commands/command-store.ts'
import { SaveMark } from '../SaveMark.tsx'
import classes from './ClerkFrame.module.css'

/** A bar that says whose keys these are and whether they are saved, and the scoring screens below it. */
export function ClerkFrame() {
  const { t } = useTranslation('clerk')
  const clerk = useQuery(orpc.workspace.status.queryOptions()).data?.operator
  const isLiveLost = useIsLiveLost()
  const save = saveStore.use()
  const isUnsaved = save.kind === 'failed' && isUnanswered(save.error)
  const isLost = isLiveLost || isUnsaved
  useShortcuts()
  useAskingRouter()
  return (
    <div className={classes.frame}>
      <header className={classes.bar}>
        <span className={classes.title}>{t('title')}</span>
        <span className={classes.clerk}>{clerk}</span>
        <span className={classes.lost} role={isUnsaved ? 'alert' : 'status'}>
          {isUnsaved && `${t('common:saved.failed')} `}
          {isLost && t('lost')}
        </span>
        {!isLost && <SaveMark />}
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
