import './fonts.css'
import '@mantine/core/styles.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider, type AnyRouter } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { client } from '../api/client.ts'
import { followChanges } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'
import { askBeforeLeaving } from '../api/unsaved.ts'
import { Report } from '../components/report/Report.tsx'
import { cleanPastes } from './clean-paste.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Help } from './help/Help.tsx'
import { startI18n } from './i18n.ts'
import { noteFaults } from './note-faults.ts'
import { styleNonce } from './style-nonce.ts'
import { cssVariables, theme } from './theme.ts'

type PageParts = {
  readonly router: AnyRouter
  /** Told how many changes could not be saved for a while. */
  readonly noteUnsaved: (count: number) => Promise<void>
  /** In milliseconds: changes closer together are answered by one asking. */
  readonly gatherFor: number
}

/** Starts the page of a window or of a clerk's browser: its language, its watch over the file, and its screens. */
export async function startPage({ router, noteUnsaved, gatherFor }: PageParts): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  // Dialogs stop the page from scrolling by a style element, which the policy lets in with this nonce only.
  setNonce(styleNonce())
  await startI18n()
  askBeforeLeaving(noteUnsaved)
  cleanPastes()
  noteFaults()
  void followChanges({ client, queryClient, gatherFor, signal: new AbortController().signal })
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <QueryClientProvider client={queryClient}>
          <ErrorBoundary>
            <RouterProvider router={router} />
          </ErrorBoundary>
          <Report />
          <Help router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
