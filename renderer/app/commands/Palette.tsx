import { Modal } from '@mantine/core'
import { Spotlight, createSpotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onWayOut } from '../../components/closing/way-out.ts'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { Keycaps } from '../../components/Keycaps.tsx'
import { presentCommands } from './command-store.ts'
import { findCommands } from './command.ts'
import { focusBefore, isPaletteOpen, isPaletteThere, typedAhead } from './palette-store.ts'
import classes from './Palette.module.css'
import { useFoundRecords } from './use-found-records.ts'

const [store, spotlight] = createSpotlight()

/** Of what can be done, once words are typed; who wants more types another word. */
const mostCommands = 8

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
  const found = useMemo(() => {
    const able = findCommands(commands, query).filter(({ thing: { id } }) => id !== 'palette.open')
    return [
      ...(query.trim() === '' ? able : able.slice(0, mostCommands)).map(({ thing, rank }) => ({
        thing: { note: undefined, ...thing },
        rank,
      })),
      ...records.map(({ thing, rank }) => ({ thing: { shortcut: undefined, ...thing }, rank })),
    ]
  }, [commands, query, records])
  // Groups by their best match, so that Enter takes the best of all; each begins with its own best.
  const groups = useMemo(
    () =>
      [...Map.groupBy(found, ({ thing }) => thing.group)].toSorted(
        ([, one], [, other]) => (one[0]?.rank ?? 0) - (other[0]?.rank ?? 0),
      ),
    [found],
  )
  const first = groups[0]?.[1][0]?.thing
  const firstId = first?.id
  // The library marks what stood first when the words were typed; what came meanwhile stands above it.
  useEffect(() => {
    if (isOpen && query !== '' && firstId !== undefined) markFirst()
  }, [isOpen, query, firstId])
  /** The words that Enter was pressed for before what it is to take came. */
  const enteredFor = useRef<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const takeOver = useCallback((element: HTMLInputElement | null): void => {
    focusAtStart(element)
    if (element !== null) field.current = element
    if (element === null || isPaletteThere.read()) return
    const ahead = typedAhead.read()
    if (ahead.text !== '') setQuery(ahead.text)
    if (ahead.isEntered) enteredFor.current = ahead.text
    isPaletteThere.set(true)
  }, [])
  const choose = (run: () => void): void => {
    isPaletteOpen.set(false)
    onWayOut(run)
  }
  useEffect(() => {
    if (isPending || enteredFor.current !== query) return
    enteredFor.current = null
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
      // As behind every dialog. The library would blur the screen, which a machine without a graphics processor feels.
      overlayProps={{ opacity: 0.4, blur: 0 }}
      transitionProps={{ onExited: () => giveFocusBack(field.current) }}
      scrollable
      maxHeight="min(440px, 70dvh)"
    >
      {/* Names the dialog: the library puts an attribute on the frame around it. */}
      <Modal.Title className="visually-hidden">{t('commands.search')}</Modal.Title>
      <Spotlight.Search
        // At once: who types on after the shortcut loses no letter.
        ref={takeOver}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isPending) {
            enteredFor.current = null
            return
          }
          event.preventDefault()
          event.stopPropagation()
          enteredFor.current = query
        }}
      />
      <Spotlight.ActionsList
        onClick={({ target }) => {
          const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
          const chosen = found.find(({ thing }) => thing.id === line?.dataset['line'])
          if (chosen !== undefined) choose(chosen.thing.run)
        }}
      >
        {groups.map(([group, things]) => (
          <Spotlight.ActionsGroup key={group} label={t(`palette.group.${group}`)}>
            {things.map(({ thing: { id, title, note, shortcut } }) => (
              <PaletteLine key={id} id={id} title={title} note={note} shortcut={shortcut} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {found.length === 0 && <Spotlight.Empty>{t('palette.empty')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** What the library gives it back to was there while the palette was loaded, and is gone. */
function giveFocusBack(field: HTMLElement | null): void {
  const { activeElement: now } = document
  if (now === document.body || now === field) focusBefore.read()?.focus()
  focusBefore.set(null)
}

type Line = {
  readonly id: string
  readonly title: string
  readonly note: string | undefined
  readonly shortcut: string | undefined
}

const { classes: look } = Spotlight.Action

/**
 * A line as the library's own looks and is found by its keys. The library's is drawn anew four times at every key with all
 * its siblings; this one when it says something else.
 */
const PaletteLine = memo(function PaletteLine({ id, title, note, shortcut }: Line) {
  return (
    <button type="button" tabIndex={-1} data-action data-line={id} className={`${look.action} ${classes.action}`}>
      <span className={look.actionBody}>
        <span className={look.actionLabel}>{title}</span>
        <span className={`${look.actionDescription} ${classes.note}`}>{note}</span>
      </span>
      {shortcut !== undefined && (
        <span className={`${look.actionSection} ${classes.keys}`} data-position="right" data-dimmed>
          <Keycaps shortcut={shortcut} />
        </span>
      )}
    </button>
  )
})

/** As the library marks a line, which it does not let others do: Enter takes the marked one. */
function markFirst(): void {
  const { listId } = store.getState()
  const lines = document.getElementById(listId)?.querySelectorAll<HTMLElement>('[data-action]') ?? []
  for (const [place, line] of [...lines].entries()) {
    if (place === 0) line.setAttribute('data-selected', 'true')
    else line.removeAttribute('data-selected')
  }
  if (store.getState().selected !== 0) store.updateState((state) => ({ ...state, selected: 0 }))
}
