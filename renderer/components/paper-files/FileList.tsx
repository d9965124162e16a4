import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperFile } from '../../../shared/api/paper-file.ts'
import { DeedButton } from '../DeedButton.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { FilePick } from '../FilePick.tsx'
import { StateMark } from '../StateMark.tsx'
import classes from './FileList.module.css'
import type { FileDeeds } from './use-file-deeds.ts'

const accepted = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx'

type Props<File extends PaperFile> = {
  readonly files: readonly File[]
  /** Name of the folder beside the workspace that keeps them. */
  readonly folder: string
  readonly deeds: FileDeeds
  readonly isReadOnly: boolean
  /** Shows what can be done with them, beside opening them. */
  readonly isOpen: boolean
  /** What else is said of a file, after its name. */
  readonly about?: (file: File) => ReactNode
  /** Between the files and the way to add one. */
  readonly children?: ReactNode
}

/** Files of a record, each opened by its name; one that is gone or was altered says so. */
export function FileList<File extends PaperFile>(props: Props<File>) {
  const { files, folder, deeds, isReadOnly, isOpen, about, children } = props
  const { add, remove, view } = deeds
  const { t } = useTranslation('registrations')
  if (files.length === 0 && !isOpen) return null
  const isChangeable = isOpen && !isReadOnly
  return (
    <>
      {files.length > 0 && (
        <ul className={classes.files}>
          {files.map((file) => (
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
              {isChangeable && (
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
                  {t('file.removeText', { folder })}
                </DeedButton>
              )}
              {about?.(file)}
            </li>
          ))}
        </ul>
      )}
      {children}
      {isChangeable && (
        <FilePick
          size="compact-sm"
          variant="default"
          accept={accepted}
          loading={add.isPending}
          onPick={(file) => add.mutate(file)}
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
