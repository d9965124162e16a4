import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { isSettled } from '../../../shared/domain/ballot/state.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { Keycaps } from '../../components/Keycaps.tsx'
import { Reachable } from '../../components/Reachable.tsx'
import classes from './View.module.css'
import { useDeskPart } from './use-desk.ts'

type BallotBannerProps = {
  session: SessionDetail
  item: BoardRow
  member: number
  ballot: BallotKey
  /** Who else has this ballot open; empty for nobody. */
  elsewhere: string
  onNext: () => void
  onReopen: () => void
}

/** Why this ballot cannot be keyed, and the way on; nothing where it can. */
export function BallotBanner(parts: BallotBannerProps) {
  const { session, item, member, ballot, elsewhere, onNext, onReopen } = parts
  const { t } = useTranslation('scoring')
  const isHidden = useDeskPart(({ known }) => known.get(ballot)?.isHidden === true)
  const state = useDeskPart(({ grid }) => grid?.ballots[ballot]?.state)
  const agendaItem = session.agenda.find(({ id }) => id === item.agendaItemId)
  const exclusion = agendaItem?.exclusions.find(({ memberId }) => memberId === member)
  const excluded = item.cells.find(({ memberId }) => memberId === member)?.excluded ?? null
  const place = { to: '/sessions/$sessionId', params: { sessionId: session.id } } as const
  if (session.state === 'planned') {
    return (
      <Banner text={t('banner.planned')}>
        <Reachable screen={place.to}>
          <Link {...place}>{t('banner.toAgenda')}</Link>
        </Reachable>
      </Banner>
    )
  }
  if (session.state === 'closed') {
    return (
      <Banner text={t('banner.closed')}>
        <Reachable screen="/sessions/$sessionId/closing">
          <Link to="/sessions/$sessionId/closing" params={place.params}>
            {t('banner.toClosing')}
          </Link>
        </Reachable>
      </Banner>
    )
  }
  if (excluded !== null) {
    const reason = exclusion?.reason ?? ''
    return (
      <Banner text={reason === '' ? t(`banner.${excluded}`) : t(`banner.${excluded}Because`, { reason })}>
        <NextButton onNext={onNext} />
      </Banner>
    )
  }
  if (item.isRejected) {
    return (
      <Banner text={t('banner.rejected')}>
        <NextButton onNext={onNext} />
      </Banner>
    )
  }
  if (agendaItem?.needsCase === true && agendaItem.criteriaCase === null) {
    return (
      <Banner text={t('banner.needsCase')}>
        <Reachable screen={place.to}>
          <Link {...place} search={{ item: item.agendaItemId }}>
            {t('banner.toItem')}
          </Link>
        </Reachable>
      </Banner>
    )
  }
  if (isSettled(state)) {
    return (
      <Banner text={t(isHidden ? 'banner.hidden' : 'banner.confirmed')}>
        <Button size="xs" variant="default" onClick={onReopen}>
          {t('confirm.reopen')}
        </Button>
        <NextButton onNext={onNext} />
      </Banner>
    )
  }
  if (elsewhere !== '') return <Banner text={t('banner.elsewhere', { who: elsewhere })} />
  if (item.needsDiscussion) {
    return (
      <Banner text={t('banner.spread', { spread: item.spread ?? '–', limit: session.regulation.spreadLimit })}>
        <Reachable screen="/sessions/$sessionId/results">
          <Link to="/sessions/$sessionId/results" params={place.params} search={{ item: item.agendaItemId }}>
            {t('banner.toResult')}
          </Link>
        </Reachable>
      </Banner>
    )
  }
  return <div />
}

const Banner = ({ text, children }: { text: string; children?: ReactNode }) => (
  <div className={classes.banner} role="note" data-testid="banner">
    <span className={classes.bannerWords}>{text}</span>
    {children}
  </div>
)

function NextButton({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation('scoring')
  return (
    <Button size="xs" variant="default" onClick={onNext} rightSection={<Keycaps shortcut="enter" />}>
      {t('confirm.next')}
    </Button>
  )
}
