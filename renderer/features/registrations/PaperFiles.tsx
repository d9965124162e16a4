import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DossierLine, RegistrationDetail } from '../../../shared/api/registrations.ts'
import { client, orpc } from '../../api/client.ts'
import { FileList } from '../../components/paper-files/FileList.tsx'
import { useFileDeeds } from '../../components/paper-files/use-file-deeds.ts'
import { FileProofs } from './FileProofs.tsx'
import classes from './Registrations.module.css'
import { OfferedFiles, ShareFile } from './ShareFile.tsx'

type Props = {
  readonly registration: RegistrationDetail
  readonly line: DossierLine
  readonly isReadOnly: boolean
  /** Shows what can be done with them, beside opening them. */
  readonly isOpen: boolean
}

/** The files of one paper of a dossier, and which criteria each proves. */
export function PaperFiles({ registration, line, isReadOnly, isOpen }: Props) {
  const { t } = useTranslation('registrations')
  const queryClient = useQueryClient()
  const { id, filesFolder, criteria, others } = registration
  const { addFile, viewFile, takeFile } = client.registrations
  const deeds = useFileDeeds({
    add: async (file) => addFile({ id, item: line.key, file }),
    view: async (fileId) => viewFile({ id: fileId }),
    take: async (fileId) => takeFile({ id: fileId }),
    remove: orpc.registrations.removeFile.mutationOptions(),
    refresh: async () => queryClient.invalidateQueries({ queryKey: orpc.registrations.get.key() }),
  })
  const canProve = isOpen && !isReadOnly && criteria.length > 0
  return (
    <FileList
      files={line.files}
      folder={filesFolder}
      deeds={deeds}
      isReadOnly={isReadOnly}
      isOpen={isOpen}
      about={(file) => (
        <>
          {canProve ? (
            <FileProofs label={t('file.provesOf', { name: file.name })} files={[file]} criteria={criteria} />
          ) : (
            file.proves.join() !== line.proves.join() && (
              <span className={classes.soft}>{t('file.proves', { codes: file.proves.join(', ') || '–' })} </span>
            )
          )}
          <ShareFile file={file} others={others} isOpen={isOpen && !isReadOnly} />
        </>
      )}
    >
      {canProve && line.files.length > 1 && (
        <FileProofs label={t('file.provesAll')} files={line.files} criteria={criteria} />
      )}
      {isOpen && !isReadOnly && <OfferedFiles registration={registration} line={line} />}
    </FileList>
  )
}
