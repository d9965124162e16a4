import { Button, SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { chooseLanguage, languages } from '../../app/i18n.ts'
import { presentCommands } from '../../app/commands/command-store.ts'
import { Keycaps } from '../../components/Keycaps.tsx'
import { Page } from '../../components/Page.tsx'
import { ReportButton } from '../../components/report/ReportButton.tsx'
import { OfficeSetting } from '../../components/papers/OfficeSetting.tsx'
import { People } from './People.tsx'
import classes from './SettingsPage.module.css'

const LicencesDialog = lazy(async () => ({ default: (await import('./LicencesDialog.tsx')).LicencesDialog }))

/** Language, colours, where the data is, who works with it, and the shortcuts. Council matters stand with each council. */
export function SettingsPage() {
  const { t, i18n } = useTranslation('settings')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { data: status } = useQuery(orpc.workspace.status.queryOptions())
  const isOfficeAsked = useLocation({ select: ({ hash }) => hash === 'office' })
  return (
    <Page title={t('title')}>
      <dl className={classes.list}>
        <Setting name={t('language.label')} note={t('language.note')}>
          <SegmentedControl
            aria-label={t('language.label')}
            value={i18n.language}
            onChange={(value) => {
              const language = languages.find((known) => known === value)
              if (language !== undefined) void chooseLanguage(language)
            }}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
        </Setting>
        <Setting name={t('scheme.label')} note={t('scheme.note')}>
          <SegmentedControl
            aria-label={t('scheme.label')}
            value={colorScheme}
            onChange={(value) => setColorScheme(schemes.find((known) => known === value) ?? 'auto')}
            data={schemes.map((value) => ({ value, label: t(`scheme.${value}`) }))}
          />
        </Setting>
        <Setting name={t('file.label')} note={t('file.note')}>
          <div>{status?.open?.name}</div>
          <div className={classes.path}>{status?.open?.location}</div>
        </Setting>
        <Setting name={t('people:settings.label')} note={t('people:settings.note')}>
          <People />
        </Setting>
        <Setting name={t('office:issuer.label')} note={t('office:issuer.note')}>
          <OfficeSetting isAsked={isOfficeAsked} />
        </Setting>
        <Setting name={t('criteria:setting')} note={t('criteria:settingNote')}>
          <Link to="/criteria">{t('criteria:see')}</Link>
        </Setting>
        <Setting name={t('backups:setting')} note={t('backups:settingNote')}>
          <Link to="/backups">{t('backups:see')}</Link>
        </Setting>
        <Setting name={t('shortcuts.label')} note={t('shortcuts.note')}>
          <Shortcuts />
        </Setting>
        <Setting name={t('report.label')} note={t('report.note')}>
          <ReportButton />
        </Setting>
        <Setting name={t('about.label')}>
          <div>{t('about.version', { version: status?.appVersion ?? '' })}</div>
          <div>{t(status?.host.kind === 'electron' ? 'about.electron' : 'about.browser')}</div>
          <div>{t('about.privacy')}</div>
          <Licences isWindow={status?.host.kind === 'electron'} />
        </Setting>
      </dl>
    </Page>
  )
}

const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const
const schemes = ['light', 'dark', 'auto'] as const satisfies readonly MantineColorScheme[]

const Setting = ({ name, note, children }: { name: string; note?: string; children: ReactNode }) => (
  <div className={classes.setting}>
    <dt className={classes.name}>{name}</dt>
    <dd className={classes.value}>
      {children}
      {note !== undefined && <div className={classes.note}>{note}</div>}
    </dd>
  </div>
)

function Licences({ isWindow }: { isWindow: boolean }) {
  const { t } = useTranslation('settings')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button className={classes.licences} variant="default" onClick={() => setOpen(true)}>
        {t('licences.title')}
      </Button>
      {isOpen && (
        <Suspense>
          <LicencesDialog isWindow={isWindow} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const Shortcuts = () => (
  <ul className={classes.shortcuts}>
    {presentCommands().map(
      ({ id, title, shortcut }) =>
        shortcut !== undefined && (
          <li key={id}>
            <span>{title}</span>
            <Keycaps shortcut={shortcut} />
          </li>
        ),
    )}
  </ul>
)
