import type { MouseEvent } from 'react'

/** Asks before what was typed is lost; false where nothing would be. */
export type AskOut = (go: () => void, stay: () => void) => boolean

/** What is open and may hold typed text, the topmost last. */
const open = new Set<AskOut>()

/** @returns ends it */
export function beAsked(ask: AskOut): () => void {
  open.add(ask)
  return () => void open.delete(ask)
}

/** Goes on once nothing that is open holds back: for ways out that the router does not see, such as to another file. */
export function goOut(go: () => void, held: readonly AskOut[] = [...open].toReversed()): void {
  const [top, ...below] = held
  if (top === undefined) return go()
  const further = () => goOut(go, below)
  if (!top(further, () => {})) further()
}

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
