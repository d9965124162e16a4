import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useCommands } from '../../app/commands/command-store.ts'
import { hasLanguages, loadLanguages } from '../../app/i18n.ts'

/** What waits to be looked at: a copied block, or, where it is empty, whoever is about to paste one. */
export type PastedBlock = {
  readonly text: string
  /** Another block takes its place. */
  readonly onText: (text: string) => void
}

type Props = {
  /** `feature.verb`, as commands are named. */
  readonly id: string
  readonly title: string
  /** False where nothing can be changed. */
  readonly isOn: boolean
}

/**
 * Takes what is pasted on a screen with a table: several cells wherever the focus is but in a text of several lines, one cell
 * where it is in no field. Dialogs keep what is pasted into them. A command of the screen opens it without a block.
 */
export function usePastedBlock({ id, title, isOn }: Props) {
  const [text, setText] = useState<string | null>(null)
  const open = (): void => show('', setText)
  useCommands(isOn ? [{ id, title, group: 'here', run: open, keywords: 'Excel Ctrl+V paste' }] : [])
  useEffect(() => {
    if (!isOn) return
    const paste = (event: ClipboardEvent): void => {
      const pasted = event.clipboardData?.getData('text/plain') ?? ''
      if (event.defaultPrevented || isDialogOpen() || !isForTable(event.target, pasted)) return
      event.preventDefault()
      show(pasted, setText)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [isOn])
  const block: PastedBlock | null = text === null ? null : { text, onText: setText }
  return { block, open, close: () => setText(null) }
}

/** Once it can be read in whichever language it was copied; whole at once, as within the key itself: the next one is its. */
function show(text: string, onText: (text: string) => void): void {
  const tell = (): void => flushSync(() => onText(text))
  if (hasLanguages()) onText(text)
  else void loadLanguages().then(tell, tell)
}

const isDialogOpen = (): boolean => document.querySelector('[role="dialog"]') !== null

function isForTable(target: EventTarget | null, text: string): boolean {
  if (text.trim() === '' || target instanceof HTMLTextAreaElement) return false
  // One cell is copied with a line end behind it.
  return !(target instanceof HTMLInputElement) || /[\t\r\n]/.test(text.replace(/\r?\n$/, ''))
}
