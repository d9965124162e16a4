import { Button, Modal, Stack } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFoot } from '../DialogFoot.tsx'
import { useEscape } from './use-escape.ts'
import { useTypedText } from './use-typed-text.ts'
import { beAsked, noteLink, type AskOut } from './way-out.ts'

/**
 * How dialogs and drawers are left: by Escape, their cross, a click beside them, a link within, a command or the window's ways
 * back and forward; where something was typed that would be lost they ask once. Their own buttons close them as they say.
 *
 * @returns `closing` for Mantine's Modal or Drawer, `leave` for another way out of what was typed, and the question to render beside it
 */
export function useGuardedClose({
  isOpen,
  closeOnEscape = true,
  onClose,
}: {
  readonly isOpen: boolean
  readonly closeOnEscape?: boolean | undefined
  readonly onClose: () => void
}) {
  const { watch, firstLost } = useTypedText()
  /** The way out that is asked about; `stay`: what waits for it is told that nobody goes. */
  const [asked, setAsked] = useState<Asked | null>(null)
  if (asked !== null && !isOpen) setAsked(null)
  /** False where nothing would be lost. */
  const ask = (go: () => void, stay?: () => void): boolean => {
    if (firstLost() === undefined) return false
    setAsked({ go, stay })
    return true
  }
  const leave = (go: () => void): void => {
    if (!ask(go)) go()
  }
  const close = (): void => leave(onClose)
  useEscape(isOpen, () => closeOnEscape && close())
  useAsked(isOpen, ask)
  const question: ReactNode = (
    <Question
      isOpen={asked !== null && isOpen}
      onKeep={() => {
        setAsked(null)
        asked?.stay?.()
        firstLost()?.focus()
      }}
      onDiscard={() => {
        setAsked(null)
        asked?.go()
      }}
    />
  )
  return {
    closing: { ...watch, onClickCapture: noteLink, opened: isOpen, closeOnEscape: false, onClose: close },
    leave,
    question,
  }
}

type Asked = { readonly go: () => void; readonly stay: (() => void) | undefined }

function useAsked(isOpen: boolean, ask: AskOut): void {
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  useEffect(() => (isOpen ? beAsked((go, stay) => latest.current(go, stay)) : undefined), [isOpen])
}

type QuestionProps = { readonly isOpen: boolean; readonly onKeep: () => void; readonly onDiscard: () => void }

/** Who goes on typing is led to what would have been lost; whoever opened the question may have been a button. */
function Question({ isOpen, onKeep, onDiscard }: QuestionProps) {
  const { t } = useTranslation()
  useEscape(isOpen, onKeep)
  return (
    <Modal
      opened={isOpen}
      closeOnEscape={false}
      returnFocus={false}
      size="sm"
      title={t('discard.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onKeep}
    >
      <Stack gap="md">
        {t('discard.text')}
        <DialogFoot>
          <Button variant="default" color="red.8" onClick={onDiscard}>
            {t('discard.deed')}
          </Button>
          <Button onClick={onKeep} data-autofocus>
            {t('discard.keep')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  )
}
