import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { IntegrityReport } from '../../../shared/api/workspace.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { client } from '../../api/client.ts'
import { clockTime } from '../../components/clock-time.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './AuditPage.module.css'

/** Asks the application to recompute the chain, the seals and the digests of closed sessions. */
export function useIntegrityCheck() {
  return useMutation({
    mutationFn: async () => ({ report: await client.workspace.checkIntegrity(), at: new Date() }),
    meta: { writes: false },
  })
}

type IntegrityCheck = ReturnType<typeof useIntegrityCheck>

export function IntegrityButton({ integrity }: { integrity: IntegrityCheck }) {
  const { t } = useTranslation('audit')
  return (
    <Button loading={integrity.isPending} onClick={() => integrity.mutate()}>
      {t('verify.action')}
    </Button>
  )
}

/** The verdict in one sentence, with what it looked at; or the first place that does not hold. */
export function IntegrityVerdict({ integrity }: { integrity: IntegrityCheck }) {
  const { t } = useTranslation('audit')
  if (integrity.error !== null) return <ErrorNote error={integrity.error} />
  if (integrity.data === undefined) return <p className={classes.lead}>{t('verify.note')}</p>
  const { report, at } = integrity.data
  const time = clockTime(at)
  return (
    <div className={classes.verdict} data-intact={report.isIntact || undefined} role="status">
      <StateMark tone={report.isIntact ? 'good' : 'wrong'}>
        {t(report.isIntact ? 'verify.intact' : 'verify.broken', { time })}
      </StateMark>
      <div>
        {report.firstDifference === null ? (
          t('verify.looked', { count: report.events, shown: wholeNumber(report.events) })
        ) : (
          <Difference difference={report.firstDifference} />
        )}
      </div>
    </div>
  )
}

function Difference({ difference }: { difference: NonNullable<IntegrityReport['firstDifference']> }) {
  const { t } = useTranslation('audit')
  switch (difference.kind) {
    case 'audit-event':
      return t('verify.event', { seq: wholeNumber(difference.seq) })
    case 'sealed-file':
      return t('verify.seal', { key: difference.key })
    case 'database':
      return t('verify.database', { message: difference.message })
    case 'ballot':
      return t('verify.ballot', { code: difference.code })
    case 'session-digest':
      return (
        <>
          {t('verify.digest')}{' '}
          <Link to="/sessions/$sessionId/results" params={{ sessionId: difference.sessionId }}>
            {t('verify.digestLink')}
          </Link>
          <dl className={classes.hashes}>
            <dt>{t('verify.stored')}</dt>
            <dd>{difference.stored}</dd>
            <dt>{t('verify.computed')}</dt>
            <dd>{difference.computed}</dd>
          </dl>
        </>
      )
    default:
      return assertNever(difference)
  }
}
