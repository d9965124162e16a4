import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerificationRow } from '../../../shared/api/verifications.ts'
import type { Desk } from '../../../shared/api/people.ts'
import { giveBack, useDesk } from '../../api/desk.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { Keycaps } from '../../components/Keycaps.tsx'
import { SignIn } from '../../components/people/SignIn.tsx'
import { useReach } from '../../components/Reachable.tsx'
import classes from './View.module.css'

type Props = {
  current: VerificationRow
  isSamePerson: boolean
  operator: string
  /** Who else has this ballot open; empty for nobody. */
  elsewhere: string
  /** What follows where no ballot waits for a second person any more; null while one does. */
  after: string | null
  onNext: () => void
}

/** Who keyed first and who keys now: the same person cannot verify, so the second one says who it is. */
export function VerificationBanner({ current, isSamePerson, operator, elsewhere, after, onNext }: Props) {
  const { t } = useTranslation('scoring')
  // Only at the secretary's window does one person hand the keys over to another.
  const canHandOver = useReach()('/settings')
  const desk = useDesk()
  if (current.state === 'verified') {
    return (
      <div className={classes.banner} role="status" data-testid="banner">
        <span className={classes.bannerWords}>
          {t('check.done', { first: current.confirmedBy, second: current.verifiedBy ?? '' })}
          {after !== null && ` ${t('check.over', { operator })}`}
        </span>
        <Button size="xs" variant="default" onClick={onNext} rightSection={<Keycaps shortcut="enter" />}>
          {after ?? t('check.next')}
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.banner} role="note" data-testid="banner">
      <span className={classes.bannerWords}>
        {elsewhere !== '' && `${t('banner.elsewhere', { who: elsewhere })} `}
        {t(isSamePerson ? 'check.samePerson' : 'check.blind', { first: current.confirmedBy, operator })}
        {isSamePerson && canHandOver && ` ${t('check.handOver')}`}
      </span>
      {isSamePerson && canHandOver && desk !== undefined && <HandOver desk={desk} />}
      {desk?.lender != null && (
        <Button size="xs" variant="default" onClick={() => void giveBack().catch(() => {})}>
          {t('people:bar.giveBack', { name: desk.lender })}
        </Button>
      )}
    </div>
  )
}

function HandOver({ desk }: { desk: Desk }) {
  const { t } = useTranslation('scoring')
  const [isOpen, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <>
      <Button size="xs" onClick={() => setOpen(true)}>
        {t('check.takeOver')}
      </Button>
      <Dialog isOpen={isOpen} title={t('check.handOverTitle')} onClose={close}>
        <SignIn desk={desk} deed={t('check.takeOver')} lends onDone={close} />
      </Dialog>
    </>
  )
}
