import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Commitment } from '../../../shared/api/inspections.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'

/** Whether a commitment was kept, as of today; what was noted can be taken back. */
export function SettleCommitment({ commitment, day }: { commitment: Commitment; day: string }) {
  const { t } = useTranslation('inspections')
  const { id, what, settlement } = commitment
  const settle = useMutation(orpc.aftercare.inspections.settle.mutationOptions())
  const button = (outcome: 'kept' | 'broken') => (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={t(outcome === 'kept' ? 'commitment.keptNamed' : 'commitment.brokenNamed', { what })}
      disabled={settle.isPending}
      onClick={() => settle.mutate({ id, settlement: { outcome, on: day, remark: '' } })}
    >
      {t(`commitment.${outcome}`)}
    </Button>
  )
  return (
    <Group gap={6}>
      {settlement === null ? (
        <>
          {button('kept')}
          {button('broken')}
        </>
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('commitment.takeBackNamed', { what })}
          disabled={settle.isPending}
          onClick={() => settle.mutate({ id, settlement: null })}
        >
          {t('commitment.takeBack')}
        </Button>
      )}
      <ErrorNote error={settle.error} />
    </Group>
  )
}
