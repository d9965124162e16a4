import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PaperPile } from '../../../shared/api/paper-ballots.ts'
import { orpc } from '../../api/client.ts'
import { DeedButton } from '../../components/DeedButton.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { useOnce } from '../../components/use-once.ts'
import type { PaperSearch } from './paper-address.ts'
import { isWork, shownBallots } from './pile-lists.ts'
import classes from './PilePage.module.css'

type Props = {
  readonly sessionId: number
  readonly pile: PaperPile
  readonly onGo: (search: PaperSearch) => void
}

/** Where the regulations allow it: a sample of the ready ballots is looked at, and the others are taken at once. */
export function SampleLine({ sessionId, pile, onGo }: Props) {
  const { t } = useTranslation('paper')
  const draw = useMutation({ ...orpc.paperBallots.drawSample.mutationOptions(), meta: { writes: false } })
  const drawOnce = useOnce(draw)
  const take = useMutation(orpc.paperBallots.takeReady.mutationOptions())
  const { sample, mayTakeReady, mayBeDrawn } = pile
  if (!mayTakeReady || mayBeDrawn === 0) return null
  const first = shownBallots(pile, 'sample').find(isWork)
  const look = (): void =>
    first !== undefined ? onGo({ item: first.agendaItemId, member: first.memberId, list: 'sample' }) : undefined
  return (
    <div className={classes.sample} role="status" data-testid="sample">
      {sample === null && (
        <>
          <span>{t('sample.may')}</span>
          <Button size="xs" variant="default" loading={draw.isPending} onClick={() => drawOnce({ sessionId })}>
            {t('sample.draw')}
          </Button>
        </>
      )}
      {sample?.hasFailed === true && <StateMark tone="attention">{t('sample.failed')}</StateMark>}
      {sample !== null && !sample.hasFailed && sample.agreed < sample.drawn.length && (
        <>
          <span>{t('sample.open', { agreed: sample.agreed, of: sample.drawn.length })}</span>
          <Button size="xs" variant="default" onClick={look}>
            {t('sample.look')}
          </Button>
        </>
      )}
      {sample !== null && !sample.hasFailed && sample.agreed >= sample.drawn.length && (
        <>
          <StateMark tone="good">{t('sample.passed', { of: sample.drawn.length })}</StateMark>
          {sample.rest > 0 && (
            <DeedButton
              size="xs"
              label={t('sample.take', { count: sample.rest })}
              deed={take}
              inputOf={() => ({ sessionId })}
            >
              {t('sample.takeText', { count: sample.rest })}
            </DeedButton>
          )}
        </>
      )}
      {sample !== null && !sample.hasFailed && sample.later > 0 && (
        <>
          <span>{t('sample.later', { count: sample.later })}</span>
          <Button size="xs" variant="default" loading={draw.isPending} onClick={() => drawOnce({ sessionId })}>
            {t('sample.more')}
          </Button>
        </>
      )}
      <ErrorNote error={draw.error} />
    </div>
  )
}
