import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/api/sessions.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { savedFields } from '../../components/fields/saved-fields.ts'
import { SavedLongText, SavedSelect, SavedWhole } from '../../components/fields/SavedFields.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { dossierTones } from './dossier-tones.ts'
import classes from './ItemDrawer.module.css'
import type { ItemPart } from './item-part.ts'
import { isRegisteredOtherwise } from './registered-otherwise.ts'

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
  const { dossier } = item
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
        {dossier === null && (
          <>
            <SavedSelect
              label={t('item.dossierStatus')}
              {...saved('dossierStatus')}
              options={statuses.map((value) => ({ value, label: t(`dossier.${value}`) }))}
            />
            <SavedWhole label={t('item.samples')} {...saved('samplesReceived')} min={0} max={999} />
          </>
        )}
      </div>
      {dossier !== null && isRegisteredOtherwise(item) && (
        <p className={classes.otherwise}>
          <StateMark tone="attention" isLong>
            {t('item.registeredAs', { application: t(`common:application.${dossier.application}`) })}
          </StateMark>{' '}
          {canChange && (
            <Button
              size="compact-sm"
              variant="default"
              loading={save.isPending}
              onClick={() => save.mutate({ agendaItemId: item.id, application: dossier.application })}
            >
              {t('item.takeRegistered')}
            </Button>
          )}
        </p>
      )}
      <ErrorNote error={save.error} />
      {dossier === null ? (
        <SavedLongText label={t('item.note')} {...saved('dossierNote')} minRows={1} />
      ) : (
        <RegisteredDossier item={item} dossier={dossier} />
      )}
    </section>
  )
}

/** What the product's registration says of its dossier: it is kept there, and goes into the session as it is locked. */
function RegisteredDossier({
  item: { dossierStatus, dossierNote, samplesReceived },
  dossier: { registrationId, lacking, expired },
}: {
  item: AgendaItem
  dossier: NonNullable<AgendaItem['dossier']>
}) {
  const { t } = useTranslation('meeting')
  return (
    <div>
      <StateMark tone={dossierTones[dossierStatus]}>{t(`dossier.${dossierStatus}`)}</StateMark>{' '}
      {t('agenda.samples', { count: samplesReceived })}
      {dossierStatus === 'incomplete' && (
        <p className={classes.soft}>{t('item.lacking', { items: lacking.join('; ') })}</p>
      )}
      {expired.length > 0 && (
        <div>
          <StateMark tone="attention" isLong>
            {t('item.expired', { items: expired.join('; ') })}
          </StateMark>
        </div>
      )}
      {dossierNote !== '' && <p className={classes.soft}>{dossierNote}</p>}
      <p className={classes.soft}>
        {t('item.keptInDossier')}{' '}
        <Link to="/registrations" search={{ open: registrationId }}>
          {t('item.toDossier')}
        </Link>
      </p>
    </div>
  )
}
