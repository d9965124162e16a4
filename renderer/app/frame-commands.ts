import { useMantineColorScheme } from '@mantine/core'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurrentSession } from '../api/current-session.ts'
import { sessionTabs } from '../components/session-tabs.ts'
import { isReportOpen } from '../components/report/report-store.ts'
import { useCloseFile } from './CloseFile.tsx'
import type { Command } from './commands/command.ts'
import { openPalette } from './commands/palette-store.ts'
import { sectionHere } from './help/help-places.ts'
import { openSection } from './help/help-store.ts'
import { chooseLanguage } from './i18n.ts'
import { places } from './places.ts'
import { railEntries } from './rail-entries.ts'

/** What can be done on every screen. */
export function useFrameCommands(toggleRail: () => void): readonly Command[] {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const router = useRouter()
  const session = useCurrentSession()
  const { setColorScheme } = useMantineColorScheme()
  const close = useCloseFile()
  const language = i18n.language === 'en' ? 'vi' : 'en'
  return [
    // What stands in several places is meant of the session at hand.
    ...(session === null ? [] : (sessionTabs as readonly SessionTab[])).map(({ name, to, shortcut }): Command => ({
      id: `session.${name}`,
      title: t(`commands.session.${name}`),
      group: 'go',
      keywords: t(`sessionWords.${name}`),
      shortcut,
      run: () => void navigate({ to, params: { sessionId: session?.id ?? 0 } }),
    })),
    ...(session === null
      ? []
      : sessionViews.map(({ name, to, search }): Command => ({
          id: `session.${name}`,
          title: t(`commands.session.${name}`),
          group: 'go',
          keywords: t(`sessionWords.${name}`),
          run: () => void navigate({ to, params: { sessionId: session.id }, search }),
        }))),
    ...railEntries.map(({ name, shortcut, to }): Command => ({
      id: `go.${name}`,
      title: t(`rail.${name}`),
      group: 'go',
      keywords: t(`railWords.${name}`),
      shortcut,
      run: () => void navigate({ to }),
    })),
    ...(places as readonly Place[]).map(({ name, to, shortcut, search }): Command => ({
      id: `go.${name}`,
      title: t(`place.${name}.title`),
      group: 'go',
      keywords: t(`place.${name}.words`),
      shortcut,
      run: () => void navigate(search === undefined ? { to } : { to: '/certificates', search }),
    })),
    {
      id: 'palette.open',
      title: t('commands.search'),
      group: 'view',
      shortcut: 'mod+k',
      run: () => openPalette(),
    },
    { id: 'rail.toggle', title: t('commands.toggleRail'), group: 'view', shortcut: 'mod+b', run: toggleRail },
    {
      id: 'scheme.light',
      title: t('commands.light'),
      group: 'view',
      keywords: t('commandWords.scheme'),
      run: () => setColorScheme('light'),
    },
    {
      id: 'scheme.dark',
      title: t('commands.dark'),
      group: 'view',
      keywords: t('commandWords.scheme'),
      run: () => setColorScheme('dark'),
    },
    {
      id: 'language.other',
      title: t('commands.otherLanguage'),
      group: 'view',
      keywords: t('commandWords.otherLanguage'),
      run: () => void chooseLanguage(language),
    },
    {
      id: 'help.open',
      title: t('help:open'),
      group: 'view',
      keywords: t('commandWords.help'),
      run: () => openSection.set(sectionHere(router.state.matches.map(({ fullPath }) => fullPath))),
    },
    {
      id: 'report.open',
      title: t('report.open'),
      group: 'view',
      keywords: t('commandWords.report'),
      run: () => isReportOpen.set(true),
    },
    {
      id: 'workspace.close',
      title: t('commands.closeFile'),
      group: 'view',
      keywords: t('commandWords.closeFile'),
      run: close.ask,
    },
  ]
}

/** Screens of a session that have no tab of their own. */
const sessionViews = [
  { name: 'reference', to: '/sessions/$sessionId/scoring', search: { view: 'reference' } },
  { name: 'paper', to: '/sessions/$sessionId/paper', search: {} },
] as const

type Place = (typeof places)[number] & {
  readonly shortcut?: string
  readonly search?: { readonly write: 'registered' | 'lapsing' | 'invitations' }
}

type SessionTab = (typeof sessionTabs)[number] & { readonly shortcut?: string }
