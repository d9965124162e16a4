import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { HostCapabilities } from '../../../shared/api/workspace.ts'
import { FilePick } from '../../components/FilePick.tsx'
import type { Opener } from './open-request.ts'
import classes from './StartPage.module.css'

/** A file from elsewhere: through the system's dialog, or in a browser as a copy that goes into the data folder. */
export function OpenFile({ host, open, busy }: Opener & { host: HostCapabilities }) {
  const { t } = useTranslation('start')
  if (host.hasFileDialogs) {
    return (
      <Button
        variant="default"
        loading={busy?.kind === 'open' && busy.id === undefined}
        onClick={() => open({ kind: 'open' })}
      >
        {t('open.dialog')}
      </Button>
    )
  }
  return (
    <div>
      <FilePick
        variant="default"
        accept=".ocop"
        loading={busy?.kind === 'adopt'}
        onPick={(file) => open({ kind: 'adopt', file })}
      >
        {t('open.copy')}
      </FilePick>
      <p className={classes.note}>{t('open.copyNote')}</p>
    </div>
  )
}
