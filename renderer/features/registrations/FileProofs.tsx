import { MultiSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DossierFile, RegistrationDetail } from '../../../shared/api/registrations.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'

type Props = {
  readonly label: string
  /** What is said is said of each of them; the criteria shown are those that all of them prove. */
  readonly files: readonly DossierFile[]
  readonly criteria: RegistrationDetail['criteria']
}

/** The criteria that files prove: as the rules say of their paper, until somebody says otherwise here. */
export function FileProofs({ label, files, criteria }: Props) {
  const { t } = useTranslation('registrations')
  const prove = useMutation(orpc.registrations.prove.mutationOptions())
  const proved = criteria.map(({ code }) => code).filter((code) => files.every(({ proves }) => proves.includes(code)))
  const say = (next: readonly string[]): void => {
    const fileIds = files.map(({ id }) => id)
    const added = next.filter((code) => !proved.includes(code))
    const removed = proved.filter((code) => !next.includes(code))
    if (added.length > 0) prove.mutate({ fileIds, criteria: added, proves: true })
    if (removed.length > 0) prove.mutate({ fileIds, criteria: removed, proves: false })
  }
  return (
    <>
      <MultiSelect
        size="xs"
        label={label}
        placeholder={proved.length === 0 ? t('file.provesNone') : ''}
        searchable
        disabled={prove.isPending}
        value={proved}
        data={criteria.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
        renderOption={({ option }) => option.label}
        onChange={say}
        styles={{ pill: { maxWidth: 220 } }}
      />
      <ErrorNote error={prove.error} />
    </>
  )
}
