import { useLayoutEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { moveId } from './move-id.ts'

/**
 * Rows that are put in order with Alt+↑ and Alt+↓ or by dragging. The new order shows at once and goes back where it
 * is refused; the focus stays in the row that moved.
 */
export function useRowOrder<Row extends { readonly id: number }>(
  rows: readonly Row[],
  save: (ids: number[]) => Promise<unknown>,
) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState<readonly number[] | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const focused = useRef<HTMLElement | null>(null)
  const ids = rows.map(({ id }) => id)
  const order = wanted !== null && isSameSet(wanted, ids) ? wanted : ids
  if (wanted !== null && wanted.join() === ids.join()) setWanted(null)

  // A row that is moved in the document loses the focus; the first render after the move gives it back.
  useLayoutEffect(() => {
    if (focused.current?.isConnected) focused.current.focus({ preventScroll: false })
    focused.current = null
  })

  const place = (id: number, to: number): void => {
    const next = moveId({ ids: order, id, to })
    if (next.join() === order.join()) return
    focused.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setWanted(next)
    setSaid(t('row.moved', { place: next.indexOf(id) + 1, count: next.length }))
    save([...next]).catch(() => setWanted(null))
  }

  return {
    rows: order.flatMap((id) => rows.find((row) => row.id === id) ?? []),
    /** Sentence for a live region. */
    said,
    dragged,
    moveBy: (id: number, by: number) => place(id, order.indexOf(id) + by),
    rowProps: (id: number) => ({
      onKeyDown: (event: KeyboardEvent) => {
        if (!event.altKey || event.nativeEvent.isComposing) return
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        place(id, order.indexOf(id) + (event.key === 'ArrowUp' ? -1 : 1))
      },
      onDragOver: (event: DragEvent) => {
        if (dragged !== null) event.preventDefault()
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        if (dragged !== null) place(dragged, order.indexOf(id))
        setDragged(null)
      },
    }),
    gripProps: (id: number) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', String(id))
        setDragged(id)
      },
      onDragEnd: () => setDragged(null),
    }),
  }
}

const isSameSet = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id))
