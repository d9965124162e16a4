import { CloseButton, TextInput } from '@mantine/core'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../app/commands/command-store.ts'
import { Icon } from './Icon.tsx'
import { Keycaps } from './Keycaps.tsx'
import classes from './SearchField.module.css'
import { typing } from './typing.ts'

type Props = {
  /** Of the command that goes to the field, such as `audit.find`. */
  readonly commandId: string
  readonly label: string
  readonly placeholder: string
  /** Put into the field where it is another than what stands there; what is typed stands there by itself. */
  readonly text: string
  /** Another number puts the same text there once more. */
  readonly turn?: number
  readonly onText: (text: string) => void
  /** Told before anything but typing is done, here or elsewhere. */
  readonly onRest?: () => void
}

/** Words to find on a page; `/` goes to the field, a cross or Esc empties it. A key draws nothing but itself. */
export function SearchField({ commandId, label, placeholder, text, turn, onText, onRest }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [first] = useState(text)
  const [isEmpty, setEmpty] = useState(text === '')
  const put = useMemo(() => ({ text, turn }), [text, turn])
  const [standing, setStanding] = useState(put)
  if (standing !== put) {
    setStanding(put)
    setEmpty(text === '')
  }
  useLayoutEffect(() => {
    if (input.current !== null && input.current.value !== put.text) input.current.value = put.text
  }, [put])
  useEffect(() => () => typing.set(false), [])
  useCommands([{ id: commandId, title: label, group: 'here', shortcut: '/', run: () => input.current?.focus() }])
  const clear = (): void => {
    if (input.current !== null) input.current.value = ''
    setEmpty(true)
    onText('')
  }
  return (
    <TextInput
      ref={input}
      className={classes.field}
      aria-label={label}
      placeholder={placeholder}
      maxLength={200}
      leftSection={<Icon name="search" size={16} />}
      rightSection={
        isEmpty ? <Keycaps shortcut="/" /> : <CloseButton size="sm" aria-label={t('clearSearch')} onClick={clear} />
      }
      defaultValue={first}
      // Esc empties it first, and leaves what it stands in.
      data-has-draft={!isEmpty || undefined}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        typing.set(isTyped(event))
        if (event.key !== 'Escape' || isEmpty) return isTyped(event) ? undefined : onRest?.()
        event.preventDefault()
        event.stopPropagation()
        clear()
      }}
      onFocus={() => typing.set(true)}
      onBlur={() => {
        typing.set(false)
        onRest?.()
      }}
      onChange={({ currentTarget: { value } }) => {
        setEmpty(value === '')
        onText(value)
      }}
    />
  )
}

/** A sign, or the keys that take one away. */
function isTyped({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey) return false
  return key.length === 1 || ['Backspace', 'Delete', 'Shift', 'Dead', 'Process', 'Unidentified'].includes(key)
}
