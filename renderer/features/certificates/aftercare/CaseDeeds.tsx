import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Withdrawal } from '../../../../shared/api/aftercare.ts'
import { orpc } from '../../../api/client.ts'
import { DeedButton } from '../../../components/DeedButton.tsx'
import { ErrorNote } from '../../../components/ErrorNote.tsx'

export type Deeds = {
  readonly day: string
  readonly onEdit: (one: Withdrawal) => void
  readonly onDecide: (one: Withdrawal) => void
}

/** What can be done about a case as it stands. */
export function CaseDeeds({ one, day, onEdit, onDecide }: Deeds & { readonly one: Withdrawal }) {
  const { t } = useTranslation('aftercare')
  const decide = useMutation(orpc.aftercare.withdrawals.decide.mutationOptions())
  const drop = useMutation(orpc.aftercare.withdrawals.drop.mutationOptions())
  const { caseId: id, productName: product, decision, droppedOn, concludedOn, isOfOffice } = one
  const isOpen = decision === null && droppedOn === null
  const hasPaper = isOfOffice && concludedOn !== null && droppedOn === null && decision?.from !== 'typed'
  // A day that does not change, so that it is the same paper tomorrow; one that has a number may decide on others too.
  const own = { kind: 'withdrawal-decision' as const, withdrawals: [id], on: concludedOn ?? day }
  const papers = [decision?.paper ?? own]
  return (
    <Group gap={6}>
      {isOpen && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('withdrawals.editNamed', { product })}
          onClick={() => onEdit(one)}
        >
          {t('withdrawals.edit')}
        </Button>
      )}
      {hasPaper && (
        <Link to="/papers" search={{ papers }} aria-label={t('withdrawals.paperNamed', { product })}>
          {t('withdrawals.paper')}
        </Link>
      )}
      {isOpen && concludedOn !== null && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('withdrawals.decideNamed', { product })}
          onClick={() => onDecide(one)}
        >
          {t('withdrawals.decide')}
        </Button>
      )}
      {isOpen && (
        <DeedButton
          label={t('withdrawals.drop')}
          size="compact-sm"
          aria-label={t('withdrawals.dropNamed', { product })}
          title={t('withdrawals.dropNamed', { product })}
          reasonLabel={t('withdrawals.reason')}
          deed={drop}
          inputOf={(reason) => ({ id, reason })}
        >
          {t('withdrawals.dropText')}
        </DeedButton>
      )}
      {decision?.from === 'typed' && (
        <DeedButton
          label={t('withdrawals.takeBack')}
          size="compact-sm"
          isDanger
          reasonLabel={t('withdrawals.reason')}
          deed={decide}
          inputOf={(reason) => ({ id, decision: null, reason })}
        >
          {t('withdrawals.takeBackText')}
        </DeedButton>
      )}
      {droppedOn !== null && (
        <Button
          variant="default"
          size="compact-sm"
          loading={drop.isPending}
          onClick={() => drop.mutate({ id, reason: null })}
        >
          {t('withdrawals.restore')}
        </Button>
      )}
      <ErrorNote error={droppedOn === null ? null : drop.error} />
    </Group>
  )
}
