import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import { ballotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { client, orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { AgendaColumn } from './AgendaColumn.tsx'
import headClasses from './BallotHead.module.css'
import { BallotNotice } from './BallotNotice.tsx'
import { focusCell, isGridOf, moveByTab, useClipboard } from './grid-keys.ts'
import { GridBar } from './GridBar.tsx'
import { GridTable } from './GridTable.tsx'
import type { ColumnLabel } from './member-label.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { createReferenceDesk, referenceColumns, sheetAsBallot } from './reference-desk.ts'
import { ReferenceExcel } from './ReferenceExcel.tsx'
import { ReferenceSightChoice } from './ReferenceSightChoice.tsx'
import { SavedMark } from './SavedMark.tsx'
import type { ScoringView } from './scoring-view.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { SideOfItem } from './side/SideOfItem.tsx'
import { useSide } from './side/use-side.ts'
import { DeskContext, useDeskPartOf } from './use-desk.ts'
import { useScoringKeys, type KeysPlace } from '../../components/score-keys/use-scoring-keys.ts'
import { useExpected } from './use-expected.ts'
import classes from './View.module.css'
import { ViewFoot } from './ViewFoot.tsx'

/** What the producer and the advisory team scored of one product, keyed like ballots and never one of them. */
export function ReferenceView(view: ScoringView & { readonly item: BoardRow }) {
  const { session, rows, item, order, onOrder, onGo, place } = view
  const { agendaItemId } = item
  const { t } = useTranslation('scoring')
  const isReadOnly = useIsReadOnly()
  const side = useSide()
  const desk = useMemo(() => createReferenceDesk(client.reference, place.keeping('reference')), [place])
  const form = useQuery(orpc.rules.itemForm.queryOptions({ input: { agendaItemId } }))
  const reference = useQuery(orpc.reference.ofItem.queryOptions({ input: { agendaItemId } }))
  const columns = useMemo(
    () => referenceColumns.map(({ memberId }) => ballotKey({ agendaItemId, memberId })),
    [agendaItemId],
  )
  const labels = useMemo(
    (): readonly ColumnLabel[] =>
      referenceColumns.map(({ source, memberId }) => {
        const [short, label] = [t(`reference.short.${source}`), t(`reference.${source}`)]
        return { id: memberId, short, label, names: [short, label] }
      }),
    [t],
  )
  const names = useMemo(() => labels.map(({ label }) => label), [labels])
  const isLocked = session.state === 'closed' || isReadOnly
  const criteriaCase = session.agenda.find(({ id }) => id === agendaItemId)?.criteriaCase ?? null
  const [first] = columns
  useEffect(() => {
    if (form.data === undefined || reference.data === undefined || first === undefined) return
    const item = { agendaItemId, form: form.data, criteriaCase, isLocked }
    desk.lay(item, reference.data.sheets.map(sheetAsBallot))
    const { grid } = desk.read()
    const isHere = grid?.layout.kind === 'grid' && grid.layout.columns.join() === columns.join()
    if (!isHere) desk.open({ ballot: first, layout: { kind: 'grid', columns } })
  }, [desk, form.data, reference.data, agendaItemId, criteriaCase, isLocked, columns, first])
  const isOpen = useDeskPartOf(
    desk,
    ({ grid }) => grid?.layout.kind === 'grid' && grid.layout.columns.join() === columns.join(),
  )
  const [isHelp, setHelp] = useState(false)
  const [pasted, setPasted] = useState<string | null>(null)
  const [isExcel, setExcel] = useState(false)
  const expected = useExpected(agendaItemId)
  const error = form.error ?? reference.error
  const at = (): KeysPlace => {
    if (isGridOf(desk, expected.read())) return 'here'
    return error !== null && expected.read() === agendaItemId ? 'gone' : 'coming'
  }
  useClipboard({ desk, isHere: () => at() === 'here', onPaste: setPasted })
  const step = (by: 1 | -1): void => {
    const to = rows[rows.indexOf(item) + by]
    if (to === undefined) return
    expected.expect(to.agendaItemId)
    onGo({ view: 'reference', item: to.agendaItemId })
  }
  useScoringKeys({
    layout: 'grid',
    at,
    dispatch: desk.dispatch,
    onKey: (event) => {
      if (event.key === 'Tab' && at() !== 'here') return 'later'
      if (event.key === 'Tab') return moveByTab(desk, event)
      // There is nothing to confirm.
      if (event.key === 'Enter' && (event.ctrlKey || event.shiftKey)) return true
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      if (event.key === '?') setHelp(true)
      else if (event.key === 'PageDown') step(1)
      else if (event.key === 'PageUp') step(-1)
      else if (event.code === 'KeyL') onGo({ view: 'grid', item: agendaItemId })
      else if (event.code === 'KeyT') onGo({ view: 'board' })
      else return side.takeKey(event)
      return true
    },
  })
  return (
    <DeskContext value={desk}>
      <title>{`${item.code} – ${t('reference.title')}`}</title>
      <div className={classes.view} data-side={side.isBeside ? 'ballot' : undefined}>
        <AgendaColumn
          rows={rows}
          members={session.members}
          item={agendaItemId}
          member={null}
          order={order}
          onOrder={onOrder}
          onGo={(to) => onGo({ view: 'reference', item: to.item })}
        />
        <div className={classes.desk} data-testid="reference-desk">
          <header className={headClasses.head}>
            <h1
              className={headClasses.product}
              tabIndex={-1}
              title={`${item.code} · ${item.productName} · ${item.producerName}`}
            >
              {item.code} · {item.productName} <span className={headClasses.producer}>· {item.producerName}</span>
            </h1>
            <div className={headClasses.status}>
              <SavedMark
                at={({ known }) =>
                  [...known.values()]
                    .map(({ savedAt }) => savedAt)
                    .toSorted()
                    .at(-1) ?? null
                }
              />
            </div>
            <div className={classes.sight}>
              <span>{t('reference.note')}</span>
              <Button size="compact-xs" variant="default" onClick={() => setExcel(true)}>
                {t('reference.excel.open')}
              </Button>
              {reference.data !== undefined && (
                <ReferenceSightChoice
                  sessionId={session.id}
                  sight={reference.data.sight}
                  isClosed={session.state === 'closed'}
                />
              )}
            </div>
          </header>
          {form.data !== undefined && isOpen ? <GridBar labels={labels} others={[]} /> : <div />}
          {form.data !== undefined && isOpen ? (
            <GridTable form={form.data} columns={columns} labels={labels} names={names} />
          ) : (
            <div>
              <ErrorNote error={error} />
            </div>
          )}
          <div>
            <BallotNotice
              labels={labels}
              rows={rows}
              onGo={(at) => onGo({ view: 'reference', item: at.agendaItemId })}
            />
            <ViewFoot mode="reference" onHelp={() => setHelp(true)}>
              <Button size="compact-xs" variant="default" onClick={() => onGo({ view: 'board' })}>
                {t('toBoard')}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => onGo({ view: 'grid', item: agendaItemId })}>
                {t('toGrid')}
              </Button>
            </ViewFoot>
          </div>
        </div>
        <SideOfItem side={side} item={item} session={session} form={form.data} onGo={onGo} withText />
      </div>
      <ShortcutsDialog mode="reference" isOpen={isHelp} onClose={() => setHelp(false)} />
      {isExcel && (
        <ReferenceExcel
          sessionId={session.id}
          item={item}
          isClosed={session.state === 'closed'}
          onClose={() => setExcel(false)}
        />
      )}
      {pasted !== null && (
        <PasteDialog
          desk={desk}
          text={pasted}
          labels={labels}
          onClose={() => {
            setPasted(null)
            focusCell()
          }}
        />
      )}
    </DeskContext>
  )
}
