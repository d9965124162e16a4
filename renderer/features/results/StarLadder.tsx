import { useTranslation } from 'react-i18next'
import { starLadder, type Rung } from '../../../shared/domain/scoring/star-ladder.ts'
import type { Reason, SettledGate } from '../../../shared/domain/scoring/types.ts'
import { provisionalBallots } from '../../../shared/domain/session/ballots-due.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { meanWords } from '../../components/reason-words.ts'
import { Stars } from '../../components/Stars.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** What each star asks for, where the product stands among them, and what it lacks to the next. */
export function StarLadder({ item, record }: Pick<ItemPart, 'item' | 'record'>) {
  const { t } = useTranslation('results')
  const { ruleSet } = record
  const rungs = starLadder({ ...record, result: item.result })
  if (rungs.length === 0) return null
  const concluded = finalStar(item)
  return (
    <>
      <DataTable
        caption={t('ladder.caption')}
        isDense
        columns={[
          { key: 'star', head: t('gates.star'), isRowHead: true, cell: ({ star }) => <Stars star={star} size={13} /> },
          {
            key: 'place',
            head: t('ladder.place'),
            cell: ({ star, state }) => (
              <>
                {state === 'reached' && <Reached star={star} item={item} record={record} />}
                {state === 'next' && <StateMark tone="attention">{t('ladder.next')}</StateMark>}
                {state === 'beyond' && <span className={classes.soft}>{t('ladder.beyond', { star: star - 1 })}</span>}
                {star === concluded && concluded !== item.result.star && <b> {t('ladder.concluded')}</b>}
              </>
            ),
          },
          { key: 'points', head: t('table.mean'), cell: (rung) => <Points rung={rung} /> },
          { key: 'gates', head: t('ladder.gates'), width: '46%', cell: (rung) => <Gates rung={rung} /> },
        ]}
        rows={rungs}
        rowKey={({ star }) => String(star)}
        rowState={({ star, state }) =>
          star === item.result.star ? 'chosen' : state === 'beyond' ? 'faded' : undefined
        }
        data-testid="star-ladder"
      />
      {item.result.reasons.map((reason) => reason.kind === 'band' && <Mean key={reason.kind} reason={reason} />)}
      <p className={classes.article}>{[ruleSet.articles.bands, ruleSet.articles.gates].join('; ')}</p>
    </>
  )
}

/** The star that the product reached is called so once all ballots that must count do. */
function Reached({ star, item, record }: Pick<ItemPart, 'item' | 'record'> & { star: Rung['star'] }) {
  const { t } = useTranslation('results')
  const provisional = provisionalBallots(item, record.members)
  if (star !== item.result.star) return <StateMark tone="good">{t('gates.holds')}</StateMark>
  if (provisional === null) return <StateMark tone="good">{t('ladder.here')}</StateMark>
  return <StateMark tone="attention">{t('provisional', provisional)}</StateMark>
}

function Mean({ reason }: { reason: Extract<Reason, { kind: 'band' }> }) {
  const { t } = useTranslation('results')
  return <p className={classes.line}>{t('ladder.mean', { mean: meanWords(reason, t) })}</p>
}

function Points({ rung: { from, lack, state } }: { rung: Rung }) {
  const { t } = useTranslation('results')
  return (
    <>
      <span className={classes.together}>{t('ladder.from', { from })}</span>{' '}
      {lack !== null && (
        <span className={state === 'next' ? classes.failed : classes.together}>
          {t('lacks.points', { points: lack })}
        </span>
      )}
    </>
  )
}

function Gates({ rung: { gates, failed, state } }: { rung: Rung }) {
  const { t } = useTranslation('results')
  if (gates.length === 0) return <span className={classes.soft}>{t('ladder.noGates')}</span>
  if (failed.length === 0) return t('ladder.allHold', { count: gates.length })
  return (
    <>
      {t('ladder.hold', { holding: gates.length - failed.length, count: gates.length })}{' '}
      <span className={state === 'next' ? classes.missed : undefined}>
        {t('ladder.fail', { codes: failed.map(codeOf).join(', ') })}
      </span>
    </>
  )
}

/** With how many ballots reached it, where they settled it; the two stay on one line. */
const codeOf = ({ criterionCode, agreedOption, reachedBy, countedBallots }: SettledGate): string =>
  agreedOption === null ? `${criterionCode}\u00A0(${reachedBy}/${countedBallots})` : criterionCode
