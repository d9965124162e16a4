import { Button, Select, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotDifference, VerificationRow } from '../../../shared/api/verifications.ts'
import type { CaseCode, CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria, type FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { offeredOptions } from '../../../shared/domain/ballot/options.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './Differences.module.css'

/** Where the two keyings differ, criterion by criterion; the paper decides, and the reason goes on record. */
export function Differences({
  check: { agendaItemId, memberId, confirmedBy },
  form,
  criteriaCase,
  differences,
  canSettle,
  onSettled,
}: {
  check: VerificationRow
  form: CriteriaSet
  criteriaCase: CaseCode | null
  differences: readonly BallotDifference[]
  canSettle: boolean
  onSettled: () => void
}) {
  const { t } = useTranslation('scoring')
  const [settled, setSettled] = useState<ReadonlyMap<number, number>>(new Map())
  const [reason, setReason] = useState(t('check.reasonPaper'))
  const settle = useMutation(orpc.verifications.settle.mutationOptions())
  const criteria = listCriteria(form)
  const isWhole = differences.every(({ criterionIndex }) => settled.has(criterionIndex))
  return (
    <form
      className={classes.pane}
      data-testid="differences"
      onSubmit={(event) => {
        event.preventDefault()
        const options = [...settled].map(([criterionIndex, option]) => ({ criterionIndex, option }))
        settle.mutate({ agendaItemId, memberId, options, reason: reason.trim() }, { onSuccess: onSettled })
      }}
    >
      <h2>{t('check.differ', { count: differences.length })}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('grid.criterion')}</th>
            <th scope="col">{t('check.first', { name: confirmedBy })}</th>
            <th scope="col">{t('check.second')}</th>
            <th scope="col">{t('check.paper')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <DifferenceRow
              key={difference.criterionIndex}
              difference={difference}
              place={criteria[difference.criterionIndex]}
              criteriaCase={criteriaCase}
              value={settled.get(difference.criterionIndex) ?? null}
              canSettle={canSettle}
              onChange={(option) => setSettled(new Map(settled).set(difference.criterionIndex, option))}
            />
          ))}
        </tbody>
      </table>
      {canSettle && (
        <div className={classes.deeds}>
          <Textarea
            label={t('check.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={1}
            maxLength={2000}
            required
          />
          <Button type="submit" loading={settle.isPending} disabled={!isWhole || reason.trim() === ''}>
            {t('check.settle')}
          </Button>
        </div>
      )}
      <ErrorNote error={settle.error} />
    </form>
  )
}

function DifferenceRow({
  difference: { first, second },
  place,
  criteriaCase,
  value,
  canSettle,
  onChange,
}: {
  difference: BallotDifference
  place: FormCriterion | undefined
  criteriaCase: CaseCode | null
  value: number | null
  canSettle: boolean
  onChange: (option: number) => void
}) {
  const { t } = useTranslation('scoring')
  if (place === undefined) return null
  const { criterion } = place
  const options = offeredOptions({ criterion, criteriaCase }).map(({ optionNumber, points, label }) => ({
    value: `${optionNumber}`,
    label: `${t('points', { count: points, points })}: ${label ?? t('noLevel')}`,
  }))
  const wordsOf = (option: number): string =>
    options.find((known) => known.value === `${option}`)?.label ?? t('noLevel')
  return (
    <tr>
      <th scope="row">
        <b>{criterion.code}</b> {criterion.title}
      </th>
      <td>{wordsOf(first)}</td>
      <td>{wordsOf(second)}</td>
      <td>
        <Select
          size="xs"
          aria-label={t('check.paperOf', { code: criterion.code })}
          placeholder={t('check.choose')}
          value={value === null ? null : `${value}`}
          data={options}
          disabled={!canSettle}
          onChange={(chosen) => chosen !== null && onChange(Number(chosen))}
        />
      </td>
    </tr>
  )
}
