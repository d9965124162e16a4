import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { savedFields } from '../../components/fields/saved-fields.ts'
import { SavedLongText, SavedSelect, SavedWhole } from '../../components/fields/SavedFields.tsx'
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
  const fields = { application, criteriaCase, samplesReceived, dossierStatus, dossierNote }
  const patch = (change: Partial<typeof fields>) => save.mutateAsync({ agendaItemId: item.id, ...change })
  const isReadOnly = !canChange
  const saved = savedFields({ fields, patch, isReadOnly })
  return (
    <section>
      <h3>{t('item.dossier')}</h3>
      <div className={classes.fields}>
        <SavedSelect
          label={t('item.application')}
          {...saved('application')}
          options={applications.map((value) => ({ value, label: t(`common:application.${value}`) }))}
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
          {...saved('dossierStatus')}
          options={statuses.map((value) => ({ value, label: t(`dossier.${value}`) }))}
        />
        <SavedWhole label={t('item.samples')} {...saved('samplesReceived')} min={0} max={999} />
      </div>
      <SavedLongText label={t('item.note')} {...saved('dossierNote')} minRows={1} />
    </section>
  )
}
