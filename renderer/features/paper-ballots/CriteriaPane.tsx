import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperBallot } from '../../../shared/api/paper-ballots.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import type { CriteriaSet, Criterion } from '../../../shared/domain/criteria/criteria-set.ts'
import { choiceAt, type Choice } from '../../../shared/score-grid/score-grid.ts'
import { isNobodysFocus } from '../../components/is-nobodys-focus.ts'
import classes from './CriteriaPane.module.css'
import { CurrentReading } from './CurrentReading.tsx'
import { ballotOf, type PaperDesk, type PaperDeskAction, type PaperDeskRow } from './paper-desk.ts'
import { WrittenParts } from './WrittenParts.tsx'

type Props = {
  readonly ballot: PaperBallot
  readonly form: CriteriaSet
  readonly desk: PaperDesk
  /** Addresses of the pages' pictures, by page number. */
  readonly pictures: ReadonlyMap<number, string>
  readonly onPress: (action: PaperDeskAction) => void
  readonly onGo: (row: number) => void
}

/** How far below the top of the list the current criterion stands: the lines before it say where it is, as far as there is room. */
const restingPart = 0.08

/** The criteria of a ballot with what was read of each; the current one is open, the list scrolls under it. */
export function CriteriaPane({ ballot, form, desk, pictures, onPress, onGo }: Props) {
  const { t } = useTranslation('paper')
  const scroll = useRef<HTMLDivElement>(null)
  const { row } = desk.grid.cursor
  const own = ballotOf(desk)
  useLayoutEffect(() => {
    const list = scroll.current
    const current = list?.querySelector<HTMLElement>(`[data-line="${row}"]`)
    if (list === null || current === null || current === undefined) return
    list.scrollTop = current.offsetTop - list.clientHeight * restingPart
    const active = document.activeElement
    if (isNobodysFocus(active) || list.contains(active))
      current.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true })
  }, [row])
  return (
    <div className={classes.pane} ref={scroll} data-testid="paper-criteria">
      <ol className={classes.list}>
        {own.criteria.map(({ criterion, index }) => {
          const at = desk.rows[index]
          if (at === undefined) return null
          const choice = choiceAt(own, index)
          return (
            <li key={criterion.code} data-line={index}>
              {index === row ? (
                <CurrentReading {...{ ballot, criterion, desk, pictures, choice, onPress }} row={at} index={index} />
              ) : (
                <button
                  type="button"
                  className={classes.row}
                  data-open={choice === null || undefined}
                  tabIndex={-1}
                  onClick={() => onGo(index)}
                >
                  <span className={classes.code}>{criterion.code}</span>
                  <span className={classes.name} lang="vi">
                    {criterion.title}
                  </span>
                  <Value criterion={criterion} row={at} choice={choice} />
                </button>
              )}
            </li>
          )
        })}
        <li data-line={own.criteria.length}>
          <div
            className={classes.last}
            data-current={row === own.criteria.length || undefined}
            data-focus
            tabIndex={-1}
            role="group"
            aria-label={t('lastLine', { code: ballot.code })}
          >
            <WrittenParts {...{ ballot, form, pictures }} choices={own.choices} />
          </div>
        </li>
      </ol>
    </div>
  )
}

type ValueProps = { readonly criterion: Criterion; readonly row: PaperDeskRow; readonly choice: Choice }

function Value({ criterion, row, choice }: ValueProps) {
  const { t } = useTranslation('paper')
  if (choice !== null) {
    const isOther = choice !== row.read
    return (
      <span className={classes.value} data-by-person={isOther || undefined}>
        {pointsOf(criterion, choice)}
        {isOther && <span className="visually-hidden"> {t('byPerson')}</span>}
      </span>
    )
  }
  return (
    <span className={classes.toLook}>
      {row.kind === 'different' && row.keyed !== null && row.read !== null
        ? t('twoValues', { keyed: pointsOf(criterion, row.keyed), read: pointsOf(criterion, row.read) })
        : t('toLook')}
    </span>
  )
}
