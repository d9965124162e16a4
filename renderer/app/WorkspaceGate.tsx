import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'
import { errorText } from '../api/refusal.ts'
import { HandedFile } from './HandedFile.tsx'
import { ErrorScreen } from './ErrorScreen.tsx'
import { MovedFile } from './MovedFile.tsx'

const StartPage = lazy(async () => ({ default: (await import('../features/start/StartPage.tsx')).StartPage }))

/** No screen without a file: the start screen stands in for all of them until one is open. */
export function WorkspaceGate() {
  const { t } = useTranslation()
  const status = useQuery(orpc.workspace.status.queryOptions())
  // Everybody sees the projector: it shows no list of recent files, and says itself that there is nothing to show.
  const isProjector = useLocation({ select: ({ pathname }) => pathname === '/projector' })
  if (status.isError) {
    return <ErrorScreen error={new Error(errorText(status.error, t))} onRetry={() => void status.refetch()} />
  }
  if (status.data === undefined) return null
  if (isProjector) return <Outlet />
  const { open, handed } = status.data
  return (
    <>
      {open?.isMoved === true && <MovedFile file={open} />}
      {handed !== null && <HandedFile key={handed.id} file={handed} isFileOpen={open !== null} />}
      {open === null ? (
        <Suspense fallback={null}>
          <StartPage status={status.data} />
        </Suspense>
      ) : (
        <Outlet />
      )}
    </>
  )
}
