import classes from './ChoiceButtons.module.css'

type Props<Value extends string> = {
  /** What is chosen, for whoever does not see the row. */
  readonly label: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly chosen: Value | null | undefined
  readonly isDisabled: boolean
  readonly onChoose: (value: Value) => void
}

/** A few answers side by side in a row of a table, the given one pressed. */
export function ChoiceButtons<Value extends string>({ label, choices, chosen, isDisabled, onChoose }: Props<Value>) {
  return (
    <div className={classes.choices} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={classes.choice}
          aria-pressed={choice.value === chosen}
          disabled={isDisabled}
          onClick={() => onChoose(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}
