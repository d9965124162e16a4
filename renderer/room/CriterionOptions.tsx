import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseCode } from '../../shared/domain/criteria/criteria-set.ts'
import type { FormCriterion } from '../../shared/domain/criteria/form.ts'
import { offeredOptions, type OfferedOption } from '../../shared/domain/ballot/options.ts'
import classes from './CriterionOptions.module.css'
import { useDeviceDesk } from './use-desk.ts'

type CriterionOptionsProps = {
  place: FormCriterion
  count: number
  criteriaCase: CaseCode | null
  choice: number | null
  agendaItemId: number
  /** Once a finger chose, and the choice was seen; keys choose without it, so that they can go through the levels. */
  onTapped: (() => void) | undefined
}

/** A criterion as printed, and the levels that can be chosen in it. */
export function CriterionOptions({
  place,
  count,
  criteriaCase,
  choice,
  agendaItemId,
  onTapped,
}: CriterionOptionsProps) {
  const { t } = useTranslation('device')
  const { choose } = useDeviceDesk()
  const { criterion, index } = place
  // Made anew for each criterion: it begins at the top, and a screen reader with its title.
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    title.current?.focus({ preventScroll: true })
  }, [])
  const [isTapped, setTapped] = useState(false)
  const goOn = useEffectEvent(() => onTapped?.())
  useEffect(() => {
    if (!isTapped) return undefined
    const timer = setTimeout(goOn, seenFor)
    return () => clearTimeout(timer)
  }, [isTapped])
  const set = (option: number | null): void => choose({ agendaItemId, criterionIndex: index, option })
  return (
    <section className={classes.criterion}>
      <p className="soft">
        {t('ballot.place', { code: criterion.code, place: index + 1, count })} ·{' '}
        {t('ballot.max', { max: criterion.max })}
      </p>
      {criterion.parentTitle !== undefined && (
        <p className="soft" lang="vi">
          {criterion.parentTitle}
        </p>
      )}
      <h2 ref={title} tabIndex={-1} className={classes.title} lang="vi">
        {criterion.code} {criterion.title}
      </h2>
      {criterion.appliesOnlyIf !== undefined && (
        <p className={classes.note}>{t('ballot.onlyIf', { text: criterion.appliesOnlyIf })}</p>
      )}
      {criterion.requirement !== undefined && (
        <p className={classes.note} lang="vi">
          {criterion.requirement}
        </p>
      )}
      {criterion.note !== undefined && (
        <p className={classes.note} lang="vi">
          {criterion.note}
        </p>
      )}
      <div className={classes.options} role="radiogroup" aria-label={`${criterion.code} ${criterion.title}`}>
        {offeredOptions({ criterion, criteriaCase }).map((option) => (
          <OptionButton
            key={option.optionNumber}
            option={option}
            isChosen={choice === option.optionNumber}
            onChoose={() => set(option.optionNumber)}
            onTap={() => setTapped(true)}
          />
        ))}
      </div>
      {choice !== null && (
        <button type="button" className={classes.clear} onClick={() => set(null)}>
          {t('ballot.clear')}
        </button>
      )}
    </section>
  )
}

/** Milliseconds that a choice stands before the next criterion takes its place. */
const seenFor = 250

type OptionButtonProps = {
  option: OfferedOption
  isChosen: boolean
  onChoose: () => void
  onTap: () => void
}

function OptionButton({ option, isChosen, onChoose, onTap }: OptionButtonProps) {
  const { t } = useTranslation('device')
  return (
    <label className={classes.option} data-chosen={isChosen || undefined}>
      <input
        type="radio"
        name="option"
        checked={isChosen}
        onChange={(event) => {
          onChoose()
          // Only who goes by keys sees where the focus is.
          if (!event.currentTarget.matches(':focus-visible')) onTap()
        }}
      />
      <span className={classes.points}>
        {option.points}
        <span className="visually-hidden"> {t('ballot.points', { count: option.points })}. </span>
      </span>
      <span className={classes.label}>
        <span lang={option.label === null ? undefined : 'vi'}>{option.label ?? t('ballot.noLevel')}</span>
        {option.minStar !== null && (
          <span className={classes.star}>
            {'★'.repeat(option.minStar)} {t('ballot.minStar', { star: option.minStar })}
          </span>
        )}
      </span>
      <svg className={classes.check} width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d="m3 10.5 5 5 9-11" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
    </label>
  )
}
