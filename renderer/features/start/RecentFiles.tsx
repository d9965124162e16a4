import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { WorkspaceCopy, WorkspaceListing } from '../../../shared/api/workspace.ts'
import { orpc } from '../../api/client.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import type { Opener } from './open-request.ts'
import classes from './StartPage.module.css'

/** The files worked on before, the latest first. */
export function RecentFiles({ open, busy }: Opener) {
  const { t } = useTranslation('start')
  const { data: files, error } = useQuery(orpc.workspace.list.queryOptions())
  return (
    <section className={classes.section}>
      <h2>{t('recent.title')}</h2>
      {files === undefined && error === null && <p className={classes.note}>{t('recent.looking')}</p>}
      <ErrorNote error={error} />
      {files?.length === 0 && <p className={classes.note}>{t('recent.none')}</p>}
      {files !== undefined && files.length > 0 && (
        <ul className={classes.files}>
          {files.map((file) => (
            <li key={file.id}>
              <button type="button" className={classes.file} onClick={() => open({ kind: 'open', id: file.id })}>
                <span className={classes.fileName}>
                  {file.name}
                  {file.isSample && <span className={classes.sampleMark}>{t('recent.sample')}</span>}
                </span>
                <span className={classes.fileFacts}>
                  <span className={classes.place}>{file.location}</span>
                  <span className={classes.when}>{whenText({ file, t })}</span>
                </span>
                {file.keptAs !== null && (
                  <span className={classes.copy}>{t('recent.kept', { file: file.keptAs })}</span>
                )}
                {file.copy !== null && <CopyLine copy={file.copy} />}
                {busy?.kind === 'open' && busy.id === file.id && <Loader size="xs" className={classes.busy} />}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What the file is to a newer one of the same record, and what it holds. */
function CopyLine({ copy }: { copy: WorkspaceCopy }) {
  const { t } = useTranslation('start')
  const { relation, file, of, isConflicted, ballots, lastAt } = copy
  return (
    <span className={classes.copy} data-is-diverged={relation === 'diverged' || undefined}>
      {t(`copy.${relation}`, { file, of })} {t('copy.holds', { count: ballots, at: dateAndTime(lastAt) })}
      {isConflicted && ` ${t('copy.conflicted')}`}
    </span>
  )
}

const whenText = ({ file, t }: { file: WorkspaceListing; t: TFunction<'start'> }): string =>
  file.state === 'ready' ? dateAndTime(file.modifiedAt) : t(`recent.${file.state}`)
