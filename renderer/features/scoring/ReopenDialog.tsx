import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { makeActId } from '../../ballot-sync/act-id.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import type { GridBallot } from '../../../shared/score-grid/score-grid.ts'
import type { BallotDesk } from './ballot-desk.ts'
import { useDeskPartOf } from './use-desk.ts'

type Props = {
  desk: BallotDesk
  ballot: BallotKey
  isOpen: boolean
  onClose: () => void
}

/**
 * Opens a settled ballot again; the record keeps the old version and the reason. One that cannot be opened says why, and
 * keeps the keys of the reason to itself.
 */
export function ReopenDialog({ desk, ballot, isOpen, onClose }: Props) {
  const { t } = useTranslation('scoring')
  const reopen = useMutation(orpc.ballots.reopen.mutationOptions())
  const standing = useDeskPartOf(desk, ({ grid }) => standingOf(grid?.ballots[ballot]))
  const isBlocked = standing === 'open' || standing === 'locked'
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('reopen.title')}
      confirmLabel={t('reopen.deed')}
      {...(isBlocked ? { isBlocked, isUnasked: true } : { reasonLabel: t('reopen.reason') })}
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
      {t(`reopen.text.${standing}`)}
    </ConfirmDialog>
  )
}

function standingOf(ballot: GridBallot | undefined): 'confirmed' | 'verified' | 'open' | 'locked' {
  if (ballot === undefined || ballot.isLocked || (ballot.excluded !== null && !isSettled(ballot.state))) return 'locked'
  return ballot.state === 'confirmed' || ballot.state === 'verified' ? ballot.state : 'open'
}
