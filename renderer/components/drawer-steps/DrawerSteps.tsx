import { Button } from '@mantine/core'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Keycaps } from '../Keycaps.tsx'
import { wholeNumber } from '../whole-number.ts'
import classes from './DrawerSteps.module.css'

/** The list that a record was opened from, as it is on show. */
export type RowSteps = {
  /** Of its rows, in their order. */
  readonly ids: readonly number[]
  /** The one that is open. */
  readonly id: number | null
  readonly onStep: (id: number) => void
}

export type StepButtons = {
  readonly before: RefObject<HTMLButtonElement | null>
  readonly after: RefObject<HTMLButtonElement | null>
}

type Props = { readonly steps: RowSteps; readonly buttons: StepButtons }

/** Ways from a record to the one before it and the one after it in its list; nothing where the list does not show it. */
export function DrawerSteps({ steps: { ids, id, onStep }, buttons }: Props) {
  const { t } = useTranslation()
  const place = id === null ? -1 : ids.indexOf(id)
  if (place < 0) return null
  const way = (direction: 'before' | 'after', to: number | undefined, shortcut: string) => (
    <Button
      ref={buttons[direction]}
      variant="default"
      size="compact-sm"
      disabled={to === undefined}
      data-why={t(`steps.no.${direction}`)}
      aria-keyshortcuts={shortcut}
      onClick={() => to !== undefined && onStep(to)}
    >
      {t(`steps.${direction}`)}
    </Button>
  )
  return (
    <nav className={classes.steps} aria-label={t('steps.label')}>
      {way('before', ids[place - 1], 'Alt+PageUp')}
      <span role="status" className={classes.place}>
        {t('steps.place', { place: wholeNumber(place + 1), count: wholeNumber(ids.length) })}
      </span>
      {way('after', ids[place + 1], 'Alt+PageDown')}
      <span className={classes.keys}>
        <Keycaps shortcut="alt+pageup" /> <Keycaps shortcut="alt+pagedown" />
      </span>
    </nav>
  )
}
