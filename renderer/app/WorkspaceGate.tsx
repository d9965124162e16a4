import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'
import { isCovered } from '../api/desk.ts'
import { errorText } from '../api/refusal.ts'
import { LockScreen } from './desk/LockScreen.tsx'
import { HandedFile } from './HandedFile.tsx'
import { HandedPackage } from './HandedPackage.tsx'
import { ErrorScreen } from './ErrorScreen.tsx'
import { MovedFile } from './MovedFile.tsx'

const BackupsPage = lazy(async () => ({
  default: (await import('../features/backups/BackupsPage.tsx')).BackupsPage,
}))
const StartPage = lazy(async () => ({ default: (await import('../features/start/StartPage.tsx')).StartPage }))

/** No screen without a file: the start screen stands in for all of them until one is open. */
export function WorkspaceGate() {
  const { t } = useTranslation()
  const status = useQuery(
    orpc.workspace.status.queryOptions({
      refetchInterval: ({ state }) => (state.data?.checking == null ? false : 500),
    }),
  )
  // Everybody sees the projector: it shows no list of recent files, and says itself that there is nothing to show.
  const isBackups = useLocation({ select: ({ pathname }) => pathname === '/backups' })
  const isProjector = useLocation({ select: ({ pathname }) => pathname === '/projector' })
  const isCoveredNow = isCovered.use()
  const [shown, setShown] = useState<string | null>(null)
  if (status.isError) {
    return <ErrorScreen error={new Error(errorText(status.error, t))} onRetry={() => void status.refetch()} />
  }
  if (status.data === undefined) return null
  if (isProjector) return <Outlet />
  const { open, handed, desk } = status.data
  const isLocked = open !== null && (desk.isLocked || (isCoveredNow && desk.person !== null))
  if (open === null && shown !== null) setShown(null)
  if (open !== null && !isLocked && shown !== open.id) setShown(open.id)
  // Screens that were on show stay behind the lock as they were; none is made there.
  const hasScreens = open !== null && (!isLocked || shown === open.id)
  return (
    <>
      {open?.isMoved === true && <MovedFile file={open} />}
      {handed?.kind === 'package' && (
        <HandedPackage key={handed.id} file={handed} isFileOpen={hasScreens && !isLocked} />
      )}
      {handed?.kind === 'workspace' && <HandedFile key={handed.id} file={handed} isFileOpen={open !== null} />}
      {open === null ? (
        <Suspense fallback={null}>
          {isBackups ? (
            <main id="content" style={{ height: '100dvh', overflow: 'auto' }}>
              <BackupsPage />
            </main>
          ) : (
            <StartPage status={status.data} />
          )}
        </Suspense>
      ) : (
        hasScreens && <Outlet />
      )}
      {isLocked && <LockScreen desk={desk} fileName={open.name} isFirst={!hasScreens} />}
    </>
  )
}
