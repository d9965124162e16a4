import { Button, Group, Modal, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WorkspaceInfo } from '../../shared/api/workspace.ts'
import { orpc } from '../api/client.ts'
import { ErrorNote } from '../components/ErrorNote.tsx'
import { saveFile } from '../components/save-file.ts'

/** Nothing is written any more: the window stops until the file is back in its place or all of it saved elsewhere. */
export function MovedFile({ file }: { file: WorkspaceInfo }) {
  const { t } = useTranslation()
  // It may come back by itself, as a drive does that was unplugged.
  const { data: status } = useQuery(orpc.workspace.status.queryOptions({ refetchInterval: 2000 }))
  const save = useMutation(orpc.workspace.saveElsewhere.mutationOptions({ meta: { writes: false } }))
  const download = useMutation(
    orpc.workspace.downloadMoved.mutationOptions({ meta: { writes: false }, onSuccess: saveFile }),
  )
  return (
    <Modal
      opened
      title={t(file.isTakenOver ? 'moved.takenTitle' : 'moved.title', { name: file.name })}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      onClose={() => {}}
    >
      <Stack gap="md">
        <div>
          <p>{t(file.isTakenOver ? 'moved.takenWhat' : 'moved.what')}</p>
          <p>{t('moved.kept')}</p>
          <p>{t(file.isTakenOver ? 'moved.takenDeed' : 'moved.deed')}</p>
        </div>
        <ErrorNote error={save.error ?? download.error} />
        <Group justify="flex-end">
          {status?.host.hasFileDialogs === false && (
            <Button variant="default" loading={download.isPending} onClick={() => download.mutate(undefined)}>
              {t('moved.download')}
            </Button>
          )}
          <Button loading={save.isPending} onClick={() => save.mutate(undefined)} data-autofocus>
            {t('moved.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
