import { Button, Stack, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isReason } from '../../shared/domain/session/is-reason.ts'
import { Dialog } from './Dialog.tsx'
import { DialogFoot } from './DialogFoot.tsx'
import { ErrorNote, WrongNote } from './ErrorNote.tsx'
import { Form } from './fields/Form.tsx'
import { reasonProblem } from './fields/reason-problem.ts'
import { focusAtOnce } from './fields/focus-at-once.ts'

export type ConfirmDialogProps = {
  readonly isOpen: boolean
  readonly title: string
  /** Wider where the children ask for something. */
  readonly size?: 'md' | 'lg'
  /** What will happen. */
  readonly children: ReactNode
  /** The verb of the deed, not "OK". */
  readonly confirmLabel: string
  readonly isDanger?: boolean
  /** Opens by itself, perhaps while someone types: Cancel has the focus, so that no stray key confirms. */
  readonly isUnasked?: boolean
  /** Of the button that leaves it be, where that is the better choice now: then it has the focus. */
  readonly waitLabel?: string | undefined
  readonly isBusy?: boolean
  /** It cannot be done now: the text says why, and the only button closes the dialog. */
  readonly isBlocked?: boolean
  /** What the children still ask for; said once the deed is asked for without it. */
  readonly lacks?: string | null
  readonly error?: unknown
  /** Label of a reason that must be given; without it none is asked for. */
  readonly reasonLabel?: string
  /** What it begins with, where there is a usual one. */
  readonly reasonAtFirst?: string
  readonly onConfirm: (reason: string) => void
  readonly onClose: () => void
}

/**
 * Asks before a deed that cannot simply be taken back, with its reason where the record wants one. Enter does it, from
 * the reason as well; Shift+Enter begins a new line there.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, size = 'md', onClose } = props
  return (
    <Dialog isOpen={isOpen} title={title} size={size} onClose={onClose}>
      <ConfirmBody {...props} />
    </Dialog>
  )
}

function ConfirmBody({
  children,
  confirmLabel,
  isDanger = false,
  isUnasked = false,
  waitLabel,
  isBusy = false,
  isBlocked = false,
  lacks = null,
  error,
  reasonLabel,
  reasonAtFirst = '',
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState(reasonAtFirst)
  const [isLackSaid, sayLack] = useState(false)
  const isCancelFirst = isUnasked || waitLabel !== undefined
  const problem = reasonProblem(reason, t)
  const isReady = reasonLabel === undefined || (isReason(reason) && problem === null)
  const submit = (): void => {
    if (!isReady || isBusy) return
    if (lacks === null) onConfirm(reason.trim())
    else sayLack(true)
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <div>{children}</div>
        {reasonLabel !== undefined && (
          <Textarea
            label={reasonLabel}
            value={reason}
            error={problem}
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }}
            autosize
            minRows={2}
            required
            ref={focusAtOnce}
            data-autofocus
          />
        )}
        {isLackSaid && lacks !== null && <WrongNote text={lacks} />}
        <ErrorNote error={error} />
        <DialogFoot>
          <Button variant="default" onClick={onClose} data-autofocus={isCancelFirst || undefined}>
            {waitLabel ?? t(isBlocked ? 'close' : 'cancel')}
          </Button>
          {!isBlocked && (
            <Button
              type="submit"
              loading={isBusy}
              disabled={!isReady}
              color={isDanger ? 'red.8' : 'leaf'}
              data-autofocus={(reasonLabel === undefined && !isCancelFirst) || undefined}
            >
              {confirmLabel}
            </Button>
          )}
        </DialogFoot>
      </Stack>
    </Form>
  )
}
