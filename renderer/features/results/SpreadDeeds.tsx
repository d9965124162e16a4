import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'

/** After a discussion: score again with a reason, or record why the spread stands. */
export function SpreadDeeds({ item, record, canChange }: ItemPart) {
  const { t } = useTranslation('results')
  const [asked, setAsked] = useState<'round' | 'waive' | null>(null)
  const openRound = useMutation(orpc.results.openRound.mutationOptions())
  const waive = useMutation(orpc.results.waiveSpread.mutationOptions())
  const close = (): void => {
    setAsked(null)
    openRound.reset()
    waive.reset()
  }
  return (
    <>
      {item.spreadWaiver !== null && <p>{t('spread.waived', { reason: item.spreadWaiver })}</p>}
      {canChange && !item.result.isRejected && (
        <div className={classes.actions}>
          {item.result.needsDiscussion && (
            <Button size="xs" variant="default" onClick={() => setAsked('waive')}>
              {t('spread.waive')}
            </Button>
          )}
          {item.spreadWaiver !== null && (
            <Button
              size="xs"
              variant="default"
              loading={waive.isPending}
              onClick={() => waive.mutate({ agendaItemId: item.id, reason: '' })}
            >
              {t('spread.takeBack')}
            </Button>
          )}
          {item.ballots.length > 0 && (
            <Button size="xs" variant="default" onClick={() => setAsked('round')}>
              {t('spread.openRound')}
            </Button>
          )}
        </div>
      )}
      {asked === null && <ErrorNote error={waive.error} />}
      <ConfirmDialog
        isOpen={asked === 'round'}
        title={t('spread.openRound')}
        confirmLabel={t('spread.openRoundDeed', { round: item.round + 1 })}
        reasonLabel={t('spread.reason')}
        isBusy={openRound.isPending}
        error={openRound.error}
        onClose={close}
        onConfirm={(reason) => openRound.mutate({ agendaItemId: item.id, reason }, { onSuccess: close })}
      >
        {t('spread.openRoundText', { round: item.round, next: item.round + 1 })}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'waive'}
        title={t('spread.waive')}
        confirmLabel={t('spread.waiveDeed')}
        reasonLabel={t('spread.waiveReason')}
        isBusy={waive.isPending}
        error={waive.error}
        onClose={close}
        onConfirm={(reason) => waive.mutate({ agendaItemId: item.id, reason }, { onSuccess: close })}
      >
        {t('spread.waiveText', { spread: item.result.spread, limit: record.regulation.spreadLimit })}
      </ConfirmDialog>
    </>
  )
}
