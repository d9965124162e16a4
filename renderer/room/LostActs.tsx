import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { LostAct } from '../ballot-sync/lost-acts.ts'
import { readReason } from './answers.ts'
import type { Desk } from './desk-state.ts'
import { nameAct } from './name-act.ts'
import { useDesk, useDeviceDesk } from './use-desk.ts'

/** What the application did not take, each with its reason, until the member has read it. */
export function LostActs() {
  const { t } = useTranslation('device')
  const desk = useDesk()
  const { dismiss } = useDeviceDesk()
  if (desk.lost.length === 0) return null
  return (
    <ul className="lost" role="alert">
      {desk.lost.map((lost) => (
        <li key={lost.act.actId}>
          <p>{lostText({ desk, lost, t })}</p>
          <button type="button" className="button" onClick={() => dismiss(lost)}>
            {t('lost.seen')}
          </button>
        </li>
      ))}
    </ul>
  )
}

function lostText({ desk, lost, t }: { desk: Desk; lost: LostAct; t: TFunction<'device'> }): string {
  const { act, error } = lost
  const reason = readReason(error)
  const why = t(`lost.why.${known.find((one) => one === reason) ?? 'other'}`)
  const named = nameAct({ desk, act, t })
  switch (act.kind) {
    case 'choose':
      return t(named.criterion === '' ? 'lost.some' : 'lost.choice', { ...named, why })
    case 'opinion':
      return t(named.opinion === '' ? 'lost.noOpinion' : 'lost.opinion', { ...named, why })
    case 'confirm':
    case 'reopen':
      return t('lost.submit', { ...named, why })
    default:
      return assertNever(act)
  }
}

const known = [
  'ballot-changed-elsewhere',
  'ballot-confirmed',
  'ballot-incomplete',
  'round-over',
  'session-locked',
  'session-not-open',
  'member-absent',
  'not-found',
] as const
