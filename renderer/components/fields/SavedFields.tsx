import { Select, Textarea, TextInput, type TextInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { longestText } from '../../../shared/domain/vietnamese/normalise-input.ts'
import { dateProblem } from './date-problem.ts'
import { readClock } from '../../../shared/domain/calendar/read-clock.ts'
import { readDate, readWhole } from './read-text.ts'
import { SearchSelect } from './SearchSelect.tsx'
import { useDraft, useTextDraft, type Reading } from './use-draft.ts'
import { useSavedChoice } from './use-saved-choice.ts'

type Common = Pick<
  TextInputProps,
  'label' | 'description' | 'placeholder' | 'className' | 'w' | 'variant' | 'size' | 'aria-label'
> & {
  readonly isReadOnly?: boolean
}

const asInput = ({ isReadOnly = false, ...rest }: Common) => ({ ...rest, readOnly: isReadOnly })

/** A line of text that saves itself. */
export function SavedText({
  value,
  save,
  isRequired = false,
  isReason = false,
  isAwaited = false,
  maxLength = longestText,
  ...common
}: Common & {
  value: string
  save: (value: string) => Promise<unknown>
  isRequired?: boolean
  isReason?: boolean
  /** What was chosen beside it is not saved before something stands here. */
  isAwaited?: boolean
  maxLength?: number
}) {
  const draft = useTextDraft({ value, save, isRequired, isReason, maxLength, isLine: true })
  return (
    <TextInput
      {...asInput(common)}
      {...draft}
      required={isRequired}
      withAsterisk={false}
      data-awaited={isAwaited || undefined}
    />
  )
}

/** Some lines of text that save themselves when the field is left. */
export function SavedLongText({
  value,
  save,
  isReason = false,
  minRows = 2,
  maxLength = longestText,
  ...common
}: Common & {
  value: string
  save: (value: string) => Promise<unknown>
  isReason?: boolean
  minRows?: number
  maxLength?: number
}) {
  const draft = useTextDraft({ value, save, isReason, maxLength })
  return <Textarea {...asInput(common)} {...draft} autosize minRows={minRows} />
}

/** A clock time typed as `8:05`, `8h05` or `0805`; its value is `08:05`, or empty. */
export function SavedTime({
  value,
  save,
  ...common
}: Common & { value: string; save: (value: string) => Promise<unknown> }) {
  const { t } = useTranslation()
  const read = (text: string): Reading<string> => {
    const time = readClock(text)
    return time === null ? { problem: t('field.timeInvalid') } : { value: time }
  }
  const draft = useDraft({ value, show: (time) => time, read, save })
  return <TextInput placeholder="--:--" inputMode="numeric" maxLength={8} {...asInput(common)} {...draft} />
}

/** A date typed as day/month/year; its value is an ISO date, or empty where that is allowed. */
export function SavedDate({
  value,
  save,
  isRequired = false,
  ...common
}: Common & { value: string; save: (value: string) => Promise<unknown>; isRequired?: boolean }) {
  const { t } = useTranslation()
  const read = (text: string): Reading<string> => {
    const date = readDate(text)
    if (date === '' && isRequired) return { problem: t('field.required') }
    return date === null ? { problem: dateProblem(text, t) ?? '' } : { value: date }
  }
  const draft = useDraft({ value, show: formatDate, read, save })
  return <TextInput placeholder={t('field.dateHint')} inputMode="numeric" {...asInput(common)} {...draft} />
}

/** A whole number within bounds, both inclusive; null for an empty field where that means something. */
export function SavedWhole<Value extends number | null>({
  value,
  save,
  min,
  max,
  empty,
  ...common
}: Common & {
  value: Value
  save: (value: Value) => Promise<unknown>
  min: number
  max: number
  /** What an empty field stands for; without it a number is wanted. */
  empty?: Value
}) {
  const { t } = useTranslation()
  const read = (text: string): Reading<Value> => {
    if (text.trim() === '' && empty !== undefined) return { value: empty }
    const whole = readWhole({ text, min, max })
    return whole === null ? { problem: t('field.wholeNumber', { min, max }) } : { value: whole as Value }
  }
  const draft = useDraft<Value>({ value, show: (saved) => (saved === null ? '' : String(saved)), read, save })
  return <TextInput inputMode="numeric" {...asInput(common)} {...draft} />
}

/** One of a few values; saves itself when chosen. */
export function SavedSelect<Value extends string>({
  value,
  options,
  save,
  isSearchable = false,
  ...common
}: Common & {
  value: Value
  options: readonly { readonly value: Value; readonly label: string }[]
  save: (value: Value) => Promise<unknown>
  isSearchable?: boolean
}) {
  const { shown, problem, choose } = useSavedChoice({ value, save })
  const Field = isSearchable ? SearchSelect : Select
  return (
    <Field
      {...asInput(common)}
      data-saves-itself
      value={shown}
      data={options.map(({ value: key, label }) => ({ value: key, label }))}
      error={problem}
      onChange={(key) => {
        const option = options.find((one) => one.value === key)
        if (option !== undefined && option.value !== value) choose(option.value)
      }}
    />
  )
}
