import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Keycaps } from '../../components/Keycaps.tsx'
import { useRowOrder } from '../../components/row-order/use-row-order.ts'
import classes from './AgendaPage.module.css'
import { AgendaRow } from './AgendaRow.tsx'

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
  const rows = useRowOrder(
    session.agenda.map(({ id }) => id),
    (ids) => order.mutateAsync({ sessionId: session.id, ids: [...ids] }),
  )
  const items = rows.order.flatMap((id) => session.agenda.find((item) => item.id === id) ?? [])
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.table} data-testid="agenda">
          <caption className="visually-hidden">{t('agenda.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className={classes.place}>
                {t('agenda.column.place')}
              </th>
              <th scope="col">{t('agenda.column.product')}</th>
              <th scope="col" className={classes.set}>
                {t('agenda.column.set')}
              </th>
              <th scope="col" className={classes.application}>
                {t('agenda.column.application')}
              </th>
              <th scope="col" className={classes.dossier}>
                {t('agenda.column.dossier')}
              </th>
              <th scope="col" className={classes.knockouts}>
                {t('agenda.column.knockouts')}
              </th>
              <th scope="col" className={classes.members}>
                {t('agenda.column.members')}
              </th>
              {canChange && (
                <th scope="col" className={classes.moves}>
                  <span className="visually-hidden">{t('agenda.column.moves')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {items.map((item, place) => (
              <AgendaRow
                key={item.id}
                item={item}
                place={place + 1}
                isLast={place === items.length - 1}
                isSetRepeated={items[place - 1]?.setNumber === item.setNumber}
                isOpen={item.id === openItem}
                isDragged={rows.dragged === item.id}
                members={session.members}
                canChange={canChange}
                rowProps={canChange ? rows.rowProps(item.id) : {}}
                gripProps={rows.gripProps(item.id)}
                onMove={(by) => rows.moveBy(item.id, by)}
                onOpen={() => onOpen(item.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ErrorNote error={order.error} />
      {canChange && (
        <p className={classes.hint}>
          <Keycaps shortcut="enter" /> {t('agenda.openHint')} · <Keycaps shortcut="alt+arrowup" />{' '}
          <Keycaps shortcut="alt+arrowdown" /> {t('agenda.orderHint')}
        </p>
      )}
      <div className="visually-hidden" aria-live="polite">
        {rows.said}
      </div>
    </>
  )
}
