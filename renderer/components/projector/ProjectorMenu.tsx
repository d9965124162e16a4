import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { isSummaryDue } from '../../../shared/domain/session/screen-steps.ts'
import { Icon } from '../Icon.tsx'
import { Keycaps } from '../Keycaps.tsx'
import { isProjectorBlocked } from './open-projector.ts'
import classes from './ProjectorMenu.module.css'
import { useProjectorCommands } from './use-projector-commands.ts'

/** The room's screen at hand on every screen of a session: which product it shows, and what to do with it. */
export function ProjectorMenu({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('projector')
  const commands = useProjectorCommands(session.id)
  const isBlocked = isProjectorBlocked.use()
  const shown = session.agenda.find(({ id }) => id === session.currentItemId)
  return (
    <div className={classes.place}>
      {isBlocked && (
        <span role="alert" className={classes.blocked}>
          {t('menu.blocked')}
        </span>
      )}
      <Menu position="bottom-end" withinPortal width={400}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes.button}
            rightSection={<Icon name="chevron-down" size={14} />}
          >
            {t('menu.button')}
            {shown !== undefined && <span className={classes.shown}>: {shown.code}</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {shown !== undefined
              ? `${t('menu.now')}: ${shown.code} · ${shown.productName}`
              : t(isSummaryDue(session) ? 'menu.nowSummary' : 'menu.nothing')}
          </Menu.Label>
          {commands.map(({ id, title, shortcut, run }) => (
            <Menu.Item key={id} onClick={run} rightSection={shortcut && <Keycaps shortcut={shortcut} />}>
              {title}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t('menu.keys')}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
