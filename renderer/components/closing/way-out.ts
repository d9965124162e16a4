import { useBlocker, type ShouldBlockFn } from '@tanstack/react-router'
import { useCallback, type MouseEvent } from 'react'
import { sharedValue } from '../../api/shared-value.ts'

/** Asks before what was typed is lost; false where nothing would be. */
export type AskOut = (go: () => void, stay: () => void) => boolean

/** What is open and may hold typed text, the topmost last. */
const asked = sharedValue<readonly AskOut[]>([])

/** @returns ends it */
export function beAsked(ask: AskOut): () => void {
  asked.set([...asked.read(), ask])
  return () => asked.set(asked.read().filter((one) => one !== ask))
}

/** Goes on once nothing that is open holds back. */
export function goOut(go: () => void, stay: () => void = () => {}): void {
  askFrom(asked.read(), go, stay)
}

function askFrom(open: readonly AskOut[], go: () => void, stay: () => void): void {
  const top = open.at(-1)
  if (top === undefined) return go()
  const further = () => askFrom(open.slice(0, -1), go, stay)
  if (!top(further, stay)) further()
}

/** The router waits for the answer wherever somebody leads it out of what is open. */
export function useAskingRouter(): void {
  const shouldBlockFn = useCallback<ShouldBlockFn>(
    ({ action }) =>
      isWayOut(action) &&
      new Promise((resolve) =>
        goOut(
          () => resolve(false),
          () => resolve(true),
        ),
      ),
    [],
  )
  useBlocker({ shouldBlockFn, enableBeforeUnload: false, disabled: asked.use().length === 0 })
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
function isWayOut(action: 'PUSH' | 'REPLACE' | 'FORWARD' | 'BACK' | 'GO'): boolean {
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
