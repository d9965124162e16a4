import { Button, Group, Stack } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterEntry } from '../../../shared/api/document-register.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { OfficePaperListing } from '../../../shared/api/office-papers.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Drawing } from '../../components/pdf/Drawing.tsx'
import { ChangeList } from '../../components/papers/ChangeList.tsx'
import { IssuedState } from '../../components/papers/IssuedState.tsx'
import { OfficeSetting } from '../../components/papers/OfficeSetting.tsx'
import { SendPapers } from '../../components/papers/SendPapers.tsx'
import { UnprintableOnPapers } from '../../components/papers/UnprintableTexts.tsx'
import { saveFile } from '../../components/save-file.ts'
import { StateMark } from '../../components/StateMark.tsx'
import classes from './OfficePapers.module.css'
import { NumberPapers } from './NumberPapers.tsx'

const PdfPreview = lazy(async () => ({ default: (await import('../../components/pdf/PdfPreview.tsx')).PdfPreview }))

type Papers = { readonly papers: readonly OfficePaper[] }

/** The pages of papers, and what is done with them: saved, printed, numbered, sent, taken back. */
export function ShownPapers({ papers }: Papers) {
  const { t } = useTranslation('office')
  const { data: listings, error } = useQuery(orpc.officePapers.look.queryOptions({ input: { papers: [...papers] } }))
  const unavailable = listings?.find((listing) => listing.unavailable !== null)?.unavailable ?? null
  const {
    data: pdf,
    error: fault,
    isFetching,
  } = useQuery(
    orpc.officePapers.render.queryOptions({
      input: listings === undefined || unavailable !== null ? skipToken : { papers: [...papers], format: 'pdf' },
      gcTime: 60_000,
    }),
  )
  const wait = <Drawing className={classes.wait} />
  return (
    <div className={classes.shown}>
      <ErrorNote error={error ?? fault} />
      {listings?.some(({ isNumbered, entry }) => isNumbered || entry !== null) === true && (
        <Numbers papers={papers} listings={listings} />
      )}
      {listings !== undefined && unavailable === null && <UnprintableOnPapers papers={papers} />}
      {unavailable === 'empty' && <p>{t('unavailable.empty')}</p>}
      {unavailable === 'no-office' && (
        <>
          <p>{t('unavailable.no-office')}</p>
          <OfficeSetting isAsked />
        </>
      )}
      {unavailable === null && fault === null && (
        <div className={classes.pages}>
          {pdf === undefined ? (
            wait
          ) : (
            <Suspense fallback={wait}>
              <PdfPreview
                file={pdf}
                isStale={isFetching}
                actions={<SaveButtons papers={papers} shown={isFetching ? null : pdf} listing={listings?.[0]} />}
              />
            </Suspense>
          )}
        </div>
      )}
    </div>
  )
}

function SaveButtons({
  papers,
  shown,
  listing,
}: Papers & { readonly shown: File | null; readonly listing: OfficePaperListing | undefined }) {
  const { t } = useTranslation('documents')
  const render = useMutation(orpc.officePapers.render.mutationOptions({ meta: { writes: false } }))
  return (
    <>
      {listing?.formats.map((format) => (
        <Button
          key={format}
          size="compact-sm"
          variant={format === 'pdf' ? 'filled' : 'default'}
          loading={render.isPending && render.variables.format === format}
          onClick={() =>
            format === 'pdf' && shown !== null
              ? saveFile(shown)
              : render.mutate({ papers: [...papers], format }, { onSuccess: saveFile })
          }
        >
          {t(`save.${format}`)}
        </Button>
      ))}
      <ErrorNote error={render.error} />
    </>
  )
}

function Numbers({ papers, listings }: Papers & { readonly listings: readonly OfficePaperListing[] }) {
  const { t } = useTranslation('office')
  const isReadOnly = useIsReadOnly()
  // Those that were without a number when it was asked for: the dialog stays until all is kept.
  const [numbering, setNumbering] = useState<readonly OfficePaper[] | null>(null)
  const [isNumbered, setNumbered] = useState(false)
  const [isSending, setSending] = useState(false)
  const send = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isNumbered) send.current?.focus()
  }, [isNumbered])
  const entries = listings.flatMap(({ entry }) => entry ?? [])
  const rest = papers.filter((_paper, index) => listings[index]?.entry === null)
  const canNumber =
    rest.length > 0 && listings.every(({ unavailable, isNumbered }) => unavailable === null && isNumbered)
  const unsent = entries.filter(({ sent }) => sent === null)
  const [only] = entries
  return (
    <Stack gap={4} data-testid="paper-numbers">
      <Group gap="sm" mih={36}>
        {papers.length > 1 && <span>{t('numbered', { done: entries.length, of: papers.length })}</span>}
        {papers.length === 1 && only === undefined && <span>{t('papers:number.none')}</span>}
        {papers.length === 1 && only !== undefined && <OneNumber entry={only} canChange={!isReadOnly} />}
        {canNumber && !isReadOnly && (
          <Button
            variant="default"
            onClick={() => {
              setNumbered(false)
              setNumbering(rest)
            }}
          >
            {entries.length === 0 ? t('give') : t('giveRest', { of: rest.length })}
          </Button>
        )}
        {unsent.length > 0 && !isReadOnly && !isSending && (
          <Button ref={send} variant="default" onClick={() => setSending(true)}>
            {t('send')}
          </Button>
        )}
      </Group>
      {isSending && unsent.length > 0 && <SendPapers entries={unsent} what="papers" isAsked />}
      {numbering !== null && (
        <NumberPapers papers={numbering} onNumbered={() => setNumbered(true)} onClose={() => setNumbering(null)} />
      )}
    </Stack>
  )
}

function OneNumber({ entry, canChange }: { readonly entry: RegisterEntry; readonly canChange: boolean }) {
  const { t } = useTranslation('papers')
  const voiding = useMutation(orpc.documents.register.void.mutationOptions())
  const { code, issuedOn, staleSince, sent, issued, changes, id } = entry
  return (
    <>
      <strong>{t('number.is', { code, date: formatDate(issuedOn) })}</strong>
      {staleSince !== null && <StateMark tone="attention">{t('office:stale')}</StateMark>}
      {sent !== null && <span>{t('office:sent', { date: formatDate(sent.on), to: sent.to })}</span>}
      {canChange && (
        <DeedButton
          size="compact-sm"
          variant="subtle"
          isDanger
          label={t('number.void')}
          title={t('number.voidAsk', { code })}
          reasonLabel={t('number.reason')}
          inputOf={(reason: string) => ({ id, reason })}
          deed={voiding}
        >
          {t('number.voidText')}
        </DeedButton>
      )}
      <IssuedState issued={issued} canSave keepsAtOnce />
      <ChangeList changes={changes} />
    </>
  )
}
