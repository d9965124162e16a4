import { useEffect, useId, useRef } from 'react'
import { onWayOut } from '../../components/closing/way-out.ts'
import { matchesShortcut, type Command } from './command.ts'

/** Commands of the parts on screen, in the order in which they came; each part keeps its own list fresh. */
const sources = new Map<string, () => readonly Command[]>()

/** What can be done now; of two commands with one id the part that came last wins. */
export function presentCommands(): readonly Command[] {
  const byId = new Map<string, Command>()
  for (const source of sources.values()) for (const command of source()) byId.set(command.id, command)
  return [...byId.values()]
}

/** Offers commands while the component is on screen. */
export function useCommands(commands: readonly Command[]): void {
  const key = useId()
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    sources.set(key, () => latest.current)
    return () => void sources.delete(key)
  }, [key])
}

/** Runs the command whose shortcut is pressed, anywhere in the window; called once, by the frame. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat) return
      if (!event.ctrlKey && !event.metaKey && !event.altKey && isTyping(event.target)) return
      const meant = presentCommands().filter(({ shortcut }) => shortcut && matchesShortcut(shortcut, event))
      const [command] = meant
      if (command?.shortcut === undefined) return
      if (meant.length > 1) console.error(`one shortcut for ${meant.map(({ id }) => id).join(', ')}`)
      if (!command.shortcut.startsWith('mod+') && isDialogOpen()) return
      event.preventDefault()
      onWayOut(command.run)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

// The screen behind an open dialog takes no shortcuts.
const isDialogOpen = (): boolean => document.querySelector('[role="dialog"]') !== null
