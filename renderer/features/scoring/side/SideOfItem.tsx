import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../../shared/api/ballots.ts'
import type { SessionDetail } from '../../../../shared/api/sessions.ts'
import type { CriteriaSet } from '../../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria } from '../../../../shared/domain/criteria/form.ts'
import type { ScoringView } from '../scoring-view.ts'
import { useDeskPart } from '../use-desk.ts'
import { Drawer } from '../../../components/Drawer.tsx'
import { EvidenceDialog } from './EvidenceDialog.tsx'
import { SidePanel } from './SidePanel.tsx'
import type { Side } from './use-side.ts'

type Props = {
  readonly side: Side
  readonly item: BoardRow
  readonly session: SessionDetail
  readonly form: CriteriaSet | undefined
  /** The current criterion's text and options are not on the screen already. */
  readonly withText?: boolean
  readonly onGo: ScoringView['onGo']
}

/** What stands beside the ballots of a product: the panel, over the screen where it has no room, and the evidence. */
export function SideOfItem({ side, item, session, form, withText = false, onGo }: Props) {
  const { t } = useTranslation('scoring')
  // A key is painted first; the panel follows.
  const row = useDeferredValue(useDeskPart(({ grid }) => grid?.cursor.row ?? 0))
  if (form === undefined) return null
  const place = listCriteria(form)[row] ?? null
  const productId = session.agenda.find(({ id }) => id === item.agendaItemId)?.productId ?? 0
  const panel = (
    <SidePanel
      side={side}
      item={item}
      productId={productId}
      form={form}
      place={place}
      withText={withText}
      onGo={onGo}
    />
  )
  return (
    <>
      {side.isBeside && panel}
      <Drawer isOpen={side.isOver} onClose={side.close} size={360} title={t('side.title')}>
        {side.isOver && panel}
      </Drawer>
      {side.isEvidenceOpen && (
        <EvidenceDialog
          agendaItemId={item.agendaItemId}
          criterion={place?.criterion ?? null}
          onClose={side.closeEvidence}
        />
      )}
    </>
  )
}
