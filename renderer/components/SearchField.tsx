import { CloseButton, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../app/commands/command-store.ts'
import { Icon } from './Icon.tsx'
import { Keycaps } from './Keycaps.tsx'
import classes from './SearchField.module.css'

type Props = {
  /** Of the command that goes to the field, such as `audit.find`. */
  readonly commandId: string
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly onText: (text: string) => void
}

/** Words to find on a page; `/` goes to the field, a cross or Esc empties it. */
export function SearchField({ commandId, label, placeholder, text, onText }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  useCommands([{ id: commandId, title: label, group: 'here', shortcut: '/', run: () => input.current?.focus() }])
  return (
    <TextInput
      ref={input}
      className={classes.field}
      aria-label={label}
      placeholder={placeholder}
      maxLength={200}
      leftSection={<Icon name="search" size={16} />}
      rightSection={
        text === '' ? (
          <Keycaps shortcut="/" />
        ) : (
          <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => onText('')} />
        )
      }
      value={text}
      // Esc empties it first, and leaves what it stands in.
      data-has-draft={text !== '' || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || text === '') return
        event.preventDefault()
        event.stopPropagation()
        onText('')
      }}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  )
}
