import { useState, type ComponentProps } from 'react'
import classes from './BusyButton.module.css'

type Props = ComponentProps<'button'> & {
  readonly 'data-loading'?: boolean
  /** Why it cannot be pressed now, where it cannot: told to whoever presses it all the same. */
  readonly 'data-why'?: string | undefined
}

/**
 * The element of a button of Mantine. While it is busy it cannot be pressed, and keeps the focus: one that is disabled
 * would lose it to nowhere. One that sends a form, or has a reason, is pressed although it is grey, and the reason is told:
 * by its form, or, outside every form, below the row that it stands in.
 */
export function BusyButton(props: Props) {
  const { disabled = false, onClick, type = 'button', 'data-loading': isBusy = false, 'data-why': why, ...rest } = props
  const [wasTried, setTried] = useState(false)
  const isUnready = disabled && !isBusy
  const tells = isUnready && (type === 'submit' || why !== undefined)
  if (wasTried && !isUnready) setTried(false)
  const press: typeof onClick = (event) => {
    if (isBusy) event.preventDefault()
    else if (!tells) onClick?.(event)
    else if (event.currentTarget.form === null) setTried(true)
  }
  return (
    <>
      <button
        {...rest}
        type={type}
        disabled={isUnready && !tells}
        data-loading={isBusy || undefined}
        data-why={isUnready ? why : undefined}
        aria-disabled={isBusy || tells || undefined}
        aria-busy={isBusy || undefined}
        onClick={press}
      />
      {wasTried && isUnready && (
        <span role="alert" className={classes.why}>
          {why}
        </span>
      )}
    </>
  )
}
