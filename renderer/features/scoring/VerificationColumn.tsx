import { useTranslation } from 'react-i18next'
import type { VerificationRow } from '../../../shared/api/verifications.ts'
import classes from './AgendaColumn.module.css'
import { BallotMark } from './BallotMark.tsx'

const marks = { waiting: 'empty', 'in-progress': 'begun', verified: 'settled' } as const

type Props = {
  verifications: readonly VerificationRow[]
  current: VerificationRow
  onGo: (row: VerificationRow) => void
}

/** The ballots that a second person keys, and how far each is. */
export function VerificationColumn({ verifications, current, onGo }: Props) {
  const { t } = useTranslation('scoring')
  return (
    <nav className={classes.column} aria-label={t('check.list')} data-testid="verification-column">
      <ol className={classes.list}>
        {verifications.map((row) => (
          <li key={`${row.agendaItemId}/${row.memberId}`}>
            <button
              type="button"
              className={classes.item}
              aria-current={row === current ? 'true' : undefined}
              title={`${row.code} · ${row.productName} · ${row.memberName}`}
              onClick={() => onGo(row)}
            >
              <BallotMark mark={marks[row.state]} word={t(`check.state.${row.state}`)} />
              <span className={classes.code}>{row.code}</span>
              <span className={classes.count}>{row.state === 'verified' ? '✓' : ''}</span>
              <span className={classes.name}>{row.memberName}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
