import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { orpc } from '../../api/client.ts'
import { dateAndClock } from '../../components/clock-time.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { ballotEvents, type BallotEvent } from './ballot-events.ts'
import classes from './HistoryDialog.module.css'

/** How many events a ballot shows; one of 34 criteria would have to be keyed nine times over to have more. */
const eventLimit = 300

type Props = {
  ballot: BallotKey
  form: CriteriaSet
  isOpen: boolean
  onClose: () => void
}

/** Who wrote what into one ballot and when, old → new, newest first; read from the audit. */
export function HistoryDialog({ ballot, form, isOpen, onClose }: Props) {
  const { t } = useTranslation('scoring')
  const { data, error } = useQuery({
    ...orpc.audit.list.queryOptions({ input: { subject: `ballot:${ballot}`, limit: eventLimit } }),
    enabled: isOpen,
    staleTime: 0,
  })
  const events = data === undefined ? undefined : ballotEvents(data, form)
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('history.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ErrorNote error={error} />
      {events?.length === 0 && <p className={classes.empty}>{t('history.empty')}</p>}
      {events !== undefined && events.length > 0 && (
        <table className={classes.table} data-testid="ballot-history">
          <thead>
            <tr>
              <th scope="col">{t('history.at')}</th>
              <th scope="col">{t('history.actor')}</th>
              <th scope="col">{t('history.what')}</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={event.seq} data-kind={event.what.kind}>
                <td className={classes.at}>{dateAndClock(event.at)}</td>
                <td>{event.actor}</td>
                <td>{eventText(event.what, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  )
}

function eventText(what: BallotEvent['what'], t: TFunction<'scoring'>): string {
  switch (what.kind) {
    case 'points': {
      const [from, to] = [what.from ?? '–', what.to ?? '–']
      return t('history.points', { code: what.criterion, title: what.title, from, to })
    }
    case 'opinion':
      return what.text === '' ? t('history.opinionTaken') : t('history.opinion', { text: what.text })
    case 'confirmed':
      return t('history.confirmed', { version: what.version, total: what.total })
    case 'reopened':
      return t('history.reopened', { version: what.version, reason: what.reason })
    case 'verified':
      return t('history.verified')
    case 'settled':
      return t('history.settled', { version: what.version, reason: what.reason, count: what.differences })
    default:
      return assertNever(what)
  }
}
