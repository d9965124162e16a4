import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WorkspaceListing } from '../../../shared/api/workspace.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import type { Opener } from './open-request.ts'
import classes from './StartPage.module.css'

/** The files worked on before, the latest first. */
export function RecentFiles({ files, open, busy }: Opener & { files: readonly WorkspaceListing[] }) {
  const { t } = useTranslation('start')
  return (
    <section className={classes.section}>
      <h2>{t('recent.title')}</h2>
      {files.length === 0 && <p className={classes.note}>{t('recent.none')}</p>}
      {files.length > 0 && (
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
                  <span className={classes.when}>{dateAndTime(file.modifiedAt)}</span>
                </span>
                {busy?.kind === 'open' && busy.id === file.id && <Loader size="xs" className={classes.busy} />}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
