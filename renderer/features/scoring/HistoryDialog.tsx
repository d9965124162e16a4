import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { orpc } from '../../api/client.ts'
import { dateAndClock } from '../../components/clock-time.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Dialog } from '../../components/Dialog.tsx'
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
    <Dialog isOpen={isOpen} title={t('history.title')} size="xl" onClose={onClose}>
      <ErrorNote error={error} />
      {events?.length === 0 && <p className={classes.empty}>{t('history.empty')}</p>}
      {events !== undefined && events.length > 0 && (
        <DataTable
          caption={t('history.title')}
          isDense
          columns={[
            { key: 'at', head: t('history.at'), width: '12rem', cell: ({ at }) => dateAndClock(at) },
            { key: 'actor', head: t('history.actor'), cell: ({ actor }) => actor },
            {
              key: 'what',
              head: t('history.what'),
              cell: ({ what }) => (what.kind === 'points' ? eventText(what, t) : <b>{eventText(what, t)}</b>),
              text: ({ what }) => eventText(what, t),
            },
          ]}
          rows={events}
          copies
          rowKey={({ seq }) => seq}
          data-testid="ballot-history"
        />
      )}
    </Dialog>
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
