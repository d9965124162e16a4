import { shortcutKeys } from '../app/commands/command.ts'
import classes from './Keycaps.module.css'

/** A shortcut such as `mod+k`, drawn as keycaps where it acts. */
export function Keycaps({ shortcut }: { shortcut: string }) {
  return (
    <span className={classes.keys} aria-hidden="true">
      {shortcutKeys(shortcut).map((key) => (
        <kbd key={key} className={classes.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
