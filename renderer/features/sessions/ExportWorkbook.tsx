import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { saveFile } from '../../components/save-file.ts'

/** The session as an Excel workbook: with all points, or blank to hand round; both can be imported again. */
export function ExportWorkbook({ session: { id: sessionId, agenda } }: { session: SessionDetail }) {
  const { t } = useTranslation('sessions')
  const write = useMutation(orpc.workbook.export.mutationOptions({ meta: { writes: false }, onSuccess: saveFile }))
  const button = (filled: boolean) => ({
    variant: 'default',
    disabled: agenda.length === 0,
    'data-why': t('export.noProducts'),
    loading: write.isPending && write.variables.filled === filled,
    onClick: () => write.mutate({ sessionId, filled }),
  })
  return (
    <>
      <Button {...button(true)}>{t('export.filled')}</Button>
      <Button {...button(false)}>{t('export.blank')}</Button>
      <ErrorNote error={write.error} />
    </>
  )
}
