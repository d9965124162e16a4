import { Button } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergePreview } from '../../../shared/api/merges.ts'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { StateMark } from '../StateMark.tsx'

export type Mergeable = 'product' | 'producer'

type MergeButtonProps = {
  what: Mergeable
  from: { readonly id: number; readonly name: string }
  intoId: number
}

/** Makes one record of two, once a person has seen what moves. */
export function MergeButton({ what, from, intoId }: MergeButtonProps) {
  const { t } = useTranslation('producers')
  const [isAsked, setAsked] = useState(false)
  const pair = { fromId: from.id, intoId }
  const input = isAsked ? pair : skipToken
  const ofProduct = useQuery(orpc.products.previewMerge.queryOptions({ input: what === 'product' ? input : skipToken }))
  const ofProducer = useQuery(
    orpc.producers.previewMerge.queryOptions({ input: what === 'producer' ? input : skipToken }),
  )
  const { data: preview, error } = what === 'product' ? ofProduct : ofProducer
  const mergeProducts = useMutation(orpc.products.merge.mutationOptions())
  const mergeProducers = useMutation(orpc.producers.merge.mutationOptions())
  const merge = what === 'product' ? mergeProducts : mergeProducers
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('merge.actionOf', { name: from.name })}
        onClick={() => setAsked(true)}
      >
        {t('merge.action')}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('merge.title')}
        confirmLabel={t('merge.deed')}
        isDanger
        isBlocked={preview === undefined || preview.conflicts.length > 0}
        isBusy={merge.isPending}
        error={merge.error}
        onConfirm={() => merge.mutate(pair, { onSuccess: () => setAsked(false) })}
        onClose={() => {
          setAsked(false)
          merge.reset()
        }}
      >
        <ErrorNote error={error} />
        {preview !== undefined && <Told preview={preview} />}
      </ConfirmDialog>
    </>
  )
}

function Told({
  preview: { from, into, moved, dropped, filled, closed, isUnlike, conflicts },
}: {
  preview: MergePreview
}) {
  const { t } = useTranslation(['producers', 'integrity'])
  const rowsOf = (rows: MergePreview['moved']): string =>
    rows.map(({ table, rows: count }) => t('merge.rows', { table: t(`integrity:table.${table}`), count })).join('; ')
  const fields = filled.map(({ column, value }) => `${t(`integrity:column.${column}`)} “${value}”`).join('; ')
  if (conflicts.length > 0) {
    return conflicts.map(({ kind, what }) => (
      <p key={`${kind} ${what}`}>
        <StateMark tone="wrong" isLong>
          {t(`merge.conflict.${kind}`, { what })}
        </StateMark>
      </p>
    ))
  }
  return (
    <>
      <p>{t('merge.into', { from, into })}</p>
      <ul>
        {moved.length === 0 && dropped.length === 0 && <li>{t('merge.nothing')}</li>}
        {moved.length > 0 && <li>{t('merge.moved', { rows: rowsOf(moved) })}</li>}
        {dropped.length > 0 && <li>{t('merge.dropped', { rows: rowsOf(dropped) })}</li>}
        {filled.length > 0 && <li>{t('merge.filled', { fields })}</li>}
      </ul>
      {closed.length > 0 && (
        <>
          <p>{t('merge.closed')}</p>
          <ul>
            {closed.map(({ year, called }) => (
              <li key={`${year} ${called}`}>{t('merge.closedOne', { year, called })}</li>
            ))}
          </ul>
        </>
      )}
      {isUnlike && (
        <p>
          <StateMark tone="attention" isLong>
            {t('merge.unlike')}
          </StateMark>
        </p>
      )}
      <p>{t('merge.kept')}</p>
    </>
  )
}
