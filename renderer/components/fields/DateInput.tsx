import { TextInput, type TextInputProps } from '@mantine/core'
import { useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { dateProblem } from './date-problem.ts'
import { useWasTried } from './Form.tsx'
import { readDate } from './read-text.ts'

/** A date of a form that is not saved yet, typed as day/month/year; `onDate` gets an ISO date, empty, or null. */
export function DateInput({
  date,
  onDate,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange' | 'error'> & {
  readonly date: string
  readonly onDate: (date: string | null) => void
  readonly ref?: Ref<HTMLInputElement>
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(() => formatDate(date))
  const [isLeft, setLeft] = useState(false)
  const wasTried = useWasTried()
  return (
    <TextInput
      placeholder={t('field.dateHint')}
      inputMode="numeric"
      {...rest}
      value={text}
      error={isLeft || wasTried ? dateProblem(text, t) : null}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onDate(readDate(event.currentTarget.value))
      }}
      onKeyDown={(event) => {
        // Enter sends no form with a date that is none: the field says why.
        if (event.key === 'Enter') setLeft(true)
      }}
      onBlur={() => {
        setLeft(true)
        const read = readDate(text)
        if (read !== null) setText(formatDate(read))
      }}
    />
  )
}
