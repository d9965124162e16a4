import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentIssue, IssueProposal } from '../../../shared/api/document-register.ts'
import { DialogFoot } from '../DialogFoot.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { DateInput } from '../fields/DateInput.tsx'
import { Form } from '../fields/Form.tsx'
import { readWhole } from '../fields/read-text.ts'
import { reasonProblem } from '../fields/reason-problem.ts'
import { useTexts } from '../fields/use-texts.ts'
import { focusAtStart } from '../focus-at-start.ts'
import { linesOf } from './lines-of.ts'
import { dateOfOtherYear, useProposedNumber } from './proposed-number.ts'

type Props = {
  readonly proposal: IssueProposal
  /** What is proposed for a day of another year: numbers begin anew there. */
  readonly proposeOn: (day: string) => Promise<IssueProposal>
  /** How many papers are numbered one after the other: each has recipients of its own where there are several. */
  readonly count?: number
  readonly isPending: boolean
  readonly error: unknown
  readonly onGive: (given: { readonly issue: DocumentIssue; readonly reason: string }) => void
  readonly onClose: () => void
}

/** Number, date, signer and recipients of a paper, as the office proposes or changes them. */
export function NumberForm({ proposal, proposeOn, count = 1, isPending, error, onGive, onClose }: Props) {
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
  const ofOtherYear = useQuery({
    queryKey: [useId(), otherDay],
    queryFn: otherDay === null ? skipToken : () => proposeOn(otherDay),
    gcTime: 0,
  })
  const { number: proposed, unused } = ofOtherYear.data ?? proposal
  const number = useProposedNumber(proposed)
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
      recipients: count === 1 ? linesOf(texts.recipients) : [],
    }
    onGive({ issue, reason: texts.reason })
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start" grow>
          <TextInput
            label={count === 1 ? t('number.number') : t('number.first', { of: count })}
            {...number}
            error={whole === null ? t('common:field.wholeNumber', { min: 1, max: 99_999 }) : null}
            inputMode="numeric"
            // The number is proposed after the dialog has opened.
            ref={focusAtStart}
          />
          <TextInput label={t('number.symbol')} {...text('symbol')} required withAsterisk={false} />
          <DateInput
            label={t('number.date')}
            date={proposal.issuedOn}
            onDate={setIssuedOn}
            required
            withAsterisk={false}
          />
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
        {count === 1 && (
          <Textarea
            label={t('number.recipients')}
            description={t('number.recipientsHint')}
            {...text('recipients')}
            autosize
            minRows={3}
          />
        )}
        <TextInput label={t('number.gapReason')} description={t('number.gapHint')} {...text('reason')} error={unsaid} />
        <ErrorNote error={error} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady || ofOtherYear.isFetching} loading={isPending}>
            {t('number.give')}
          </Button>
        </DialogFoot>
      </Stack>
    </Form>
  )
}
