import { useComputedColorScheme } from '@mantine/core'
import { useState } from 'react'

const storageKey = 'ocop-projector-ground'

type Ground = 'light' | 'dark'

/** Light or dark behind the room's screen, apart from the secretary's window: rooms differ in how dark they get. */
export function useGround(): readonly [Ground, () => void] {
  const scheme = useComputedColorScheme('light')
  const [chosen, setChosen] = useState(() => readGround(localStorage.getItem(storageKey)))
  const ground = chosen ?? scheme
  const turn = (): void => {
    const next = ground === 'light' ? 'dark' : 'light'
    localStorage.setItem(storageKey, next)
    setChosen(next)
  }
  return [ground, turn]
}

const readGround = (stored: string | null): Ground | null => (stored === 'light' || stored === 'dark' ? stored : null)
