import { Button, Select, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotDifference, VerificationRow } from '../../../shared/api/verifications.ts'
import type { CaseCode, CriteriaSet, Criterion } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import { offeredOptions } from '../../../shared/domain/ballot/options.ts'
import { orpc } from '../../api/client.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { reasonProblem } from '../../components/fields/reason-problem.ts'
import classes from './Differences.module.css'

type Row = {
  readonly criterionIndex: number
  readonly criterion: Criterion
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly first: string
  readonly second: string
}

/** Where the two keyings differ, criterion by criterion; the paper decides, and the reason goes on record. */
export function Differences({
  verification: { agendaItemId, memberId, confirmedBy },
  form,
  criteriaCase,
  differences,
  canSettle,
  onSettled,
}: {
  verification: VerificationRow
  form: CriteriaSet
  criteriaCase: CaseCode | null
  differences: readonly BallotDifference[]
  canSettle: boolean
  onSettled: () => void
}) {
  const { t } = useTranslation('scoring')
  const [settled, setSettled] = useState<ReadonlyMap<number, number>>(new Map())
  const [reason, setReason] = useState(t('check.reasonPaper'))
  const problem = reasonProblem(reason, t)
  const settle = useMutation(orpc.verifications.settle.mutationOptions())
  const criteria = listCriteria(form)
  const rows = differences.flatMap(({ criterionIndex, first, second }): readonly Row[] => {
    const criterion = criteria[criterionIndex]?.criterion
    if (criterion === undefined) return []
    const options = offeredOptions({ criterion, criteriaCase }).map(({ optionNumber, points, label }) => ({
      value: `${optionNumber}`,
      label: `${t('points', { count: points, points })}: ${label ?? t('noLevel')}`,
    }))
    const wordsOf = (option: number): string =>
      options.find((known) => known.value === `${option}`)?.label ?? t('noLevel')
    return [{ criterionIndex, criterion, options, first: wordsOf(first), second: wordsOf(second) }]
  })
  const title = t('check.differ', { count: differences.length })
  const submit = (): void => {
    const options = [...settled].map(([criterionIndex, option]) => ({ criterionIndex, option }))
    settle.mutate({ agendaItemId, memberId, options, reason: reason.trim() }, { onSuccess: onSettled })
  }
  const isWhole = differences.every(({ criterionIndex }) => settled.has(criterionIndex))
  return (
    <Form className={classes.pane} data-testid="differences" onSubmit={submit}>
      <h2>{title}</h2>
      <DataTable
        caption={title}
        isDense
        columns={[
          {
            key: 'criterion',
            head: t('grid.criterion'),
            isRowHead: true,
            cell: ({ criterion: { code, title: name } }) => (
              <>
                <b>{code}</b> {name}
              </>
            ),
          },
          { key: 'first', head: t('check.first', { name: confirmedBy }), width: '22%', cell: ({ first }) => first },
          { key: 'second', head: t('check.second'), width: '22%', cell: ({ second }) => second },
          {
            key: 'paper',
            head: t('check.paper'),
            width: '22%',
            cell: ({ criterionIndex, criterion: { code }, options }) => (
              <Select
                size="xs"
                aria-label={t('check.paperOf', { code })}
                placeholder={t('check.choose')}
                value={settled.get(criterionIndex)?.toString() ?? null}
                data={[...options]}
                disabled={!canSettle}
                onChange={(chosen) =>
                  chosen !== null && setSettled(new Map(settled).set(criterionIndex, Number(chosen)))
                }
              />
            ),
          },
        ]}
        rows={rows}
        rowKey={({ criterionIndex }) => criterionIndex}
      />
      {canSettle && (
        <div className={classes.deeds}>
          <Textarea
            label={t('check.reason')}
            value={reason}
            error={problem}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={1}
            required
          />
          <Button type="submit" loading={settle.isPending} disabled={!isWhole || !isReason(reason) || problem !== null}>
            {t('check.settle')}
          </Button>
        </div>
      )}
      <ErrorNote error={settle.error} />
    </Form>
  )
}
