import { Button, Group, Stack } from '@mantine/core'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BatchState } from '../../components/papers/BatchState.tsx'
import { MeetingPapersDialog } from './MeetingPapersDialog.tsx'
import { useBatch } from '../../components/papers/use-batch.ts'

const CertificatesDialog = lazy(async () => ({
  default: (await import('../../components/certificates/CertificatesDialog.tsx')).CertificatesDialog,
}))
const RegisterDialog = lazy(async () => ({ default: (await import('./RegisterDialog.tsx')).RegisterDialog }))
const TemplatesDialog = lazy(async () => ({ default: (await import('./TemplatesDialog.tsx')).TemplatesDialog }))

/** What concerns all documents of a session: certificates, Word templates, everything in one file. */
export function DocumentTools({
  sessionId,
  children,
}: {
  sessionId: number
  /** What concerns the document on show. */
  children: ReactNode
}) {
  const { t } = useTranslation('papers')
  const [shown, setShown] = useState<'register' | 'certificates' | 'templates' | 'meeting' | null>(null)
  const batch = useBatch({ sessionId })
  const close = () => setShown(null)
  return (
    <Stack gap={4} mb="sm">
      <Group gap="sm" mih={36} justify="space-between" align="flex-start">
        {batch.running === null ? (
          <Group gap="sm">
            <Button variant="default" onClick={() => setShown('meeting')}>
              {t('forms:open')}
            </Button>
            <Button variant="default" onClick={() => setShown('register')}>
              {t('tools.register')}
            </Button>
            <Button variant="default" onClick={() => setShown('certificates')}>
              {t('tools.certificates')}
            </Button>
            <Button variant="default" onClick={() => setShown('templates')}>
              {t('tools.templates')}
            </Button>
            <Button variant="default" onClick={() => void batch.run('documents')}>
              {t('tools.saveAll')}
            </Button>
          </Group>
        ) : (
          <BatchState batch={batch} />
        )}
        {children}
      </Group>
      {batch.running === null && <BatchState batch={batch} />}
      <Suspense>
        {shown === 'register' && <RegisterDialog onClose={close} />}
        {shown === 'certificates' && <CertificatesDialog by={{ sessionId }} onClose={close} />}
        {shown === 'meeting' && <MeetingPapersDialog sessionId={sessionId} onClose={close} />}
        {shown === 'templates' && <TemplatesDialog onClose={close} />}
      </Suspense>
    </Stack>
  )
}
