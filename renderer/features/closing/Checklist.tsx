import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { Missing, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { StateMark } from '../../components/StateMark.tsx'
import { checklist, type CheckedPart, type ChecklistLine } from './checklist.ts'
import classes from './ClosingPage.module.css'

/** Each check with what it still lacks; every line leads to the place where it is done. */
export const Checklist = ({ session, record }: { session: SessionDetail; record: SessionRecord }) => {
  const { t } = useTranslation('meeting')
  return (
    <ul className={classes.checks} data-testid="checklist">
      {checklist(record.missing)
        // With everybody's first keying enough, there is nothing to verify and nothing to say about it here.
        .filter(({ check, open }) => open > 0 || isAsked({ check, record }))
        .map(({ check, open, lines }) => (
          <li key={check} className={classes.check} data-check={check} data-open={open > 0 || undefined}>
            <div className={classes.checkName}>
              <StateMark tone={open === 0 ? 'good' : 'attention'}>{t(`checklist.name.${check}`)}</StateMark>
              {open > 0 && <span className={classes.soft}>{t('checklist.open', { count: open })}</span>}
            </div>
            {open === 0 && <span className={classes.soft}>{t(`checklist.done.${check}`)}</span>}
            {lines.length > 0 && (
              <ul className={classes.lines}>
                {lines.map((line) => (
                  <li key={keyOf(line)}>
                    <Line line={line} session={session} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
    </ul>
  )
}

const isAsked = ({ check, record }: Pick<CheckedPart, 'check'> & { record: SessionRecord }): boolean => {
  if (check === 'verification') return record.regulation.verification !== 'off'
  if (check === 'agreed-levels') return record.regulation.gateSettlement === 'agreed'
  return true
}

const keyOf = (line: ChecklistLine): string =>
  line.kind === 'ballots'
    ? `ballots/${line.itemId}`
    : [
        line.gap.kind,
        'itemId' in line.gap ? line.gap.itemId : '',
        'criterion' in line.gap ? line.gap.criterion : '',
      ].join('/')

const Line = ({ line, session }: { line: ChecklistLine; session: SessionDetail }) => {
  const { t } = useTranslation('meeting')
  const productOf = (itemId: number): ReactNode => {
    const item = session.agenda.find(({ id }) => id === itemId)
    return (
      <>
        <b>{item?.code}</b> {item?.productName}
      </>
    )
  }
  if (line.kind === 'place') {
    const { gap } = line
    return (
      <Link {...placeOf({ gap, sessionId: session.id })} className={classes.go}>
        {'itemId' in gap && <>{productOf(gap.itemId)}: </>}
        {t(`checklist.gap.${gapName(gap)}`, { ...gap })}
      </Link>
    )
  }
  return (
    <>
      <span>{productOf(line.itemId)}:</span>{' '}
      <span className={classes.ballots}>
        {line.gaps.map((gap) => (
          <Link key={gap.memberId} {...placeOf({ gap, sessionId: session.id })} className={classes.go}>
            {gap.memberCode}
            <span className={classes.soft}>
              {t(`checklist.ballot.${gap.kind}`, { count: 'criteria' in gap ? gap.criteria.length : 0 })}
            </span>
          </Link>
        ))}
      </span>
    </>
  )
}

type PlaceGap = Exclude<Missing, { readonly memberId: number }>

const gapName = (gap: PlaceGap): PlaceGap['kind'] | 'chair' =>
  gap.kind === 'quorum' && gap.needsChair && gap.present >= gap.required ? 'chair' : gap.kind

const placeOf = ({
  gap,
  sessionId,
}: {
  gap: Missing
  sessionId: number
}): Pick<LinkProps, 'to' | 'params' | 'search'> => {
  const params = { sessionId }
  switch (gap.kind) {
    case 'quorum':
      return { to: '/sessions/$sessionId/attendance', params }
    case 'no-products':
      return { to: '/sessions/$sessionId', params }
    case 'knockout':
    case 'no-eligible-member':
      return { to: '/sessions/$sessionId', params, search: { item: gap.itemId } }
    case 'ballot-incomplete':
    case 'ballot-unconfirmed':
    case 'ballot-unverified':
      return {
        to: '/sessions/$sessionId/scoring',
        params,
        search: { view: 'ballot', item: gap.itemId, member: gap.memberId },
      }
    case 'spread':
    case 'agreed-level':
      return { to: '/sessions/$sessionId/results', params, search: { item: gap.itemId } }
    default:
      return assertNever(gap)
  }
}
