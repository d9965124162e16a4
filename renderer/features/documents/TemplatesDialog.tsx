import { Button, Group, Select, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateFault, TemplateField, TemplateState, WordKind } from '../../../shared/api/word-templates.ts'
import { orpc } from '../../api/client.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FilePick } from '../../components/FilePick.tsx'
import { UnprintableTexts } from '../../components/papers/UnprintableTexts.tsx'
import { saveFile } from '../../components/save-file.ts'

/** The Word templates: take one, change it in Word, bring it back; every fault is named with its place. */
export function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('papers')
  const { data: states, error } = useQuery(orpc.documents.templates.list.queryOptions())
  const [kind, setKind] = useState<WordKind>('decision')
  const state = states?.find((candidate) => candidate.kind === kind)
  return (
    <Dialog title={t('templates.title')} size="70rem" onClose={onClose}>
      <Stack gap="md">
        <p>{t('templates.text')}</p>
        <ErrorNote error={error} />
        <Select
          label={t('templates.kind')}
          value={kind}
          data={(states ?? []).map((one) => ({ value: one.kind, label: t(`documents:kind.${one.kind}`) }))}
          onChange={(value) => {
            const chosen = states?.find((one) => one.kind === value)
            if (chosen !== undefined) setKind(chosen.kind)
          }}
          w={360}
          data-autofocus
        />
        {state !== undefined && <Template key={kind} state={state} />}
      </Stack>
    </Dialog>
  )
}

function Template({ state: { kind, own } }: { state: TemplateState }) {
  const { t } = useTranslation('papers')
  const { data: fields } = useQuery(orpc.documents.templates.fields.queryOptions({ input: { kind } }))
  const download = useMutation(orpc.documents.templates.download.mutationOptions({ meta: { writes: false } }))
  const check = useMutation(orpc.documents.templates.check.mutationOptions({ meta: { writes: false } }))
  const save = useMutation(orpc.documents.templates.save.mutationOptions())
  const reset = useMutation(orpc.documents.templates.reset.mutationOptions())
  const bring = (file: File) =>
    check.mutate(
      { kind, file },
      {
        onSuccess: ({ faults }) => void (faults.length === 0 && save.mutate({ kind, file })),
      },
    )
  return (
    <Stack gap="sm">
      <p>
        {own === null
          ? t('templates.shipped')
          : t('templates.own', { file: own.fileName, time: dateAndTime(own.savedAt) })}
      </p>
      <Group gap="sm">
        <Button
          variant="default"
          loading={download.isPending}
          onClick={() => download.mutate({ kind }, { onSuccess: saveFile })}
        >
          {t('templates.take')}
        </Button>
        <FilePick accept=".docx" onPick={bring} loading={check.isPending || save.isPending}>
          {t('templates.bring')}
        </FilePick>
        {own !== null && (
          <Button variant="subtle" loading={reset.isPending} onClick={() => reset.mutate({ kind })}>
            {t('templates.reset')}
          </Button>
        )}
      </Group>
      <ErrorNote error={download.error ?? check.error ?? save.error ?? reset.error} />
      {check.data !== undefined && check.data.faults.length > 0 && <Faults faults={check.data.faults} />}
      {check.data !== undefined && check.data.notDrawn.length > 0 && (
        <p role="status">{t('templates.notDrawn', { what: check.data.notDrawn.join('; ') })}</p>
      )}
      {check.data !== undefined && (
        <UnprintableTexts found={check.data.unprintable} say={(signs) => t('templates.unprintable', { signs })} />
      )}
      {fields !== undefined && <Fields fields={fields} />}
    </Stack>
  )
}

function Faults({ faults }: { faults: readonly TemplateFault[] }) {
  const { t } = useTranslation('papers')
  return (
    <div role="alert" data-testid="template-faults">
      <p>{t('templates.faults', { count: faults.length })}</p>
      <DataTable
        caption={t('templates.faults', { count: faults.length })}
        rows={faults}
        rowKey={(_row, place) => place}
        columns={[
          { key: 'tag', head: t('templates.tag'), width: '160px', cell: ({ tag }) => <code>{tag}</code> },
          { key: 'message', head: t('templates.message'), cell: ({ message }) => message },
          { key: 'place', head: t('templates.place'), width: '30%', cell: ({ place }) => <Place place={place} /> },
        ]}
      />
    </div>
  )
}

function Place({ place }: Pick<TemplateFault, 'place'>) {
  const { t } = useTranslation('papers')
  if (place === null) return null
  return (
    <>
      {place.part !== 'body' && `${t(`templates.part.${place.part}`)}, `}
      {place.table !== null && `${t('templates.cell', { table: place.table, row: place.row ?? 1 })}: `}“
      {place.paragraph}”
    </>
  )
}

function Fields({ fields }: { fields: readonly TemplateField[] }) {
  const { t } = useTranslation('papers')
  return (
    <DataTable
      caption={t('templates.fields')}
      rows={fields}
      rowKey={(_row, place) => place}
      columns={[
        {
          key: 'tag',
          head: t('templates.field'),
          width: '46%',
          cell: ({ tag, closing, depth }) => (
            <code style={{ paddingInlineStart: depth * 20 }}>{closing === '' ? tag : `${tag} … ${closing}`}</code>
          ),
        },
        { key: 'label', head: t('templates.label'), cell: ({ label }) => label },
      ]}
    />
  )
}
