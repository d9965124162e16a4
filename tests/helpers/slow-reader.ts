import { setImmediate } from 'node:timers/promises'
import type { AppWork } from '../../electron/work/app-work.ts'
import type { PageOutcome } from '../../shared/domain/paper-ballots/page-outcome.ts'

type PaperToRead = { readonly name: string; readonly page: number }

/** A reader of scans whose files have so many pages, and who ends a page, which is blank, when it is told to. */
export function slowReader(pages: number) {
  const kinds: string[] = []
  let atWork: {
    readonly asked: PaperToRead
    readonly end: (outcome: PageOutcome) => void
    fail: (why: Error) => void
  } | null = null
  const run = (kind: string, asked: unknown, { signal }: { readonly signal?: AbortSignal } = {}) => {
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error)
    if (kind !== 'read-paper') {
      kinds.push(kind)
      return Promise.resolve(kind === 'count-papers' ? pages : undefined)
    }
    const { promise, resolve, reject } = Promise.withResolvers<PageOutcome>()
    atWork = { asked: asked as PaperToRead, end: resolve, fail: reject }
    return promise
  }
  const take = () => {
    const taken = atWork
    if (taken === null) throw new Error('no page is at work')
    atWork = null
    return taken
  }
  return {
    work: { run, close: () => Promise.resolve() } as unknown as AppWork,
    /** All that it was asked for but for pages. */
    kinds,
    /** The page at work; null while it waits. */
    page: () => atWork?.asked.page ?? null,
    /** Settles once whoever asks has heard of it. */
    endPage: async () => {
      const { asked, end } = take()
      const source = { file: asked.name, page: asked.page }
      end({ kind: 'unplaced', source, why: 'blank', label: null, reading: null })
      await setImmediate()
    },
    fail: async (why: Error) => {
      take().fail(why)
      await setImmediate()
    },
  }
}
