import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  producerFields,
  recognitionFields,
  registerFields,
  type RegisterColumn,
  type RegisterField,
} from '../../../../shared/domain/register/register-list.ts'
import { ColumnFields } from '../../../components/ColumnFields.tsx'
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
      <ColumnFields
        columns={columns}
        fieldOf={fieldOf}
        fields={names}
        onChoose={(column, value) => choose(column, registerFields.find((known) => known === value) ?? null)}
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
