import { Modal } from '@mantine/core'
import { Spotlight, createSpotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { searchKey } from '../../../shared/domain/vietnamese/search-key.ts'
import { orpc } from '../../api/client.ts'
import { Keycaps } from '../../components/Keycaps.tsx'
import { presentCommands } from './command-store.ts'
import { findCommands, type Command } from './command.ts'
import { isPaletteOpen } from './palette-store.ts'

const [store, spotlight] = createSpotlight()

/** Ctrl+K: what can be done here, where one can go, and the products, councils and sessions of the file. */
export function Palette() {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const isOpen = isPaletteOpen.use()
  useEffect(() => {
    if (isOpen) spotlight.open()
    else spotlight.close()
  }, [isOpen])
  const commands = useMemo(() => (isOpen ? presentCommands() : []), [isOpen])
  const records = useFoundRecords(query)
  const found = [...findCommands(commands, query).filter(({ id }) => id !== 'palette.open'), ...records]
  const groups = [...new Set(found.map(({ group }) => group))]
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={() => isPaletteOpen.set(false)}
      shortcut={null}
      scrollable
      maxHeight="min(440px, 70dvh)"
    >
      {/* Names the dialog: the library puts an attribute on the frame around it. */}
      <Modal.Title className="visually-hidden">{t('commands.search')}</Modal.Title>
      <Spotlight.Search placeholder={t('palette.placeholder')} aria-label={t('palette.placeholder')} />
      <Spotlight.ActionsList>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group} label={t(`palette.group.${group}`)}>
            {found
              .filter((command) => command.group === group)
              .map((command) => (
                <Spotlight.Action
                  key={command.id}
                  label={command.title}
                  {...('note' in command && { description: command.note })}
                  rightSection={command.shortcut && <Keycaps shortcut={command.shortcut} />}
                  onClick={() => {
                    isPaletteOpen.set(false)
                    command.run()
                  }}
                />
              ))}
          </Spotlight.ActionsGroup>
        ))}
        {found.length === 0 && <Spotlight.Empty>{t('palette.empty')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

type FoundRecord = Omit<Command, 'group'> & { readonly group: 'product' | 'council' | 'session'; readonly note: string }

function useFoundRecords(query: string): readonly FoundRecord[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [settled] = useDebouncedValue(query.trim(), 120)
  const products = useQuery(
    orpc.products.list.queryOptions({
      input: settled.length < 2 ? skipToken : { query: settled, limit: 6, offset: 0 },
    }),
  )
  const councils = useQuery(orpc.councils.list.queryOptions())
  const sessions = useQuery(orpc.sessions.list.queryOptions())
  if (settled.length < 2) return []
  const matches = (text: string): boolean => searchKey(text).includes(searchKey(settled))
  return [
    ...(products.data?.products ?? []).map((product): FoundRecord => ({
      id: `product.${product.id}`,
      title: `${product.code} · ${product.name}`,
      note: product.producerName,
      group: 'product',
      run: () => void navigate({ to: '/products', search: { query: product.code, edit: product.id } }),
    })),
    ...(sessions.data ?? [])
      .map((session) => ({ session, title: t('sessionName', { round: session.round, year: session.year }) }))
      .filter(({ session, title }) => matches(`${title} ${session.councilName}`))
      .map(({ session, title }): FoundRecord => ({
        id: `session.${session.id}`,
        title,
        note: session.councilName,
        group: 'session',
        run: () => void navigate({ to: '/sessions/$sessionId', params: { sessionId: session.id } }),
      })),
    ...(councils.data ?? [])
      .filter(({ name }) => matches(name))
      .map((council): FoundRecord => ({
        id: `council.${council.id}`,
        title: council.name,
        note: t('memberCount', { count: council.members.length }),
        group: 'council',
        run: () => void navigate({ to: '/councils/$councilId', params: { councilId: council.id } }),
      })),
  ]
}
