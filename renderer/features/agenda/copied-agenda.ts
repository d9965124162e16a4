import type { TFunction } from 'i18next'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { PastedAgendaFields } from '../../../shared/domain/pasted-table/agenda-fields.ts'
import type { Spoken } from '../../../shared/domain/pasted-table/spoken.ts'
import { scoringMembers } from '../../../shared/domain/session/counting-ballots.ts'
import type { CopiedRows } from '../../components/copied-rows.ts'
import { knockoutState } from './knockout-state.ts'

/** The products in the order of the meeting, as cells. */
export function copiedAgenda(
  { members, agenda }: Pick<SessionDetail, 'members' | 'agenda'>,
  t: TFunction<'meeting'>,
): CopiedRows {
  const { heads } = spokenAgenda(t)
  return {
    heads: [
      t('agenda.column.place'),
      heads.code,
      heads.name,
      heads.producerName,
      heads.set,
      t('agenda.column.set'),
      heads.application,
      heads.dossierStatus,
      heads.dossierNote,
      heads.samplesReceived,
      t('agenda.column.knockouts'),
      t('agenda.column.members'),
    ],
    rows: agenda.map((item, place) => {
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
    }),
  }
}

/** The same table as it is read. */
export function spokenAgenda(t: TFunction<'meeting'>) {
  const applications = ['new', 'reassessment', 'upgrade'] as const
  const states = ['unchecked', 'complete', 'incomplete'] as const
  return {
    heads: {
      code: t('products:column.code'),
      name: t('products:column.name'),
      producerName: t('products:column.producer'),
      set: t('products:column.set'),
      application: t('agenda.column.application'),
      dossierStatus: t('item.dossierStatus'),
      dossierNote: t('paste.field.dossierNote'),
      samplesReceived: t('item.samples'),
    },
    words: {
      application: applications.map((one) => [t(`common:application.${one}`), one] as const),
      dossierStatus: states.map((status) => [t(`dossier.short.${status}`), { status, lacks: '' }] as const),
    },
  } satisfies Spoken<PastedAgendaFields>
}
