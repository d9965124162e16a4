import type { TFunction } from 'i18next'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisteredCertificate } from '../../../shared/api/certificate-register.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import type { CertificateState } from '../../../shared/domain/certificates/clock.ts'
import { StateMark, type StateTone } from '../../components/StateMark.tsx'
import classes from './CertificatesPage.module.css'

const tones: Readonly<Record<CertificateState, StateTone>> = {
  review: 'wrong',
  starless: 'wrong',
  grace: 'wrong',
  prolonged: 'attention',
  closing: 'attention',
  'window-open': 'running',
  missed: 'attention',
  lapsing: 'attention',
  'to-come': 'plain',
  'in-force': 'good',
  lapsed: 'wrong',
  unknown: 'plain',
  withdrawn: 'wrong',
  superseded: 'plain',
}

export const CertificateMark = memo(function CertificateMark({ state }: { state: CertificateState }) {
  const { t } = useTranslation('certificates')
  return <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>
})

type Words = TFunction<'certificates'>

/** The state, the day that matters next, and whether the product is registered again; a row does not look its words up by itself. */
export function StateCell({ certificate, t }: { certificate: RegisteredCertificate; t: Words }) {
  const next = nextDay(t, certificate)
  const { state, registeredFor, invited } = certificate
  return (
    <>
      <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>
      {next !== '' && <div className={classes.soft}>{next}</div>}
      {registeredFor !== null && <div className={classes.soft}>{t('registeredFor', { year: registeredFor })}</div>}
      {invited !== null && (
        <div className={classes.soft}>
          {invited.sentOn === null
            ? t('year:letter.unsent', { code: invited.code })
            : t('year:letter.sent', { code: invited.code, day: formatDate(invited.sentOn) })}
        </div>
      )}
    </>
  )
}

/** What comes next for a certificate, in words; empty where nothing does. */
export function nextDay(
  t: Words,
  {
    state,
    window,
    graceUntil,
    noticeBy,
    isNoticeLate,
    withdrawnOn,
    failedOn,
    decisionDate,
    recognisedIn,
  }: RegisteredCertificate,
): string {
  if (state === 'withdrawn') return t('next.withdrawn', { day: formatDate(withdrawnOn ?? '') })
  if (state === 'in-force' && window !== null) return t('next.opens', { day: formatDate(window.opensOn) })
  if (state === 'window-open' || state === 'closing')
    return t('next.closes', { day: formatDate(window?.closesOn ?? '') })
  if ((state === 'lapsed' || state === 'missed') && failedOn !== undefined)
    return t('next.failed', { day: formatDate(failedOn) })
  if (state === 'missed' && graceUntil !== null) return t('next.mayGrace', { day: formatDate(graceUntil) })
  if (state === 'missed') return t('next.closed', { day: formatDate(window?.closesOn ?? '') })
  if (state === 'grace' || state === 'prolonged') return t(`next.${state}`, { day: formatDate(graceUntil ?? '') })
  if (state === 'lapsing')
    return t(isNoticeLate ? 'next.noticeLate' : 'next.notice', { day: formatDate(noticeBy ?? '') })
  if (state === 'starless') return t('next.starless')
  if (state === 'to-come')
    return decisionDate === null
      ? t('next.toComeIn', { year: recognisedIn })
      : t('next.toCome', { day: formatDate(decisionDate) })
  if (state === 'review') return t('next.review')
  return state === 'unknown' ? t('next.unknown') : ''
}
