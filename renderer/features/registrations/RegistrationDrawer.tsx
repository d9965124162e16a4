import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegistrationDetail } from '../../../shared/api/registrations.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { Drawer } from '../../components/Drawer.tsx'
import type { RowSteps } from '../../components/drawer-steps/DrawerSteps.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { PackDossiers } from '../../components/PackDossiers.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { ClosedYearNote } from './ClosedYearNote.tsx'
import { DossierItems } from './DossierItems.tsx'
import { DossierMarks } from './DossierMarks.tsx'
import { RegistrationFacts } from './RegistrationFacts.tsx'
import { RegistrationPapers } from './RegistrationPapers.tsx'
import { Samples } from './Samples.tsx'
import { Screening } from './Screening.tsx'
import classes from './Registrations.module.css'

/** One registration with its dossier. */
export function RegistrationDrawer({ steps, onClose }: { steps: RowSteps; onClose: () => void }) {
  const { id } = steps
  const { t } = useTranslation('registrations')
  const { data, error } = useQuery(orpc.registrations.get.queryOptions({ input: id === null ? skipToken : { id } }))
  const registration = id === null || data?.id !== id ? null : data
  const isOpening = useRef(true)
  useEffect(() => {
    if (id === null) isOpening.current = true
  }, [id])
  // What came later than the panel has its first line by then; who steps on keeps what he has.
  const startAt = useCallback((first: HTMLElement | null): void => {
    if (first !== null && isOpening.current) first.focus()
    if (first !== null) isOpening.current = false
  }, [])
  const title = registration === null ? '' : [registration.code, registration.productName].filter(Boolean).join(' · ')
  return (
    <Drawer isOpen={id !== null} onClose={onClose} title={title === '' ? t('drawer') : title} size={820} steps={steps}>
      {id !== null && <ErrorNote error={error} />}
      {registration !== null && <Parts key={registration.id} registration={registration} first={startAt} />}
    </Drawer>
  )
}

type PartsProps = { readonly registration: RegistrationDetail; readonly first: Ref<HTMLButtonElement> }

function Parts({ registration, first }: PartsProps) {
  const { t } = useTranslation('registrations')
  const isFileReadOnly = useIsReadOnly()
  const isReadOnly = isFileReadOnly || registration.isClosed || registration.withdrawnOn !== null
  const { producerName, producer, list, sessions, rounds, productId } = registration
  const from = list === null ? t('byHand') : t('ofList', { fileName: list.fileName, sender: list.sender })
  return (
    <div className={classes.parts}>
      <div>
        <div>{[producerName, producer.kind].filter((part) => part !== '').join(' · ')}</div>
        <div className={classes.soft}>
          {[producer.representative, producer.phone, producer.address].filter((part) => part !== '').join(' · ')}
        </div>
        <div className={classes.soft}>{from}</div>
        {registration.isClosed && <ClosedYearNote year={registration.year} />}
        <DossierMarks registration={registration} items={registration.items} />
        {registration.withdrawnOn !== null && (
          <div className={classes.soft}>{t('withdrawnBecause', { reason: registration.withdrawalReason })}</div>
        )}
      </div>
      <RegistrationFacts registration={registration} isReadOnly={isReadOnly} />
      <DossierItems registration={registration} isReadOnly={isReadOnly} first={first} />
      <Samples registration={registration} isReadOnly={isReadOnly} />
      <Screening registration={registration} isReadOnly={isReadOnly} />
      {sessions.length > 0 && (
        <section>
          <h3>{t('sessions')}</h3>
          <ul className={classes.list}>
            {sessions.map(({ sessionId, agendaItemId, heldOn, round, isLocked }) => (
              <li key={sessionId}>
                <Link to="/sessions/$sessionId" params={{ sessionId }} search={{ item: agendaItemId }}>
                  {t('session', { round, day: formatDate(heldOn) })}
                </Link>{' '}
                {isLocked && <StateMark tone="plain">{t('sessionLocked')}</StateMark>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {rounds.length > 0 && (
        <section>
          <h3>{t('rounds')}</h3>
          <ul className={classes.list}>
            {rounds.map(({ roundId, round, sentOn, state }) => (
              <li key={roundId}>
                <Link to="/opinions/$roundId" params={{ roundId }}>
                  {t('asked', { round, day: formatDate(sentOn) })}
                </Link>{' '}
                <StateMark tone="plain">{t(`roundState.${state}`)}</StateMark>
              </li>
            ))}
          </ul>
        </section>
      )}
      <RegistrationPapers registrations={[registration]} day={registration.day} />
      <div className={classes.foot}>
        <Link to="/products" search={{ edit: productId }}>
          {t('toProduct')}
        </Link>
        <Link to="/certificates" search={{ product: productId }}>
          {t('toTime')}
        </Link>
        <PackDossiers of={{ registrationId: registration.id }} label={t('pack.one')} />
        {!isFileReadOnly && <Withdraw registration={registration} />}
      </div>
    </div>
  )
}

function Withdraw({ registration: { id, productName, year, withdrawnOn } }: { registration: RegistrationDetail }) {
  const { t } = useTranslation('registrations')
  const withdraw = useMutation(orpc.registrations.withdraw.mutationOptions())
  if (withdrawnOn !== null) {
    return (
      <DeedButton
        className={classes.last}
        label={t('restore.action')}
        title={t('restore.title', { name: productName, year })}
        deed={withdraw}
        inputOf={() => ({ id, reason: null })}
      >
        {t('restore.text')}
      </DeedButton>
    )
  }
  return (
    <DeedButton
      className={classes.last}
      label={t('withdraw.action')}
      title={t('withdraw.title', { name: productName, year })}
      isDanger
      reasonLabel={t('withdraw.reason')}
      deed={withdraw}
      inputOf={(reason) => ({ id, reason })}
    >
      {t('withdraw.text')}
    </DeedButton>
  )
}
