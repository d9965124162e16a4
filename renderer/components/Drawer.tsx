import { Drawer as Panel, type DrawerProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useGuardedClose } from './closing/use-guarded-close.tsx'
import { DrawerSteps, type RowSteps } from './drawer-steps/DrawerSteps.tsx'
import { useStepKeys } from './drawer-steps/use-step-keys.ts'
import classes from './Drawer.module.css'

type Props = Pick<DrawerProps, 'size'> & {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Left out where no list stands behind it. */
  readonly steps?: RowSteps
  readonly children: ReactNode
}

/** A record beside the list that it is of, with the ways to the ones before and after it. */
export function Drawer({ isOpen, onClose, steps, children, ...rest }: Props) {
  const { t } = useTranslation()
  const { closing, leave, question } = useGuardedClose({ isOpen, onClose })
  const { buttons, onKeyDown } = useStepKeys()
  return (
    <>
      <Panel
        {...closing}
        classNames={{ body: classes.body }}
        closeButtonProps={{ 'aria-label': t('close') }}
        onKeyDown={onKeyDown}
        {...rest}
      >
        {steps !== undefined && (
          <DrawerSteps steps={{ ...steps, onStep: (id) => leave(() => steps.onStep(id)) }} buttons={buttons} />
        )}
        {children}
      </Panel>
      {question}
    </>
  )
}
