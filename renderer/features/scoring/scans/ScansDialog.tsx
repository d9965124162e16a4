import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TakenPage } from '../../../../shared/api/paper-ballots.ts'
import type { BallotIds } from '../../../../shared/domain/ballot/ballot-key.ts'
import { client, orpc } from '../../../api/client.ts'
import { dateAndClock } from '../../../components/clock-time.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { PagePicture } from '../../../components/PagePicture.tsx'
import { saveFile } from '../../../components/save-file.ts'
import { StateMark } from '../../../components/StateMark.tsx'
import { useDrawable } from '../../../components/use-drawable.ts'
import { wholeNumber } from '../../../components/whole-number.ts'
import classes from './Scans.module.css'

/** Fine enough to read handwriting by. */
const dpi = 150

/** Digits of a file's SHA-256 that are shown; all of it is its tooltip. */
const shownDigits = 16

type Props = { readonly of: BallotIds; readonly code: string; readonly onClose: () => void }

/** The scanned pages that are kept with a ballot, each with its file, who took it and when. */
export function ScansDialog({ of, code, onClose }: Props) {
  const { t } = useTranslation('paper')
  // What lies on the disk may have changed without anybody's word.
  const { data: pages, error } = useQuery(orpc.paperBallots.taken.queryOptions({ input: { ...of }, staleTime: 0 }))
  const [chosen, setChosen] = useState<number | null>(null)
  const inOrder = pages?.toSorted((a, b) => b.round - a.round || a.number - b.number)
  const shown = inOrder?.find(({ id }) => id === chosen) ?? inOrder?.[0]
  return (
    <Dialog title={`${t('taken.title')} – ${code}`} size="min(1240px, 96vw)" onClose={onClose}>
      <ErrorNote error={error} />
      {inOrder?.length === 0 && <p>{t('taken.none')}</p>}
      {shown !== undefined && inOrder !== undefined && (
        <div className={classes.parts} data-testid="scans">
          <nav className={classes.pages} aria-label={t('taken.title')}>
            {inOrder.map(({ id, number, round }) => (
              <Button
                key={id}
                size="compact-sm"
                variant={id === shown.id ? 'filled' : 'default'}
                aria-current={id === shown.id || undefined}
                onClick={() => setChosen(id)}
              >
                {t('taken.page', { number, round })}
              </Button>
            ))}
          </nav>
          <ScannedPage key={shown.id} page={shown} />
        </div>
      )}
    </Dialog>
  )
}

function ScannedPage({ page }: { readonly page: TakenPage }) {
  const { t } = useTranslation('paper')
  const { id, number, file } = page
  const { data: status } = useQuery(orpc.workspace.status.queryOptions())
  const picture = useQuery(
    orpc.paperBallots.takenPicture.queryOptions({ input: { id, dpi }, enabled: file.state === 'there', gcTime: 0 }),
  )
  const url = useDrawable(picture.data ?? null)
  const view = useMutation({
    mutationFn: async () => {
      if (status?.host.hasFileDialogs === true) await client.paperBallots.viewFile({ id })
      else saveFile(await client.paperBallots.takeFile({ id }))
    },
    meta: { writes: false },
  })
  return (
    <>
      <div className={classes.facts}>
        <span>{t('taken.from', { file: file.name, page: wholeNumber(page.page) })}</span>
        <span title={file.sha256}>{t('taken.sha', { sha: file.sha256.slice(0, shownDigits) })}</span>
        <span>{t('taken.by', { who: page.takenBy, at: dateAndClock(page.takenAt) })}</span>
        {file.state === 'there' ? (
          <Button size="compact-sm" variant="default" loading={view.isPending} onClick={() => view.mutate()}>
            {t('taken.open')}
          </Button>
        ) : (
          <StateMark tone="wrong">{t(`taken.state.${file.state}`)}</StateMark>
        )}
      </div>
      <ErrorNote error={view.error ?? picture.error} />
      <PagePicture url={url} alt={t('picture', { page: number })} />
    </>
  )
}
