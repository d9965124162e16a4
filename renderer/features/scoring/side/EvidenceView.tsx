import { Button } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceFile } from '../../../../shared/api/registrations.ts'
import { client, orpc } from '../../../api/client.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { Drawing } from '../../../components/pdf/Drawing.tsx'
import { saveFile } from '../../../components/save-file.ts'
import classes from './Evidence.module.css'

const PdfPreview = lazy(async () => ({ default: (await import('../../../components/pdf/PdfPreview.tsx')).PdfPreview }))

type Props = { readonly file: EvidenceFile; readonly folder: string }

/** One file: its pages or its picture, or the way to the program for its kind; one that is gone or altered says so first. */
export function EvidenceView({ file, folder }: Props) {
  const { t } = useTranslation('scoring')
  const kind = kindOf(file.name)
  const isShown = kind !== 'other' && file.state !== 'missing'
  const { data: bytes, error } = useQuery(
    orpc.registrations.takeFile.queryOptions({ input: isShown ? { id: file.id } : skipToken, gcTime: 0 }),
  )
  const wait = <Drawing className={classes.wait} />
  return (
    <>
      {file.state === 'missing' && (
        <p role="alert" className={classes.wrong}>
          {t('evidence.missingText', { folder })}
        </p>
      )}
      {file.state === 'altered' && (
        <p role="alert" className={classes.wrong}>
          {t('evidence.alteredText')}
        </p>
      )}
      <ErrorNote error={error} />
      {isShown && bytes === undefined && error === null && wait}
      {bytes !== undefined && kind === 'pdf' && (
        <Suspense fallback={wait}>
          <PdfPreview file={bytes} origin="foreign" actions={<OpenOutside file={file} />} />
        </Suspense>
      )}
      {bytes !== undefined && kind === 'picture' && <Picture bytes={bytes} file={file} />}
      {kind === 'other' && file.state !== 'missing' && (
        <div className={classes.other}>
          <p>{t('evidence.other')}</p>
          <OpenOutside file={file} />
        </div>
      )}
    </>
  )
}

function Picture({ bytes, file }: { bytes: File; file: EvidenceFile }) {
  const { t } = useTranslation('scoring')
  /** Null until it is known whether it can be drawn. */
  const [drawn, setDrawn] = useState<{ readonly url: string; readonly isBroken: boolean } | null>(null)
  useEffect(() => {
    const url = URL.createObjectURL(bytes)
    const image = new Image()
    image.src = url
    image.decode().then(
      () => setDrawn({ url, isBroken: false }),
      () => setDrawn({ url, isBroken: true }),
    )
    return () => URL.revokeObjectURL(url)
  }, [bytes])
  return (
    <div className={classes.pictureFrame}>
      <OpenOutside file={file} />
      {drawn?.isBroken === true ? (
        <p role="alert" className={classes.wrong}>
          {t('evidence.broken')}
        </p>
      ) : (
        drawn !== null && <img className={classes.picture} src={drawn.url} alt={file.name} />
      )}
    </div>
  )
}

/** By the system's program where the host has one, else as a download. */
function OpenOutside({ file }: { file: EvidenceFile }) {
  const { t } = useTranslation('scoring')
  const { data: status } = useQuery(orpc.workspace.status.queryOptions())
  const isHere = status?.host.hasFileDialogs === true
  const open = useMutation({
    mutationFn: async () => {
      if (isHere) await client.registrations.viewFile({ id: file.id })
      else saveFile(await client.registrations.takeFile({ id: file.id }))
    },
    meta: { writes: false },
  })
  return (
    <>
      <Button size="compact-sm" variant="default" loading={open.isPending} onClick={() => open.mutate()}>
        {t(isHere ? 'evidence.openOutside' : 'evidence.download')}
      </Button>
      <ErrorNote error={open.error} />
    </>
  )
}

function kindOf(name: string): 'pdf' | 'picture' | 'other' {
  if (/\.pdf$/i.test(name)) return 'pdf'
  return /\.(jpe?g|png|webp)$/i.test(name) ? 'picture' : 'other'
}
