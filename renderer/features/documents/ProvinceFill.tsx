import { Button, Group, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProvinceColumn, ProvinceLayout } from '../../../shared/api/province-list.ts'
import { provinceFields, type ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { saveFile } from '../../components/save-file.ts'
import classes from './ProvinceList.module.css'

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
  const fill = useMutation(
    orpc.provinceList.fillIn.mutationOptions({
      onSuccess: (made) => {
        saveFile(made)
        onClose()
      },
    }),
  )
  const choose = (column: number, field: ProvinceField | null) =>
    setColumns(columns.map((each) => (each.column === column ? { ...each, field, source: 'none' } : each)))
  return (
    <Dialog title={t('fill.title')} size="xl" onClose={onClose}>
      <p className={classes.lead}>{t('fill.place', { sheet: layout.sheet, row: layout.headRow })}</p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('fill.column')}</th>
              <th scope="col">{t('fill.head')}</th>
              <th scope="col">{t('fill.field')}</th>
              <th scope="col" aria-hidden />
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <ColumnRow key={column.column} column={column} onChoose={(field) => choose(column.column, field)} />
            ))}
          </tbody>
        </table>
      </div>
      <ErrorNote error={fill.error} />
      <Group justify="flex-end" gap="sm" mt="sm">
        <Button variant="default" onClick={onClose}>
          {t('fill.cancel')}
        </Button>
        <Button
          loading={fill.isPending}
          disabled={columns.every(({ field }) => field === null)}
          onClick={() =>
            fill.mutate({ sessionId, file, columns: columns.map(({ column, field }) => ({ column, field })) })
          }
        >
          {t('fill.save')}
        </Button>
      </Group>
    </Dialog>
  )
}

function ColumnRow({
  column: { column, head, field, source },
  onChoose,
}: {
  column: ProvinceColumn
  onChoose: (field: ProvinceField | null) => void
}) {
  const { t } = useTranslation('province')
  return (
    <tr>
      <td>{columnLetter(column)}</td>
      <td>{head}</td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={head}
          value={field ?? ''}
          data={[
            { value: '', label: t('fill.leave') },
            ...provinceFields.map((value) => ({ value, label: t(`field.${value}`) })),
          ]}
          onChange={(event) => onChoose(provinceFields.find((known) => known === event.currentTarget.value) ?? null)}
        />
      </td>
      <td className={classes.source}>{source === 'none' ? '' : t(`fill.source.${source}`)}</td>
    </tr>
  )
}

/** `AB` for 28. */
const columnLetter = (column: number): string =>
  column <= 0 ? '' : columnLetter(Math.floor((column - 1) / 26)) + String.fromCodePoint(65 + ((column - 1) % 26))
