import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useGuardedClose } from './closing/use-guarded-close.tsx'
import classes from './Dialog.module.css'
import { startAtFirstField } from './first-field.ts'

type Props = Pick<ModalProps, 'size' | 'closeOnEscape' | 'closeOnClickOutside' | 'withCloseButton'> & {
  readonly title: string
  /** Left out where the dialog is only rendered while it is open. */
  readonly isOpen?: boolean
  readonly onClose: () => void
  /** The guide's section about it, which F1 opens; without one, that of the screen behind. */
  readonly help?: string
  readonly children: ReactNode
}

/** A dialog over the screen; Escape and a button with a name close it, and the focus goes back to where it was. */
export function Dialog({ isOpen = true, help, closeOnEscape, onClose, children, ...rest }: Props) {
  const { t } = useTranslation()
  useFocusBack(isOpen)
  const { closing, question } = useGuardedClose({ isOpen, closeOnEscape, onClose })
  return (
    <>
      <Modal
        {...closing}
        {...(isOpen && help !== undefined && { 'data-help': help })}
        closeButtonProps={{ 'aria-label': t('close') }}
        classNames={{ content: classes.content }}
        // Beside it there is nothing that could take the focus.
        onMouseDown={(event) => isBeside(event) && event.preventDefault()}
        {...rest}
      >
        <div ref={startAtFirstField} className={classes.body}>
          {children}
        </div>
      </Modal>
      {question}
    </>
  )
}

const isBeside = ({ currentTarget, target }: MouseEvent): boolean =>
  target instanceof Element && currentTarget.contains(target) && target.closest('[role="dialog"]') === null

/** What had the focus before the dialogs that are open: one may give way to the next. */
let beforeDialogs: Element | null = null

/** Mantine gives the focus back as a dialog is closed; one that leaves the page while it is open would leave it nowhere. */
function useFocusBack(isOpen: boolean): void {
  const [opener] = useState(() => {
    const active = document.activeElement
    if (active?.closest('[role="dialog"]') === null) beforeDialogs = active
    return active
  })
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    wasOpen.current = isOpen
  }, [isOpen])
  useEffect(
    () => () => {
      if (!wasOpen.current || document.activeElement !== document.body) return
      const back = [opener, beforeDialogs].find((element) => element?.isConnected === true)
      if (back instanceof HTMLElement) back.focus()
    },
    [opener],
  )
}
