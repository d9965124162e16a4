import { useRef, type MouseEvent } from 'react'

/**
 * A link within a dialog or drawer leaves what was typed there as its cross does, so it asks first.
 *
 * @param ask is handed the way on that the link is; false where there is nothing to ask, and the link goes
 * @returns for the `onClickCapture` of what is left
 */
export function useAskingLinks(ask: (follow: () => void) => boolean): (event: MouseEvent) => void {
  const following = useRef<Element | null>(null)
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    // Elsewhere, as in another tab, nothing is left.
    if (link === null || link.target !== '' || link.download !== '' || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    if (following.current === link) return
    const follow = (): void => {
      following.current = link
      link.click()
      following.current = null
    }
    if (!ask(follow)) return
    event.preventDefault()
    event.stopPropagation()
  }
}
