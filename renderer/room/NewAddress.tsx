import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sharedValue } from '../api/shared-value.ts'
import { handOverTo } from './ask-before-leaving.ts'
import { AskDialog } from './AskDialog.tsx'
import { hashOfHanded, newRoomAddress } from './handed-acts.ts'
import { nameActs } from './name-act.ts'
import { useDesk, useDeviceDesk } from './use-desk.ts'

/** What waits here, in words. */
export function WaitingActs() {
  const { t } = useTranslation('device')
  const desk = useDesk()
  return <ActList texts={nameActs({ desk, act: desk.waiting, t })} />
}

/** What acts come to, a line each. */
export function ActList({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="acts">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

const isAsking = sharedValue(false)

/** The room may have gone to another address, where a page cannot see what waits on this one: it is handed over. */
export function NewAddress() {
  const { t } = useTranslation('device')
  const { me, waiting } = useDesk()
  if (me === null || waiting.length === 0) return null
  return (
    <button type="button" className="button" onClick={() => isAsking.set(true)}>
      {t('handOver.open')}
    </button>
  )
}

/** Beside the screens: what is typed stays while the room is heard, lost and ended behind it. */
export function NewAddressDialog() {
  const { t } = useTranslation('device')
  const { me, waiting } = useDesk()
  const { wake } = useDeviceDesk()
  const isOpen = isAsking.use()
  const isNeeded = me !== null && waiting.length > 0
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const acts = waiting.filter((act) => act.kind === 'choose' || act.kind === 'opinion')
  useEffect(() => {
    if (!isNeeded) isAsking.set(false)
  }, [isNeeded])
  if (!isOpen || me === null || !isNeeded) return null
  const go = (): void => {
    const origin = newRoomAddress(typed, window.location)
    if (origin === null) return setWrong(true)
    if (origin !== window.location.origin) return handOverTo(origin + '/' + hashOfHanded({ place: me.place, acts }))
    // The room is where it was.
    isAsking.set(false)
    wake()
  }
  return (
    <AskDialog title={t('handOver.open')} deed={t('handOver.go')} onDeed={go} onClose={() => isAsking.set(false)}>
      <p>{t('handOver.text', { count: acts.length })}</p>
      {acts.length < waiting.length && <p>{t('handOver.submitAgain')}</p>}
      <p>
        <label htmlFor="new-address">{t('handOver.address')}</label>
        <input
          id="new-address"
          className="field"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setWrong(false)
          }}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="off"
          placeholder="192.168.1.20:47811"
          aria-invalid={isWrong}
        />
      </p>
      {isWrong && <p role="alert">{t('handOver.wrong')}</p>}
    </AskDialog>
  )
}
