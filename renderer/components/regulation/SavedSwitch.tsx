import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../api/refusal.ts'

/** On or off; saves itself when turned, and turns back with the reason where that fails. */
export const SavedSwitch = ({
  label,
  value,
  save,
  isReadOnly,
}: {
  label: string
  value: boolean
  save: (value: boolean) => Promise<unknown>
  isReadOnly: boolean
}) => {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState<boolean | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  if (wanted === value) setWanted(null)
  return (
    <Switch
      label={label}
      checked={wanted ?? value}
      disabled={isReadOnly}
      error={problem}
      onChange={(event) => {
        const next = event.currentTarget.checked
        setWanted(next)
        setProblem(null)
        save(next).catch((error: unknown) => {
          setWanted(null)
          setProblem(errorText({ error, t }))
        })
      }}
    />
  )
}
