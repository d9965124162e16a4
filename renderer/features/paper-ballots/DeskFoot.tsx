import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Keycaps } from '../../components/Keycaps.tsx'
import classes from './BallotScreen.module.css'
import { countOpen, type PaperDesk } from './paper-desk.ts'

type Props = {
  readonly desk: PaperDesk
  readonly isLocked: boolean
  readonly isTaken: boolean
  /** Enter came before the pages were on the screen. */
  readonly isEarly: boolean
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: () => void
}

/** What Enter does now, and the other keys. */
export function DeskFoot({ desk, isLocked, isTaken, isEarly, isBusy, error, onDone }: Props) {
  const { t } = useTranslation('paper')
  const open = countOpen(desk)
  const deed = isTaken || isLocked ? 'next' : 'take'
  return (
    <footer className={classes.foot}>
      <ErrorNote error={error} />
      <div className={classes.footLine}>
        <span className={classes.what} role="status" data-testid="paper-left">
          {isEarly ? t('early') : open > 0 ? t('left', { count: open }) : t(isTaken ? 'done.taken' : 'done.ready')}
        </span>
        <span className={classes.keys}>
          {keysOf(desk, isLocked).map((name) => (
            <span key={name}>
              <kbd>{t(`keys.${name}.key`)}</kbd> {t(`keys.${name}.does`)}
            </span>
          ))}
        </span>
        {open === 0 && (
          <Button
            size="compact-md"
            loading={isBusy}
            onClick={onDone}
            rightSection={<Keycaps shortcut="enter" />}
            tabIndex={-1}
          >
            {t(`deed.${deed}`)}
          </Button>
        )}
      </div>
    </footer>
  )
}

const keys = ['points', 'keep', 'move', 'undo', 'scroll', 'neighbour'] as const

/** Those that do something on this ballot. */
function keysOf({ rows }: PaperDesk, isLocked: boolean) {
  return keys.filter((name) => {
    if (name === 'keep') return !isLocked && rows.some(({ keyed }) => keyed !== null)
    return !isLocked || (name !== 'points' && name !== 'undo')
  })
}
