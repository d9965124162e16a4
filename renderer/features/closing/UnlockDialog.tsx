import { Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'

type Props = {
  session: SessionDetail
  isOpen: boolean
  onClose: () => void
}

/** Unlocks with a reason, and with the day that the documents bear from then on. */
export function UnlockDialog({ session, isOpen, onClose }: Props) {
  const { t } = useTranslation('meeting')
  const [heldOn, setHeldOn] = useState<string | null>(session.heldOn)
  const reopen = useMutation(orpc.sessions.reopen.mutationOptions())
  const update = useMutation(orpc.sessions.update.mutationOptions())
  const leave = (): void => {
    onClose()
    reopen.reset()
    update.reset()
    setHeldOn(session.heldOn)
  }
  const unlock = async (reason: string): Promise<void> => {
    if (heldOn === null || heldOn === '') return
    await reopen.mutateAsync({ sessionId: session.id, reason })
    if (heldOn !== session.heldOn) await update.mutateAsync({ sessionId: session.id, fields: { heldOn } })
    leave()
  }
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('unlock.title')}
      confirmLabel={t('unlock.deed')}
      reasonLabel={t('unlock.reason')}
      isDanger
      isBusy={reopen.isPending || update.isPending}
      error={reopen.error ?? update.error}
      // Both writes keep their error in the dialog.
      onConfirm={(reason) => void unlock(reason).catch(() => {})}
      onClose={leave}
    >
      <Stack gap="md">
        <div>{t('unlock.text')}</div>
        <DateInput
          label={t('unlock.heldOn')}
          description={t('unlock.heldOnNote')}
          date={session.heldOn}
          onDate={setHeldOn}
        />
      </Stack>
    </ConfirmDialog>
  )
}
