import { Modal } from '@mantine/core'
import { Spotlight, createSpotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { Keycaps } from '../../components/Keycaps.tsx'
import { presentCommands } from './command-store.ts'
import { findCommands } from './command.ts'
import { isPaletteOpen } from './palette-store.ts'
import classes from './Palette.module.css'
import { useFoundRecords } from './use-found-records.ts'

const [store, spotlight] = createSpotlight()

/** Ctrl+K: what can be done here, where one can go, and the products, producers, people, papers and sessions of the file. */
export function Palette() {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const isOpen = isPaletteOpen.use()
  useEffect(() => {
    if (isOpen) spotlight.open()
    else spotlight.close()
  }, [isOpen])
  const commands = useMemo(() => (isOpen ? presentCommands() : []), [isOpen])
  const { records, isPending } = useFoundRecords(query)
  const found = [
    ...findCommands(commands, query)
      .filter(({ thing: { id } }) => id !== 'palette.open')
      .map(({ thing, rank }) => ({ thing: { note: undefined, ...thing }, rank })),
    ...records.map(({ thing, rank }) => ({ thing: { shortcut: undefined, ...thing }, rank })),
  ]
  // Groups by their best match, so that Enter takes the best of all; each begins with its own best.
  const groups = [...Map.groupBy(found, ({ thing }) => thing.group)].toSorted(
    ([, one], [, other]) => (one[0]?.rank ?? 0) - (other[0]?.rank ?? 0),
  )
  const first = groups[0]?.[1][0]?.thing
  const firstId = first?.id
  // The library marks what stood first when the words were typed; what came meanwhile stands above it.
  useEffect(() => {
    if (isOpen && query !== '' && firstId !== undefined) markFirst()
  }, [isOpen, query, firstId])
  const isEntered = useRef(false)
  const choose = (run: () => void): void => {
    isPaletteOpen.set(false)
    run()
  }
  // Enter came before what it is to take.
  useEffect(() => {
    if (isPending || !isEntered.current) return
    isEntered.current = false
    if (first !== undefined) choose(first.run)
  })
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={() => {
        isPaletteOpen.set(false)
        setQuery('')
      }}
      shortcut={null}
      classNames={{
        action: classes.action ?? '',
        actionDescription: classes.note ?? '',
        actionSection: classes.keys ?? '',
      }}
      scrollable
      maxHeight="min(440px, 70dvh)"
    >
      {/* Names the dialog: the library puts an attribute on the frame around it. */}
      <Modal.Title className="visually-hidden">{t('commands.search')}</Modal.Title>
      <Spotlight.Search
        // At once: who types on after the shortcut loses no letter.
        ref={focusAtStart}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isPending) {
            isEntered.current = false
            return
          }
          event.preventDefault()
          event.stopPropagation()
          isEntered.current = true
        }}
      />
      <Spotlight.ActionsList>
        {groups.map(([group, things]) => (
          <Spotlight.ActionsGroup key={group} label={t(`palette.group.${group}`)}>
            {things.map(({ thing: { id, title, note, shortcut, run } }) => (
              <Spotlight.Action
                key={id}
                label={title}
                {...(note !== undefined && { description: note })}
                rightSection={shortcut && <Keycaps shortcut={shortcut} />}
                onClick={() => choose(run)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {found.length === 0 && <Spotlight.Empty>{t('palette.empty')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** As the library marks a line, which it does not let others do: Enter takes the marked one. */
function markFirst(): void {
  const { listId } = store.getState()
  const lines = document.getElementById(listId)?.querySelectorAll<HTMLElement>('[data-action]') ?? []
  for (const [place, line] of [...lines].entries()) {
    if (place === 0) line.setAttribute('data-selected', 'true')
    else line.removeAttribute('data-selected')
  }
  store.updateState((state) => ({ ...state, selected: 0 }))
}
