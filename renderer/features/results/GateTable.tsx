import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findCriterion, type FormCriterion } from '../../../shared/domain/criteria/form.ts'
import type { SettledGate } from '../../../shared/domain/scoring/types.ts'
import { orpc } from '../../api/client.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { AgreedLevelSelect } from './AgreedLevelSelect.tsx'
import { CriterionWithPoints } from './CriterionWithPoints.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

type PlacedGate = { readonly gate: SettledGate; readonly place: FormCriterion }

/** The least levels for each star: how many members reached them, and the level that the council agreed on. */
export function GateTable(part: ItemPart) {
  const { t } = useTranslation('results')
  const { item, record } = part
  const form = useQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId: item.id } }))
  const [isWhole, setWhole] = useState(false)
  if (form.data === undefined) return <ErrorNote error={form.error} />
  const { gates } = item.result
  const short = gates.filter(
    ({ holds, star, agreedOption }) => agreedOption !== null || (!holds && star <= item.result.band + 1),
  )
  const shown = (isWhole ? gates : short).flatMap((gate): readonly PlacedGate[] => {
    const place = findCriterion(form.data, gate.criterionCode)
    return place === undefined ? [] : [{ gate, place }]
  })
  const title = t('gates.title', { settlement: t(`gates.settlement.${record.regulation.gateSettlement}`) })
  const columns: readonly Column<PlacedGate>[] = [
    {
      key: 'criterion',
      head: t('gates.criterion'),
      isRowHead: true,
      cell: ({ place }) => <CriterionWithPoints {...part} place={place} />,
    },
    {
      key: 'star',
      head: t('gates.star'),
      cell: ({ gate: { star } }) => (
        <>
          <span className={classes.stars} aria-hidden="true">
            {'★'.repeat(star)}
          </span>
          <span className="visually-hidden">{t('stars', { count: star })}</span>
        </>
      ),
    },
    {
      key: 'reached',
      head: t('gates.reached'),
      cell: ({ gate }) => (
        <span className={gate.holds ? undefined : classes.failed}>
          {gate.agreedOption === null && `${gate.reachedBy}/${gate.countedBallots} – `}
          {t(gate.holds ? 'gates.holds' : gate.awaitsAgreement ? 'gates.awaits' : 'gates.fails')}
        </span>
      ),
    },
    {
      key: 'agreed',
      head: t('gates.agreed'),
      width: '34%',
      cell: ({ place }) => <AgreedLevelSelect {...part} place={place} />,
    },
  ]
  return (
    <>
      <h2>{title}</h2>
      {shown.length === 0 ? (
        // With no ballot counted, it would be wrong to say that every gate holds.
        item.result.mean.count > 0 && <p className={classes.soft}>{t('gates.allHold')}</p>
      ) : (
        <DataTable
          caption={title}
          isDense
          columns={columns}
          rows={shown}
          rowKey={({ gate }) => `${gate.criterionCode}/${gate.star}`}
          data-testid="gates"
        />
      )}
      {gates.length > short.length && (
        <button type="button" className={classes.toggle} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'gates.showShort' : 'gates.showAll', { count: gates.length })}
        </button>
      )}
    </>
  )
}
