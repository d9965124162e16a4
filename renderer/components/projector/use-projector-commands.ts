import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../app/commands/command.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { openProjector } from './open-projector.ts'

/**
 * What the secretary can do with the room's screen: open it, choose the product that it shows, open or hide its
 * result. The same list feeds the menu, the shortcuts and the palette.
 */
export function useProjectorCommands(sessionId: number | null): readonly Command[] {
  const { t } = useTranslation('projector')
  const input = sessionId === null ? skipToken : { sessionId }
  const { data: session } = useQuery(orpc.sessions.get.queryOptions({ input }))
  const show = useMutation(orpc.sessions.setCurrentItem.mutationOptions())
  const reveal = useMutation(orpc.results.reveal.mutationOptions())
  // The product that the screen is on, and not the whole address: words of a list stand there too.
  const lookedAt = useSearch({ strict: false, select: (search) => ('item' in search ? search.item : undefined) })
  const isReadOnly = useIsReadOnly()
  if (session === undefined) return []
  const { agenda, currentItemId } = session
  const at = agenda.findIndex(({ id }) => id === currentItemId)
  const current = agenda[at]
  const open: Command = {
    id: 'projector.open',
    title: t('menu.open'),
    group: 'view',
    shortcut: 'alt+0',
    run: () => openProjector(session.id),
  }
  if (isReadOnly) return [open]
  const showItem = (id: string, key: 'showThis' | 'next' | 'before', item: (typeof agenda)[number] | undefined) =>
    item === undefined || item.id === currentItemId
      ? []
      : [
          {
            id,
            title: t(`menu.${key}`, { code: item.code }),
            group: 'here' as const,
            shortcut: shortcuts[key],
            run: () => show.mutate({ sessionId: session.id, agendaItemId: item.id }),
          },
        ]
  const looked = agenda.find(({ id }) => id === lookedAt)
  return [
    open,
    ...showItem('projector.showThis', 'showThis', looked),
    ...showItem('projector.next', 'next', agenda[at + 1]),
    ...showItem('projector.before', 'before', at > 0 ? agenda[at - 1] : undefined),
    ...(current === undefined
      ? []
      : [
          {
            id: 'projector.reveal',
            title: t(current.isRevealed ? 'menu.hide' : 'menu.reveal', { code: current.code }),
            group: 'here' as const,
            shortcut: 'alt+shift+p',
            run: () => reveal.mutate({ agendaItemId: current.id, isRevealed: !current.isRevealed }),
          },
          {
            id: 'projector.none',
            title: t('menu.showNone'),
            group: 'here' as const,
            run: () => show.mutate({ sessionId: session.id, agendaItemId: null }),
          },
        ]),
  ]
}

const shortcuts = { showThis: 'alt+p', next: 'alt+shift+n', before: undefined } as const
