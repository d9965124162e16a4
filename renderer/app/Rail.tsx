import { UnstyledButton } from '@mantine/core'
import { Link, useRouter, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../components/Icon.tsx'
import { Keycaps } from '../components/Keycaps.tsx'
import { shortcutKeys } from './commands/command.ts'
import { sectionHere } from './help/help-places.ts'
import { openSection } from './help/help-store.ts'
import { railEntries, type RailEntry } from './rail-entries.ts'
import classes from './Rail.module.css'

/** The left rail: names and keys beside icons, or names alone below them. */
export function Rail({ isNarrow, onToggle }: { isNarrow: boolean; onToggle: () => void }) {
  const { t } = useTranslation()
  const entries: readonly RailEntry[] = railEntries
  const router = useRouter()
  const matches = (to: string, fuzzy: boolean): boolean => router.matchRoute({ to }, { fuzzy }) !== false
  // Selected, so that the rail is drawn anew for another entry and not with each word of a list that stands in the address.
  const current = useRouterState({
    select: () =>
      entries.findLast(({ to, under = [] }) => matches(to, to !== '/') || under.some((one) => matches(one, true))),
  })
  return (
    <nav className={classes.rail} data-narrow={isNarrow || undefined} aria-label={t('rail.label')}>
      <ul className={classes.list}>
        {entries.map((entry) => {
          const { name, shortcut, to } = entry
          return (
            <li key={name}>
              <Link
                to={to}
                className={classes.entry}
                title={isNarrow ? `${t(`rail.${name}`)} (${shortcutKeys(shortcut).join('+')})` : undefined}
                activeOptions={{ exact: entry !== current || to === '/' }}
                activeProps={{ 'data-active': true, 'aria-current': 'page' }}
                {...(entry === current && { 'data-active': true })}
                aria-keyshortcuts={shortcut.replace('alt', 'Alt')}
              >
                <Icon name={name} />
                <span className={classes.name}>{t(`rail.${name}`)}</span>
                <Keycaps shortcut={shortcut} />
              </Link>
            </li>
          )
        })}
      </ul>
      <UnstyledButton
        className={classes.entry}
        data-help-entry
        aria-keyshortcuts="F1"
        onClick={() => openSection.set(sectionHere(router.state.matches.map(({ fullPath }) => fullPath)))}
      >
        <Icon name="help" />
        <span className={classes.name}>{t('help:entry')}</span>
        <Keycaps shortcut="f1" />
      </UnstyledButton>
      <UnstyledButton className={classes.entry} data-toggle onClick={onToggle} aria-expanded={!isNarrow}>
        <Icon name="rail" />
        <span className={classes.name}>{t(isNarrow ? 'rail.widen' : 'rail.narrow')}</span>
      </UnstyledButton>
    </nav>
  )
}
