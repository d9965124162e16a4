import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
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
  useEffect(() => {
    const typedIn = new WeakSet<EventTarget>()
    const input = ({ target }: Event): void => {
      if (target !== null) typedIn.add(target)
    }
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.defaultPrevented || !matchesShortcut('mod+z', event)) return
      if (event.target !== null && typedIn.has(event.target)) return
      if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return
      event.preventDefault()
      mutate({ id: undo })
    }
    window.addEventListener('input', input, { capture: true })
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('input', input, { capture: true })
      window.removeEventListener('keydown', press)
    }
  }, [mutate, undo])
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
