import { Button, Group, Menu, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BatchState } from '../../components/papers/BatchState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { MeetingPapersDialog } from './MeetingPapersDialog.tsx'
import { useBatch } from '../../components/papers/use-batch.ts'

const CertificatesDialog = lazy(async () => ({
  default: (await import('../../components/certificates/CertificatesDialog.tsx')).CertificatesDialog,
}))
const RegisterDialog = lazy(async () => ({ default: (await import('./RegisterDialog.tsx')).RegisterDialog }))
const TemplatesDialog = lazy(async () => ({ default: (await import('./TemplatesDialog.tsx')).TemplatesDialog }))

type Props = {
  readonly sessionId: number
  /** Which document is on show: begins the line where the window has no room for the list, nor for a button each. */
  readonly choice: ReactNode
  /** What concerns the document on show. */
  readonly children: ReactNode
}

/** What concerns all documents of a session: certificates, Word templates, everything in one file. */
export function DocumentTools({ sessionId, choice, children }: Props) {
  const { t } = useTranslation('papers')
  const [shown, setShown] = useState<'register' | 'certificates' | 'templates' | 'meeting' | null>(null)
  const batch = useBatch({ sessionId })
  const close = () => setShown(null)
  const deeds = [
    { name: t('forms:open'), run: () => setShown('meeting') },
    { name: t('tools.register'), run: () => setShown('register') },
    { name: t('tools.certificates'), run: () => setShown('certificates') },
    { name: t('tools.templates'), run: () => setShown('templates') },
  ]
  const saveAll = { name: t('tools.saveAll'), run: () => void batch.run('documents') }
  const isNarrow = useMediaQuery('(max-width: 50em)', undefined, { getInitialValueInEffect: false })
  const isRunning = batch.running !== null
  return (
    <Stack gap={4} mb={choice === null ? 'sm' : 0}>
      <Group gap="sm" mih={36} justify="space-between" align={choice === null ? 'flex-start' : 'center'}>
        {choice}
        {choice === null && !isRunning && (
          <Group gap="sm">
            {[...deeds, saveAll].map(({ name, run }) => (
              <Button key={name} variant="default" onClick={run}>
                {name}
              </Button>
            ))}
          </Group>
        )}
        {isRunning && <BatchState batch={batch} />}
        {children}
        {choice !== null && !isRunning && (
          <Group gap="sm" wrap="nowrap">
            <ToolsMenu deeds={isNarrow ? [...deeds, saveAll] : deeds} />
            {!isNarrow && (
              <Button variant="default" title={saveAll.name} onClick={saveAll.run}>
                {t('tools.saveAllShort')}
              </Button>
            )}
          </Group>
        )}
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

type Deed = { readonly name: string; readonly run: () => void }

function ToolsMenu({ deeds }: { deeds: readonly Deed[] }) {
  const { t } = useTranslation('papers')
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" rightSection={<Icon name="chevron-down" size={14} />}>
          {t('tools.all')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {deeds.map(({ name, run }) => (
          <Menu.Item key={name} onClick={run}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
