import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PaperBallotRow } from '../../../shared/api/paper-ballots.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { goAlongLinks } from './go-along-links.ts'
import { lookWords } from './look-words.ts'
import type { PaperList } from './paper-address.ts'
import classes from './PilePage.module.css'
import { pileTones } from './pile-tones.ts'
import table from '../../components/table-page.module.css'

type Props = {
  readonly sessionId: number
  readonly ballots: readonly PaperBallotRow[]
  readonly list: PaperList | undefined
}

/** Ballots of a pile, one a line, opened by their code; ↑ and ↓ go from one to the next. */
export function BallotTable({ sessionId, ballots, list }: Props) {
  const { t } = useTranslation('paper')
  return (
    <div role="presentation" onKeyDown={goAlongLinks}>
      <DataTable
        caption={t('ballots')}
        columns={[
          {
            key: 'code',
            head: t('column.code'),
            width: '9rem',
            isRowHead: true,
            cell: ({ agendaItemId, memberId, code }) => (
              <Link
                to="/sessions/$sessionId/paper"
                params={{ sessionId }}
                search={{ item: agendaItemId, member: memberId, ...(list !== undefined && { list }) }}
                className={table.name}
                data-row-link
              >
                {code}
              </Link>
            ),
          },
          { key: 'product', head: t('column.product'), cell: ({ productName }) => productName },
          { key: 'member', head: t('column.member'), width: '22%', cell: ({ memberName }) => memberName },
          {
            key: 'look',
            head: t('column.look'),
            width: '34%',
            cell: (row) => (
              <span className={classes.looks}>
                {lookWords(row, t).map((words) => (
                  <span key={words}>{words}</span>
                ))}
              </span>
            ),
            text: (row: PaperBallotRow) => lookWords(row, t).join('; '),
          },
          {
            key: 'state',
            head: t('column.state'),
            width: '11rem',
            isExtra: true,
            cell: ({ state }) => <StateMark tone={pileTones[state]}>{t(`list.${state}`)}</StateMark>,
            text: ({ state }: PaperBallotRow) => t(`list.${state}`),
          },
        ]}
        rows={ballots}
        rowKey={({ agendaItemId, memberId }) => `${agendaItemId}/${memberId}`}
        copies
        data-testid="paper-ballots"
      />
    </div>
  )
}
