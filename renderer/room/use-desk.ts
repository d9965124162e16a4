import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Desk } from './desk-state.ts'
import type { DeviceDesk } from './device-desk.ts'

export const DeskContext = createContext<DeviceDesk | null>(null)

export function useDeviceDesk(): DeviceDesk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('no desk on this page')
  return desk
}

export function useDesk(): Desk {
  const desk = useDeviceDesk()
  return useSyncExternalStore(desk.subscribe, desk.read)
}
