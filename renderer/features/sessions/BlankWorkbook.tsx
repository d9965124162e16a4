import { Button, Menu } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Icon } from '../../components/Icon.tsx'
import { saveFile } from '../../components/save-file.ts'

/** Hands out a workbook without a session; its rule set is chosen, since the forms depend on it. */
export function BlankWorkbook() {
  const { t } = useTranslation('sessions')
  const { data: ruleSets } = useQuery(orpc.rules.list.queryOptions())
  const blank = useMutation(orpc.workbook.blank.mutationOptions({ meta: { writes: false }, onSuccess: saveFile }))
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" loading={blank.isPending} rightSection={<Icon name="chevron-down" size={14} />}>
            {t('blank.action')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('blank.rules')}</Menu.Label>
          {ruleSets
            ?.filter(({ isForSessions }) => isForSessions)
            .map(({ id, shortTitle }) => (
              <Menu.Item key={id} onClick={() => blank.mutate({ ruleSetId: id })}>
                {shortTitle}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <ErrorNote error={blank.error} />
    </>
  )
}
