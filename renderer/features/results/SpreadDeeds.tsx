import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import type { ItemPart } from './item-part.ts'
import classes from './ItemReasons.module.css'
import { OpenRound } from './OpenRound.tsx'

/** After a discussion: score again with a reason, or record why the spread stands. */
export function SpreadDeeds(part: ItemPart) {
  const { item, record, canChange } = part
  const { t } = useTranslation('results')
  const waive = useMutation(orpc.results.waiveSpread.mutationOptions())
  const takeBack = useMutation(orpc.results.waiveSpread.mutationOptions())
  const inputOf = (reason: string) => ({ agendaItemId: item.id, reason })
  return (
    <>
      {item.spreadWaiver !== null && <p>{t('spread.waived', { reason: item.spreadWaiver })}</p>}
      {canChange && !item.result.isRejected && (
        <div className={classes.actions}>
          {item.result.needsDiscussion && (
            <DeedButton
              size="xs"
              label={t('spread.waive')}
              confirmLabel={t('spread.waiveDeed')}
              reasonLabel={t('spread.waiveReason')}
              deed={waive}
              inputOf={inputOf}
            >
              {t('spread.waiveText', { spread: item.result.spread, limit: record.regulation.spreadLimit })}
            </DeedButton>
          )}
          {item.spreadWaiver !== null && (
            <Button
              size="xs"
              variant="default"
              loading={takeBack.isPending}
              onClick={() => takeBack.mutate(inputOf(''))}
            >
              {t('spread.takeBack')}
            </Button>
          )}
          {item.ballots.length > 0 && <OpenRound {...part} />}
        </div>
      )}
      <ErrorNote error={takeBack.error} />
    </>
  )
}
