import { Tooltip, UnstyledButton } from '@mantine/core'
import { Link, useRouter, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentSession } from '../api/current-session.ts'
import { Icon } from '../components/Icon.tsx'
import { Keycaps } from '../components/Keycaps.tsx'
import { sectionHere } from './help/help-places.ts'
import { openSection } from './help/help-store.ts'
import { railEntries, type RailEntry } from './rail-entries.ts'
import classes from './Rail.module.css'

/** The left rail: names beside icons, or icons alone with their names on focus and hover. */
export function Rail({ isNarrow, onToggle }: { isNarrow: boolean; onToggle: () => void }) {
  const { t } = useTranslation()
  const session = useCurrentSession()
  const entries: readonly RailEntry[] = railEntries
  const router = useRouter()
  const matches = (to: string, fuzzy: boolean): boolean => router.matchRoute({ to }, { fuzzy }) !== false
  // A session's results lie under the sessions, too: the last entry that leads here is the one. Selected, so that the rail is
  // drawn anew for another entry and not with each word of a list that stands in the address.
  const current = useRouterState({
    select: () =>
      entries.findLast(({ link, under = [] }) => {
        const { to } = link(session) ?? {}
        return to !== undefined && (matches(to, to !== '/') || under.some((one) => matches(one, true)))
      }),
  })
  return (
    <nav className={classes.rail} data-narrow={isNarrow || undefined} aria-label={t('rail.label')}>
      <ul className={classes.list}>
        {entries.map((entry) => {
          const { name, shortcut } = entry
          const target = entry.link(session)
          if (target === null) return null
          return (
            <li key={name}>
              <Tooltip
                label={<RailHint name={t(`rail.${name}`)} shortcut={shortcut} />}
                position="right"
                events={hintEvents}
              >
                <Link
                  {...target}
                  className={classes.entry}
                  activeOptions={{ exact: entry !== current || target.to === '/' }}
                  activeProps={{ 'data-active': true, 'aria-current': 'page' }}
                  {...(entry === current && { 'data-active': true })}
                  aria-keyshortcuts={shortcut.replace('alt', 'Alt')}
                >
                  <Icon name={name} />
                  <span className={classes.name}>{t(`rail.${name}`)}</span>
                </Link>
              </Tooltip>
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
        <span className={classes.name}>
          {t('help:entry')} <Keycaps shortcut="f1" />
        </span>
      </UnstyledButton>
      <UnstyledButton className={classes.entry} data-toggle onClick={onToggle} aria-expanded={!isNarrow}>
        <Icon name="rail" />
        <span className={classes.name}>{t(isNarrow ? 'rail.widen' : 'rail.narrow')}</span>
      </UnstyledButton>
    </nav>
  )
}

const hintEvents = { hover: true, focus: true, touch: false }

const RailHint = ({ name, shortcut }: { name: string; shortcut: string }) => (
  <span className={classes.hint}>
    {name} <Keycaps shortcut={shortcut} />
  </span>
)
