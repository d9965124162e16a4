import { useTranslation } from 'react-i18next'
import type { OfferedOption } from '../../../shared/domain/ballot/options.ts'
import type { Choice, Pending } from '../../../shared/score-grid/score-grid.ts'
import classes from './OptionLines.module.css'

type Props = {
  readonly options: readonly OfferedOption[]
  readonly choice: Choice
  readonly pending: Pending | null
  readonly onChoose: (optionNumber: number) => void
}

/** The lines of the criterion under the cursor: their points, which are the keys, and what they say. */
export function OptionLines({ options, choice, pending, onChoose }: Props) {
  return (
    <div className={classes.options} role="presentation">
      {options.map((option) => (
        <OptionLine
          key={option.optionNumber}
          option={option}
          isChosen={isChosen({ option, choice, options })}
          isHighlighted={pending?.kind === 'ask' && pending.optionNumbers[pending.highlighted] === option.optionNumber}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

type OptionLineProps = Pick<Props, 'onChoose'> & {
  readonly option: OfferedOption
  readonly isChosen: boolean
  readonly isHighlighted: boolean
}

function OptionLine({ option, isChosen: isChecked, isHighlighted, onChoose }: OptionLineProps) {
  const { t } = useTranslation('scoring')
  return (
    <button
      type="button"
      className={classes.option}
      role="radio"
      aria-checked={isChecked}
      data-highlighted={isHighlighted || undefined}
      tabIndex={-1}
      // The focus stays on the criterion, where the keys are.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(option.optionNumber)}
    >
      <span className={classes.points}>{option.points}</span>
      <span>
        {option.sharesPoints && <kbd className={classes.letter}>{option.letter}</kbd>}
        <span lang={option.label === null ? undefined : 'vi'}>{option.label ?? t('noLevel')}</span>
      </span>
      {option.minStar !== null && (
        <span className={classes.stars} title={t('leastFor', { star: option.minStar })}>
          <span className="visually-hidden">{t('leastFor', { star: option.minStar })}</span>
          <span aria-hidden="true">{'★'.repeat(option.minStar)}</span>
        </span>
      )}
    </button>
  )
}

type IsChosenInput = Pick<Props, 'choice' | 'options'> & { readonly option: OfferedOption }

/** A ballot that came from elsewhere may hold 0, "no level reached", where the form prints a line of 0 points. */
function isChosen({ option, choice, options }: IsChosenInput): boolean {
  if (choice === option.optionNumber) return true
  return choice === 0 && option.points === 0 && !options.some(({ optionNumber }) => optionNumber === 0)
}
