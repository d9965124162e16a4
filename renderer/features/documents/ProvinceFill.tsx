import { Button, Checkbox, Group, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProvinceLayout } from '../../../shared/api/province-list.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import { provinceFields, type ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import { orpc } from '../../api/client.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Icon } from '../../components/Icon.tsx'
import { saveFile } from '../../components/save-file.ts'
import classes from './ProvinceList.module.css'
import { ProvinceNotes } from './ProvinceNotes.tsx'

type ProvinceFillProps = {
  sessionId: number
  file: File
  layout: ProvinceLayout
  onClose: () => void
}

/** What goes into each column of the province's workbook, as proposed; then the filled file. */
export function ProvinceFill({ sessionId, file, layout, onClose }: ProvinceFillProps) {
  const { t } = useTranslation('province')
  const [columns, setColumns] = useState(layout.columns)
  const [clears, setClears] = useState(false)
  const hasNoColumn = columns.every(({ field }) => field === null)
  const finish = (made: File): void => {
    saveFile(made)
    onClose()
  }
  const fill = useMutation(
    orpc.provinceList.fillIn.mutationOptions({
      onSuccess: ({ file: made, notes }) => notes.length === 0 && finish(made),
    }),
  )
  const choose = (column: number, field: ProvinceField | null) =>
    setColumns(columns.map((each) => (each.column === column ? { ...each, field, source: 'none' } : each)))
  const [restAt, setRestAt] = useState<number | null>(null)
  const fields = [
    { value: '', label: t('fill.leave') },
    ...provinceFields.map((value) => ({ value, label: t(`field.${value}`) })),
  ]
  const made = fill.data
  if (made !== undefined && made.notes.length > 0) {
    return <ProvinceNotes notes={made.notes} onSave={() => finish(made.file)} onBack={() => fill.reset()} />
  }
  return (
    <Dialog title={t('fill.title')} size="xl" onClose={onClose}>
      <p className={classes.lead}>{t('fill.place', { sheet: layout.sheet, row: layout.headRow })}</p>
      {layout.active.length > 0 && (
        <p className={classes.attention} role="note">
          <Icon name="warning" size={16} />
          <span>
            {t('fill.active', {
              what: layout.active.map(({ kind, place }) => t(`fill.activeKind.${kind}`, { place })).join(', '),
            })}
          </span>
        </p>
      )}
      <DataTable
        caption={t('fill.title')}
        maxHeight={layout.groups.length > 1 ? '36vh' : '54vh'}
        columns={[
          { key: 'column', head: t('fill.column'), width: '64px', cell: ({ column }) => columnLetter(column) },
          { key: 'head', head: t('fill.head'), cell: ({ head }) => head },
          {
            key: 'field',
            head: t('fill.field'),
            width: '260px',
            cell: ({ column, head, field }) => (
              <NativeSelect
                size="xs"
                aria-label={head}
                value={field ?? ''}
                data={fields}
                onChange={({ currentTarget: { value } }) =>
                  choose(column, provinceFields.find((known) => known === value) ?? null)
                }
              />
            ),
          },
          {
            key: 'source',
            head: t('fill.sourceHead'),
            width: '150px',
            cell: ({ source }) => (
              <span className={classes.source}>{source === 'none' ? '' : t(`fill.source.${source}`)}</span>
            ),
          },
        ]}
        rows={columns}
        rowKey={({ column }) => column}
      />
      {layout.groups.length > 1 && (
        <NativeSelect
          mt="sm"
          label={t('fill.rest')}
          value={restAt ?? ''}
          data={[
            { value: '', label: t('fill.noRest') },
            ...layout.groups.map(({ row, title }) => ({ value: String(row), label: t('fill.group', { row, title }) })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            setRestAt(value === '' ? null : Number(value))
            fill.reset()
          }}
        />
      )}
      {layout.filledRows > 0 && (
        <Checkbox
          mt="sm"
          label={t('fill.clear', { count: layout.filledRows })}
          checked={clears}
          onChange={({ currentTarget }) => setClears(currentTarget.checked)}
        />
      )}
      <ErrorNote error={fill.error} />
      <Group justify="flex-end" gap="sm" mt="sm">
        <Button variant="default" onClick={onClose}>
          {t('fill.cancel')}
        </Button>
        <Button
          loading={fill.isPending}
          disabled={hasNoColumn || (layout.filledRows > 0 && !clears)}
          data-why={t(hasNoColumn ? 'fill.noColumn' : 'fill.notCleared')}
          onClick={() =>
            fill.mutate({
              sessionId,
              file,
              clears,
              restAt,
              columns: columns.map(({ column, field }) => ({ column, field })),
            })
          }
        >
          {t('fill.save')}
        </Button>
      </Group>
    </Dialog>
  )
}
