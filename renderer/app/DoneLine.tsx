import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'
import { errorText, readRefusal } from '../api/refusal.ts'
import { Keycaps } from '../components/Keycaps.tsx'
import { forgetUndoable, shownNotice, useLastUndoable, type Notice } from '../components/notice-store.ts'
import { matchesShortcut } from './commands/command.ts'
import classes from './NoticeLine.module.css'

/**
 * What was done to many rows, and the way back: one key. In a field in which somebody typed since then, the key is the
 * field's own.
 */
export function DoneLine({ notice: { text, undo } }: { notice: Extract<Notice, { readonly kind: 'done' }> }) {
  return <WayBack deed={{ text, undo }} told={text} />
}

/** What was taken back, and the deed before it, which the key takes back next; where there is none, the key says so. */
export function UndoneLine({ text }: { text: string }) {
  const { t } = useTranslation()
  const before = useLastUndoable()
  const told = t('notice.undone', { what: text })
  return before === undefined ? <NothingLeft text={text} told={told} /> : <WayBack deed={before} told={told} isNamed />
}

type WayBackProps = {
  readonly deed: Pick<Extract<Notice, { readonly kind: 'done' }>, 'text' | 'undo'>
  readonly told: string
}

function WayBack({ deed: { text, undo }, told, isNamed = false }: WayBackProps & { readonly isNamed?: boolean }) {
  const { t } = useTranslation()
  const back = useMutation(
    orpc.undo.takeBack.mutationOptions({
      onSuccess: () => {
        forgetUndoable(undo)
        shownNotice.set({ kind: 'undone', text, undo })
      },
      // Deeds of a file that was closed since.
      onError: (error) => {
        if (readRefusal(error)?.reason === 'undo-forgotten') forgetUndoable()
      },
    }),
  )
  const { mutate, isPending } = back
  useUndoKey(() => isPending || mutate({ id: undo }))
  return (
    <>
      {back.error === null ? (
        <span className={classes.text}>{told}</span>
      ) : (
        <span className={classes.trouble}>{errorText(back.error, t)}</span>
      )}
      <Button
        size="compact-sm"
        variant="default"
        loading={isPending}
        rightSection={<Keycaps shortcut="mod+z" />}
        aria-keyshortcuts="Control+Z"
        onClick={() => mutate({ id: undo })}
      >
        {isNamed ? t('notice.undoBefore', { what: text }) : t('notice.undo')}
      </Button>
    </>
  )
}

function NothingLeft({ text, told }: { text: string; told: string }) {
  const { t } = useTranslation()
  const [isAskedAgain, askAgain] = useState(false)
  useUndoKey(() => askAgain(true))
  return <span className={classes.text}>{isAskedAgain ? t('notice.nothingToUndo', { what: text }) : told}</span>
}

/** Ctrl+Z anywhere but in a dialog (beside a drawer the list still stands), and in a field in which somebody typed since the line came. */
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
      if (document.querySelector(modalQuestion) !== null) return
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

/** What has to be answered first. */
const modalQuestion = '[role="dialog"][aria-modal="true"]:not(.mantine-Drawer-content)'

/** A box that was ticked has nothing typed to take back. */
function holdsText(target: EventTarget): boolean {
  return !(target instanceof HTMLInputElement) || !/^(checkbox|radio|button|range|file|color)$/.test(target.type)
}
