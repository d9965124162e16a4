import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'
import { errorText } from '../api/refusal.ts'
import { Keycaps } from '../components/Keycaps.tsx'
import { shownNotice, type Notice } from '../components/notice-store.ts'
import { matchesShortcut } from './commands/command.ts'
import classes from './NoticeLine.module.css'

/**
 * What was done to many rows, and the way back: one key. In a field in which somebody typed since then, the key is the
 * field's own.
 */
export function DoneLine({ notice: { text, undo } }: { notice: Extract<Notice, { readonly kind: 'done' }> }) {
  const { t } = useTranslation()
  const back = useMutation(
    orpc.undo.takeBack.mutationOptions({ onSuccess: () => shownNotice.set({ kind: 'undone', text }) }),
  )
  const { mutate } = back
  useUndoKey(() => mutate({ id: undo }))
  return (
    <>
      {back.error === null ? (
        <span className={classes.text}>{text}</span>
      ) : (
        <span className={classes.trouble}>{errorText(back.error, t)}</span>
      )}
      <Button
        size="compact-sm"
        variant="default"
        loading={back.isPending}
        rightSection={<Keycaps shortcut="mod+z" />}
        aria-keyshortcuts="Control+Z"
        onClick={() => mutate({ id: undo })}
      >
        {t('notice.undo')}
      </Button>
    </>
  )
}

/** What was taken back; the key pressed once more is answered too. */
export function UndoneLine({ text }: { text: string }) {
  const { t } = useTranslation()
  const [isAskedAgain, askAgain] = useState(false)
  useUndoKey(() => askAgain(true))
  return (
    <span className={classes.text}>{t(isAskedAgain ? 'notice.nothingToUndo' : 'notice.undone', { what: text })}</span>
  )
}

/** Ctrl+Z anywhere but in a dialog, and in a field in which somebody typed since the line came. */
function useUndoKey(onUndo: () => void): void {
  const latest = useRef(onUndo)
  useEffect(() => {
    latest.current = onUndo
  })
  useEffect(() => {
    const typedIn = new WeakSet<EventTarget>()
    const input = ({ target }: Event): void => {
      if (target !== null && holdsText(target)) typedIn.add(target)
    }
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.defaultPrevented || !matchesShortcut('mod+z', event)) return
      if (event.target !== null && typedIn.has(event.target)) return
      if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('input', input, { capture: true })
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('input', input, { capture: true })
      window.removeEventListener('keydown', press)
    }
  }, [])
}

/** A box that was ticked has nothing typed to take back. */
function holdsText(target: EventTarget): boolean {
  return !(target instanceof HTMLInputElement) || !/^(checkbox|radio|button|range|file|color)$/.test(target.type)
}
