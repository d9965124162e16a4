import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { SavedLongText, SavedSelect, SavedWhole } from '../../components/fields/SavedFields.tsx'
import { usePatch } from '../../components/fields/use-patch.ts'
import classes from './ItemDrawer.module.css'
import type { ItemPart } from './item-part.ts'

const applications = ['new', 'reassessment', 'upgrade'] as const satisfies readonly AgendaItem['application'][]
const statuses = ['unchecked', 'complete', 'incomplete'] as const satisfies readonly AgendaItem['dossierStatus'][]
const cases = ['', 'a', 'b'] as const

/** Why the product is on the agenda, and what the office received of it. */
export function ItemFacts({ item, canChange }: ItemPart) {
  const { t } = useTranslation('meeting')
  const save = useMutation(orpc.sessions.updateItem.mutationOptions({ scope: { id: `item-${item.id}` } }))
  const { application, criteriaCase, samplesReceived, dossierStatus, dossierNote } = item
  const patch = usePatch({ application, criteriaCase, samplesReceived, dossierStatus, dossierNote }, (fields) =>
    save.mutateAsync({ agendaItemId: item.id, ...fields }),
  )
  const isReadOnly = !canChange
  return (
    <section>
      <h3>{t('item.dossier')}</h3>
      <div className={classes.fields}>
        <SavedSelect
          label={t('item.application')}
          value={application}
          options={applications.map((value) => ({ value, label: t(`common:application.${value}`) }))}
          save={(value) => patch({ application: value })}
          isReadOnly={isReadOnly}
        />
        {item.needsCase && (
          <SavedSelect
            label={t('item.case')}
            value={criteriaCase ?? ''}
            options={cases
              .filter((value) => value !== '' || criteriaCase === null)
              .map((value) => ({ value, label: value === '' ? t('item.noCase') : t('agenda.case', { case: value }) }))}
            save={(value) => patch({ criteriaCase: value === '' ? null : value })}
            isReadOnly={isReadOnly}
          />
        )}
        <SavedSelect
          label={t('item.dossierStatus')}
          value={dossierStatus}
          options={statuses.map((value) => ({ value, label: t(`dossier.${value}`) }))}
          save={(value) => patch({ dossierStatus: value })}
          isReadOnly={isReadOnly}
        />
        <SavedWhole
          label={t('item.samples')}
          value={samplesReceived}
          min={0}
          max={999}
          save={(value) => patch({ samplesReceived: value })}
          isReadOnly={isReadOnly}
        />
      </div>
      <SavedLongText
        label={t('item.note')}
        value={dossierNote}
        minRows={1}
        save={(value) => patch({ dossierNote: value })}
        isReadOnly={isReadOnly}
      />
    </section>
  )
}
