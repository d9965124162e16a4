import { NativeSelect, type NativeSelectProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataTable } from './DataTable.tsx'

type Column = {
  /** As a spreadsheet names it. */
  readonly letter: string
  readonly header: string
  /** The first thing that it says. */
  readonly sample: string
}

type Props<Own extends Column> = {
  readonly columns: readonly Own[]
  readonly fieldOf: (column: Own) => string | null
  /** What a column can say, with a choice of nothing. */
  readonly fields: NonNullable<NativeSelectProps['data']>
  /** The name of the field, or empty. */
  readonly onChoose: (column: Own, field: string) => void
}

/** The columns of a list, each with what it says: as proposed, until somebody chooses otherwise. */
export function ColumnFields<Own extends Column>({ columns, fieldOf, fields, onChoose }: Props<Own>) {
  const { t } = useTranslation('register')
  return (
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
              data={fields}
              onChange={({ currentTarget: { value } }) => onChoose(column, value)}
            />
          ),
        },
      ]}
      rows={columns}
      rowKey={({ letter }) => letter}
    />
  )
}
