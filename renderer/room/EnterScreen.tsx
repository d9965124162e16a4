import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clerkPath } from '../../shared/api/clerk-path.ts'
import type { ClerkPlace, Seat } from '../../shared/api/room-device.ts'
import { browserStorage } from '../api/browser-storage.ts'
import { createKeptActs } from '../ballot-sync/kept-acts.ts'
import { isAnswer, isTooFast, readReason, readSeconds } from './answers.ts'
import classes from './EnterScreen.module.css'
import { useDesk, useDeviceDesk } from './use-desk.ts'

/** A place to enter at: a member's or a clerk's. */
type Place = Seat | ClerkPlace

/** Which place, then its code. The page names no person before the code is right. */
export function EnterScreen() {
  const { t } = useTranslation('device')
  const { seats, isOnline, handed } = useDesk()
  const [chosen, setChosen] = useState<Place | null>(null)
  const [kept] = useState(() => createKeptActs(browserStorage()).count())
  return (
    <main className={classes.enter}>
      <h1>{t('enter.title')}</h1>
      {kept > 0 && <p className="banner">{t('enter.waits', { count: kept })}</p>}
      {handed !== null && <p className="banner">{t('handed.enter', { count: handed.acts.length })}</p>}
      {!isOnline && (
        <p className="banner" role="status">
          {t('unreachable')}
        </p>
      )}
      {chosen === null ? (
        <>
          <p>{t('enter.pick')}</p>
          <ul className={classes.seats}>
            {seats.map((seat) => (
              <li key={seat.seatId}>
                <button type="button" className={classes.seat} onClick={() => setChosen(seat)}>
                  <span className={classes.number}>{seat.seat}</span>
                  <span>{t(`common:role.${seat.role}`)}</span>
                </button>
              </li>
            ))}
          </ul>
          <ClerkPlaces onChoose={setChosen} />
        </>
      ) : (
        <CodeForm place={chosen} onOther={() => setChosen(null)} />
      )}
    </main>
  )
}

/** Apart from the council's seats, where nobody takes one for a member's. */
function ClerkPlaces({ onChoose }: { onChoose: (place: Place) => void }) {
  const { t } = useTranslation('device')
  const { clerks } = useDesk()
  if (clerks.length === 0) return null
  return (
    <>
      <p>{t('enter.clerks')}</p>
      <ul className={classes.seats}>
        {clerks.map((place) => (
          <li key={place.clerkId}>
            <button type="button" className={classes.seat} onClick={() => onChoose(place)}>
              {t('enter.clerk', { number: place.number })}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function CodeForm({ place, onOther }: { place: Place; onOther: () => void }) {
  const { t } = useTranslation('device')
  const desk = useDeviceDesk()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const enter = async (): Promise<void> => {
    setBusy(true)
    setFault(null)
    try {
      if ('seatId' in place) return await desk.enter({ seatId: place.seatId, code })
      await desk.enterClerk({ clerkId: place.clerkId, code })
      window.location.assign(`${clerkPath}/`)
    } catch (error) {
      setFault(faultText(error, t))
      setCode('')
      setBusy(false)
    }
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (code.length === 6 && !isBusy) void enter()
      }}
    >
      <p className={classes.who}>
        {'seatId' in place
          ? `${t('enter.seat', { seat: place.seat })} – ${t(`common:role.${place.role}`)}`
          : t('enter.clerk', { number: place.number })}
      </p>
      <label htmlFor="code">{t('enter.code')}</label>
      <input
        ref={input}
        id="code"
        className={classes.code}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 6))}
        inputMode="numeric"
        autoComplete="one-time-code"
        aria-describedby="code-hint"
        aria-invalid={fault !== null}
      />
      <p id="code-hint" className="soft">
        {'seatId' in place ? t('enter.codeHint') : t('enter.clerkCodeHint', { number: place.number })}
      </p>
      {fault !== null && (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      )}
      <button type="submit" className="button" data-primary disabled={code.length !== 6 || isBusy}>
        {t('enter.deed')}
      </button>
      <button type="button" className="button" onClick={onOther}>
        {t('enter.other')}
      </button>
    </form>
  )
}

function faultText(error: unknown, t: TFunction<'device'>): string {
  switch (readReason(error)) {
    case 'code-wrong':
      return [t('enter.wrong'), waitText(error, t)].join(' ')
    case 'code-wait':
      return waitText(error, t)
    case 'not-found':
      return t('enter.gone')
    case 'room-off':
      return t('off.text')
    default:
      if (isTooFast(error)) return t('enter.tooFast')
      return t(isAnswer(error) ? 'enter.failed' : 'enter.offline')
  }
}

function waitText(error: unknown, t: TFunction<'device'>): string {
  const seconds = readSeconds(error)
  if (seconds === 0) return ''
  return seconds < 60
    ? t('enter.waitSeconds', { count: seconds })
    : t('enter.waitMinutes', { count: Math.ceil(seconds / 60) })
}
