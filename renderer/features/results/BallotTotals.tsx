import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import type { BallotRecord } from '../../../shared/domain/session/session-record.ts'
import { Table, type Head } from '../../components/Table.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** Each member's points on the product, and the spread between the ballots that count. */
export function BallotTotals({ item, record, session }: ItemPart) {
  const { t } = useTranslation('results')
  const title = t('ballots.title', { count: item.result.countedBallots, spread: item.result.spread })
  const heads: readonly Head[] = [
    { key: 'member', head: t('ballots.member') },
    ...parts.map((part): Head => ({ key: part, head: part, align: 'end' })),
    { key: 'total', head: t('ballots.total'), align: 'end' },
    { key: 'state', head: t('ballots.state') },
  ]
  return (
    <>
      <h2>{title}</h2>
      <Table caption={title} heads={heads} isDense data-testid="ballot-totals">
        {record.members.map((member) => {
          const ballot = item.ballots.find(({ memberId }) => memberId === member.id)
          const exclusion = item.exclusions.find(({ memberId }) => memberId === member.id)
          const why = exclusion?.kind ?? (member.isPresent ? null : 'absent')
          const hasPoints = ballot !== undefined && ballot.totals.answered > 0
          return (
            <tr key={member.id} data-state={ballot?.counts === true ? undefined : 'faded'}>
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
      </Table>
    </>
  )
}

const parts = ['A', 'B', 'C'] as const

function stateOf(
  ballot: BallotRecord | undefined,
  why: 'recused' | 'absent' | null,
): 'recused' | 'absent' | 'none' | 'draft' | 'counts' | 'verified' {
  if (why !== null) return why
  if (ballot === undefined || ballot.totals.answered === 0) return 'none'
  if (!ballot.counts) return 'draft'
  return ballot.state === 'verified' ? 'verified' : 'counts'
}
