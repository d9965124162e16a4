import { Button, CopyButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { Icon } from '../../components/Icon.tsx'
import classes from './ClosingPage.module.css'
import { UnlockDialog } from './UnlockDialog.tsx'

/** The lock: since when, and the digest that the minutes print. */
export function LockSeal({ session, canWrite }: { session: SessionDetail; canWrite: boolean }) {
  const { t } = useTranslation('meeting')
  const [isAsked, setAsked] = useState(false)
  const digest = session.digest ?? ''
  return (
    <section className={classes.seal} aria-label={t('seal.label')}>
      <Icon name="lock" size={22} />
      <div>
        <h2>{t('seal.closed', { at: session.closedAt === null ? '' : dateAndTime(session.closedAt) })}</h2>
        <p className={classes.note}>{t('seal.text')}</p>
        <div className={classes.digest} data-testid="digest" aria-label={t('seal.digest')}>
          {digest.match(/.{1,8}/g)?.map((block, place) => (
            // A digest does not change while it is shown, so the place of a block can be its key.
            <span key={`${place}/${block}`}>{block}</span>
          ))}
        </div>
        <div className={classes.deeds}>
          <CopyButton value={digest}>
            {({ copied, copy }) => (
              <Button variant="default" size="compact-sm" onClick={copy}>
                {t(copied ? 'seal.copied' : 'seal.copy')}
              </Button>
            )}
          </CopyButton>
          {canWrite && (
            <Button variant="default" size="compact-sm" onClick={() => setAsked(true)}>
              {t('unlock.deed')}
            </Button>
          )}
        </div>
      </div>
      <UnlockDialog session={session} isOpen={isAsked} onClose={() => setAsked(false)} />
    </section>
  )
}
