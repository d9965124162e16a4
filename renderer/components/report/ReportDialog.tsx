import { Button, Group, Skeleton, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../Dialog.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { saveFile } from '../save-file.ts'
import { isReportOpen } from './report-store.ts'

/** The report of errors as it would be saved: what is in it is read before it goes anywhere. */
export function ReportDialog() {
  const { t } = useTranslation()
  const { data, error } = useQuery(orpc.support.report.queryOptions({ gcTime: 0, staleTime: 0 }))
  const close = () => isReportOpen.set(false)
  const save = () => {
    if (data === undefined) return
    close()
    // Notepad of older Windows reads UTF-8 by its mark.
    saveFile(new File(['\uFEFF', data.text], data.fileName, { type: 'text/plain' }))
  }
  return (
    <Dialog title={t('report.title')} size="xl" onClose={close}>
      <Stack gap="md">
        <Text>{t('report.text')}</Text>
        <ErrorNote error={error} />
        {data === undefined ? (
          <Skeleton height="20rem" />
        ) : (
          <Textarea readOnly rows={16} aria-label={t('report.title')} size="xs" value={data.text} />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close}>
            {t('close')}
          </Button>
          <Button data-autofocus disabled={data === undefined} onClick={save}>
            {t('report.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
