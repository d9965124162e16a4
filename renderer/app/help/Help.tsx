import type { AnyRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { sectionHere } from './help-places.ts'
import { openSection } from './help-store.ts'

const HelpPanel = lazy(async () => ({ default: (await import('./HelpPanel.tsx')).HelpPanel }))

/** F1 opens the guide at what is on screen, over any screen and dialog; F1 or Escape closes it again. */
export function Help({ router }: { router: AnyRouter }) {
  const section = openSection.use()
  // Stays once it was opened, so that closing gives the focus back.
  const [isWanted, setWanted] = useState(false)
  if (section !== null && !isWanted) setWanted(true)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isOpen = openSection.read() !== null
      const isHelp = event.key === 'F1' && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey
      if (!isHelp && !(isOpen && event.key === 'Escape' && !event.isComposing)) return
      // Before any dialog behind hears of it: Escape closes what is in front, and that alone.
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!event.repeat)
        openSection.set(isOpen ? null : sectionHere(router.state.matches.map(({ fullPath }) => fullPath)))
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [router])
  return <Suspense fallback={null}>{isWanted && <HelpPanel section={section} />}</Suspense>
}
