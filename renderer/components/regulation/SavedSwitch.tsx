import { Switch } from '@mantine/core'
import { useSavedChoice } from '../fields/use-saved-choice.ts'

type Props = {
  label: string
  value: boolean
  save: (value: boolean) => Promise<unknown>
  isReadOnly: boolean
}

/** On or off; saves itself when turned. */
export function SavedSwitch({ label, value, save, isReadOnly }: Props) {
  const { shown, problem, choose } = useSavedChoice({ value, save })
  return (
    <Switch
      label={label}
      checked={shown}
      disabled={isReadOnly}
      error={problem}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  )
}
