import { useEffect } from 'react'
import { isCovered } from '../../api/desk.ts'

const lastKey = 'ocop-last-key'
const lookEveryMs = 2000

/** Locks the screen after that many minutes without a key or a pointer in any window of this file; 0 for never. */
export function useIdleLock(minutes: number): void {
  useEffect(() => {
    if (minutes === 0) return
    const note = (): void => localStorage.setItem(lastKey, String(Date.now()))
    const look = (): void => {
      if (Date.now() - Number(localStorage.getItem(lastKey)) >= minutes * 60_000) isCovered.set(true)
    }
    note()
    const timer = setInterval(look, lookEveryMs)
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const event of events) window.addEventListener(event, note, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, note, { capture: true })
    }
  }, [minutes])
}
