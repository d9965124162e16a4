import { PasswordInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, BackupComparison, RestoredWorkspace } from '../../../shared/api/backups.ts'
import { client, orpc } from '../../api/client.ts'
import { refreshWorkspace } from '../../api/refresh-workspace.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { dateAndTime } from '../../components/clock-time.ts'
import { isSecretaryNeeded, SecretaryPassword } from './SecretaryPassword.tsx'

type Props = {
  readonly backup: Backup
  readonly onDone: (restored: RestoredWorkspace) => void
  readonly onClose: () => void
}

/** What stands in the file and in the backup, and what a restore would take back, before it is done. */
export function RestoreDialog({ backup, onDone, onClose }: Props) {
  const { t } = useTranslation('backups')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [password, setPassword] = useState('')
  const [secretaryPassword, setSecretaryPassword] = useState('')
  const [isKept, setKept] = useState(false)
  const { id, isEncrypted, hasOtherPassword, madeAt } = backup
  const { data: comparison } = useQuery(orpc.backups.compare.queryOptions({ input: { id } }))
  const restore = useMutation({
    mutationFn: () =>
      client.backups.restore({
        id,
        ...(password !== '' && { password }),
        ...(secretaryPassword !== '' && { secretaryPassword }),
      }),
    onError: (error) => isSecretaryNeeded(error) && setKept(true),
    meta: { writes: false },
    onSuccess: async (restored) => {
      onDone(restored)
      onClose()
      await navigate({ to: '/backups' })
      await refreshWorkspace(queryClient)
      await queryClient.invalidateQueries()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isUnasked={!isEncrypted && !isKept}
      isDanger
      title={t('ask.title', { time: dateAndTime(madeAt) })}
      confirmLabel={t('ask.deed')}
      isBusy={restore.isPending}
      error={restore.error}
      onConfirm={() => restore.mutate()}
      onClose={onClose}
    >
      {comparison !== undefined && <Comparison comparison={comparison} />}
      {isEncrypted && (
        <PasswordInput
          label={t(hasOtherPassword ? 'ask.otherPassword' : 'ask.password')}
          value={password}
          data-autofocus
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      {isKept && <SecretaryPassword value={secretaryPassword} onChange={setSecretaryPassword} />}
    </ConfirmDialog>
  )
}

function Comparison({ comparison }: { comparison: BackupComparison }) {
  const { t } = useTranslation('backups')
  const { backup, present, ballotsSince, changesSince, isOtherBranch, isScoring } = comparison
  if (present === null) return null
  return (
    <>
      <p>
        {t('ask.now')}: {t('list.counts', { ...present })}
        <br />
        {t('ask.backup')}: {backup.facts === null ? t('list.unread') : t('list.counts', { ...backup.facts })}
      </p>
      {isOtherBranch && <p>{t('ask.branch')}</p>}
      <p>
        {isScoring && `${t('ask.scoring')} `}
        {changesSince === 0 ? t('ask.nothing') : t('ask.lost', { ballots: ballotsSince, changes: changesSince })}
      </p>
      <p>{t('ask.kept')}</p>
    </>
  )
}
