import { Button, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Withdrawal, WithdrawalFields, WithdrawalList } from '../../../shared/api/aftercare.ts'
import type { CertificateRef } from '../../../shared/api/certificate-ref.ts'
import { orpc } from '../../api/client.ts'
import { DataText } from '../DataText.tsx'
import { Dialog } from '../Dialog.tsx'
import { DialogFoot } from '../DialogFoot.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { DateInput } from '../fields/DateInput.tsx'
import { Form } from '../fields/Form.tsx'
import { useTexts } from '../fields/use-texts.ts'

type Props = {
  /** The case, or the certificate that one is opened on. */
  readonly about: Withdrawal | (CertificateRef & { readonly productName: string; readonly producerName: string })
  /** What a new case would say; whoever opens it changes what they like. */
  readonly proposed?: Partial<Pick<WithdrawalFields, 'ground' | 'facts' | 'knownOn'>>
  readonly onClose: () => void
}

/** Opens a case of withdrawal, or changes one that is not decided. */
export function WithdrawalDialog({ about, proposed = {}, onClose }: Props) {
  const { t } = useTranslation('aftercare')
  const { data, error } = useQuery(orpc.aftercare.withdrawals.list.queryOptions({ input: {} }))
  return (
    <Dialog help="ghi-viec-thu-hoi" title={t('withdrawals.open')} size="lg" onClose={onClose}>
      <ErrorNote error={error} />
      {data !== undefined && <Fields about={about} proposed={proposed} list={data} onClose={onClose} />}
    </Dialog>
  )
}

/** The value of the choice that is no ground of the law. */
const own = 'own'

function Fields({ about, proposed = {}, list, onClose }: Props & { readonly list: WithdrawalList }) {
  const { t } = useTranslation('aftercare')
  const known = 'caseId' in about ? about : null
  const grounds = list.rules?.grounds ?? []
  const offered = grounds.find(({ key }) => key === proposed.ground)?.key ?? ''
  const [ground, setGround] = useState(known === null ? (grounds.length === 0 ? own : offered) : (known.ground ?? own))
  const { texts, text } = useTexts({
    groundText: known?.groundText ?? '',
    facts: known?.facts ?? proposed.facts ?? '',
    concludedBy: known?.concludedBy ?? '',
    conclusion: known?.conclusion ?? '',
  })
  const [knownOn, setKnownOn] = useState<string | null>(known?.knownOn ?? proposed.knownOn ?? list.day)
  const [concludedOn, setConcludedOn] = useState<string | null>(known?.concludedOn ?? '')
  const open = useMutation(orpc.aftercare.withdrawals.open.mutationOptions({ onSuccess: onClose }))
  const save = useMutation(orpc.aftercare.withdrawals.save.mutationOptions({ onSuccess: onClose }))
  const isReady =
    ground !== '' &&
    (ground !== own || texts.groundText.trim() !== '') &&
    texts.facts.trim() !== '' &&
    knownOn !== null &&
    knownOn !== '' &&
    concludedOn !== null
  const submit = () => {
    if (!isReady) return
    const fields: WithdrawalFields = {
      ...texts,
      ground: ground === own ? null : ground,
      knownOn,
      concludedOn: concludedOn === '' ? null : concludedOn,
    }
    if (known === null) open.mutate({ source: about.source, id: about.id, fields })
    else save.mutate({ id: known.caseId, fields })
  }
  const { withinDays = 0, periodArticle = '' } = list.rules ?? {}
  const starts = grounds.find(({ key }) => key === ground)?.startsBy
  const hint = starts === 'commune-confirmation' ? 'withdrawals.communeHint' : 'withdrawals.concludedOnHint'
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        <strong>{t('withdrawals.product', { product: about.productName, producer: about.producerName })}</strong>
        <Radio.Group
          label={t('withdrawals.ground')}
          description={list.rules !== null && t('withdrawals.groundHint', { title: list.ruleSetTitle })}
          value={ground}
          onChange={setGround}
          required
        >
          <Stack gap={6} mt={6}>
            {grounds.map(({ key, text: says, article }) => (
              <Radio key={key} value={key} label={says} description={article} />
            ))}
            <Radio value={own} label={t('withdrawals.ownGround')} />
          </Stack>
        </Radio.Group>
        {ground === own && (
          <Textarea label={t('withdrawals.groundText')} autosize minRows={2} required {...text('groundText')} />
        )}
        <Textarea label={t('withdrawals.facts')} autosize minRows={2} required {...text('facts')} />
        <DateInput label={t('withdrawals.knownOnLabel')} date={knownOn ?? ''} onDate={setKnownOn} w={180} required />
        <TextInput label={t('withdrawals.concludedBy')} {...text('concludedBy')} />
        <TextInput
          label={t('withdrawals.conclusion')}
          placeholder={t('withdrawals.conclusionHint')}
          {...text('conclusion')}
        />
        <DateInput
          label={t('withdrawals.concludedOn')}
          description={list.rules !== null && t(hint, { days: withinDays, article: periodArticle })}
          date={concludedOn ?? ''}
          onDate={setConcludedOn}
        />
        {list.issues.map((issue) => (
          <small key={issue}>
            <DataText text={issue} />
          </small>
        ))}
        <ErrorNote error={open.error ?? save.error} />
      </Stack>
      <DialogFoot>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" disabled={!isReady} loading={open.isPending || save.isPending}>
          {t('withdrawals.save')}
        </Button>
      </DialogFoot>
    </Form>
  )
}
