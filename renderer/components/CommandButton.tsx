import { Button, type ButtonProps } from '@mantine/core'
import { useCommands } from '../app/commands/command-store.ts'
import { Keycaps } from './Keycaps.tsx'

type Props = Pick<ButtonProps, 'variant' | 'size' | 'loading' | 'disabled'> & {
  /** `feature.verb`, as commands are named. */
  readonly id: string
  readonly title: string
  /** With one letter, such as `alt+n`. */
  readonly shortcut: string
  readonly run: () => void
}

/** A button that is a command of its screen too: in the palette, and by its shortcut, which it shows. */
export function CommandButton({ id, title, shortcut, run, ...button }: Props) {
  useCommands([{ id, title, group: 'here', shortcut, run }])
  return (
    <Button
      {...button}
      onClick={run}
      rightSection={<Keycaps shortcut={shortcut} />}
      aria-keyshortcuts={shortcut.replace('alt', 'Alt')}
    >
      {title}
    </Button>
  )
}
