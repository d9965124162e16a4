import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PaperFile } from '../../../shared/api/paper-file.ts'
import type { DossierLine, RegistrationDetail } from '../../../shared/api/registrations.ts'
import { client, orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FilePick } from '../../components/FilePick.tsx'
import { saveFile } from '../../components/save-file.ts'
import { StateMark } from '../../components/StateMark.tsx'
import { FileProofs } from './FileProofs.tsx'
import classes from './Registrations.module.css'

const accepted = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx'

type Props = {
  readonly registration: RegistrationDetail
  readonly line: DossierLine
  readonly isReadOnly: boolean
  /** Shows what can be done with them, beside opening them. */
  readonly isOpen: boolean
}

/** The files of one paper, each opened by its name; one that is gone or was altered says so. */
export function PaperFiles({ registration, line, isReadOnly, isOpen }: Props) {
  const { t } = useTranslation('registrations')
  const { data: status } = useQuery(orpc.workspace.status.queryOptions())
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.registrations.get.key() })
  const add = useMutation(orpc.registrations.addFile.mutationOptions())
  const remove = useMutation(orpc.registrations.removeFile.mutationOptions())
  const view = useMutation({
    mutationFn: async ({ id }: PaperFile) => {
      if (status?.host.hasFileDialogs === true) await client.registrations.viewFile({ id })
      else saveFile(await client.registrations.takeFile({ id }))
    },
    // What lies there may have been moved or altered since it was looked at.
    onError: refresh,
    meta: { writes: false },
  })
  const canProve = !isReadOnly && registration.criteria.length > 0
  if (line.files.length === 0 && !isOpen) return null
  return (
    <>
      {line.files.length > 0 && (
        <ul className={classes.files}>
          {line.files.map((file) => (
            <li key={file.id} title={t('file.sha256', { sha256: file.sha256 })}>
              <button
                type="button"
                className={classes.file}
                aria-label={t('file.open', { name: file.name })}
                onClick={() => view.mutate(file)}
              >
                {file.name}
              </button>{' '}
              <span className={classes.soft}>{t('file.size', { size: sizeText(file.size) })}</span>{' '}
              {file.state !== 'there' && <StateMark tone="wrong">{t(`file.${file.state}`)}</StateMark>}
              {isOpen && !isReadOnly && (
                <DeedButton
                  size="compact-xs"
                  variant="subtle"
                  label={t('file.remove')}
                  aria-label={t('file.removeNamed', { name: file.name })}
                  title={t('file.removeTitle', { name: file.name })}
                  isDanger
                  deed={remove}
                  inputOf={() => ({ id: file.id })}
                >
                  {t('file.removeText', { folder: registration.filesFolder })}
                </DeedButton>
              )}
              {isOpen && canProve && (
                <FileProofs
                  label={t('file.provesOf', { name: file.name })}
                  files={[file]}
                  criteria={registration.criteria}
                />
              )}
              {!(isOpen && canProve) && file.proves.join() !== line.proves.join() && (
                <span className={classes.soft}>{t('file.proves', { codes: file.proves.join(', ') || '–' })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOpen && canProve && line.files.length > 1 && (
        <FileProofs label={t('file.provesAll')} files={line.files} criteria={registration.criteria} />
      )}
      {isOpen && !isReadOnly && (
        <FilePick
          size="compact-sm"
          variant="default"
          accept={accepted}
          loading={add.isPending}
          onPick={(file) => add.mutate({ id: registration.id, item: line.key, file })}
        >
          {t('file.add')}
        </FilePick>
      )}
      <ErrorNote error={add.error ?? view.error} />
    </>
  )
}

const kilobyte = 1024

function sizeText(bytes: number): string {
  const megabytes = bytes / kilobyte / kilobyte
  return megabytes >= 1
    ? `${megabytes.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`
    : `${Math.max(1, Math.round(bytes / kilobyte))} KB`
}
