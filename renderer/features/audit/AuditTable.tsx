import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AuditEvent } from '../../../shared/api/audit.ts'
import { dateAndClock } from '../../components/clock-time.ts'
import { DataTable, type Column } from '../../components/DataTable.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import { AuditFacts, useFactTexts } from './AuditFacts.tsx'
import classes from './AuditPage.module.css'

/** Events as sentences; one whose sentence is not known shows its command name. */
export function AuditTable({
  events,
  titles,
  every,
}: {
  events: readonly AuditEvent[]
  titles: Readonly<Record<string, string>>
  /** All that the filter finds, page by page, also those that are not shown yet. */
  every: () => AsyncIterable<readonly AuditEvent[]>
}) {
  const { t } = useTranslation('audit')
  const factTexts = useFactTexts()
  const columns: readonly Column<AuditEvent>[] = [
    {
      key: 'seq',
      head: t('column.seq'),
      width: '76px',
      align: 'end',
      cell: ({ seq }) => wholeNumber(seq),
      text: ({ seq }) => seq,
    },
    {
      key: 'at',
      head: t('column.at'),
      width: '168px',
      cell: ({ at }) => <time dateTime={at}>{dateAndClock(at)}</time>,
      text: ({ at }) => dateAndClock(at),
    },
    { key: 'actor', head: t('column.actor'), width: '15%', cell: ({ actor }) => actor },
    {
      key: 'what',
      head: t('column.what'),
      cell: ({ command, detail, form }) => (
        <>
          <div>{titles[command] ?? command}</div>
          <AuditFacts command={command} detail={detail} {...(form !== undefined && { form })} />
        </>
      ),
      text: ({ command, detail, form }) => [
        titles[command] ?? command,
        ...factTexts({ command, detail, ...(form !== undefined && { form }) }),
      ],
    },
    {
      key: 'about',
      head: t('column.about'),
      width: '27%',
      cell: ({ about }) => <About about={about} />,
      text: ({ about: { session, ...names } }) => [
        ...Object.values(names),
        session === undefined ? null : t('common:sessionName', session),
      ],
    },
  ]
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={events}
      rowKey={({ seq }) => seq}
      minWidth="820px"
      copies={every}
    />
  )
}

function About({ about: { session, ...names } }: { about: AuditEvent['about'] }) {
  const { t } = useTranslation()
  return (
    <>
      {Object.values(names).map((name) => (
        <div key={name}>{name}</div>
      ))}
      {session !== undefined && (
        <Link to="/sessions/$sessionId" params={{ sessionId: session.id }} className={classes.session}>
          {t('sessionName', session)}
        </Link>
      )}
    </>
  )
}
