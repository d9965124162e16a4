import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useEffect, useEffectEvent, useState } from 'react'
import { useReach } from '../../../components/Reachable.tsx'

const storageKey = 'ocop-scoring-side'

/** Room for the panel beside a grid of nine members; a smaller window shows it over the screen. */
const roomBeside = '(min-width: 75em) and (min-height: 40em)'

export type Side = {
  /** False for a clerk's page, which has ballots alone. */
  readonly canOpen: boolean
  readonly isBeside: boolean
  readonly isOver: boolean
  readonly isEvidenceOpen: boolean
  /** Takes the keys of the panel and of the evidence; false for any other. */
  readonly takeKey: (event: KeyboardEvent) => boolean
  readonly openEvidence: () => void
  readonly close: () => void
  readonly closeEvidence: () => void
}

/** The panel beside the ballots: whether it is open is remembered on this machine. */
export function useSide(): Side {
  const canOpen = useReach()('/registrations')
  const [isWanted, setWanted] = useLocalStorage({
    key: storageKey,
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const hasRoom = useMediaQuery(roomBeside, undefined, { getInitialValueInEffect: false })
  const [isOver, setOver] = useState(false)
  const [isEvidenceOpen, setEvidenceOpen] = useState(false)
  const isShownOver = canOpen && !hasRoom && isOver
  const takeKey = ({ code }: KeyboardEvent): boolean => {
    if (!canOpen) return false
    if (code === 'KeyV') setEvidenceOpen(true)
    else if (code !== 'KeyG') return false
    else if (hasRoom) setWanted(!isWanted)
    else setOver(!isOver)
    return true
  }
  useKeysOver(isShownOver && !isEvidenceOpen, takeKey)
  return {
    canOpen,
    isBeside: canOpen && hasRoom && isWanted,
    isOver: isShownOver,
    isEvidenceOpen,
    takeKey,
    openEvidence: () => setEvidenceOpen(true),
    close: () => (hasRoom ? setWanted(false) : setOver(false)),
    closeEvidence: () => setEvidenceOpen(false),
  }
}

/** Over the screen the panel is a dialog, behind which the ballots hear no key. */
function useKeysOver(isShown: boolean, takeKey: Side['takeKey']): void {
  const take = useEffectEvent(takeKey)
  useEffect(() => {
    if (!isShown) return
    const onKeyDown = (event: KeyboardEvent): void => {
      // The key that opened it may still be on its way.
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
      if (take(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isShown])
}
