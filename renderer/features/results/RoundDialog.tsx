import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { choiceAt } from '../../../shared/domain/ballot/choice-text.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import type { BallotRecord, EarlierRound } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

type Ballot = BallotRecord | undefined
type Row = {
  readonly key: string
  readonly name: string
  readonly pointsIn: (ballot: Ballot) => number | null
}

/** A replaced round beside the present one, criterion by criterion: old → new where a member changed. */
export function RoundDialog({ item, record, round, onClose }: ItemPart & { round: EarlierRound; onClose: () => void }) {
  const { t } = useTranslation('results')
  const form = useQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId: item.id } }))
  const pairs = record.members.flatMap((member) => {
    const before = round.ballots?.find(({ memberId }) => memberId === member.id)
    const now = item.ballots.find(({ memberId }) => memberId === member.id)
    return before === undefined && now === undefined ? [] : [{ member, before, now }]
  })
  const title = t('rounds.beside', { code: item.code, before: round.number, now: item.round })
  const rows = form.data && [
    ...listCriteria(form.data).map(({ criterion, index }): Row => ({
      key: criterion.code,
      name: `${criterion.code} ${criterion.title}`,
      pointsIn: (ballot) => {
        const choice = ballot === undefined ? null : choiceAt(ballot.choices, index)
        return choice === null ? null : pointsOf(criterion, choice)
      },
    })),
    { key: 'total', name: t('ballots.total'), pointsIn: (ballot: Ballot) => ballot?.totals.total ?? null },
  ]
  return (
    <Dialog title={title} size="auto" onClose={onClose}>
      <ErrorNote error={form.error} />
      {rows !== undefined && (
        <DataTable
          caption={title}
          isDense
          columns={[
            { key: 'criterion', head: t('gates.criterion'), isRowHead: true, cell: ({ name }) => name },
            ...pairs.map(({ member, before, now }): Column<Row> => ({
              key: member.code,
              head: <span title={member.name}>{member.code}</span>,
              align: 'end',
              cell: ({ pointsIn }) => <Change before={pointsIn(before)} now={pointsIn(now)} />,
            })),
          ]}
          rows={rows}
          rowKey={({ key }) => key}
          rowState={({ key }) => (key === 'total' ? 'sum' : undefined)}
          data-testid="round-beside"
        />
      )}
    </Dialog>
  )
}

const Change = ({ before, now }: { before: number | null; now: number | null }) =>
  before === now ? (
    <span>{now ?? '–'}</span>
  ) : (
    <span className={classes.changed}>
      {before ?? '–'} → {now ?? '–'}
    </span>
  )
