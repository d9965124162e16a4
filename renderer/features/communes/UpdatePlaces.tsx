import { Button, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PlaceToUpdate } from '../../../shared/api/communes.ts'
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
            {data.unknown.length > 0 && (
              <details>
                <summary>
                  <StateMark tone="attention">
                    {t('update.unknown', { count: data.unknown.length, shown: wholeNumber(data.unknown.length) })}
                  </StateMark>
                </summary>
                <ul>
                  {data.unknown.map(({ commune, district, count: of }) => (
                    <li key={`${commune}|${district}`}>
                      {[commune, district].filter((part) => part !== '').join(', ')}{' '}
                      <span className={classes.soft}>{t('update.stand', { count: of, shown: wholeNumber(of) })}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
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
