import { Button, type ButtonProps } from '@mantine/core'
import { useRef, type Ref } from 'react'
import { useCommands } from '../app/commands/command-store.ts'
import { Keycaps } from './Keycaps.tsx'

type Props = ButtonProps & {
  readonly accept: string
  /** The others: where several may be chosen at once. */
  readonly onPick: (file: File, ...others: readonly File[]) => void
  readonly isMultiple?: boolean
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: string
  /** Where choosing is a command of its screen too; a letter with alt, such as `alt+x`. */
  readonly command?: { readonly id: string; readonly shortcut: string }
}

/** A button that lets a person choose a file of this computer, or several; the same file may be chosen again. */
export function FilePick({ accept, onPick, isMultiple = false, children, command, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const choose = (): void => input.current?.click()
  useCommands(command === undefined ? [] : [{ ...command, title: children, group: 'here', run: choose }])
  return (
    <>
      <Button
        {...button}
        onClick={choose}
        {...(command !== undefined && {
          rightSection: <Keycaps shortcut={command.shortcut} />,
          'aria-keyshortcuts': command.shortcut.replace('alt', 'Alt'),
        })}
      >
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={isMultiple}
        hidden
        onChange={(event) => {
          const [file, ...others] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file !== undefined) onPick(file, ...others)
        }}
      />
    </>
  )
}
