import { Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { findCriterion } from '../../../shared/domain/criteria/form.ts'
import type { SettledGate } from '../../../shared/domain/scoring/types.ts'
import { offeredOptions } from '../../../shared/domain/ballot/options.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'
import { MemberPoints } from './MemberPoints.tsx'

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
  const shown = isWhole ? gates : short
  return (
    <>
      <h2>{t('gates.title', { settlement: t(`gates.settlement.${record.regulation.gateSettlement}`) })}</h2>
      {shown.length === 0 ? (
        // Nothing is reached where nobody scored.
        item.result.mean.count > 0 && <p className={classes.soft}>{t('gates.allHold')}</p>
      ) : (
        <table className={classes.table} data-testid="gates">
          <thead>
            <tr>
              <th scope="col">{t('gates.criterion')}</th>
              <th scope="col">{t('gates.star')}</th>
              <th scope="col">{t('gates.reached')}</th>
              <th scope="col" style={{ width: '38%' }}>
                {t('gates.agreed')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((gate) => (
              <GateRow key={`${gate.criterionCode}/${gate.star}`} {...part} gate={gate} form={form.data} />
            ))}
          </tbody>
        </table>
      )}
      {gates.length > short.length && (
        <button type="button" className={classes.toggle} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'gates.showShort' : 'gates.showAll', { count: gates.length })}
        </button>
      )}
    </>
  )
}

function GateRow({ item, record, gate, form, canChange }: ItemPart & { gate: SettledGate; form: CriteriaSet }) {
  const { t } = useTranslation('results')
  const agree = useMutation(orpc.results.setAgreedLevel.mutationOptions())
  const place = findCriterion(form, gate.criterionCode)
  if (place === undefined) return null
  const { criterion } = place
  const options = offeredOptions({ criterion, criteriaCase: item.criteriaCase })
  const label = (optionNumber: number): string => {
    const option = options.find((known) => known.optionNumber === optionNumber)
    return option === undefined
      ? ''
      : t('gates.option', { points: option.points, label: option.label ?? t('gates.noLevel') })
  }
  return (
    <tr>
      <th scope="row" title={label(gate.optionNumber)}>
        {gate.criterionCode} {criterion.title}
        <MemberPoints item={item} record={record} place={place} />
      </th>
      <td>
        <span className={classes.stars} aria-hidden="true">
          {'★'.repeat(gate.star)}
        </span>
        <span className="visually-hidden">{t('stars', { count: gate.star })}</span>
      </td>
      <td className={gate.holds ? undefined : classes.failed}>
        {gate.agreedOption === null && `${gate.reachedBy}/${gate.countedBallots} – `}
        {t(gate.holds ? 'gates.holds' : gate.awaitsAgreement ? 'gates.awaits' : 'gates.fails')}
      </td>
      <td>
        {canChange ? (
          <Select
            size="xs"
            aria-label={t('gates.agreedFor', { code: gate.criterionCode })}
            placeholder={t('gates.notAgreed')}
            clearable
            value={gate.agreedOption === null ? null : `${gate.agreedOption}`}
            data={options.map(({ optionNumber }) => ({ value: `${optionNumber}`, label: label(optionNumber) }))}
            error={agree.isError ? t('gates.failed') : undefined}
            onChange={(value) =>
              agree.mutate({
                agendaItemId: item.id,
                criterionIndex: gate.criterionIndex,
                option: value === null ? null : Number(value),
              })
            }
          />
        ) : (
          <span className={classes.soft}>{gate.agreedOption === null ? '–' : label(gate.agreedOption)}</span>
        )}
      </td>
    </tr>
  )
}
