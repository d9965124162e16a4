import { useEffect } from 'react'
import { isSummaryDue } from '../../../shared/domain/session/screen-steps.ts'
import { countSummaryPages } from '../../../shared/domain/session/screen-summary.ts'
import { sharedValue } from '../../api/shared-value.ts'

const storageKey = 'ocop-projector-page'

export type SummaryPages = {
  /** The one that is shown, from 1. */
  readonly page: number
  readonly pages: number
  /** Turns it; false where no page is there, or no summary. */
  readonly turn: (way: 'before' | 'next') => boolean
}

/**
 * Which page of the summary the room's screen shows: one for both windows of this machine, whichever of them turned it. A product
 * on the screen leads back to the first.
 *
 * @param opened Products that the summary names; undefined where the screen shows no summary, null while that is not known.
 */
export function useSummaryPages(opened: number | null | undefined): SummaryPages {
  const stored = shownPage.use()
  useEffect(() => {
    shownPage.set(readPage())
    const onStorage = (event: StorageEvent): void => {
      if (event.key === storageKey) shownPage.set(readPage())
    }
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [])
  useEffect(() => {
    if (opened === undefined && readPage() !== 1) show(1)
  }, [opened])
  const pages = typeof opened === 'number' ? countSummaryPages(opened) : 0
  return {
    page: Math.min(stored, Math.max(1, pages)),
    pages,
    turn: (way) => {
      // Read afresh: two presses may come before it is drawn again.
      const to = Math.min(readPage(), pages) + (way === 'next' ? 1 : -1)
      if (to < 1 || to > pages) return false
      show(to)
      return true
    },
  }
}

/** As this window has drawn it. */
const shownPage = sharedValue(1)

function show(page: number): void {
  localStorage.setItem(storageKey, `${page}`)
  shownPage.set(page)
}

function readPage(): number {
  const page = Number(localStorage.getItem(storageKey) ?? 1)
  return Number.isInteger(page) && page > 0 ? page : 1
}

/** Products whose results are opened, where the session's summary is what the screen shows. */
export function summedUp(
  session: Parameters<typeof isSummaryDue>[0] & { readonly currentItemId: number | null },
): number | undefined {
  if (session.currentItemId !== null || !isSummaryDue(session)) return undefined
  return session.agenda.filter(({ isRevealed }) => isRevealed).length
}
