import './fonts.css'
import '@mantine/core/styles.css'
import './base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { client } from '../api/client.ts'
import { followChanges } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'
import { askBeforeLeaving } from '../api/unsaved.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { startI18n } from './i18n.ts'
import { router } from './routes.tsx'
import { styleNonce } from './style-nonce.ts'
import { cssVariables, theme } from './theme.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

// Dialogs stop the page from scrolling by a style element, which the policy lets in with this nonce only.
setNonce(styleNonce())
await startI18n()
askBeforeLeaving((count) => client.workspace.noteUnsaved({ count }))
void followChanges({ client, queryClient, signal: new AbortController().signal })

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  </StrictMode>,
)
