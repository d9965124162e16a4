import { useTranslation } from 'react-i18next'
import type { PaperBallot } from '../../../shared/api/paper-ballots.ts'
import type { BallotChoices } from '../../../shared/domain/scoring/types.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'

type Props = {
  readonly ballot: PaperBallot
  readonly choices: BallotChoices
  readonly isBusy: boolean
  readonly error: unknown
  readonly onConfirm: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why a confirmed ballot becomes another: the record wants it. */
export function TakeReason({ ballot, choices, isBusy, error, onConfirm, onClose }: Props) {
  const { t } = useTranslation('paper')
  const changed = ballot.criteria.filter(({ index }) => choices[index] !== (ballot.ballot.choices[index] ?? null))
  return (
    <ConfirmDialog
      isOpen
      title={t('reason.title', { code: ballot.code })}
      confirmLabel={t('deed.take')}
      reasonLabel={t('reason.label')}
      reasonAtFirst={t('reason.usual')}
      isBusy={isBusy}
      error={error}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {t('reason.text', { count: changed.length, codes: changed.map(({ code }) => code).join(', ') })}
    </ConfirmDialog>
  )
}
