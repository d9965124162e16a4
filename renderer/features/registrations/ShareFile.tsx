import { Button, MultiSelect, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DossierLine, OtherDossier, RegistrationDetail, SharedFile } from '../../../shared/api/registrations.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import classes from './Registrations.module.css'

type ShareProps = {
  readonly file: SharedFile
  readonly others: RegistrationDetail['others']
  /** Lets somebody choose further dossiers. */
  readonly isOpen: boolean
}

/** Which of the producer's other dossiers have the file too, and a way to take it into more of them. */
export function ShareFile({ file, others, isOpen }: ShareProps) {
  const { t } = useTranslation('registrations')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const share = useMutation(orpc.registrations.shareFile.mutationOptions())
  const having = others.filter(({ id }) => file.sharedWith.includes(id))
  const lacking = others.filter(({ id }) => !file.sharedWith.includes(id))
  return (
    <>
      {having.length > 0 && (
        <span className={classes.soft}>{t('share.with', { dossiers: having.map(nameOf).join('; ') })}</span>
      )}
      {isOpen && lacking.length > 0 && (
        <div className={classes.share}>
          <MultiSelect
            size="xs"
            label={t('share.label', { name: file.name })}
            placeholder={chosen.length === 0 ? t('share.choose') : ''}
            searchable
            disabled={share.isPending}
            value={[...chosen]}
            data={lacking.map((one) => ({ value: String(one.id), label: nameOf(one) }))}
            onChange={setChosen}
          />
          {chosen.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              loading={share.isPending}
              onClick={() =>
                share.mutate(
                  { fileId: file.id, registrationIds: chosen.map(Number) },
                  { onSuccess: () => setChosen([]) },
                )
              }
            >
              {t('share.take', { count: chosen.length })}
            </Button>
          )}
        </div>
      )}
      <ErrorNote error={share.error} />
    </>
  )
}

type OfferedProps = { readonly registration: RegistrationDetail; readonly line: DossierLine }

/** Takes a file of the same paper from another dossier of the producer, without attaching it again. */
export function OfferedFiles({ registration: { id, others }, line }: OfferedProps) {
  const { t } = useTranslation('registrations')
  const share = useMutation(orpc.registrations.shareFile.mutationOptions())
  if (line.offered.length === 0) return <ErrorNote error={share.error} />
  const dossierOf = new Map(others.map((one) => [one.id, one]))
  return (
    <>
      <Select
        size="xs"
        label={t('share.from')}
        placeholder={t('share.fromChoose')}
        searchable
        disabled={share.isPending}
        value={null}
        data={line.offered.map(({ fileId, registrationId, name }) => {
          const dossier = dossierOf.get(registrationId)
          return { value: String(fileId), label: dossier === undefined ? name : `${name} – ${nameOf(dossier)}` }
        })}
        onChange={(fileId) => {
          if (fileId !== null) share.mutate({ fileId: Number(fileId), registrationIds: [id] })
        }}
      />
      <ErrorNote error={share.error} />
    </>
  )
}

const nameOf = ({ code, productName, year }: OtherDossier): string =>
  `${[code, productName].filter((part) => part !== '').join(' ')} (${year})`
