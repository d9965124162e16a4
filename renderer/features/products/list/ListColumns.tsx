import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  producerFields,
  recognitionFields,
  registerFields,
  type RegisterColumn,
  type RegisterField,
} from '../../../../shared/domain/register/register-list.ts'
import { DataTable } from '../../../components/DataTable.tsx'
import classes from './ListImport.module.css'

export type ChosenColumns = ReadonlyMap<string, RegisterField | null>

type ListColumnsProps = {
  columns: readonly RegisterColumn[]
  headerRow: number
  /** By heading; what nobody chose is as proposed. */
  chosen: ChosenColumns
  onChoose: (chosen: ChosenColumns) => void
}

/** What each column of the list says, as proposed by its heading or as a person said of this sender's lists. */
export function ListColumns({ columns, headerRow, chosen, onChoose }: ListColumnsProps) {
  const { t } = useTranslation('register')
  const names = useFieldNames()
  const fieldOf = ({ header, field }: RegisterColumn) => (chosen.has(header) ? (chosen.get(header) ?? null) : field)
  const choose = (column: RegisterColumn, field: RegisterField | null): void => {
    // A field is said by one column: whichever said it says nothing from now on.
    const others = columns.filter((other) => other !== column && field !== null && fieldOf(other) === field)
    onChoose(new Map([...chosen, ...others.map(({ header }) => [header, null] as const), [column.header, field]]))
  }
  const [isOpenAtFirst] = useState(() => columns.some(({ field }) => field === null))
  const used = columns.filter((column) => fieldOf(column) !== null).length
  return (
    <details className={classes.columns} open={isOpenAtFirst}>
      <summary>{t('columns.title', { used, count: columns.length })}</summary>
      <p className={classes.note}>{t('columns.note', { row: headerRow })}</p>
      <DataTable
        caption={t('columns.caption')}
        maxHeight="38vh"
        minWidth="480px"
        columns={[
          { key: 'letter', head: t('columns.letter'), width: '64px', cell: ({ letter }) => letter },
          { key: 'header', head: t('columns.header'), isRowHead: true, cell: ({ header }) => header },
          { key: 'sample', head: t('columns.sample'), width: '26%', cell: ({ sample }) => sample },
          {
            key: 'field',
            head: t('columns.field'),
            width: '300px',
            cell: (column) => (
              <NativeSelect
                size="xs"
                aria-label={t('columns.of', { letter: column.letter, header: column.header })}
                value={fieldOf(column) ?? ''}
                data={names}
                onChange={({ currentTarget: { value } }) =>
                  choose(column, registerFields.find((known) => known === value) ?? null)
                }
              />
            ),
          },
        ]}
        rows={columns}
        rowKey={({ letter }) => letter}
      />
    </details>
  )
}

function useFieldNames() {
  const { t } = useTranslation('register')
  const named = (fields: readonly Exclude<RegisterField, `${string}1` | `${string}2`>[]) =>
    fields.map((value) => ({ value: value as string, label: t(`field.${value}`) }))
  const nth = (time: 1 | 2) =>
    recognitionFields.map((field) => ({
      value: `${field}${time}`,
      label: t('columns.nth', { time, field: t(`field.${field}`) }),
    }))
  return [
    { value: '', label: t('columns.none') },
    { group: t('columns.ofProduct'), items: named(['product', 'code', 'group', 'application']) },
    { group: t('columns.ofProducer'), items: named([...producerFields, 'province']) },
    { group: t('columns.ofRecognition'), items: named(recognitionFields) },
    { group: t('columns.ofFirst'), items: nth(1) },
    { group: t('columns.ofSecond'), items: nth(2) },
    { group: t('columns.ofRest'), items: named(['place', 'note']) },
  ]
}
