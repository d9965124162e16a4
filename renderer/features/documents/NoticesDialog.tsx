import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NoticeList } from '../../../shared/api/notices.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { DeedButton } from '../../components/DeedButton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { IssuedBatches } from '../../components/papers/IssuedBatches.tsx'
import { NumberNotices } from './NumberNotices.tsx'
import { ProductCell } from '../../components/papers/ProductCell.tsx'
import { SendPapers } from '../../components/papers/SendPapers.tsx'

/** The notices of a session: their numbers, what is kept of them, and when they were sent to whom. */
export function NoticesDialog({ sessionId, onClose }: { sessionId: number; onClose: () => void }) {
  const { t } = useTranslation('papers')
  const { data, error } = useQuery(orpc.documents.notices.list.queryOptions({ input: { sessionId } }))
  return (
    <Dialog title={t('notices.title')} size="80rem" onClose={onClose}>
      <ErrorNote error={error} />
      {data !== undefined && <Notices sessionId={sessionId} list={data} />}
    </Dialog>
  )
}

function Notices({ sessionId, list }: { sessionId: number; list: NoticeList }) {
  const { t } = useTranslation('papers')
  const isReadOnly = useIsReadOnly()
  const { blocked, proposal, entries, batches } = list
  const isWaiting = entries.some(({ entry }) => entry === null)
  const unsent = entries.flatMap(({ entry }) => (entry === null || entry.sent !== null ? [] : [entry]))
  return (
    <Stack gap="md">
      {blocked !== null && <p role="note">{t(`notices.blocked.${blocked}`)}</p>}
      {blocked === null && isWaiting && !isReadOnly && (
        <NumberNotices key={`${proposal.symbol}${proposal.number}`} sessionId={sessionId} proposal={proposal} />
      )}
      <IssuedBatches batches={batches} />
      {unsent.length > 0 && !isReadOnly && <SendPapers key={unsent.length} entries={unsent} what="notices" />}
      <CommuneNotices sessionId={sessionId} />
      <NoticeTable entries={entries} />
    </Stack>
  )
}

type Notice = NoticeList['entries'][number]

function NoticeTable({ entries }: Pick<NoticeList, 'entries'>) {
  const { t } = useTranslation('papers')
  return (
    <DataTable
      caption={t('notices.title')}
      minWidth="820px"
      rows={entries}
      copies
      rowKey={({ agendaItemId }) => agendaItemId}
      columns={[
        {
          key: 'product',
          head: t('certificates.product'),
          cell: (product) => <ProductCell product={product} changes={product.entry?.changes} />,
          text: ({ productCode, productName, producerName }) => [`${productCode}. ${productName}`, producerName],
        },
        {
          key: 'code',
          head: t('notices.code'),
          width: '190px',
          cell: ({ entry }) =>
            entry === null ? (
              t('certificates.noNumber')
            ) : (
              <>
                {entry.code}
                <div>{formatDate(entry.issuedOn)}</div>
                {entry.staleSince !== null && (
                  <StateMark tone="attention">{t('number.stale', { time: dateAndTime(entry.staleSince) })}</StateMark>
                )}
              </>
            ),
          text: ({ entry }) => (entry === null ? t('certificates.noNumber') : [entry.code, formatDate(entry.issuedOn)]),
        },
        {
          key: 'sent',
          head: t('notices.sent'),
          width: '34%',
          cell: ({ entry }) => <Sent entry={entry} />,
          text: ({ entry }) =>
            entry === null || entry.sent === null ? null : [formatDate(entry.sent.on), entry.sent.to],
        },
        {
          key: 'deeds',
          head: <span className="visually-hidden">{t('certificates.deeds')}</span>,
          width: '110px',
          align: 'end',
          cell: (notice) => <VoidNotice notice={notice} />,
        },
      ]}
    />
  )
}

/** One a commune, about all of its products. */
function CommuneNotices({ sessionId }: { sessionId: number }) {
  const { t } = useTranslation('year')
  const { data } = useQuery(orpc.officePapers.ofSession.queryOptions({ input: { sessionId } }))
  const papers = data?.communeNotices ?? []
  if (papers.length === 0) return null
  return (
    <Group>
      <Button variant="default" renderRoot={(props) => <Link to="/papers" search={{ papers }} {...props} />}>
        {t('communes', { count: papers.length })}
      </Button>
    </Group>
  )
}

function Sent({ entry }: Pick<Notice, 'entry'>) {
  const { t } = useTranslation('papers')
  if (entry === null) return null
  if (entry.sent === null) return t('notices.unsent')
  return (
    <>
      {formatDate(entry.sent.on)}
      <div>{entry.sent.to}</div>
    </>
  )
}

function VoidNotice({ notice: { entry, productName } }: { notice: Notice }) {
  const { t } = useTranslation('papers')
  const isReadOnly = useIsReadOnly()
  const voiding = useMutation(orpc.documents.register.void.mutationOptions())
  if (entry === null || isReadOnly) return null
  return (
    <DeedButton
      size="compact-sm"
      variant="subtle"
      label={t('number.void')}
      aria-label={t('notices.voidOne', { name: productName })}
      title={t('number.voidAsk', { code: entry.code })}
      isDanger
      reasonLabel={t('number.reason')}
      deed={voiding}
      inputOf={(reason) => ({ id: entry.id, reason })}
    >
      {t('number.voidText')}
    </DeedButton>
  )
}
