import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Keycaps } from '../../components/Keycaps.tsx'
import { useRowChoice } from '../../components/row-choice/use-row-choice.ts'
import { useRowOrder } from '../../components/row-order/use-row-order.ts'
import { Table, type Head } from '../../components/Table.tsx'
import classes from './AgendaPage.module.css'
import { AgendaRow } from './AgendaRow.tsx'
import { MarkItems } from './MarkItems.tsx'

type Props = {
  session: SessionDetail
  canChange: boolean
  openItem: number | null
  onOpen: (itemId: number) => void
}

/** The products in the order of the meeting, put in order by dragging or with Alt and the arrows. */
export function AgendaTable({ session, canChange, openItem, onOpen }: Props) {
  const { t } = useTranslation('meeting')
  const order = useMutation(orpc.sessions.orderItems.mutationOptions())
  const { rows: items, ...moving } = useRowOrder(session.agenda, (ids) =>
    order.mutateAsync({ sessionId: session.id, ids }),
  )
  const choice = useRowChoice(
    items.map(({ id }) => id),
    canChange,
  )
  const columns: readonly Head[] = widths.map(([key, width]) => ({ key, width, head: t(`agenda.column.${key}`) }))
  const moves = {
    key: 'moves',
    width: '64px',
    head: <span className="visually-hidden">{t('agenda.column.moves')}</span>,
  }
  return (
    <>
      {choice.chosen.size > 0 && (
        <MarkItems session={session} items={items.filter(({ id }) => choice.chosen.has(id))} onDone={choice.clear} />
      )}
      <Table
        caption={t('agenda.caption')}
        heads={canChange ? [...columns, moves] : columns}
        minWidth="920px"
        className={classes.table}
        data-testid="agenda"
      >
        {items.map((item, place) => (
          <AgendaRow
            key={item.id}
            item={item}
            place={place + 1}
            isLast={place === items.length - 1}
            isSetRepeated={items[place - 1]?.setNumber === item.setNumber}
            isOpen={item.id === openItem}
            isDragged={moving.dragged === item.id}
            members={session.members}
            canChange={canChange}
            rowProps={canChange ? moving.rowProps(item.id) : {}}
            gripProps={moving.gripProps(item.id)}
            choice={choice}
            onMove={(by) => moving.moveBy(item.id, by)}
            onOpen={() => onOpen(item.id)}
          />
        ))}
      </Table>
      <ErrorNote error={order.error} />
      {canChange && (
        <p className={classes.hint}>
          <Keycaps shortcut="enter" /> {t('agenda.openHint')} · <Keycaps shortcut="space" />{' '}
          <Keycaps shortcut="shift+arrowup" /> <Keycaps shortcut="shift+arrowdown" /> <Keycaps shortcut="mod+a" />{' '}
          {t('mark.hint')} · <Keycaps shortcut="alt+arrowup" /> <Keycaps shortcut="alt+arrowdown" />{' '}
          {t('agenda.orderHint')}
        </p>
      )}
      <div className="visually-hidden" aria-live="polite">
        {moving.said}
      </div>
    </>
  )
}

const widths = [
  ['place', '64px'],
  ['product', 'auto'],
  ['set', 'clamp(160px, 15vw, 220px)'],
  ['application', '86px'],
  ['dossier', '130px'],
  ['knockouts', '126px'],
  ['members', '100px'],
] as const
