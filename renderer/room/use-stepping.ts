import { useState } from 'react'
import { browserStorage } from '../api/browser-storage.ts'

const storageKey = 'ocop-device-steps'

/** Whether a tap on a level opens the next criterion by itself, as this device was told; it does until it is told not to. */
export function useStepping(): readonly [isStepping: boolean, set: (isStepping: boolean) => void] {
  const [isStepping, setStepping] = useState(() => browserStorage()?.getItem(storageKey) !== 'no')
  const set = (next: boolean): void => {
    setStepping(next)
    browserStorage()?.setItem(storageKey, next ? 'yes' : 'no')
  }
  return [isStepping, set]
}
