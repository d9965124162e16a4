import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { failedGates } from '../../../shared/domain/scoring/gates.ts'
import { formatMean } from '../../../shared/domain/scoring/mean.ts'
import { tallyItem } from '../../../shared/domain/scoring/tally-item.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { countUnanswered } from '../../../shared/score-grid/score-grid.ts'
import { orpc } from '../../api/client.ts'
import { Stars } from '../../components/Stars.tsx'
import classes from './GridView.module.css'
import { useDesk, useDeskPart } from './use-desk.ts'

type Props = {
  form: CriteriaSet
  columns: readonly BallotKey[]
  session: SessionDetail
  item: BoardRow
  ruleSet: RuleSet
}

/**
 * Mean, spread, star and gates of the product from the ballots that are complete on the screen, confirmed or not:
 * what the result will be, by the domain's own tally.
 */
export function GridOutcome({ form, columns, session, item, ruleSet }: Props) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const record = useQuery(orpc.results.session.queryOptions({ input: { sessionId: session.id } })).data
  const facts = record?.items.find(({ id }) => id === item.agendaItemId)
  useDeskPart(({ grid }) => columns.map((key) => grid?.ballots[key]?.choices.join() ?? '').join('|'))
  const { grid } = desk.read()
  const ballots = columns.flatMap((key) => {
    const ballot = grid?.ballots[key]
    return ballot !== undefined && ballot.excluded === null && countUnanswered(ballot) === 0 ? [ballot] : []
  })
  const result = tallyItem({
    form,
    ruleSet,
    referralThreshold: session.effectiveThreshold,
    regulation: session.regulation,
    ballots,
    agreedLevels: facts?.agreedLevels ?? {},
    rejections: facts?.rejections ?? [],
    spreadWaiver: facts?.spreadWaiver ?? null,
  })
  const failed = failedGates(result)
  const floors = floorsOf({ ruleSet, referralThreshold: session.effectiveThreshold })
  return (
    <div className={classes.outcome} data-testid="grid-outcome">
      <span className={classes.soft}>{t('grid.from', { count: ballots.length, of: item.needed })}</span>
      <span>
        {t('grid.mean')} <b>{ballots.length === 0 ? '–' : formatMean(result.mean, floors)}</b>
      </span>
      <span className={result.needsDiscussion ? classes.attention : undefined}>
        {t('grid.spread')} <b>{ballots.length < 2 ? '–' : result.spread}</b>
        {result.needsDiscussion && ` ⚠ ${t('needsDiscussion')}`}
      </span>
      <span>
        {ballots.length > 0 && <Stars star={result.star} isProvisional={ballots.length < item.needed} hasLongWord />}
      </span>
      {failed.length > 0 && (
        <span className={classes.attention}>
          {t('grid.gates', {
            gates: failed
              .map(({ criterionCode, star, reachedBy, countedBallots }) =>
                t('grid.gate', { code: criterionCode, star, reached: reachedBy, of: countedBallots }),
              )
              .join(' · '),
          })}
        </span>
      )}
    </div>
  )
}
