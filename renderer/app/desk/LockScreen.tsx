import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../shared/api/people.ts'
import { isCovered, lockHost } from '../../api/desk.ts'
import { orpc } from '../../api/client.ts'
import { stuckChanges } from '../../api/unsaved.ts'
import { SignIn } from '../../components/people/SignIn.tsx'
import classes from './LockScreen.module.css'

type Props = {
  readonly desk: Desk
  readonly fileName: string
  /** Nobody has worked in this window since the file was opened. */
  readonly isFirst: boolean
}

/**
 * Over everything, dialogs too: a modal dialog of the browser's own makes all else unreachable, and gives the focus back
 * to where it was. Keys meant for the screen behind it end here.
 */
export function LockScreen({ desk, fileName, isFirst }: Props) {
  const { t } = useTranslation('people')
  const dialog = useRef<HTMLDialogElement>(null)
  const [isForgotten, setForgotten] = useState(false)
  const close = useMutation(orpc.workspace.close.mutationOptions({ meta: { writes: false } }))
  const isAllSaved = stuckChanges.use().length === 0
  useLayoutEffect(() => {
    const element = dialog.current
    // Else the dialog gives the focus to the list of people first, which opens over the password and stays.
    element?.querySelector<HTMLElement>('[data-autofocus]')?.setAttribute('autofocus', '')
    element?.showModal()
    // Where the host does not answer the cover stays.
    void lockHost().catch(() => {})
    return () => element?.close()
  }, [])
  useEffect(keepKeys, [])
  return (
    <dialog
      ref={dialog}
      className={classes.screen}
      aria-labelledby="lock-title"
      data-testid="lock-screen"
      data-help="man-hinh-khoa"
      onCancel={(event) => event.preventDefault()}
      // A browser closes it at a second Escape whatever the page says.
      onClose={() => dialog.current?.isConnected === true && dialog.current.showModal()}
    >
      <title>{`${t(isFirst ? 'lock.titleFirst' : 'lock.title')} – Hội đồng OCOP`}</title>
      <div className={classes.card}>
        <h1 id="lock-title">{t(isFirst ? 'lock.titleFirst' : 'lock.title')}</h1>
        <p className={classes.file}>{fileName}</p>
        {!isFirst && (
          <p className={classes.note}>
            {isAllSaved && `${t('lock.saved')} `}
            {t('lock.text')}
            {desk.heldBy === 'paper' && ` ${t('lock.paper')}`}
          </p>
        )}
        <SignIn desk={{ ...desk, isLocked: true }} deed={t(isFirst ? 'lock.deedFirst' : 'lock.deed')} onDone={() => {}}>
          {/* Another file would end what waits. */}
          {desk.heldBy === null && isAllSaved && (
            <Button
              variant="subtle"
              onClick={() => {
                isCovered.set(false)
                close.mutate(undefined)
              }}
            >
              {t('lock.close')}
            </Button>
          )}
        </SignIn>
        <Button
          className={classes.forgotten}
          variant="subtle"
          size="compact-sm"
          aria-expanded={isForgotten}
          onClick={() => setForgotten(!isForgotten)}
        >
          {t('lock.forgotten')}
        </Button>
        {isForgotten && <p className={classes.note}>{t('lock.forgottenText')}</p>}
      </div>
    </dialog>
  )
}

/** The screen behind hears no key, wherever it listens, until the lock is opened. */
function keepKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const isInside = event.target instanceof Element && event.target.closest('dialog') !== null
    const isCommand = event.ctrlKey || event.metaKey || event.altKey
    if (isInside && !isCommand) return
    // The browser's own keys for editing stay.
    event.stopImmediatePropagation()
    if (!isInside) event.preventDefault()
  }
  window.addEventListener('keydown', onKey, { capture: true })
  return () => window.removeEventListener('keydown', onKey, { capture: true })
}
