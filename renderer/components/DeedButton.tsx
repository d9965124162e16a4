import { Button, type ButtonProps } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog.tsx'
import { useOnce, type Deed } from './use-once.ts'

type Props<Input, Answer> = Pick<ButtonProps, 'variant' | 'size' | 'className'> &
  Pick<ConfirmDialogProps, 'isDanger' | 'isBlocked' | 'waitLabel' | 'reasonLabel' | 'children'> & {
    readonly label: string
    /** Of the dialog, and of its button: the label where nothing else is said. */
    readonly title?: string
    readonly confirmLabel?: string
    readonly 'aria-label'?: string | undefined
    readonly deed: Deed<Input, Answer> & { readonly reset: () => void }
    readonly inputOf: (reason: string) => Input
    readonly onDone?: (answer: Answer) => void
  }

/** A button whose deed is asked about first; a deed that fails stays in the dialog with the reason. */
export function DeedButton<Input, Answer>({
  label,
  title = label,
  confirmLabel = label,
  'aria-label': name,
  variant = 'default',
  size = 'sm',
  className,
  deed,
  inputOf,
  onDone,
  ...dialog
}: Props<Input, Answer>) {
  const [isAsked, setAsked] = useState(false)
  const once = useOnce(deed)
  const leave = (): void => {
    setAsked(false)
    deed.reset()
  }
  return (
    <>
      <Button variant={variant} size={size} className={className} aria-label={name} onClick={() => setAsked(true)}>
        {label}
      </Button>
      <ConfirmDialog
        {...dialog}
        isOpen={isAsked}
        title={title}
        confirmLabel={confirmLabel}
        isBusy={deed.isPending}
        error={deed.error}
        onConfirm={(reason) =>
          once(inputOf(reason), {
            onSuccess: (answer) => {
              leave()
              onDone?.(answer)
            },
          })
        }
        onClose={leave}
      />
    </>
  )
}
