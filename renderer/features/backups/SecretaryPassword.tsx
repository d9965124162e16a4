import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { readRefusal } from '../../api/refusal.ts'

/** True where a backup is reached only with the password with which a secretary of its record signs in. */
export function isSecretaryNeeded(error: unknown): boolean {
  return readRefusal(error)?.reason === 'secretary-needed'
}

export function SecretaryPassword({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('backups')
  return (
    <PasswordInput
      label={t('ask.secretaryPassword')}
      value={value}
      autoComplete="off"
      data-autofocus
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
