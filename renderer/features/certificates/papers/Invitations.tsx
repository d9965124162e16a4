import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficePaper } from '../../../../shared/api/office-paper.ts'
import type { OfferedInvitations } from '../../../../shared/api/office-papers.ts'
import { orpc } from '../../../api/client.ts'
import { Dialog } from '../../../components/Dialog.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import type { RegisterFilterOf } from '../register-address.ts'

type Props = {
  readonly filter: RegisterFilterOf
  readonly onOpen: (papers: readonly OfficePaper[]) => void
  readonly onClose: () => void
}

/** The letters to producers whose certificates end: how many there are to write, and who has one. */
export function Invitations({ filter, onOpen, onClose }: Props) {
  const { t } = useTranslation('year')
  const [again, setAgain] = useState(false)
  const { data, error } = useQuery(
    orpc.officePapers.invitations.queryOptions({ input: { ...filter, again }, placeholderData: keepPreviousData }),
  )
  return (
    <Dialog title={t('documents:kind.reassessment-invitation')} onClose={onClose}>
      <Stack gap="sm">
        <p>{t(filter.state === undefined ? 'invitations.pressing' : 'invitations.shown')}</p>
        <ErrorNote error={error} />
        {data !== undefined && <Offered offered={data} />}
        <Checkbox
          label={t('invitations.again')}
          checked={again}
          onChange={(event) => setAgain(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button
            data-autofocus
            disabled={data === undefined || data.papers.length === 0}
            data-why={data && t('invitations.none')}
            onClick={() => data !== undefined && onOpen(data.papers)}
          >
            {t('invitations.open', { count: data?.papers.length ?? 0 })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function Offered({ offered: { papers, certificates, invited, registered, more } }: { offered: OfferedInvitations }) {
  const { t } = useTranslation('year')
  return (
    <div role="status">
      <p>{t('invitations.count', { letters: papers.length, certificates })}</p>
      {invited > 0 && <p>{t('invitations.invited', { count: invited })}</p>}
      {registered > 0 && <p>{t('invitations.registered', { count: registered })}</p>}
      {more > 0 && <p>{t('invitations.more', { count: more })}</p>}
    </div>
  )
}
