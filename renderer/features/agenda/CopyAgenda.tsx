import { useTranslation } from 'react-i18next'
import type { AgendaItem, SessionDetail } from '../../../shared/api/sessions.ts'
import { scoringMembers } from '../../../shared/domain/session/counting-ballots.ts'
import type { CopiedCell } from '../../components/copied-cells.ts'
import { CopyTable } from '../../components/CopyTable.tsx'
import { knockoutState } from './knockout-state.ts'

/** The products in the order of the meeting, as cells. */
export function CopyAgenda({ session: { round, year, members, agenda } }: { session: SessionDetail }) {
  const { t } = useTranslation('meeting')
  const cellsOf = (item: AgendaItem, place: number): readonly CopiedCell[] => {
    const { kind, open } = knockoutState(item)
    return [
      place + 1,
      item.code,
      item.productName,
      item.producerName,
      item.setNumber,
      item.setName,
      t(`common:application.${item.application}`),
      t(`dossier.short.${item.dossierStatus}`),
      item.dossierNote,
      item.samplesReceived,
      t(`knockouts.short.${kind}`, { count: open }),
      t('agenda.scoring', { scoring: scoringMembers(members, item).length, count: members.length }),
    ]
  }
  return (
    <CopyTable
      title={t('agenda.caption')}
      notes={[t('common:sessionName', { round, year })]}
      heads={[
        t('agenda.column.place'),
        t('products:column.code'),
        t('products:column.name'),
        t('products:column.producer'),
        t('products:column.set'),
        t('agenda.column.set'),
        t('agenda.column.application'),
        t('item.dossierStatus'),
        t('paste.field.dossierNote'),
        t('item.samples'),
        t('agenda.column.knockouts'),
        t('agenda.column.members'),
      ]}
      rows={() => agenda.map(cellsOf)}
      isCompact
    />
  )
}
