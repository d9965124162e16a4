import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { onWayOut } from '../../components/closing/way-out.ts'
import { useAnswered } from '../../components/use-answered.ts'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { presentCommands } from './command-store.ts'
import { findCommands } from './command.ts'
import type { Records } from './found-records.ts'
import type { KnownRecords } from './known-records.ts'
import { isPaletteOpen, isPaletteThere, typedAhead } from './palette-store.ts'
import { PaletteLine } from './PaletteLine.tsx'
import classes from './Palette.module.css'
import { askForRecords, useFoundRecords } from './use-found-records.ts'

/** Of what can be done, once words are typed; who wants more types another word. */
const mostCommands = 8

/** The field of the palette and what its words find; the arrows go through it, Enter takes the marked line. */
export function PaletteSearch({ recordOf, known }: { readonly recordOf: Records; readonly known: KnownRecords }) {
  const { t } = useTranslation()
  const { shown: query, ask, put } = useAnswered('', (words) => askForRecords(words, recordOf))
  /** What stands in the field. */
  const typed = useRef('')
  const [commands] = useState(() => presentCommands().filter(({ id }) => id !== 'palette.open'))
  const { records, isPending } = useFoundRecords(query, { recordOf, known })
  // Groups by their best match, so that Enter takes the best of all; each begins with its own best.
  const groups = useMemo(() => {
    const able = findCommands(commands, query)
    const found = [
      ...(query.trim() === '' ? able : able.slice(0, mostCommands)).map(({ thing, rank }) => ({
        thing: { note: undefined, ...thing },
        rank,
      })),
      ...records.map(({ thing, rank }) => ({ thing: { shortcut: undefined, ...thing }, rank })),
    ]
    return [...Map.groupBy(found, ({ thing }) => thing.group)].toSorted(
      ([, one], [, other]) => (one[0]?.rank ?? 0) - (other[0]?.rank ?? 0),
    )
  }, [commands, query, records])
  const lines = groups.flatMap(([, things]) => things.map(({ thing }) => thing))
  const [first] = lines
  /** Where the arrows went, until other words or a better line come. */
  const [moved, setMoved] = useState<{ readonly from: string; readonly to: string } | null>(null)
  const from = `${query} ${first?.id}`
  const isMoved = moved?.from === from && lines.some(({ id }) => id === moved.to)
  const chosenId = isMoved ? moved.to : query === '' ? undefined : first?.id
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (moved !== null) list.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' })
  }, [moved])
  /** The words that Enter was pressed for before what it is to take came. */
  const enteredFor = useRef<string | null>(null)
  const takeOver = useCallback(
    (element: HTMLInputElement | null): void => {
      focusAtStart(element)
      if (element === null || isPaletteThere.read()) return
      const ahead = typedAhead.read()
      if (ahead.text !== '') {
        element.value = ahead.text
        typed.current = ahead.text
        ask(ahead.text)
      }
      if (ahead.isEntered) enteredFor.current = ahead.text
      isPaletteThere.set(true)
    },
    [ask],
  )
  useEffect(() => {
    if (isPending || enteredFor.current !== query) return
    enteredFor.current = null
    if (first !== undefined) choose(first.run)
  })
  // What is searched is read before the first key, not with it.
  useEffect(() => void client.search.find({ query: '', limit: 1 }).catch(() => {}), [])
  const latest = useRef(lines)
  useEffect(() => {
    latest.current = lines
  })
  const take = useCallback((taken: string | undefined): void => {
    const line = latest.current.find(({ id }) => id === taken)
    if (line !== undefined) choose(line.run)
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    enteredFor.current = null
    const isAhead = typed.current !== query
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (isAhead) {
        // Through what these words find so far.
        flushSync(() => put(typed.current))
        return latestKeys.current(event)
      }
      const place = lines.findIndex(({ id }) => id === chosenId)
      const to = lines.at((Math.max(place, step === 1 ? -1 : 0) + step) % lines.length)
      if (to !== undefined) setMoved({ from, to: to.id })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      if (isAhead || isPending) enteredFor.current = typed.current
      else take(chosenId)
    }
  }
  const latestKeys = useRef(onKeyDown)
  useLayoutEffect(() => {
    latestKeys.current = onKeyDown
  })
  const scrolledFor = useRef('')
  useLayoutEffect(() => {
    if (scrolledFor.current === query) return
    scrolledFor.current = query
    list.current?.scrollTo({ top: 0 })
  }, [query])
  return (
    <>
      <input
        // At once: who types on after the shortcut loses no letter.
        ref={takeOver}
        className={classes.field}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        onChange={({ currentTarget: { value } }) => {
          typed.current = value
          ask(value)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} className={classes.list}>
        {groups.map(([group, things]) => (
          <div key={group} className={classes.group}>
            <div className={classes.groupName}>{t(`palette.group.${group}`)}</div>
            {things.map(({ thing: { id, title, note, shortcut } }) => (
              <PaletteLine key={id} isChosen={id === chosenId} onTake={take} {...{ id, title, note, shortcut }} />
            ))}
          </div>
        ))}
        {lines.length === 0 && <div className={classes.empty}>{t('palette.empty')}</div>}
      </div>
    </>
  )
}

function choose(run: () => void): void {
  isPaletteOpen.set(false)
  onWayOut(run)
}
