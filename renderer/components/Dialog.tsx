import { Modal, type ModalProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = Pick<ModalProps, 'size'> & {
  readonly title: string
  /** Left out where the dialog is only rendered while it is open. */
  readonly isOpen?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog over the screen; Escape and a button with a name close it. */
export function Dialog({ isOpen = true, ...rest }: Props) {
  const { t } = useTranslation()
  return <Modal opened={isOpen} closeButtonProps={{ 'aria-label': t('close') }} {...rest} />
}
