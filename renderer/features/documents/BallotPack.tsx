import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { allBallots } from '../../../shared/domain/ballot/selected-ballots.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { BallotsDialog } from './BallotsDialog.tsx'
import classes from './DocumentsPage.module.css'
import { countSelected, useSelectedText, type BallotPack } from './use-ballot-pack.ts'

/** In the place of a large pack: how much it is, and which of it is wanted; nothing is laid out before. */
export function AskBallots({ pack, wait }: { readonly pack: BallotPack; readonly wait: ReactNode }) {
  const { t } = useTranslation('documents')
  const { ballots, error, setChosen } = pack
  const textOf = useSelectedText(pack)
  if (ballots === undefined) return error === null ? wait : <ErrorNote error={error} />
  return (
    <div className={classes.ask} data-testid="ask-ballots">
      <p>{t('ballots.ask', { text: textOf(allBallots) })}</p>
      <Group gap="sm">
        <ChooseBallots pack={pack} />
        <Button variant="default" onClick={() => setChosen(allBallots)}>
          {t('ballots.all')}
        </Button>
      </Group>
    </div>
  )
}

/** While they are laid out, with a way back to the question where it was asked. */
export function LayingBallots({ pack: { ballots, of, setChosen, isSmall } }: { readonly pack: BallotPack }) {
  const { t } = useTranslation('documents')
  if (ballots === undefined) return null
  return (
    <div className={classes.ask} role="status">
      <Group gap="sm">
        <span>{t('ballots.laying', { count: countSelected(ballots, undefined, of).count })}</span>
        {!isSmall && (
          <Button size="compact-sm" variant="default" onClick={() => setChosen(null)}>
            {t('common:cancel')}
          </Button>
        )}
      </Group>
    </div>
  )
}

/** Opens the choice; says how many are chosen. Nothing for what is no pack of ballots. */
export function ChooseBallots({ pack }: { readonly pack: BallotPack }) {
  const { t } = useTranslation('documents')
  const { ballots, of, setChosen, isReady, isChoosing, setChoosing } = pack
  if (ballots === undefined) return null
  const { count } = countSelected(ballots, undefined, of)
  return (
    <>
      <Button
        size={isReady ? 'compact-sm' : 'sm'}
        variant={isReady ? 'default' : 'filled'}
        onClick={() => setChoosing(true)}
      >
        {isReady ? t('ballots.chosen', { count, of: ballots.ballots.length }) : t('ballots.choose')}
      </Button>
      {isChoosing && (
        <BallotsDialog
          pack={{ ...pack, ballots }}
          onChoose={(chosen) => {
            setChosen(chosen)
            setChoosing(false)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}
