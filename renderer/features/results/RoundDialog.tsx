import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listCriteria, type FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import type { BallotRecord, EarlierRound } from '../../../shared/domain/session/session-record.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** A replaced round beside the present one, criterion by criterion: old → new where a member changed. */
export function RoundDialog({ item, record, round, onClose }: ItemPart & { round: EarlierRound; onClose: () => void }) {
  const { t } = useTranslation('results')
  const form = useQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId: item.id } }))
  const pairs = record.members.flatMap((member) => {
    const before = round.ballots?.find(({ memberId }) => memberId === member.id)
    const now = item.ballots.find(({ memberId }) => memberId === member.id)
    return before === undefined && now === undefined ? [] : [{ member, before, now }]
  })
  return (
    <Dialog
      title={t('rounds.beside', { code: item.code, before: round.number, now: item.round })}
      size="auto"
      onClose={onClose}
    >
      <ErrorNote error={form.error} />
      <table className={classes.table} data-testid="round-beside">
        <thead>
          <tr>
            <th scope="col">{t('gates.criterion')}</th>
            {pairs.map(({ member }) => (
              <th key={member.id} scope="col" data-align="end" title={member.name}>
                {member.code}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.data !== undefined &&
            listCriteria(form.data).map((place) => (
              <tr key={place.criterion.code}>
                <th scope="row">
                  {place.criterion.code} {place.criterion.title}
                </th>
                {pairs.map(({ member, before, now }) => (
                  <td key={member.id} data-align="end">
                    <Change
                      before={chosenPoints({ place, ballot: before })}
                      now={chosenPoints({ place, ballot: now })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          <tr data-total>
            <th scope="row">{t('ballots.total')}</th>
            {pairs.map(({ member, before, now }) => (
              <td key={member.id} data-align="end">
                <Change before={before?.totals.total ?? null} now={now?.totals.total ?? null} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
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

function chosenPoints({
  place: { criterion, index },
  ballot,
}: {
  place: FormCriterion
  ballot: BallotRecord | undefined
}): number | null {
  const choice = ballot?.choices[index] ?? null
  return choice === null ? null : pointsOf(criterion, choice)
}
