import { useLayoutEffect, type RefObject } from 'react'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { useDesk } from './use-desk.ts'
import { isNobodysFocus } from '../../components/is-nobodys-focus.ts'

/**
 * Keeps the cursor's cell in sight and in focus. It follows the desk and not the rendering: the cell is there before
 * the cursor comes, and a move costs the table nothing.
 */
export function useCellInSight(scroll: RefObject<HTMLElement | null>, columns: readonly BallotKey[]): void {
  const desk = useDesk()
  useLayoutEffect(() => {
    let last: unknown = null
    const follow = (): void => {
      const cursor = desk.read().grid?.cursor
      if (cursor === undefined || cursor === last || scroll.current === null) return
      last = cursor
      const cell = scroll.current.querySelector<HTMLElement>(
        `[data-row="${cursor.row}"][data-column="${columns.indexOf(cursor.ballot)}"]`,
      )
      if (cell === null) return
      keepInSight({ scroll: scroll.current, cell })
      const active = document.activeElement
      if (isNobodysFocus(active) || scroll.current.contains(active)) {
        cell.focus({ preventScroll: true })
      }
    }
    follow()
    return desk.subscribe(follow)
  }, [desk, scroll, columns])
}

/** Scrolls the least that brings the cell out from under the sticky head, foot and first column. */
function keepInSight({ scroll, cell }: { scroll: HTMLElement; cell: HTMLElement }): void {
  const head = scroll.querySelector('thead')?.clientHeight ?? 0
  const first = scroll.querySelector('tbody th')?.clientWidth ?? 0
  const top = cell.offsetTop
  const left = cell.offsetLeft
  if (top - head < scroll.scrollTop) scroll.scrollTop = top - head
  else if (top + cell.offsetHeight > scroll.scrollTop + scroll.clientHeight) {
    scroll.scrollTop = top + cell.offsetHeight - scroll.clientHeight
  }
  if (left - first < scroll.scrollLeft) scroll.scrollLeft = left - first
  else if (left + cell.offsetWidth > scroll.scrollLeft + scroll.clientWidth) {
    scroll.scrollLeft = left + cell.offsetWidth - scroll.clientWidth
  }
}
