import { Button, Checkbox, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProvinceComparison, ProvinceDifference } from '../../../shared/api/province-list.ts'
import { correctableFields } from '../../../shared/domain/session/province-fields.ts'
import { orpc } from '../../api/client.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useOnce } from '../../components/use-once.ts'
import classes from './ProvinceList.module.css'

/** What the province changed, row by row; only what is ticked is taken over, and only then. */
export function ProvinceReturn({
  sessionId,
  comparison: { differences, missing, unknown, matched },
  onClose,
}: {
  sessionId: number
  comparison: ProvinceComparison
  onClose: () => void
}) {
  const { t } = useTranslation('province')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const accept = useMutation(orpc.provinceList.accept.mutationOptions())
  const acceptOnce = useOnce(accept)
  const corrections = differences.flatMap((difference) => {
    const field = correctableFields.find((candidate) => candidate === difference.field)
    if (field === undefined || !chosen.has(keyOf(difference))) return []
    return [{ agendaItemId: difference.agendaItemId, field, value: difference.theirs }]
  })
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  const columns: readonly Column<ProvinceDifference>[] = [
    {
      key: 'accept',
      head: t('return.accept'),
      width: '84px',
      cell: (difference) =>
        difference.isCorrectable && (
          <Checkbox
            size="xs"
            checked={chosen.has(keyOf(difference))}
            disabled={accept.data !== undefined}
            onChange={() => toggle(keyOf(difference))}
            aria-label={t('return.acceptOf', { head: difference.head, code: difference.code })}
          />
        ),
    },
    { key: 'row', head: t('return.row'), width: '64px', cell: ({ row }) => row },
    { key: 'product', head: t('return.product'), cell: nameOf },
    { key: 'head', head: t('fill.head'), width: '18%', cell: ({ head }) => head },
    { key: 'ours', head: t('return.ours'), width: '22%', cell: ({ ours }) => ours || t('return.empty') },
    {
      key: 'theirs',
      head: t('return.theirs'),
      width: '22%',
      cell: ({ theirs, isCorrectable }) => (
        <>
          {theirs || t('return.empty')}
          {!isCorrectable && <span className={classes.fixed}>{t('return.fixed')}</span>}
        </>
      ),
    },
  ]
  return (
    <Dialog title={t('return.title')} size="xl" onClose={onClose}>
      <p className={classes.lead} role="status">
        {accept.data !== undefined
          ? t('return.done', { count: accept.data.products })
          : differences.length === 0
            ? t('return.same', { count: matched })
            : t('return.sum', { count: differences.length })}
      </p>
      {missing.length > 0 && (
        <p className={classes.warning}>{t('return.missing', { products: missing.map(nameOf).join(', ') })}</p>
      )}
      {unknown.map(({ row, text }) => (
        <p key={row} className={classes.warning}>
          {t('return.unknown', { row, text })}
        </p>
      ))}
      {differences.length > 0 && (
        <DataTable caption={t('return.list')} maxHeight="54vh" columns={columns} rows={differences} rowKey={keyOf} />
      )}
      <ErrorNote error={accept.error} />
      <Group justify="flex-end" gap="sm" mt="sm">
        <Button variant="default" onClick={onClose}>
          {t('return.close')}
        </Button>
        {accept.data === undefined && differences.some(({ isCorrectable }) => isCorrectable) && (
          <Button
            loading={accept.isPending}
            disabled={corrections.length === 0}
            onClick={() => acceptOnce({ sessionId, corrections })}
          >
            {t('return.take', { count: corrections.length })}
          </Button>
        )}
      </Group>
    </Dialog>
  )
}

const keyOf = ({ agendaItemId, field }: ProvinceDifference): string => `${agendaItemId}/${field}`

const nameOf = ({ code, productName }: { readonly code: string; readonly productName: string }): string =>
  `${code} ${productName}`
