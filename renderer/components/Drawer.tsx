import { Drawer as Panel, type DrawerProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useGuardedClose } from './closing/use-guarded-close.tsx'

type Props = Pick<DrawerProps, 'size'> & {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A record beside the list that it is of. */
export function Drawer({ isOpen, onClose, ...rest }: Props) {
  const { t } = useTranslation()
  const { closing, question } = useGuardedClose({ isOpen, onClose })
  return (
    <>
      <Panel {...closing} closeButtonProps={{ 'aria-label': t('close') }} {...rest} />
      {question}
    </>
  )
}
