import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../api/client.ts'
import { copyFile } from '../../api/copy-file.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { FilePick } from '../../components/FilePick.tsx'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { Page } from '../../components/Page.tsx'
import classes from './Packages.module.css'
import { PreviewedPackage } from './PreviewedPackage.tsx'

/** A package of another office, read and held against this file; nothing is written before the person says so. */
export function OpenPackagePage() {
  const { t } = useTranslation('packages')
  const { handed } = useSearch({ from: '/frame/packages/open' })
  const pick = useMutation({ mutationFn: copyFile, meta: { writes: false } })
  const drop = useMutation(orpc.workspace.dropHanded.mutationOptions({ meta: { writes: false } }))
  const { mutate } = pick
  const { mutate: dropHanded } = drop
  // What the system handed over comes out of the application once; from then on it is as if it had been chosen here.
  const given = useQuery({
    queryKey: ['handed-package', handed],
    queryFn: () => client.packages.handed(),
    enabled: handed !== undefined,
    retry: false,
    gcTime: 0,
  })
  useEffect(() => {
    if (given.data === undefined) return
    mutate(given.data)
    dropHanded(undefined)
  }, [given.data, mutate, dropHanded])
  const file = pick.data
  const preview = useQuery({
    queryKey: [['packages', 'preview'], pick.submittedAt],
    queryFn: ({ signal }) => (file === undefined ? null : client.packages.preview({ file }, { signal })),
    enabled: file !== undefined,
    retry: false,
    gcTime: 0,
  })
  return (
    <Page
      title={t('open.title')}
      facts={
        <>
          {t('open.lead')} · <Link to="/packages">{t('open.all')}</Link>
        </>
      }
    >
      <FileDrop onFile={(file) => mutate(file)}>
        <FilePick
          accept=".ocop-goi"
          onPick={(file) => mutate(file)}
          loading={pick.isPending || preview.isFetching}
          variant={file === undefined ? 'filled' : 'default'}
          ref={focusAtStart}
        >
          {t(file === undefined ? 'open.pick' : 'open.pickOther')}
        </FilePick>
        <span className={classes.soft} role="status">
          {file === undefined ? t('open.drop') : file.name}
        </span>
      </FileDrop>
      <ErrorNote error={pick.error ?? given.error ?? preview.error} />
      {file !== undefined && preview.data != null && preview.error === null && (
        <PreviewedPackage key={pick.submittedAt} file={file} preview={preview.data} />
      )}
    </Page>
  )
}
