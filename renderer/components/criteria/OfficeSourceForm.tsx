import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeSource } from '../../../shared/domain/criteria/criteria-set.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import { DialogFoot } from '../DialogFoot.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { DateInput } from '../fields/DateInput.tsx'
import { Form } from '../fields/Form.tsx'
import { reasonProblem } from '../fields/reason-problem.ts'
import { useTexts } from '../fields/use-texts.ts'

type Props = {
  readonly submitLabel: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onSubmit: (office: OfficeSource) => void
  /** The set lacks points as well: it is asked why that is accepted. */
  readonly isShort?: boolean
  /** Left out on a page, where there is nothing to leave. */
  readonly onCancel?: () => void
  /** What will happen, above the fields. */
  readonly children: ReactNode
}

/** Why an office scores with a set that is not as it ships, and the document that says so. */
export function OfficeSourceForm({ submitLabel, isBusy, error, onSubmit, isShort = false, onCancel, children }: Props) {
  const { t } = useTranslation('criteria')
  const { texts, text } = useTexts({ reason: '', shortReason: '', documentNumber: '', issuer: '', signer: '' })
  const [documentDate, setDate] = useState<string | null>('')
  const problem = (name: keyof typeof texts) => reasonProblem(texts[name], t)
  const asked = (Object.keys(texts) as (keyof typeof texts)[]).filter((name) => isShort || name !== 'shortReason')
  const isReady =
    asked.every((name) => isReason(texts[name]) && problem(name) === null) &&
    documentDate !== null &&
    documentDate !== ''
  const submitTexts = (): void => {
    if (!isReady || isBusy) return
    const { shortReason, ...source } = texts
    onSubmit({ ...source, documentDate, ...(isShort && { shortReason }) })
  }
  const field = (name: keyof typeof texts) => ({
    label: t(`office.${name}`),
    required: true,
    error: problem(name),
    ...text(name),
  })
  const submit = (
    <Button type="submit" disabled={!isReady} loading={isBusy}>
      {submitLabel}
    </Button>
  )
  return (
    <Form onSubmit={submitTexts}>
      <Stack gap="sm">
        {children}
        <Textarea autosize minRows={2} data-autofocus {...field('reason')} placeholder={t('office.reasonHint')} />
        {isShort && <Textarea autosize minRows={2} {...field('shortReason')} placeholder={t('office.reasonHint')} />}
        <Group gap="sm" align="flex-start" grow>
          <TextInput {...field('documentNumber')} placeholder="12/VPĐP-NV" />
          <DateInput label={t('office.documentDate')} required date="" onDate={setDate} />
        </Group>
        <Group gap="sm" align="flex-start" grow>
          <TextInput {...field('issuer')} />
          <TextInput {...field('signer')} />
        </Group>
        <ErrorNote error={error} />
      </Stack>
      {onCancel === undefined ? (
        <Group mt="md">{submit}</Group>
      ) : (
        <DialogFoot>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
          {submit}
        </DialogFoot>
      )}
    </Form>
  )
}
