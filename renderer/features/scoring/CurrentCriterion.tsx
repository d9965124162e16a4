import { useTranslation } from 'react-i18next'
import type { Criterion } from '../../../shared/domain/criteria/criteria-set.ts'
import { offeredOptions, pointsOf } from '../../../shared/domain/ballot/options.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import type { Choice, Pending } from '../../../shared/score-grid/score-grid.ts'
import { OptionLines } from '../../components/score-keys/OptionLines.tsx'
import { pendingText } from '../../components/score-keys/pending-text.ts'
import { useSecondDigitWait } from '../../components/score-keys/use-second-digit-wait.ts'
import list from './CriteriaList.module.css'
import classes from './CurrentCriterion.module.css'
import { useDesk, useDeskPart } from './use-desk.ts'

type Props = {
  readonly ballot: BallotKey
  readonly criterion: Criterion
  readonly row: number
  readonly memberNumber: number
  readonly choice: Choice
}

/** The criterion under the cursor with everything that decides it: its texts, its options, and what was keyed. */
export function CurrentCriterion({ ballot, criterion, row, memberNumber, choice }: Props) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const pending = useDeskPart(({ grid }) => grid?.pending ?? null)
  const criteriaCase = useDeskPart(({ grid }) => grid?.ballots[ballot]?.criteriaCase ?? null)
  useSecondDigitWait(pending, () => desk.dispatch({ type: 'settle' }))
  const options = offeredOptions({ criterion, criteriaCase })
  const points = choice === null ? null : pointsOf(criterion, choice)
  const lineId = `criterion-${row}-line`
  return (
    <div
      className={classes.current}
      role="radiogroup"
      tabIndex={0}
      data-focus
      data-testid="current-criterion"
      data-code={criterion.code}
      aria-label={t('cell', {
        code: criterion.code,
        title: criterion.title,
        who: t('who', { number: memberNumber }),
        points: points === null ? t('notScored') : t('points', { count: points, points }),
        max: criterion.max,
      })}
      aria-describedby={lineId}
    >
      <div className={classes.head}>
        <span className={classes.code}>{criterion.code}</span>
        <span className={classes.title} lang="vi">
          {criterion.title}
        </span>
        <span className={classes.max}>{t('max', { max: criterion.max })}</span>
        <Box points={points} pending={pending} />
      </div>
      <Texts criterion={criterion} />
      <OptionLines
        options={options}
        choice={choice}
        pending={pending}
        onChoose={(optionNumber) => desk.dispatch({ type: 'choose', optionNumber })}
      />
      <div
        id={lineId}
        className={classes.line}
        data-kind={pending?.kind === 'not-offered' || pending?.kind === 'incomplete' ? 'wrong' : pending?.kind}
        role={pending === null ? undefined : 'alert'}
      >
        {pending !== null && pendingText(pending, t)}
      </div>
    </div>
  )
}

function Texts({ criterion }: { criterion: Criterion }) {
  const { t } = useTranslation('scoring')
  const { parentTitle, requirement, note, appliesOnlyIf, knockout, minStarOnTitle } = criterion
  const lines = [
    parentTitle !== undefined && {
      key: 'parent',
      label: t('texts.parent', { code: criterion.parent }),
      text: parentTitle,
    },
    requirement !== undefined && { key: 'requirement', label: t('texts.requirement'), text: requirement },
    appliesOnlyIf !== undefined && { key: 'appliesOnlyIf', label: t('texts.appliesOnlyIf'), text: appliesOnlyIf },
    note !== undefined && { key: 'note', label: t('texts.note'), text: note },
    minStarOnTitle !== undefined && {
      key: 'starOnTitle',
      label: t('texts.starOnTitle'),
      text: t('texts.starOnTitleText', { star: minStarOnTitle }),
    },
    knockout !== undefined && { key: 'knockout', label: t('texts.knockout'), text: knockout },
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  return (
    <div className={classes.texts}>
      {lines.map(({ key, label, text }) => (
        <p key={key} data-text={key}>
          <strong>{label}:</strong> {text}
        </p>
      ))}
    </div>
  )
}

function Box({ points, pending }: { points: number | null; pending: Pending | null }) {
  switch (pending?.kind) {
    case 'digits':
      return (
        <span className={list.box} data-kind="wait">
          {pending.digits}…
        </span>
      )
    case 'not-offered':
      return (
        <span className={list.box} data-kind="wrong">
          {pending.typed}
        </span>
      )
    case 'ask':
      return (
        <span className={list.box} data-kind="wait">
          {pending.points}?
        </span>
      )
    case 'incomplete':
    case 'beyond':
    case undefined:
      return <span className={list.box}>{points}</span>
  }
}
