import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { makeActId } from '../../ballot-sync/act-id.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import type { BallotDesk } from './ballot-desk.ts'

type Props = {
  desk: BallotDesk
  ballot: BallotKey
  isOpen: boolean
  onClose: () => void
}

/** Opens a confirmed ballot again; the record keeps the old version and the reason. */
export function ReopenDialog({ desk, ballot, isOpen, onClose }: Props) {
  const { t } = useTranslation('scoring')
  const reopen = useMutation(orpc.ballots.reopen.mutationOptions())
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('reopen.title')}
      confirmLabel={t('reopen.deed')}
      reasonLabel={t('reopen.reason')}
      isBusy={reopen.isPending}
      error={reopen.error}
      onClose={onClose}
      onConfirm={(reason) => {
        const known = desk.read().known.get(ballot)
        if (known === undefined) return
        const { agendaItemId, memberId, round, version: seen } = known
        reopen.mutate(
          { agendaItemId, memberId, round, actId: makeActId(), seen, reason },
          {
            onSuccess: (reopened) => {
              desk.take(reopened)
              onClose()
            },
          },
        )
      }}
    >
      {t('reopen.text')}
    </ConfirmDialog>
  )
}
