import { Button, Checkbox, Group, NumberInput, Select, Stack, type NumberInputProps } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  overprintFields,
  type FieldPlace,
  type OverprintField,
  type OverprintLayout,
} from '../../../shared/domain/certificates/overprint-layout.ts'
import type { CertifiedBy } from '../../../shared/api/certificates.ts'
import { orpc } from '../../api/client.ts'
import { DataTable, type Column } from '../DataTable.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { saveFile } from '../save-file.ts'

/** Where each field goes on the authority's pre-printed sheet, in millimetres, with a test page to hold against it. */
export function OverprintEditor({ by }: { by: CertifiedBy }) {
  const { data, error } = useQuery(orpc.documents.certificates.layout.queryOptions({ input: by }))
  if (data === undefined) return <ErrorNote error={error} />
  return <PlaceForm key={JSON.stringify(data)} by={by} saved={data} />
}

function PlaceForm({ by, saved }: { by: CertifiedBy; saved: OverprintLayout }) {
  const { t } = useTranslation('papers')
  const [layout, setLayout] = useState(saved)
  const save = useMutation(orpc.documents.certificates.saveLayout.mutationOptions())
  const test = useMutation(orpc.documents.certificates.render.mutationOptions({ meta: { writes: false } }))
  const setPlace = (field: OverprintField, change: Partial<FieldPlace>) =>
    setLayout({ ...layout, fields: { ...layout.fields, [field]: { ...layout.fields[field], ...change } } })
  const number = (key: 'x' | 'y' | 'width' | 'size'): Column<OverprintField> => ({
    key,
    head: t(`overprint.${key}`),
    width: '96px',
    cell: (field) => (
      <Millimetres
        aria-label={`${t(`overprint.field.${field}`)}: ${t(`overprint.${key}`)}`}
        value={layout.fields[field][key]}
        onValue={(value) => setPlace(field, { [key]: value })}
      />
    ),
  })
  const columns: readonly Column<OverprintField>[] = [
    {
      key: 'field',
      head: t('overprint.what'),
      cell: (field) => (
        <Checkbox
          label={t(`overprint.field.${field}`)}
          checked={layout.fields[field].isPrinted}
          onChange={(event) => setPlace(field, { isPrinted: event.currentTarget.checked })}
        />
      ),
    },
    number('x'),
    number('y'),
    number('width'),
    number('size'),
    {
      key: 'align',
      head: t('overprint.align'),
      width: '130px',
      cell: (field) => (
        <Select
          aria-label={`${t(`overprint.field.${field}`)}: ${t('overprint.align')}`}
          size="xs"
          value={layout.fields[field].align}
          data={(['left', 'center', 'right'] as const).map((align) => ({
            value: align,
            label: t(`overprint.at.${align}`),
          }))}
          onChange={(align) => {
            if (align !== null) setPlace(field, { align: align as FieldPlace['align'] })
          }}
        />
      ),
    },
  ]
  return (
    <Stack gap="sm" data-testid="overprint">
      <p>{t('overprint.text')}</p>
      <Group gap="sm" align="flex-end">
        <Millimetres
          label={t('overprint.shiftX')}
          w={180}
          value={layout.shiftX}
          onValue={(shiftX) => setLayout({ ...layout, shiftX })}
        />
        <Millimetres
          label={t('overprint.shiftY')}
          w={180}
          value={layout.shiftY}
          onValue={(shiftY) => setLayout({ ...layout, shiftY })}
        />
      </Group>
      <DataTable caption={t('overprint.text')} columns={columns} rows={overprintFields} rowKey={(field) => field} />
      <ErrorNote error={save.error ?? test.error} />
      <Group gap="sm">
        <Button loading={save.isPending} onClick={() => save.mutate({ ...by, layout })}>
          {t('overprint.save')}
        </Button>
        <Button
          variant="default"
          loading={test.isPending}
          onClick={() => {
            save.mutate(
              { ...by, layout },
              { onSuccess: () => test.mutate({ ...by, form: 'test-page' }, { onSuccess: saveFile }) },
            )
          }}
        >
          {t('overprint.test')}
        </Button>
        <Button variant="subtle" onClick={() => save.mutate({ ...by, layout: null })}>
          {t('overprint.reset')}
        </Button>
      </Group>
    </Stack>
  )
}

type MillimetresProps = Pick<NumberInputProps, 'label' | 'aria-label' | 'w'> & {
  value: number
  onValue: (value: number) => void
}

const Millimetres = ({ onValue, ...input }: MillimetresProps) => (
  <NumberInput
    {...input}
    size="xs"
    decimalSeparator=","
    decimalScale={1}
    step={0.5}
    hideControls
    onChange={(next) => {
      if (typeof next === 'number') onValue(next)
    }}
  />
)
