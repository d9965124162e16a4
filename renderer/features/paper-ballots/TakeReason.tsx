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

/** Asks why a confirmed ballot becomes another, or one is taken without a page: the record wants it. */
export function TakeReason({ ballot, choices, isBusy, error, onConfirm, onClose }: Props) {
  const { t } = useTranslation('paper')
  const { code, missingPages } = ballot
  const lacks = missingPages.length > 0
  const changed = ballot.criteria.filter(({ index }) => choices[index] !== (ballot.ballot.choices[index] ?? null))
  return (
    <ConfirmDialog
      isOpen
      title={lacks ? t('reason.missingTitle', { code, pages: missingPages.join(', ') }) : t('reason.title', { code })}
      confirmLabel={t('deed.take')}
      reasonLabel={t('reason.label')}
      reasonAtFirst={t(lacks ? 'reason.missingUsual' : 'reason.usual')}
      isBusy={isBusy}
      error={error}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {lacks
        ? t('reason.missingText')
        : t('reason.text', { count: changed.length, codes: changed.map((one) => one.code).join(', ') })}
    </ConfirmDialog>
  )
}
