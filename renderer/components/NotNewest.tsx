import { Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { readRefusal } from '../api/refusal.ts'
import { dateAndTime } from './clock-time.ts'
import { Dialog } from './Dialog.tsx'

type NotNewestProps = {
  /** Of the opening; the question is shown where a newer state of the record was the reason. */
  readonly error: unknown
  /** Opens by itself, perhaps while someone types: Cancel has the focus, so that no stray key decides. */
  readonly isUnasked?: boolean
  readonly onOpen: (file: { readonly id: string; readonly isOlderAgreed: boolean }) => void
  readonly onClose: () => void
}

/** Another file has more changes of the same record: which of the two is to be opened? */
export function NotNewest({ error, isUnasked = false, onOpen, onClose }: NotNewestProps) {
  const { t } = useTranslation('start')
  const refusal = readRefusal(error)
  if (refusal?.reason !== 'workspace-not-newest') return null
  const { id, newerId, lastAt, newerLastAt, events, newerEvents } = refusal.detail
  const relation = refusal.detail['relation'] === 'older' ? 'older' : 'diverged'
  const facts = {
    ...refusal.detail,
    lastAt: dateAndTime(String(lastAt)),
    newerLastAt: dateAndTime(String(newerLastAt)),
    missing: Number(newerEvents) - Number(events),
  }
  return (
    <Dialog title={t(`newest.title.${relation}`)} size="lg" onClose={onClose}>
      <Stack gap="md">
        <div>
          <p>{t(`newest.${relation}`, facts)}</p>
          {relation === 'diverged' && <p>{t('newest.holds', facts)}</p>}
          <p>{t('newest.place', facts)}</p>
        </div>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus={isUnasked || undefined}>
            {t('common:cancel')}
          </Button>
          <Button variant="default" onClick={() => onOpen({ id: String(id), isOlderAgreed: true })}>
            {t('newest.openThis')}
          </Button>
          <Button
            onClick={() => onOpen({ id: String(newerId), isOlderAgreed: true })}
            data-autofocus={!isUnasked || undefined}
          >
            {t(`newest.openOther.${relation}`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
