import { MutationCache, QueryCache, QueryClient, notifyManager } from '@tanstack/react-query'
import { isLiveConnected } from './live-state.ts'
import { isFinalRefusal, isPageFault, readRefusal } from './refusal.ts'
import { saveStore } from './save-state.ts'
import { markUnsaved } from './unsaved.ts'

// With the answer itself: a timer would wait behind what the window has to do by then.
notifyManager.setScheduler(queueMicrotask)

/** `meta: { writes: false }` marks a mutation that leaves the file as it is (preview, verify, export, open). */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The live stream says what changed; nothing else makes a query stale.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (failures, error) => readRefusal(error) === null && failures < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
  queryCache: new QueryCache({ onError: reportPageFault }),
  mutationCache: new MutationCache({
    onMutate: (_input, mutation) => {
      if (!writes(mutation.meta)) return
      saveStore.start()
      markUnsaved(mutation, 1)
    },
    onSuccess: (_data, _input, _context, mutation) => {
      if (!writes(mutation.meta)) return
      markUnsaved(mutation, 0)
      markUnsaved(failedWrite, 0)
      saveStore.succeed()
      if (!isLiveConnected()) void queryClient.invalidateQueries()
    },
    onError: (error, _input, _context, mutation) => {
      reportPageFault(error)
      if (!writes(mutation.meta)) return
      markUnsaved(mutation, 0)
      if (isFinalRefusal(error)) return saveStore.refuse()
      markUnsaved(failedWrite, 1, { isStuck: true })
      saveStore.fail(error)
    },
  }),
})

/** The window's `error` event writes it down. */
function reportPageFault(error: unknown): void {
  if (isPageFault(error)) reportError(error)
}

/** Stands for all writes that failed: what they held counts as unsaved until a later write succeeds. */
const failedWrite = {}

const writes = (meta: Readonly<Record<string, unknown>> | undefined): boolean => meta?.['writes'] !== false
