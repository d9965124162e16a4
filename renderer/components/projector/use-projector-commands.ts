import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isSummaryDue, screenSteps, type ScreenStep } from '../../../shared/domain/session/screen-steps.ts'
import type { Command } from '../../app/commands/command.ts'
import { orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { openProjector } from './open-projector.ts'
import { useSteps } from './use-steps.ts'
import { summedUp, useSummaryPages } from './use-summary-pages.ts'

/**
 * What the secretary can do with the room's screen: open it, choose the product that it shows, open or hide its
 * result. The same list feeds the menu, the shortcuts and the palette.
 */
export function useProjectorCommands(sessionId: number | null): readonly Command[] {
  const { t } = useTranslation('projector')
  const input = sessionId === null ? skipToken : { sessionId }
  const { data: session, dataUpdatedAt } = useQuery(orpc.sessions.get.queryOptions({ input }))
  const show = useMutation(orpc.sessions.setCurrentItem.mutationOptions())
  const reveal = useMutation(orpc.results.reveal.mutationOptions())
  // The product that the screen is on, and not the whole address: words of a list stand there too.
  const lookedAt = useSearch({ strict: false, select: (search) => ('item' in search ? search.item : undefined) })
  const isReadOnly = useIsReadOnly()
  const steps = session === undefined ? undefined : screenSteps(session)
  const { page, pages, turn } = useSummaryPages(session === undefined ? null : summedUp(session))
  const press = useSteps({
    turn,
    at: session?.currentItemId,
    steps,
    readAt: dataUpdatedAt,
    go: ({ agendaItemId }) => show.mutateAsync({ sessionId: session?.id ?? 0, agendaItemId }),
  })
  if (session === undefined || steps === undefined) return []
  const { agenda, currentItemId } = session
  const current = agenda.find(({ id }) => id === currentItemId)
  const open: Command = {
    id: 'projector.open',
    title: t('menu.open'),
    keywords: 'máy chiếu trình chiếu projector beamer',
    group: 'view',
    shortcut: 'alt+0',
    run: () => openProjector(session.id),
  }
  if (isReadOnly) return [open]
  const showTo = (agendaItemId: number | null) => () => show.mutate({ sessionId: session.id, agendaItemId })
  const showItem = ({ verb, step, shortcut, run }: ToShow): readonly Command[] => {
    const turned = page + (verb === 'next' ? 1 : -1)
    if (verb !== 'showThis' && turned >= 1 && turned <= pages) {
      const title = t('menu.page', { page: turned, pages })
      return [{ id: `projector.${verb}`, title, group: 'here', shortcut, run: () => press(verb) }]
    }
    if (step === null || step.agendaItemId === currentItemId) return []
    const item = agenda.find(({ id }) => id === step.agendaItemId)
    const title = item === undefined ? t('menu.summary') : t(`menu.${verb}`, { code: item.code })
    return [{ id: `projector.${verb}`, title, group: 'here', shortcut, run: run ?? showTo(step.agendaItemId) }]
  }
  const looked = agenda.find(({ id }) => id === lookedAt)
  return [
    open,
    ...showItem({
      verb: 'showThis',
      step: looked === undefined ? null : { agendaItemId: looked.id },
      shortcut: 'alt+p',
    }),
    ...showItem({ verb: 'next', step: steps.next, shortcut: 'alt+shift+n', run: () => press('next') }),
    ...showItem({ verb: 'before', step: steps.before, shortcut: 'alt+shift+b', run: () => press('before') }),
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
          // After the last product it is what comes next.
          ...(steps.next?.agendaItemId === null
            ? []
            : [
                {
                  id: 'projector.none',
                  title: t(isSummaryDue(session) ? 'menu.summary' : 'menu.showNone'),
                  group: 'here' as const,
                  run: showTo(null),
                },
              ]),
        ]),
  ]
}

type ToShow = {
  readonly verb: 'showThis' | 'next' | 'before'
  readonly step: ScreenStep | null
  readonly shortcut: string
  readonly run?: () => void
}
