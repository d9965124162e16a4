import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, RestoredWorkspace } from '../../../shared/api/backups.ts'
import { client, orpc } from '../../api/client.ts'
import { backupTrouble } from '../../components/backup-trouble.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { saveFile } from '../../components/save-file.ts'
import { dateAndTime } from '../../components/clock-time.ts'
import { BackupList } from './BackupList.tsx'
import { OtherMachine } from './OtherMachine.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { SecondPlaceSection } from './SecondPlaceSection.tsx'
import { isSecretaryNeeded } from './SecretaryPassword.tsx'
import { TakeDialog } from './TakeDialog.tsx'

/** Every backup of the open file, or of all files where none is open; what they hold, and the way back to each. */
export function BackupsPage() {
  const { t } = useTranslation('backups')
  const status = useQuery(orpc.backups.status.queryOptions())
  const list = useQuery(orpc.backups.list.queryOptions())
  const { file } = useSearch({ from: '/frame/backups' })
  const shown = list.data?.filter((backup) => file === undefined || backup.file.id === file)
  const workspace = useQuery(orpc.workspace.status.queryOptions())
  const [asked, setAsked] = useState<Backup | null>(null)
  const make = useMutation(orpc.backups.make.mutationOptions({ meta: { writes: false } }))
  const [restored, setRestored] = useState<RestoredWorkspace | null>(null)
  const [kept, setKept] = useState<Backup | null>(null)
  const take = useMutation({
    mutationFn: async ({ id }: Backup) => saveFile(await client.backups.take({ id })),
    meta: { writes: false },
    onError: (error, backup) => isSecretaryNeeded(error) && setKept(backup),
  })
  const isOpen = workspace.data?.open != null
  const undo = list.data?.find(({ isOfOpen, place }) => isOfOpen && place === 'aside') ?? null
  const trouble = status.data?.trouble ?? null
  const newestAt = status.data?.newestAt ?? null
  return (
    <Page
      title={t('title')}
      facts={
        <>
          {t('lead')} {newestAt !== null && t('newest', { time: dateAndTime(newestAt) })}
        </>
      }
      actions={
        isOpen ? (
          <Button loading={make.isPending} onClick={() => make.mutate(undefined)}>
            {t('make')}
          </Button>
        ) : (
          <Link to="/">{t('back')}</Link>
        )
      }
    >
      <ErrorNote error={make.error ?? (isSecretaryNeeded(take.error) ? null : take.error) ?? list.error} />
      <Section title={t('list.title')}>
        {trouble !== null && (
          <p role="alert">
            <StateMark tone="attention" isLong>
              {backupTrouble(trouble, t)}
            </StateMark>
          </p>
        )}
        {restored?.isBackedUp === false && restored.aside !== null && (
          <p role="status">{t('onlyAside', { aside: restored.aside })}</p>
        )}
        {shown?.length === 0 && trouble === null && <p>{t('none')}</p>}
        {file !== undefined && (
          <p>
            {t('ofOneFile')} <Link to="/backups">{t('ofAll')}</Link>
          </p>
        )}
        {undo !== null && (
          <p>
            <CommandButton
              id="backups.undo"
              title={t('undo')}
              shortcut="alt+z"
              variant="default"
              run={() => setAsked(undo)}
            />
          </p>
        )}
        {shown !== undefined && shown.length > 0 && (
          <BackupList backups={shown} onRestore={setAsked} onTake={(backup) => take.mutate(backup)} />
        )}
      </Section>
      {isOpen && <SecondPlaceSection second={status.data?.second ?? null} />}
      <OtherMachine isFileOpen={isOpen} />
      {kept !== null && <TakeDialog key={kept.id} backup={kept} onClose={() => setKept(null)} />}
      {asked !== null && (
        <RestoreDialog key={asked.id} backup={asked} onDone={setRestored} onClose={() => setAsked(null)} />
      )}
    </Page>
  )
}
