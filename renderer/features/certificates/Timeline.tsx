import { Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  ListName,
  ProductEvent,
  ProductTimeline,
  RegisteredCertificate,
} from '../../../shared/api/certificate-register.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { Stars } from '../../components/Stars.tsx'
import { OpenWithdrawal } from './aftercare/OpenWithdrawal.tsx'
import { StartInspection } from './aftercare/StartInspection.tsx'
import { WithdrawalStanding } from './aftercare/WithdrawalStanding.tsx'
import { CertificateMark, nextDay } from './CertificateMark.tsx'
import classes from './Timeline.module.css'

/** Registered, scored, recognised, lapsed: a product's time, the earliest on top. */
export function Timeline({ timeline }: { timeline: ProductTimeline }) {
  const { t } = useTranslation('certificates')
  const { productCode, productName, producerId, producerName, commune, district, communeNow, formerly, events, day } =
    timeline
  const cases = events.flatMap((event) => (event.kind === 'withdrawal' ? [event.withdrawal] : []))
  const hasCase = ({ source, id }: RegisteredCertificate) => cases.some((one) => one.source === source && one.id === id)
  const named = [productCode, productName].filter((part) => part !== '').join(' · ')
  return (
    <>
      <div className={classes.what}>{named}</div>
      <p className={classes.facts}>
        <Link to="/producers" search={{ open: producerId }}>
          {producerName}
        </Link>
        {[commune, district].map((part) => part !== '' && ` · ${part}`)}
        {communeNow !== '' && ` (${t('communes:place.now', { commune: communeNow })})`}
        {formerly !== '' && ` (${t('communes:place.formerly', { place: formerly })})`}
      </p>
      {events.length === 0 && <p className={classes.facts}>{t('timeline.empty')}</p>}
      <ol className={classes.list} aria-label={t('timeline.title')}>
        {events.map((event, place) => (
          <EventLines key={place} event={event} day={day} hasCase={hasCase} />
        ))}
      </ol>
    </>
  )
}

type EventLinesProps = {
  readonly event: ProductEvent
  readonly day: string
  readonly hasCase: (certificate: RegisteredCertificate) => boolean
}

function EventLines({ event, day, hasCase }: EventLinesProps) {
  if (event.kind === 'registered') return <Registered event={event} />
  if (event.kind === 'package') return <InPackage event={event} />
  if (event.kind === 'listed') return <Listed event={event} />
  if (event.kind === 'withdrawal') return <InWithdrawal event={event} />
  if (event.kind === 'inspection') return <Inspected event={event} />
  return event.kind === 'scored' ? (
    <Scored event={event} />
  ) : (
    <Recognised event={event} day={day} hasCase={hasCase(event.certificate)} />
  )
}

type OfKind<Kind extends ProductEvent['kind']> = { readonly event: Extract<ProductEvent, { kind: Kind }> }

function InWithdrawal({ event: { withdrawal } }: OfKind<'withdrawal'>) {
  const { t } = useTranslation('aftercare')
  const { groundSays: ground, decision, knownOn } = withdrawal
  const what = t(decision === null ? 'withdrawals.event' : 'withdrawals.eventWithdrawn', { ground })
  return (
    <Line
      kind="lapsed"
      when={formatDate(decision?.on ?? knownOn)}
      what={<Link to="/certificates/withdrawals">{what}</Link>}
    >
      <WithdrawalStanding withdrawal={withdrawal} />
    </Line>
  )
}

function Inspected({ event: { inspection } }: OfKind<'inspection'>) {
  const { t } = useTranslation('inspections')
  const { inspectionId, inspectedOn, year, state, violations, routeName } = inspection
  return (
    <Line
      kind={state === 'violation' ? 'lapsed' : 'inspection'}
      when={inspectedOn === null ? String(year) : formatDate(inspectedOn)}
      isFuture={inspectedOn === null}
      what={
        <Link to="/inspections" search={{ year, open: inspectionId }}>
          {t(inspectedOn === null ? 'event.planned' : 'event.made')}
        </Link>
      }
    >
      <div>{t(`state.${state}`)}</div>
      {[routeName, violations].map(
        (said) =>
          said !== '' && (
            <p key={said} className={classes.facts}>
              {said}
            </p>
          ),
      )}
    </Line>
  )
}

function Registered({ event: { year, application, filedOn, withdrawnOn, list } }: OfKind<'registered'>) {
  const { t } = useTranslation('certificates')
  const what = t('timeline.registered', { application: t(`common:application.${application}`).toLowerCase() })
  return (
    <Line kind="registered" when={filedOn === null ? String(year) : formatDate(filedOn)} what={what}>
      {list !== null && <FromList list={list} />}
      {withdrawnOn !== null && (
        <p className={classes.facts}>{t('timeline.withdrawn', { day: formatDate(withdrawnOn) })}</p>
      )}
    </Line>
  )
}

function Listed({ event: { on, list, cells, isOvertaken } }: OfKind<'listed'>) {
  const { t } = useTranslation('certificates')
  return (
    <Line kind="registered" when={formatDate(on)} what={t(isOvertaken ? 'timeline.listed' : 'timeline.listedAlone')}>
      <FromList list={list} />
      <p className={classes.facts}>{cells.join(' · ')}</p>
    </Line>
  )
}

function Scored({ event }: OfKind<'scored'>) {
  const { t } = useTranslation('certificates')
  const { on, sessionId, level, year, round, isLocked, mean, star, papers } = event
  const params = { sessionId }
  return (
    <Line
      kind="scored"
      when={formatDate(on)}
      what={
        <Link to="/sessions/$sessionId/results" params={params}>
          {t('timeline.scored', { level: t(`common:level.${level}`).toLowerCase(), year, round })}
        </Link>
      }
    >
      {mean !== '' && (
        <div>
          {t('timeline.mean', { mean })} <Stars star={star} size={13} />
        </div>
      )}
      {!isLocked && <p className={classes.facts}>{t('timeline.open')}</p>}
      {papers.length > 0 && (
        <ul className={classes.papers} aria-label={t('timeline.papers')}>
          {papers.map(({ kind, code, issuedOn }) => (
            <li key={`${kind} ${code}`}>
              <Link to="/sessions/$sessionId/documents" params={params} search={{ kind }}>
                {t(`documents:kind.${kind}`)}
              </Link>{' '}
              {t('timeline.paper', { code, day: formatDate(issuedOn) })}
            </li>
          ))}
        </ul>
      )}
    </Line>
  )
}

type RecognisedProps = OfKind<'recognised'> & {
  readonly day: string
  /** A case of withdrawal was opened on it. */
  readonly hasCase: boolean
}

function Recognised({ event: { certificate, list, sessionId, writtenRound }, day, hasCase }: RecognisedProps) {
  const { t } = useTranslation('certificates')
  const isReadOnly = useIsReadOnly()
  const { law, decision, decisionDate, recognisedIn, star, score, code, lapsesOn, lapseYear, state, window } =
    certificate
  const isDeciding = state !== 'superseded' && state !== 'review'
  return (
    <>
      <Line
        kind="recognised"
        when={decisionDate === null ? String(recognisedIn ?? t('timeline.noDay')) : formatDate(decisionDate)}
        what={decision === '' ? t('timeline.recognised') : t('timeline.recognisedBy', { decision })}
      >
        {star !== null && <Stars star={star} size={13} />}
        {law.length > 0 && <p className={classes.facts}>{t('timeline.law', { law: law.join(', ') })}</p>}
        {sessionId === null && score !== '' && <div>{t('timeline.listedScore', { score })}</div>}
        {code !== '' && <div>{t('timeline.certificate', { code })}</div>}
        {list !== null && <FromList list={list} />}
        {writtenRound !== null && (
          <p className={classes.facts}>
            <Link to="/opinions/$roundId" params={{ roundId: writtenRound.id }}>
              {t('timeline.writtenRound', { round: writtenRound.name })}
            </Link>
          </p>
        )}
        {nextDay(t, certificate) !== '' && <p className={classes.facts}>{nextDay(t, certificate)}</p>}
        {isDeciding && (
          <Group gap={6} mt={4}>
            <StartInspection certificate={certificate} />
            {!hasCase && <OpenWithdrawal certificate={certificate} />}
            {!isReadOnly && <AskOpinions certificate={certificate} />}
          </Group>
        )}
      </Line>
      {isDeciding && window !== null && state !== 'lapsed' && (
        <Line
          kind="window"
          isFuture={window.opensOn > day}
          when={`${formatDate(window.opensOn)} – ${formatDate(window.closesOn)}`}
          what={t('timeline.window')}
        />
      )}
      {lapseYear !== null && (
        <Line
          kind="lapsed"
          isFuture={lapsesOn === null || lapsesOn > day}
          when={lapsesOn === null ? String(lapseYear) : formatDate(lapsesOn)}
          what={lapsesOn !== null && lapsesOn <= day ? t('timeline.lapsed') : t('timeline.lapses')}
        >
          {state === 'superseded' ? (
            <p className={classes.facts}>{t('state.superseded')}</p>
          ) : (
            <CertificateMark state={state} />
          )}
        </Line>
      )}
    </>
  )
}

/** Begins a round of written opinions with the product; it may have no registration here. */
function AskOpinions({ certificate: { source, id } }: { certificate: RegisteredCertificate }) {
  const { t } = useTranslation('certificates')
  return (
    <p className={classes.facts}>
      <Link to="/opinions" search={{ make: { registrations: [], certificates: [{ source, id }] } }}>
        {t('timeline.askOpinions')}
      </Link>
    </p>
  )
}

function InPackage({ event }: OfKind<'package'>) {
  const { t } = useTranslation('certificates')
  const { on, packageId, direction, way, office, state, reason, mean, star, differences } = event
  return (
    <Line
      kind="package"
      when={formatDate(on)}
      what={
        <Link to="/packages/$packageId" params={{ packageId }}>
          {t(`timeline.package.${direction}.${way}`, { office })}
        </Link>
      }
    >
      <div>
        {mean !== '' && t('timeline.mean', { mean })} <Stars star={star} size={13} />
      </div>
      {state === 'refused' && <p className={classes.facts}>{t('timeline.package.refused', { reason })}</p>}
      {way === 'down' && (
        <p className={classes.facts}>
          {differences === 0 ? t('timeline.package.alike') : t('timeline.package.differs', { count: differences })}
        </p>
      )}
    </Line>
  )
}

function FromList({ list: { fileName, sender } }: { list: ListName }) {
  const { t } = useTranslation('certificates')
  return (
    <p className={classes.facts}>
      {sender === '' ? t('timeline.list', { fileName }) : t('timeline.listOf', { fileName, sender })}
    </p>
  )
}

type LineProps = {
  readonly kind: string
  readonly when: string
  readonly what: ReactNode
  readonly isFuture?: boolean
  readonly children?: ReactNode
}

function Line({ kind, when, what, isFuture = false, children }: LineProps) {
  return (
    <li className={classes.event} data-kind={kind} data-isfuture={isFuture || undefined}>
      <div className={classes.when}>{when}</div>
      <div className={classes.what}>{what}</div>
      {children}
    </li>
  )
}
