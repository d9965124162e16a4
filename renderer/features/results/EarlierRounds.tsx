import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { earlierStanding } from '../../../shared/domain/session/ballots-due.ts'
import { importedReason, type EarlierRound } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { DeedButton } from '../../components/DeedButton.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'
import { RoundDialog } from './RoundDialog.tsx'

/** The scoring rounds that a later one replaced, with the reason for it; their ballots are one click away. */
export function EarlierRounds(part: ItemPart) {
  const { t } = useTranslation('results')
  const { item, record } = part
  const [shown, setShown] = useState<EarlierRound | null>(null)
  if (item.earlierRounds.length === 0) return null
  const floors = floorsOf(record)
  const columns: readonly Column<EarlierRound>[] = [
    { key: 'number', head: t('rounds.number'), cell: ({ number }) => number },
    {
      key: 'mean',
      head: t('rounds.mean'),
      align: 'end',
      cell: (round) => {
        const { stillDue, uncounted } = earlierStanding(round, { item, members: record.members })
        return (
          <>
            {stillDue === null ? formatMean(round.result.mean, floors) || '–' : t('rounds.unfinished', stillDue)}
            {(['recused', 'absent'] as const).map(
              (why) =>
                uncounted[why].length > 0 && (
                  <div key={why} className={classes.soft}>
                    {t('rounds.uncounted', { members: uncounted[why].join(', '), why: t(`ballots.${why}`) })}
                  </div>
                ),
            )}
          </>
        )
      },
    },
    { key: 'spread', head: t('rounds.spread'), align: 'end', cell: ({ result }) => result.spread },
    { key: 'reason', head: t('rounds.reason'), cell: (round) => <RoundReason part={part} round={round} /> },
    {
      key: 'ballots',
      head: t('rounds.ballots'),
      cell: (round) => (
        <button type="button" className={classes.link} onClick={() => setShown(round)}>
          {t('rounds.compare', { round: round.number })}
        </button>
      ),
    },
  ]
  return (
    <>
      <h2 className={classes.second}>{t('rounds.title')}</h2>
      <DataTable
        caption={t('rounds.title')}
        isDense
        columns={columns}
        rows={item.earlierRounds}
        rowKey={({ number }) => number}
        data-testid="earlier-rounds"
      />
      {shown !== null && <RoundDialog {...part} round={shown} onClose={() => setShown(null)} />}
    </>
  )
}

/** Why a round was left; one that was imported has yet to be told, and each can be put right until locking. */
function RoundReason({ part: { item, canChange }, round }: { part: ItemPart; round: EarlierRound }) {
  const { t } = useTranslation('results')
  const setReason = useMutation(orpc.results.setRoundReason.mutationOptions())
  const isImported = round.reason === importedReason
  return (
    <>
      {isImported ? <span className={classes.soft}>{t('rounds.imported')}</span> : round.reason}
      {canChange && (
        <DeedButton
          size="compact-xs"
          variant="subtle"
          label={t(isImported ? 'rounds.setReason' : 'rounds.changeReason')}
          title={t('rounds.setReasonFor', { round: round.number })}
          confirmLabel={t('rounds.setReason')}
          reasonLabel={t('rounds.reason')}
          deed={setReason}
          inputOf={(reason) => ({ agendaItemId: item.id, round: round.number + 1, reason })}
        >
          {t('rounds.setReasonText')}
        </DeedButton>
      )}
    </>
  )
}
