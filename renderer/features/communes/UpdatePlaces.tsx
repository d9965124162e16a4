import { Button, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PlaceToUpdate, PlaceUpdate } from '../../../shared/api/communes.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './CommunesPage.module.css'

/** As many as one looks through; all of them are brought over. */
const mostShown = 300

/** What bringing products and producers to their communes of today would change; then it is done, all at once. */
export function UpdatePlaces({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('communes')
  const { data, error } = useQuery(orpc.communes.previewUpdate.queryOptions())
  const update = useMutation(orpc.communes.update.mutationOptions())
  const count = data?.rows.length ?? 0
  const columns = useColumns()
  return (
    <Dialog title={t('update.title')} size="xl" onClose={onClose}>
      <Stack gap="sm">
        <ErrorNote error={error ?? update.error} />
        {data !== undefined && (
          <>
            <p className={classes.file}>{t('update.note', { day: formatDate(data.day) })}</p>
            <DataTable
              caption={t('update.rows')}
              maxHeight="44vh"
              minWidth="640px"
              columns={columns}
              rows={data.rows.slice(0, mostShown)}
              rowKey={({ kind, id }) => `${kind} ${id}`}
            />
            {count > mostShown && (
              <p className={classes.file}>{t('update.more', { shown: mostShown, count, total: wholeNumber(count) })}</p>
            )}
            <Staying
              tone="attention"
              summary={t('update.unknown', { count: data.unknown.length, shown: wholeNumber(data.unknown.length) })}
              places={data.unknown}
            />
            <Staying
              tone="plain"
              summary={t('update.later', { count: data.later.length, shown: wholeNumber(data.later.length) })}
              places={data.later.map(({ to, fromDay, ...place }) => ({
                ...place,
                becomes: t('update.laterTo', { day: formatDate(fromDay), commune: to }),
              }))}
            />
          </>
        )}
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            data-autofocus
            disabled={count === 0}
            data-why={data && t('update.none')}
            loading={update.isPending}
            onClick={() => !update.isPending && update.mutate(undefined, { onSuccess: onClose })}
          >
            {t('update.action', { count, shown: wholeNumber(count) })}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  )
}

type StayingProps = {
  readonly tone: 'attention' | 'plain'
  readonly summary: string
  readonly places: readonly (PlaceUpdate['unknown'][number] & { readonly becomes?: string })[]
}

/** Places that are left as they are, one line each behind what they are; nothing where there are none. */
function Staying({ tone, summary, places }: StayingProps) {
  const { t } = useTranslation('communes')
  if (places.length === 0) return null
  return (
    <details>
      <summary>
        <StateMark tone={tone}>{summary}</StateMark>
      </summary>
      <ul>
        {places.map(({ commune, district, count, becomes }) => (
          <li key={`${commune}|${district}`}>
            {[commune, district].filter((part) => part !== '').join(', ')}{' '}
            <span className={classes.soft}>
              {[
                t('update.stand', { count, shown: wholeNumber(count) }),
                ...(becomes === undefined ? [] : [becomes]),
              ].join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function useColumns(): readonly Column<PlaceToUpdate>[] {
  const { t } = useTranslation('communes')
  const place = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')
  return [
    { key: 'kind', head: t('update.kind'), width: '108px', cell: ({ kind }) => t(`update.${kind}`) },
    { key: 'name', head: t('update.name'), isRowHead: true, cell: ({ name }) => name },
    {
      key: 'from',
      head: t('update.from'),
      width: '28%',
      cell: ({ from: { commune, district, province } }) => place(commune, district, province),
    },
    {
      key: 'to',
      head: t('update.to'),
      width: '26%',
      cell: ({ to: { commune, province } }) => place(commune, province),
    },
  ]
}
