import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DocumentFormat, DocumentListing } from '../../../shared/api/documents.ts'
import { orpc } from '../../api/client.ts'
import { saveFile } from '../../components/save-file.ts'

type SaveButtonProps = {
  sessionId: number
  listing: DocumentListing
  format: DocumentFormat
  shown?: File
  /** The event that numbered what is on show as it was issued; null for what the record says now. */
  issuedSeq?: number | null
}

/** Saves the very bytes on show; another format as it was issued, or made now from the same record. */
export function SaveButton({ sessionId, listing: { kind, entry }, format, shown, issuedSeq = null }: SaveButtonProps) {
  const { t } = useTranslation('documents')
  const render = useMutation(orpc.documents.render.mutationOptions({ meta: { writes: false } }))
  const take = useMutation(orpc.documents.issued.take.mutationOptions({ meta: { writes: false } }))
  const isKept = entry?.issued?.kept.some((kept) => kept.format === format) ?? false
  const isLost = issuedSeq !== null && !isKept && (entry?.staleSince !== null || entry.issued?.reopenedAt !== null)
  const save = (): void => {
    if (format === 'pdf' && shown !== undefined) saveFile(shown)
    else if (issuedSeq !== null && isKept) take.mutate({ seq: issuedSeq, format }, { onSuccess: saveFile })
    else render.mutate({ sessionId, kind, format }, { onSuccess: saveFile })
  }
  return (
    <Button
      size="compact-sm"
      variant={format === 'pdf' ? 'filled' : 'default'}
      loading={render.isPending || take.isPending}
      disabled={isLost}
      title={isLost ? t('version.lost') : undefined}
      onClick={save}
    >
      {t(`save.${format}`)}
    </Button>
  )
}
