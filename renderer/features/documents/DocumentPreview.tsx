import { Checkbox, Group, SegmentedControl } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentListing } from '../../../shared/api/documents.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Drawing } from '../../components/pdf/Drawing.tsx'
import { AskBallots, ChooseBallots, LayingBallots } from './BallotPack.tsx'
import classes from './DocumentsPage.module.css'
import { SaveButton } from './SaveButton.tsx'
import { useBallotPack } from './use-ballot-pack.ts'

const PdfPreview = lazy(async () => ({ default: (await import('../../components/pdf/PdfPreview.tsx')).PdfPreview }))

/** The document as it was issued, where that is kept, and beside it as the record has it now. */
export function DocumentPreview({ sessionId, listing }: { sessionId: number; listing: DocumentListing }) {
  const { t } = useTranslation('documents')
  const { kind, entry } = listing
  const issued = entry?.issued?.state === 'kept' ? entry.issued : null
  const [chosen, setChosen] = useState<Version>('issued')
  const version = issued === null ? 'now' : chosen
  const [onBothSides, setOnBothSides] = useState(true)
  const pack = useBallotPack({ sessionId, kind })
  const now = useQuery(
    orpc.documents.render.queryOptions({
      input:
        version === 'now' && pack.isReady ? { sessionId, kind, format: 'pdf', onBothSides, ...pack.input } : skipToken,
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
  if (!pack.isReady && version === 'now') return <AskBallots pack={pack} wait={wait} />
  if (pdf.data === undefined) return pack.ballots === undefined ? wait : <LayingBallots pack={pack} />
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
            {version === 'now' && <ChooseBallots pack={pack} />}
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

type Version = 'issued' | 'now'

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
