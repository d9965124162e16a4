import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { Candidates } from './NewRound.tsx'

/** Further products for a round that is not locked. */
export function AddProducts({ roundId, onClose }: { readonly roundId: number; readonly onClose: () => void }) {
  const { t } = useTranslation('opinions')
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const add = useMutation(orpc.opinions.addProducts.mutationOptions({ onSuccess: onClose }))
  const isReady = picked.size > 0 && !add.isPending
  return (
    <Dialog title={t('add')} size="xl" onClose={onClose}>
      <Form onSubmit={() => isReady && add.mutate({ id: roundId, registrations: [...picked], certificates: [] })}>
        <Stack gap="sm">
          <Candidates picked={picked} onPicked={setPicked} />
          <ErrorNote error={add.error} />
        </Stack>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={picked.size === 0} loading={add.isPending}>
            {t('addOf', { count: picked.size })}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}
