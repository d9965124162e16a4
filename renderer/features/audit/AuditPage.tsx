import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEvent } from '../../../shared/api/audit.ts'
import { client, orpc } from '../../api/client.ts'
import { rowsAtOnce } from '../../components/all-pages.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { AuditFilter } from './AuditFilter.tsx'
import classes from './AuditPage.module.css'
import { AuditTable } from './AuditTable.tsx'
import { CodeField } from './CodeField.tsx'
import { useCommandTitles } from './command-titles.ts'
import { IntegrityButton, IntegrityVerdict, useIntegrityCheck } from './Integrity.tsx'

const pageSize = 100
const typingPauseMs = 200

/** Who did what and when, the newest first; and whether the file still is what was written. */
export function AuditPage() {
  const { t } = useTranslation('audit')
  const integrity = useIntegrityCheck()
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), typingPauseMs)
  const [feature, setFeature] = useState<string | null>(null)
  const titles = useCommandTitles()
  const found = {
    ...(feature !== null && { feature }),
    ...(words !== '' && { find: { words, titles: { ...titles } } }),
  }
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    orpc.audit.list.infiniteOptions({
      input: (before: number | null) => ({
        limit: pageSize,
        ...(before !== null && { before }),
        ...found,
      }),
      initialPageParam: null,
      getNextPageParam: (last) => (last.length < pageSize ? null : (last.at(-1)?.seq ?? null)),
    }),
  )
  const events = data?.pages.flat()
  return (
    <Page title={t('title')} facts={t('lead')} actions={<IntegrityButton integrity={integrity} />}>
      <div className={classes.check}>
        <CodeField integrity={integrity} />
        <IntegrityVerdict integrity={integrity} />
      </div>
      <AuditFilter text={text} onText={setText} feature={feature} onFeature={setFeature} />
      <ErrorNote error={error} />
      {events?.length === 0 && <p className={classes.none}>{t('none')}</p>}
      {events !== undefined && events.length > 0 && (
        <>
          <AuditTable events={events} titles={titles} every={() => everyEvent(found)} />
          <div className={classes.more}>
            <span role="status">
              {t(hasNextPage ? 'shown' : 'shownAll', { count: events.length, shown: wholeNumber(events.length) })}
            </span>
            {hasNextPage && (
              <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('older')}
              </Button>
            )}
          </div>
        </>
      )}
    </Page>
  )
}

type Asked = Omit<Parameters<typeof client.audit.list>[0], 'limit' | 'before'>

async function* everyEvent(found: Asked): AsyncGenerator<readonly AuditEvent[]> {
  for (let before: number | undefined; ;) {
    const page = await client.audit.list({ ...found, limit: rowsAtOnce, ...(before !== undefined && { before }) })
    if (page.length > 0 || before === undefined) yield page
    before = page.at(-1)?.seq
    if (page.length < rowsAtOnce) return
  }
}
