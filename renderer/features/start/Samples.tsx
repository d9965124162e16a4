import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Opener, SampleName } from './open-request.ts'
import classes from './StartPage.module.css'

/** Two complete sessions of invented producers, to try everything on. */
export function Samples({ open, busy }: Opener) {
  const { t } = useTranslation('start')
  return (
    <section className={classes.section}>
      <h2>{t('samples.title')}</h2>
      <p className={classes.note}>{t('samples.note')}</p>
      <ul className={classes.files}>
        {samples.map((sample) => (
          <li key={sample}>
            <button type="button" className={classes.file} onClick={() => open({ kind: 'sample', sample })}>
              <span className={classes.fileName}>{t(`samples.${sample}.name`)}</span>
              <span className={classes.fileFacts}>{t(`samples.${sample}.facts`)}</span>
              {busy?.kind === 'sample' && busy.sample === sample && <Loader size="xs" className={classes.busy} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const samples = ['province-2026', 'district-2024'] as const satisfies readonly SampleName[]
