import { Button, Checkbox, Group, SegmentedControl } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentFormat, DocumentListing } from '../../../shared/api/documents.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { UnprintableInSession } from '../../components/papers/UnprintableTexts.tsx'
import { Drawing } from '../../components/pdf/Drawing.tsx'
import { saveFile } from '../../components/save-file.ts'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { Unrecognised } from '../../components/Unrecognised.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { ProvinceList } from './ProvinceList.tsx'
import classes from './DocumentsPage.module.css'
import { DocumentTools } from './DocumentTools.tsx'
import { NumberNote } from './NumberNote.tsx'

const PdfPreview = lazy(async () => ({ default: (await import('../../components/pdf/PdfPreview.tsx')).PdfPreview }))

const route = getRouteApi('/frame/sessions/$sessionId/documents')

/** Which documents the session has, as they will be printed. */
export function DocumentsPage() {
  const { t } = useTranslation('documents')
  const { sessionId } = route.useParams()
  const { kind } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: listings, error } = useQuery(orpc.documents.list.queryOptions({ input: { sessionId } }))
  const { data: record } = useQuery(orpc.results.session.queryOptions({ input: { sessionId } }))
  const shown =
    listings?.find((listing) => listing.kind === kind && isShowable(listing)) ??
    listings?.find(({ unavailable }) => unavailable === null)
  return (
    <SessionFrame sessionId={sessionId} title={t('title')} isWide>
      {() => (
        <>
          <ErrorNote error={error} />
          <UnprintableInSession sessionId={sessionId} />
          {record !== undefined && <Unrecognised record={record} />}
          <DocumentTools sessionId={sessionId}>
            {shown !== undefined && <NumberNote key={shown.kind} sessionId={sessionId} listing={shown} />}
          </DocumentTools>
          <div className={classes.columns}>
            <div className={classes.list}>
              <ul aria-label={t('list')} data-testid="documents">
                {listings?.map((listing) => (
                  <li key={listing.kind}>
                    <DocumentLine
                      listing={listing}
                      isShown={listing === shown}
                      onShow={() => void navigate({ search: { kind: listing.kind }, replace: true })}
                    />
                  </li>
                ))}
              </ul>
              {listings?.some(({ kind: each, unavailable }) => each === 'referral-list' && unavailable === null) && (
                <ProvinceList sessionId={sessionId} />
              )}
            </div>
            {shown !== undefined &&
              (shown.formats.includes('pdf') ? (
                <DocumentPreview key={shown.kind} sessionId={sessionId} listing={shown} />
              ) : (
                <WithoutPages sessionId={sessionId} listing={shown} />
              ))}
          </div>
        </>
      )}
    </SessionFrame>
  )
}

type DocumentLineProps = {
  listing: DocumentListing
  isShown: boolean
  onShow: () => void
}

/** What was issued stays on show, with its number, also where the session has nothing more for it. */
const isShowable = ({ unavailable, entry }: DocumentListing): boolean => unavailable === null || entry !== null

function DocumentLine({ listing, isShown, onShow }: DocumentLineProps) {
  const { t } = useTranslation('documents')
  const { kind, state, unavailable, entry } = listing
  return (
    <button
      type="button"
      className={classes.item}
      aria-current={isShown ? 'true' : undefined}
      disabled={!isShowable(listing)}
      onClick={onShow}
      data-kind={kind}
    >
      <span className={classes.name}>{t(`kind.${kind}`)}</span>
      {unavailable === null || entry !== null ? (
        <StateMark tone={entry?.staleSince != null ? 'attention' : state === 'final' ? 'good' : 'plain'}>
          {entry === null ? t(`state.${state}`) : entry.code}
        </StateMark>
      ) : null}
      {unavailable !== null && <span className={classes.why}>{t(`unavailable.${unavailable}`)}</span>}
    </button>
  )
}

type Version = 'issued' | 'now'

/** The document as it was issued, where that is kept, and beside it as the record has it now. */
function DocumentPreview({ sessionId, listing }: { sessionId: number; listing: DocumentListing }) {
  const { t } = useTranslation('documents')
  const { kind, entry } = listing
  const issued = entry?.issued?.state === 'kept' ? entry.issued : null
  const [chosen, setChosen] = useState<Version>('issued')
  const version = issued === null ? 'now' : chosen
  const [onBothSides, setOnBothSides] = useState(true)
  const now = useQuery(
    orpc.documents.render.queryOptions({
      input: version === 'now' ? { sessionId, kind, format: 'pdf', onBothSides } : skipToken,
      gcTime: 60_000,
    }),
  )
  const asIssued = useQuery(
    orpc.documents.issued.take.queryOptions({
      input: issued !== null && version === 'issued' ? { seq: issued.seq, format: 'pdf' } : skipToken,
      gcTime: 60_000,
      staleTime: Infinity,
    }),
  )
  const pdf = version === 'issued' ? asIssued : now
  const { data: templates } = useQuery(orpc.documents.templates.list.queryOptions())
  const own = version === 'now' ? (templates?.find((template) => template.kind === kind)?.own ?? null) : null
  const wait = <Drawing className={classes.wait} />
  if (pdf.error !== null) {
    return (
      <div>
        <ErrorNote error={pdf.error} />
        <Group gap="sm" mt="sm">
          {issued !== null && <VersionChoice version={version} onVersion={setChosen} />}
          {listing.formats
            .filter((format) => format !== 'pdf')
            .map((format) => (
              <SaveButton key={format} sessionId={sessionId} listing={listing} format={format} />
            ))}
        </Group>
      </div>
    )
  }
  if (pdf.data === undefined) return wait
  const seq = version === 'issued' && issued !== null ? issued.seq : null
  return (
    <Suspense fallback={wait}>
      <PdfPreview
        file={pdf.data}
        isStale={pdf.isFetching}
        actions={
          <>
            {own !== null && (
              <span className={classes.why} title={t('ownTemplateText', { file: own.fileName })}>
                {t('ownTemplate')}
              </span>
            )}
            {listing.paper === 'A3' && <span>{t('paperA3')}</span>}
            {listing.isBatch && version === 'now' && (
              <Checkbox
                size="xs"
                label={t('onBothSides')}
                title={t('onBothSidesHint')}
                checked={onBothSides}
                onChange={(event) => setOnBothSides(event.currentTarget.checked)}
              />
            )}
            {issued !== null && <VersionChoice version={version} onVersion={setChosen} />}
            {listing.formats.map((format) => (
              <SaveButton
                key={format}
                sessionId={sessionId}
                listing={listing}
                format={format}
                shown={pdf.data}
                issuedSeq={seq}
              />
            ))}
          </>
        }
      />
    </Suspense>
  )
}

function VersionChoice({ version, onVersion }: { version: Version; onVersion: (version: Version) => void }) {
  const { t } = useTranslation('documents')
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('version.label')}
      value={version}
      onChange={onVersion}
      data={[
        { value: 'issued', label: t('version.issued') },
        { value: 'now', label: t('version.now') },
      ]}
    />
  )
}

/** A document that is a workbook alone has no pages to show. */
function WithoutPages({ sessionId, listing }: { sessionId: number; listing: DocumentListing }) {
  const { t } = useTranslation('documents')
  return (
    <div className={classes.wait}>
      <div>
        <p>{t('withoutPages')}</p>
        {listing.formats.map((format) => (
          <SaveButton key={format} sessionId={sessionId} listing={listing} format={format} />
        ))}
      </div>
    </div>
  )
}

type SaveButtonProps = {
  sessionId: number
  listing: DocumentListing
  format: DocumentFormat
  shown?: File
  /** The event that numbered what is on show as it was issued; null for what the record says now. */
  issuedSeq?: number | null
}

/** Saves the very bytes on show; another format as it was issued, or made now from the same record. */
function SaveButton({ sessionId, listing: { kind, entry }, format, shown, issuedSeq = null }: SaveButtonProps) {
  const { t } = useTranslation('documents')
  const render = useMutation(orpc.documents.render.mutationOptions({ meta: { writes: false } }))
  const take = useMutation(orpc.documents.issued.take.mutationOptions({ meta: { writes: false } }))
  const isKept = entry?.issued?.kept.some((kept) => kept.format === format) ?? false
  const isLost = issuedSeq !== null && !isKept && (entry?.staleSince !== null || entry.issued?.reopenedAt !== null)
  const save = (): void => {
    if (format === 'pdf' && shown !== undefined) saveFile(shown)
    else if (issuedSeq !== null && isKept) take.mutate({ seq: issuedSeq, format }, { onSuccess: saveFile })
    else render.mutate({ sessionId, kind, format }, { onSuccess: saveFile })
  }
  return (
    <Button
      size="compact-sm"
      variant={format === 'pdf' ? 'filled' : 'default'}
      loading={render.isPending || take.isPending}
      disabled={isLost}
      title={isLost ? t('version.lost') : undefined}
      onClick={save}
    >
      {t(`save.${format}`)}
    </Button>
  )
}
