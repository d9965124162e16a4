import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeIssue } from '../../../shared/api/notices.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { readWhole } from '../../components/fields/read-text.ts'
import { useTexts } from '../../components/fields/use-texts.ts'
import { linesOf } from '../../components/papers/lines-of.ts'
import { dateOfOtherYear, useProposedNumber } from '../../components/papers/proposed-number.ts'

/** Numbers all notices that have none, from one number on, with one date and one signer. */
export function NumberNotices({ sessionId, proposal }: { sessionId: number; proposal: NoticeIssue }) {
  const { t } = useTranslation('papers')
  const { texts, text } = useTexts({
    symbol: proposal.symbol,
    posts: proposal.posts.join('\n'),
    signer: proposal.signer,
  })
  const [issuedOn, setIssuedOn] = useState<string | null>(proposal.issuedOn)
  const otherDay = dateOfOtherYear(issuedOn, proposal.issuedOn)
  const ofOtherYear = useQuery(
    orpc.documents.notices.list.queryOptions({
      input: otherDay === null ? skipToken : { sessionId, issuedOn: otherDay },
    }),
  )
  const first = useProposedNumber(ofOtherYear.data?.proposal.number ?? proposal.number)
  const enter = useMutation(orpc.documents.notices.enter.mutationOptions())
  const number = readWhole({ text: first.value, min: 1, max: 99_999 })
  const symbol = texts.symbol.trim()
  const isReady = number !== null && symbol !== '' && issuedOn !== null && issuedOn !== ''
  const submit = () => {
    if (number === null || issuedOn === null || issuedOn === '') return
    const { posts, signer } = texts
    enter.mutate({ sessionId, issue: { number, symbol, issuedOn, posts: linesOf(posts), signer } })
  }
  return (
    <Form onSubmit={submit}>
      <Group gap="sm" align="flex-end">
        <TextInput label={t('certificates.first')} {...first} inputMode="numeric" w={110} data-autofocus />
        <TextInput label={t('number.symbol')} {...text('symbol')} w={150} />
        <DateInput label={t('number.date')} date={proposal.issuedOn} onDate={setIssuedOn} w={160} />
        <Textarea label={t('number.posts')} {...text('posts')} autosize minRows={1} w={200} />
        <TextInput label={t('number.signer')} {...text('signer')} w={210} />
        <Button type="submit" loading={enter.isPending} disabled={!isReady || ofOtherYear.isFetching}>
          {t('notices.give')}
        </Button>
      </Group>
      <ErrorNote error={enter.error} />
    </Form>
  )
}
