import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import type { BallotRecord } from '../../../shared/domain/session/session-record.ts'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** Each member's points on the product, and the spread between the ballots that count. */
export function BallotTotals({ item, record, session }: ItemPart) {
  const { t } = useTranslation('results')
  const parts = ['A', 'B', 'C'] as const
  return (
    <>
      <h2>{t('ballots.title', { count: item.result.countedBallots, spread: item.result.spread })}</h2>
      <table className={classes.table} data-testid="ballot-totals">
        <thead>
          <tr>
            <th scope="col">{t('ballots.member')}</th>
            {parts.map((part) => (
              <th key={part} scope="col" data-align="end">
                {part}
              </th>
            ))}
            <th scope="col" data-align="end">
              {t('ballots.total')}
            </th>
            <th scope="col">{t('ballots.state')}</th>
          </tr>
        </thead>
        <tbody>
          {record.members.map((member) => {
            const ballot = item.ballots.find(({ memberId }) => memberId === member.id)
            const exclusion = item.exclusions.find(({ memberId }) => memberId === member.id)
            const why = exclusion?.kind ?? (member.isPresent ? null : 'absent')
            const hasPoints = ballot !== undefined && ballot.totals.answered > 0
            return (
              <tr key={member.id} data-not-counted={ballot?.counts === true ? undefined : true}>
                <th scope="row">
                  <Link
                    to="/sessions/$sessionId/scoring"
                    params={{ sessionId: session.id }}
                    search={{ view: 'ballot', item: item.id, member: member.id }}
                    title={member.organisation}
                  >
                    {member.code}
                  </Link>{' '}
                  {member.name}
                </th>
                {parts.map((part) => (
                  <td key={part} data-align="end">
                    {hasPoints ? ballot.totals.parts[part] : '–'}
                  </td>
                ))}
                <td data-align="end">{hasPoints ? ballot.totals.total : '–'}</td>
                <td className={classes.state}>{t(`ballots.${stateOf(ballot, why)}`)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

function stateOf(
  ballot: BallotRecord | undefined,
  why: 'recused' | 'absent' | null,
): 'recused' | 'absent' | 'none' | 'draft' | 'counts' | 'verified' {
  if (why !== null) return why
  if (ballot === undefined || ballot.totals.answered === 0) return 'none'
  if (!ballot.counts) return 'draft'
  return ballot.state === 'verified' ? 'verified' : 'counts'
}
