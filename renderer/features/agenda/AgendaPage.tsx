import { Button, Group } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { PasteButton } from '../../components/paste/PasteButton.tsx'
import { usePastedBlock } from '../../components/paste/use-pasted-block.ts'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { AddProducts } from './AddProducts.tsx'
import { AgendaTable } from './AgendaTable.tsx'
import { AgendaTools } from './AgendaTools.tsx'
import { FromOpinions } from './FromOpinions.tsx'
import { ItemDrawer } from './ItemDrawer.tsx'
import { PasteAgenda } from './PasteAgenda.tsx'
import { OpenSession } from './OpenSession.tsx'

const route = getRouteApi('/frame/sessions/$sessionId/')

/** Which products the council scores and in which order; one of them in a drawer beside the list. */
export function AgendaPage() {
  const { t } = useTranslation('meeting')
  const { sessionId } = route.useParams()
  const { item } = route.useSearch()
  const navigate = route.useNavigate()
  const [isAdding, setAdding] = useState(false)
  const canWrite = !useIsReadOnly()
  const pasting = usePastedBlock({ id: 'agenda.paste', title: t('paste.command'), isOn: canWrite })
  const add = (): void => setAdding(true)
  const open = (itemId: number | null): void => void navigate({ search: itemId === null ? {} : { item: itemId } })
  const canChange = ({ state }: SessionDetail): boolean => canWrite && state !== 'closed'
  return (
    <SessionFrame
      sessionId={sessionId}
      title={t('agenda.title')}
      actions={(session) =>
        canChange(session) && (
          <>
            <CommandButton
              id="agenda.add"
              title={t('agenda.add')}
              shortcut="alt+n"
              run={add}
              variant={session.agenda.length === 0 ? 'filled' : 'default'}
            />
            {session.agenda.length > 0 && <OpenSession session={session} />}
          </>
        )
      }
    >
      {(session) => (
        <>
          {session.agenda.length === 0 ? (
            <EmptyState
              title={t('agenda.empty')}
              action={
                canChange(session) && (
                  <Group gap="sm">
                    <Button onClick={add}>{t('agenda.add')}</Button>
                    <PasteButton onClick={pasting.open} />
                  </Group>
                )
              }
            >
              {t('agenda.emptyText')}
            </EmptyState>
          ) : (
            <>
              <FromOpinions sessionId={sessionId} />
              <AgendaTools session={session} canChange={canChange(session)} onPaste={pasting.open} />
              <AgendaTable session={session} canChange={canChange(session)} openItem={item ?? null} onOpen={open} />
            </>
          )}
          {pasting.block !== null && canChange(session) && (
            <PasteAgenda session={session} block={pasting.block} onClose={pasting.close} />
          )}
          <AddProducts session={session} isOpen={isAdding} onClose={() => setAdding(false)} />
          <ItemDrawer
            session={session}
            item={session.agenda.find(({ id }) => id === item) ?? null}
            canChange={canChange(session)}
            onStep={open}
            onClose={() => open(null)}
          />
        </>
      )}
    </SessionFrame>
  )
}
