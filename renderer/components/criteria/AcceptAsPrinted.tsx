import { Button, type ButtonProps } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../Dialog.tsx'
import { OfficeSourceForm } from './OfficeSourceForm.tsx'

type Props = Pick<ButtonProps, 'variant' | 'size'> & {
  /** Among others: its label says no more than the set. */
  readonly isShort?: boolean
  readonly set: { readonly key: string; readonly setNumber: number; readonly name: string; readonly mostPoints: number }
}

/** Lets an office score with a set that lacks points as it is printed, by a document that says so. */
export function AcceptAsPrinted({ set, isShort = false, ...button }: Props) {
  const { t } = useTranslation('criteria')
  const [isOpen, setOpen] = useState(false)
  const accept = useMutation(orpc.criteria.acceptAsPrinted.mutationOptions({ onSuccess: () => setOpen(false) }))
  const { key, ...named } = set
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {t(isShort ? 'accept.short' : 'accept.action', named)}
      </Button>
      {isOpen && (
        <Dialog title={t('accept.title', named)} size="lg" onClose={() => setOpen(false)}>
          <OfficeSourceForm
            submitLabel={t('accept.confirm')}
            isBusy={accept.isPending}
            error={accept.error}
            onSubmit={(office) => accept.mutate({ key, office })}
            onCancel={() => setOpen(false)}
          >
            <p style={{ margin: 0 }}>{t('accept.text', named)}</p>
          </OfficeSourceForm>
        </Dialog>
      )}
    </>
  )
}
