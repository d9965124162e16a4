import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../shared/api/backups.ts'
import { client } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { dateAndTime } from '../../components/clock-time.ts'
import { saveFile } from '../../components/save-file.ts'
import { SecretaryPassword } from './SecretaryPassword.tsx'

/** Hands out a backup of a record that is kept by passwords and is not open. */
export function TakeDialog({ backup: { id, madeAt }, onClose }: { backup: Backup; onClose: () => void }) {
  const { t } = useTranslation('backups')
  const [secretaryPassword, setSecretaryPassword] = useState('')
  const take = useMutation({
    mutationFn: async () => saveFile(await client.backups.take({ id, secretaryPassword })),
    meta: { writes: false },
    onSuccess: onClose,
  })
  return (
    <ConfirmDialog
      isOpen
      title={t('ask.takeTitle', { time: dateAndTime(madeAt) })}
      confirmLabel={t('list.take')}
      isBusy={take.isPending}
      error={take.error}
      onConfirm={() => secretaryPassword !== '' && take.mutate()}
      onClose={onClose}
    >
      <SecretaryPassword value={secretaryPassword} onChange={setSecretaryPassword} />
    </ConfirmDialog>
  )
}
