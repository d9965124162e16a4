import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SessionDetail, SessionSummary } from '../../shared/api/sessions.ts'
import { orpc } from '../api/client.ts'
import { nextStep, type NextStep } from './next-step.ts'
import classes from './NextStepLink.module.css'

/** What has to be done next in the session, with its figures and a link to the screen where it is done. */
export function NextStepLink({ session: { id, state } }: { session: SessionSummary }) {
  const { t } = useTranslation()
  const input = { sessionId: id }
  const { data: session } = useQuery(orpc.sessions.get.queryOptions({ input }))
  const { data: missing } = useQuery(orpc.sessions.missing.queryOptions({ input, enabled: state === 'open' }))
  if (session === undefined || (state === 'open' && missing === undefined)) return null
  const step = nextStep({ session, missing: missing ?? [] })
  return (
    <span className={classes.step}>
      <span className={classes.figures}>{t(`nextStep.${step.kind}.figures`, { ...step })}</span>
      <Link {...placeOf(step, session)} className={classes.link}>
        {t(`nextStep.${step.kind}.link`)}
      </Link>
    </span>
  )
}

function placeOf(step: NextStep, session: SessionDetail): Pick<LinkProps, 'to' | 'params'> {
  const params = { sessionId: session.id }
  switch (step.kind) {
    case 'add-members':
      return { to: '/councils/$councilId', params: { councilId: session.councilId } }
    case 'take-attendance':
      return { to: '/sessions/$sessionId/attendance', params }
    case 'score':
    case 'close':
      return { to: '/sessions/$sessionId/closing', params }
    default:
      return { to: '/sessions/$sessionId', params }
  }
}
