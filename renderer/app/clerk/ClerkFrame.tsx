import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useIsLiveLost } from '../../api/live-state.ts'
import { useShortcuts } from '../commands/command-store.ts'
import { SaveMark } from '../SaveMark.tsx'
import classes from './ClerkFrame.module.css'

/** A bar that says whose keys these are and whether they are saved, and the scoring screens below it. */
export function ClerkFrame() {
  const { t } = useTranslation('clerk')
  const clerk = useQuery(orpc.workspace.status.queryOptions()).data?.operator
  const isLost = useIsLiveLost()
  useShortcuts()
  return (
    <div className={classes.frame}>
      <header className={classes.bar}>
        <span className={classes.title}>{t('title')}</span>
        <span className={classes.clerk}>{clerk}</span>
        <span className={classes.lost} role="status">
          {isLost && t('lost')}
        </span>
        <SaveMark />
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
