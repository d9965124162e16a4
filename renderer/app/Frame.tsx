import { useMediaQuery } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../api/desk.ts'
import { useCurrentSession } from '../api/current-session.ts'
import { useAskingRouter } from '../components/closing/way-out.ts'
import { useKeptFocus } from '../components/keep-focus.ts'
import { useProjectorCommands } from '../components/projector/use-projector-commands.ts'
import { ReadOnlyBanner } from '../components/ReadOnlyBanner.tsx'
import { useCommands, useShortcuts } from './commands/command-store.ts'
import { isPaletteOpen, isPaletteThere } from './commands/palette-store.ts'
import { TypedAhead } from './commands/TypedAhead.tsx'
import { useIdleLock } from './desk/use-idle-lock.ts'
import { useFrameCommands } from './frame-commands.ts'
import { useNewDay } from './use-new-day.ts'
import classes from './Frame.module.css'
import { ClockLine } from '../components/ClockLine.tsx'
import { CloseFile } from './CloseFile.tsx'
import { DoubtsDialog } from './DoubtsDialog.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'

const loadPalette = () => import('./commands/Palette.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))

const railKey = 'ocop-rail'

/** Rail, top bar and the place of the screens. */
export function Frame() {
  const { t } = useTranslation()
  const isCramped = useMediaQuery('(max-width: 75em)', false) ?? false
  const [choice, setChoice] = useState(() => localStorage.getItem(railKey))
  const isNarrow = isCramped ? choice !== 'wide-here' : choice === 'narrow'
  const toggleRail = (): void => {
    const next = isNarrow ? (isCramped ? 'wide-here' : 'wide') : 'narrow'
    localStorage.setItem(railKey, next === 'wide-here' ? 'wide' : next)
    setChoice(next)
  }
  const isOpen = isPaletteOpen.use()
  // Stays once it was opened, so that closing gives the focus back.
  const [isPaletteWanted, setPaletteWanted] = useState(false)
  if (isOpen && !isPaletteWanted) setPaletteWanted(true)
  const isThere = isPaletteThere.use()
  // Once the screen stands, so that the first Ctrl+K does not wait for it.
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadPalette().catch(() => {}))
    return () => cancelIdleCallback(idle)
  }, [])
  const desk = useDesk()
  useIdleLock(desk?.person == null || desk.isLocked ? 0 : desk.idleMinutes)
  useShortcuts()
  useKeptFocus()
  useAskingRouter()
  return (
    <div className={classes.frame} data-narrow={isNarrow || undefined}>
      <a className={classes.skip} href="#content" onClick={focusContent}>
        {t('frame.skip')}
      </a>
      <TopBar />
      <Rail isNarrow={isNarrow} onToggle={toggleRail} />
      <main id="content" className={classes.content} tabIndex={-1}>
        <ReadOnlyBanner />
        <ClockLine />
        <Outlet />
      </main>
      <DoubtsDialog />
      <CloseFile />
      <NoticeLine />
      <FrameCommands toggleRail={toggleRail} />
      <FollowAddress />
      {isOpen && !isThere && <TypedAhead />}
      <Suspense fallback={null}>{isPaletteWanted && <Palette />}</Suspense>
    </div>
  )
}

function FrameCommands({ toggleRail }: { toggleRail: () => void }) {
  useCommands(useFrameCommands(toggleRail))
  return null
}

/** What looks at the address, by itself: all is drawn anew that looks. */
function FollowAddress() {
  const session = useCurrentSession()
  useCommands(useProjectorCommands(session?.id ?? null))
  useNewDay()
  return null
}

// The address after # belongs to the router, so the skip link moves the focus itself.
function focusContent(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
