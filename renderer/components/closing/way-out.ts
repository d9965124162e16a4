import type { MouseEvent } from 'react'

let isOnWayOut = false

/** Runs what a person chose over or beside the dialogs that are open; a deed of their own asks and saves for itself. */
export function onWayOut(run: () => void): void {
  isOnWayOut = true
  try {
    run()
  } finally {
    isOnWayOut = false
  }
}

/** Where the router is going was chosen so: by a command, by a link, by the window's own ways back and forward. */
export function isWayOut(action: 'PUSH' | 'REPLACE' | 'FORWARD' | 'BACK' | 'GO'): boolean {
  return isOnWayOut || (action !== 'PUSH' && action !== 'REPLACE')
}

/** As `onClickCapture`: a link within leads out. Elsewhere, as in another tab, nothing is left. */
export function noteLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  if (link === null || link.target !== '' || link.download !== '' || event.ctrlKey || event.metaKey || event.shiftKey)
    return
  isOnWayOut = true
  // Once the click has gone all its way.
  setTimeout(() => (isOnWayOut = false))
}
