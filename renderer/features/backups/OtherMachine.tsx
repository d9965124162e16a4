import { Button, Group, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { refreshWorkspace } from '../../api/refresh-workspace.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FilePick } from '../../components/FilePick.tsx'
import { saveFile } from '../../components/save-file.ts'
import { Section } from '../../components/Section.tsx'

/** The whole file as one, with a password where one is typed; and the way to open such a file here. */
export function OtherMachine({ isFileOpen }: { isFileOpen: boolean }) {
  const { t } = useTranslation('backups')
  const [password, setPassword] = useState('')
  const [picked, setPicked] = useState<File | null>(null)
  const take = useMutation({
    mutationFn: async () => saveFile(await client.backups.take(password === '' ? {} : { password })),
    meta: { writes: false },
  })
  return (
    <Section title={t('package.title')} note={t('package.note')}>
      <ErrorNote error={take.error} />
      <Group gap={8} align="flex-end">
        {isFileOpen && (
          <>
            <PasswordInput
              label={t('package.password')}
              value={password}
              w={260}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
              {t('package.save')}
            </Button>
          </>
        )}
        <FilePick variant="default" accept=".age" onPick={setPicked}>
          {t('package.open')}
        </FilePick>
      </Group>
      {picked !== null && <OpenDialog file={picked} onClose={() => setPicked(null)} />}
    </Section>
  )
}

function OpenDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const { t } = useTranslation('backups')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [password, setPassword] = useState('')
  const open = useMutation({
    mutationFn: () => client.backups.openEncrypted({ file, password }),
    meta: { writes: false },
    onSuccess: async () => {
      onClose()
      await navigate({ to: '/' })
      await refreshWorkspace(queryClient)
    },
  })
  return (
    <ConfirmDialog
      isOpen
      title={t('package.openTitle', { name: file.name })}
      confirmLabel={t('package.openDeed')}
      isBusy={open.isPending}
      error={open.error}
      onConfirm={() => password !== '' && open.mutate()}
      onClose={onClose}
    >
      <PasswordInput
        label={t('ask.password')}
        value={password}
        data-autofocus
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
