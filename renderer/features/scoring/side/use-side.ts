import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
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
  return {
    canOpen,
    isBeside: canOpen && hasRoom && isWanted,
    isOver: canOpen && !hasRoom && isOver,
    isEvidenceOpen,
    takeKey: ({ code }) => {
      if (!canOpen) return false
      if (code === 'KeyV') setEvidenceOpen(true)
      else if (code !== 'KeyG') return false
      else if (hasRoom) setWanted(!isWanted)
      else setOver(true)
      return true
    },
    openEvidence: () => setEvidenceOpen(true),
    close: () => (hasRoom ? setWanted(false) : setOver(false)),
    closeEvidence: () => setEvidenceOpen(false),
  }
}
