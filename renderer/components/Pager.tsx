import { Button } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../app/commands/command-store.ts'
import { Keycaps } from './Keycaps.tsx'
import { wholeNumber } from './whole-number.ts'
import classes from './Pager.module.css'

type Props = {
  /** The feature, for the names of its commands. */
  feature: string
  page: number
  pageSize: number
  total: number
  onPage: (page: number) => void
}

/** Which rows are on screen, and the ways to the ones before and after; nothing where all fit. */
export const Pager = memo(function Pager({ feature, page, pageSize, total, onPage }: Props) {
  const { t } = useTranslation()
  const last = Math.max(1, Math.ceil(total / pageSize))
  const goTo = (next: number) => (): void => {
    if (next >= 1 && next <= last) onPage(next)
  }
  useCommands([
    {
      id: `${feature}.pageBefore`,
      title: t('pager.before'),
      group: 'here',
      shortcut: 'alt+pageup',
      run: goTo(page - 1),
    },
    {
      id: `${feature}.pageAfter`,
      title: t('pager.after'),
      group: 'here',
      shortcut: 'alt+pagedown',
      run: goTo(page + 1),
    },
  ])
  if (last === 1) return null
  const from = (page - 1) * pageSize + 1
  return (
    <nav className={classes.pager} aria-label={t('pager.label')}>
      <Button variant="default" disabled={page <= 1} onClick={goTo(page - 1)}>
        {t('pager.before')}
      </Button>
      <span className={classes.range}>
        {t('pager.range', {
          from: wholeNumber(from),
          to: wholeNumber(Math.min(total, from + pageSize - 1)),
          total: wholeNumber(total),
        })}
      </span>
      <Button variant="default" disabled={page >= last} onClick={goTo(page + 1)}>
        {t('pager.after')}
      </Button>
      <span className={classes.pagerKeys}>
        <Keycaps shortcut="alt+pageup" /> <Keycaps shortcut="alt+pagedown" />
      </span>
    </nav>
  )
})
