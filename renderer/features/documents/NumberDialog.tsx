import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentIssue, IssueProposal } from '../../../shared/api/document-register.ts'
import type { NumberedKind } from '../../../shared/domain/documents/numbered-kinds.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { readWhole } from '../../components/fields/read-text.ts'
import { reasonProblem } from '../../components/fields/reason-problem.ts'
import { useTexts } from '../../components/fields/use-texts.ts'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { linesOf } from './lines-of.ts'
import { dateOfOtherYear, useProposedNumber } from './proposed-number.ts'

type Props = { readonly sessionId: number; readonly kind: NumberedKind; readonly onClose: () => void }

/** Number, date, signer and recipients of a document, as the office proposes or changes them. */
export function NumberDialog({ sessionId, kind, onClose }: Props) {
  const { t } = useTranslation('papers')
  const { data, error } = useQuery(
    orpc.documents.register.propose.queryOptions({ input: { sessionId, kind }, gcTime: 0, staleTime: Infinity }),
  )
  return (
    <Dialog title={t('number.title', { kind: t(`documents:kind.${kind}`) })} size="lg" onClose={onClose}>
      <ErrorNote error={error} />
      {data !== undefined && <NumberForm sessionId={sessionId} kind={kind} onClose={onClose} proposal={data} />}
    </Dialog>
  )
}

function NumberForm({ sessionId, kind, onClose, proposal }: Props & { proposal: IssueProposal }) {
  const { t } = useTranslation('papers')
  const { texts, text } = useTexts({
    symbol: proposal.symbol,
    posts: proposal.posts.join('\n'),
    signerPost: proposal.signerPost ?? '',
    signer: proposal.signer,
    recipients: proposal.recipients.join('\n'),
    reason: '',
  })
  const [issuedOn, setIssuedOn] = useState<string | null>(proposal.issuedOn)
  const otherDay = dateOfOtherYear(issuedOn, proposal.issuedOn)
  const ofOtherYear = useQuery(
    orpc.documents.register.propose.queryOptions({
      input: otherDay === null ? skipToken : { sessionId, kind, issuedOn: otherDay },
    }),
  )
  const { number: proposed, unused } = ofOtherYear.data ?? proposal
  const number = useProposedNumber(proposed)
  const enter = useMutation(orpc.documents.register.enter.mutationOptions())
  const whole = readWhole({ text: number.value, min: 1, max: 99_999 })
  const unsaid = reasonProblem(texts.reason, t)
  const isReady =
    unsaid === null && whole !== null && texts.symbol.trim() !== '' && issuedOn !== null && issuedOn !== ''
  const submit = () => {
    if (whole === null || issuedOn === null || issuedOn === '') return
    const issue: DocumentIssue = {
      number: whole,
      symbol: texts.symbol.trim(),
      issuedOn,
      posts: linesOf(texts.posts),
      ...(proposal.signerPost !== undefined && { signerPost: texts.signerPost }),
      signer: texts.signer,
      recipients: linesOf(texts.recipients),
    }
    enter.mutate({ sessionId, kind, issue, reason: texts.reason }, { onSuccess: onClose })
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start" grow>
          <TextInput
            label={t('number.number')}
            {...number}
            error={whole === null ? t('common:field.wholeNumber', { min: 1, max: 99_999 }) : null}
            inputMode="numeric"
            // The number is proposed after the dialog has opened.
            ref={focusAtStart}
          />
          <TextInput label={t('number.symbol')} {...text('symbol')} />
          <DateInput label={t('number.date')} date={proposal.issuedOn} onDate={setIssuedOn} />
        </Group>
        {unused.length > 0 && <p>{t('number.unused', { numbers: unused.join(', ') })}</p>}
        <Group gap="sm" align="flex-start" grow>
          <Textarea
            label={t('number.posts')}
            description={t('number.postsHint')}
            {...text('posts')}
            autosize
            minRows={3}
          />
          <Stack gap="sm">
            {proposal.signerPost !== undefined && (
              <TextInput
                label={t('number.signerPost')}
                description={t('number.signerPostHint')}
                {...text('signerPost')}
              />
            )}
            <TextInput label={t('number.signer')} description={t('number.signerHint')} {...text('signer')} />
          </Stack>
        </Group>
        <Textarea
          label={t('number.recipients')}
          description={t('number.recipientsHint')}
          {...text('recipients')}
          autosize
          minRows={3}
        />
        <TextInput label={t('number.gapReason')} description={t('number.gapHint')} {...text('reason')} error={unsaid} />
        <ErrorNote error={enter.error} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady || ofOtherYear.isFetching} loading={enter.isPending}>
            {t('number.give')}
          </Button>
        </DialogFoot>
      </Stack>
    </Form>
  )
}
