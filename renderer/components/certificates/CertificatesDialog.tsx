import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertificateList, CertifiedBy } from '../../../shared/api/certificates.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { Dialog } from '../Dialog.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { Form } from '../fields/Form.tsx'
import { readWhole } from '../fields/read-text.ts'
import { useTexts } from '../fields/use-texts.ts'
import { focusAtStart } from '../focus-at-start.ts'
import { saveFile } from '../save-file.ts'
import { BatchState } from '../papers/BatchState.tsx'
import { CertificateTable } from './CertificateTable.tsx'
import { IssuedBatches } from '../papers/IssuedBatches.tsx'
import { OverprintEditor } from './OverprintEditor.tsx'
import { useBatch } from '../papers/use-batch.ts'

/** The certificates of a session or a round: their numbers, their prints, and where they go on a pre-printed sheet. */
export function CertificatesDialog({ by, onClose }: { by: CertifiedBy; onClose: () => void }) {
  const { t } = useTranslation('papers')
  const { data, error } = useQuery(orpc.documents.certificates.list.queryOptions({ input: by }))
  return (
    <Dialog help="cap-so-giay-chung-nhan" title={t('certificates.title')} size="80rem" onClose={onClose}>
      <ErrorNote error={error} />
      {data !== undefined && <Certificates by={by} list={data} />}
    </Dialog>
  )
}

function Certificates({ by, list }: { by: CertifiedBy; list: CertificateList }) {
  const { t } = useTranslation('papers')
  const batch = useBatch(by)
  const preview = useMutation(orpc.documents.certificates.render.mutationOptions({ meta: { writes: false } }))
  const [isPlacing, setPlacing] = useState(false)
  const isReadOnly = useIsReadOnly()
  if (list.entries.length === 0) return <p>{t('certificates.none')}</p>
  const isWaiting = list.entries.some(({ certificate }) => certificate === null)
  const isBusy = batch.running !== null
  const printable = list.entries.filter(({ isCertified }) => isCertified).length
  const why = printable === 0 ? t('certificates.blocked.nothing-to-certify') : t('certificates.busy')
  return (
    <Stack gap="md">
      {list.blocked !== null && <p role="note">{t(`certificates.blocked.${list.blocked}`)}</p>}
      {list.blocked === null && isWaiting && !isReadOnly && (
        <NumberCertificates key={`${list.symbol}${list.nextNumber}`} by={by} list={list} />
      )}
      <IssuedBatches batches={list.batches} />
      <CertificateTable entries={list.entries} onPrint={(itemId) => void batch.run('certificates', [itemId])} />
      <Group gap="sm">
        <Button onClick={() => void batch.run('certificates')} disabled={isBusy || printable === 0} data-why={why}>
          {t('certificates.printAll', { count: printable })}
        </Button>
        <Button
          variant="default"
          onClick={() => void batch.run('overprint')}
          disabled={isBusy || printable === 0}
          data-why={why}
        >
          {t('certificates.overprint')}
        </Button>
        <Button
          variant="default"
          loading={preview.isPending}
          disabled={printable === 0}
          data-why={why}
          onClick={() => preview.mutate({ ...by, form: 'sheet' }, { onSuccess: saveFile })}
        >
          {t('certificates.preview')}
        </Button>
        <Button variant="subtle" aria-expanded={isPlacing} onClick={() => setPlacing(!isPlacing)}>
          {t('certificates.places')}
        </Button>
      </Group>
      <p>{t('certificates.counts')}</p>
      <ErrorNote error={preview.error} />
      <BatchState batch={batch} />
      {isPlacing && <OverprintEditor by={by} />}
    </Stack>
  )
}

function NumberCertificates({ by, list }: { by: CertifiedBy; list: CertificateList }) {
  const { t } = useTranslation('papers')
  const { texts, text } = useTexts({ first: String(list.nextNumber), symbol: list.symbol })
  const enter = useMutation(orpc.documents.certificates.enter.mutationOptions())
  const symbol = texts.symbol.trim()
  const firstNumber = readWhole({ text: texts.first, min: 1, max: 99_999 })
  return (
    <Form onSubmit={() => firstNumber !== null && enter.mutate({ ...by, firstNumber, symbol })}>
      <Group gap="sm" align="flex-end">
        <TextInput label={t('certificates.first')} {...text('first')} inputMode="numeric" w={140} ref={focusAtStart} />
        <TextInput label={t('certificates.symbol')} {...text('symbol')} w={180} />
        <Button type="submit" loading={enter.isPending} disabled={firstNumber === null || symbol === ''}>
          {t('certificates.give', { decision: list.decisionCode ?? '' })}
        </Button>
      </Group>
      <ErrorNote error={enter.error} />
    </Form>
  )
}
