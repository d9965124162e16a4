import { Menu, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'
import { useCurrentSession } from '../api/current-session.ts'
import { Icon } from '../components/Icon.tsx'
import { Keycaps } from '../components/Keycaps.tsx'
import { presentCommands } from './commands/command-store.ts'
import { openPalette } from './commands/palette-store.ts'
import { WhoWorks } from './desk/WhoWorks.tsx'
import { SaveMark } from './SaveMark.tsx'
import classes from './TopBar.module.css'

/** Which file, which rules and round, who works, whether it is saved; and the search. */
export function TopBar() {
  const { t } = useTranslation()
  const { data: status } = useQuery(orpc.workspace.status.queryOptions())
  return (
    <header className={classes.bar}>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes.file}>
            <span className="visually-hidden">{t('bar.fileMenu')} </span>
            <span className={classes.fileName}>{status?.open?.name}</span>
            {status?.open?.isSample && <span className={classes.sample}>{t('bar.sample')}</span>}
            <Icon name="chevron-down" size={14} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => runCommand('workspace.close')}>{t('commands.closeFile')}</Menu.Item>
          <Menu.Item onClick={() => runCommand('go.audit')}>{t('bar.verify')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RoundInForce />
      <div className={classes.end}>
        <WhoWorks />
        <SaveMark />
        <UnstyledButton className={classes.search} onClick={openPalette} aria-keyshortcuts="Control+K">
          <Icon name="search" size={16} />
          <span className={classes.searchWord}>{t('bar.search')}</span>
          <Keycaps shortcut="mod+k" />
        </UnstyledButton>
      </div>
    </header>
  )
}

function RoundInForce() {
  const { t } = useTranslation()
  const session = useCurrentSession()
  if (session === null) return <span className={classes.round} />
  return (
    <span className={classes.round}>
      {t('bar.round', {
        rules: session.ruleSetTitle,
        round: session.round,
        year: session.year,
        level: t(`level.${session.level}`),
      })}
    </span>
  )
}

const runCommand = (id: string): void =>
  presentCommands()
    .find((command) => command.id === id)
    ?.run()
