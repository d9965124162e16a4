import { Link, type LinkProps } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { StateMark } from '../../components/StateMark.tsx'
import { checklist, type CheckedPart, type ChecklistLine, type PlaceGap } from './checklist.ts'
import classes from './ClosingPage.module.css'

/** Each check with what it still lacks; every line leads to the place where it is done. */
export function Checklist({ session, record }: { session: SessionDetail; record: SessionRecord }) {
  const { t } = useTranslation('meeting')
  return (
    <ul className={classes.checks} data-testid="checklist">
      {checklist(record.missing)
        // A check that the council's regulations do not ask for is not listed.
        .filter(({ check, open }) => open > 0 || isAsked({ check, record }))
        .map(({ check, open, lines }) => (
          <li key={check} className={classes.check} data-check={check} data-open={open > 0 || undefined}>
            <div className={classes.checkName}>
              <StateMark tone={open === 0 ? 'good' : 'attention'}>{t(`checklist.name.${check}`)}</StateMark>
              {open > 0 && <span className={classes.soft}>{t('checklist.open', { count: open })}</span>}
            </div>
            {open === 0 && <span className={classes.soft}>{doneText({ check, record, t })}</span>}
            {open > 0 && check === 'approval' && <span className={classes.soft}>{t('checklist.approvalHow')}</span>}
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

function doneText({ check, record, t }: Pick<CheckedPart, 'check'> & { record: SessionRecord; t: TFunction }): string {
  const { approval } = record.session
  if (check !== 'approval' || approval === null) return t(`meeting:checklist.done.${check}`)
  return t('people:approve.done', { name: approval.by, at: dateAndTime(approval.at) })
}

function isAsked({ check, record }: Pick<CheckedPart, 'check'> & { record: SessionRecord }): boolean {
  if (check === 'verification') return record.regulation.verification !== 'off'
  if (check === 'agreed-levels') return record.regulation.gateSettlement === 'agreed'
  if (check === 'approval') return record.regulation.chairApproves
  return true
}

const keyOf = (line: ChecklistLine): string =>
  line.kind === 'place'
    ? `${line.gap.kind}/${'itemId' in line.gap ? line.gap.itemId : ''}`
    : `${line.kind}/${line.itemId}`

function Line({ line, session }: { line: ChecklistLine; session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const sessionId = session.id
  switch (line.kind) {
    case 'place': {
      const { gap } = line
      return (
        <Link {...placeOf(gap, sessionId)} className={classes.go}>
          {'itemId' in gap && <Product session={session} itemId={gap.itemId} />}
          {t(`checklist.gap.${gapName(gap)}`, { ...gap })}
        </Link>
      )
    }
    case 'agreed-levels':
      return (
        <Link
          to="/sessions/$sessionId/results"
          params={{ sessionId }}
          search={{ item: line.itemId }}
          className={classes.go}
        >
          <Product session={session} itemId={line.itemId} />
          {t('checklist.gap.agreed-level', { count: line.criteria.length, criteria: line.criteria.join(', ') })}
        </Link>
      )
    case 'ballots':
      return (
        <>
          <Product session={session} itemId={line.itemId} />
          <Ballots line={line} sessionId={sessionId} />
        </>
      )
    default:
      return assertNever(line)
  }
}

/** The ballots of a product by what they lack, each a way to it. */
function Ballots({ line, sessionId }: { line: Extract<ChecklistLine, { kind: 'ballots' }>; sessionId: number }) {
  const { t } = useTranslation('meeting')
  const groups = Map.groupBy(line.gaps, (gap) =>
    t(`checklist.ballot.${gap.kind}`, { count: 'criteria' in gap ? gap.criteria.length : 0 }),
  )
  return [...groups].map(([lacks, gaps]) => (
    <span key={lacks} className={classes.ballots}>
      <span className={classes.soft}>{lacks}</span>
      {gaps.map((gap) => (
        <Link
          key={gap.memberId}
          to="/sessions/$sessionId/scoring"
          params={{ sessionId }}
          search={{
            view: gap.kind === 'ballot-unverified' ? 'verification' : 'ballot',
            item: gap.itemId,
            member: gap.memberId,
          }}
          className={classes.go}
        >
          {gap.memberCode}
        </Link>
      ))}
    </span>
  ))
}

function Product({ session, itemId }: { session: SessionDetail; itemId: number }) {
  const item = session.agenda.find(({ id }) => id === itemId)
  return (
    <>
      <b>{item?.code}</b> {item?.productName}:{' '}
    </>
  )
}

const gapName = (gap: PlaceGap): PlaceGap['kind'] | 'chair' =>
  gap.kind === 'quorum' && gap.needsChair && gap.present >= gap.required ? 'chair' : gap.kind

function placeOf(gap: PlaceGap, sessionId: number): Pick<LinkProps, 'to' | 'params' | 'search'> {
  const params = { sessionId }
  switch (gap.kind) {
    case 'quorum':
      return { to: '/sessions/$sessionId/attendance', params }
    case 'no-products':
      return { to: '/sessions/$sessionId', params }
    case 'knockout':
    case 'no-eligible-member':
      return { to: '/sessions/$sessionId', params, search: { item: gap.itemId } }
    case 'spread':
    case 'conclusion':
      return { to: '/sessions/$sessionId/results', params, search: { item: gap.itemId } }
    default:
      return assertNever(gap)
  }
}
