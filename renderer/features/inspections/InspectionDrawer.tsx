import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InspectionDetail, InspectionFields } from '../../../shared/api/inspections.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { client, orpc } from '../../api/client.ts'
import { useIsReadOnly } from '../../api/read-only.ts'
import { Drawer } from '../../components/Drawer.tsx'
import type { RowSteps } from '../../components/drawer-steps/DrawerSteps.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { SavedDate, SavedLongText, SavedText } from '../../components/fields/SavedFields.tsx'
import { savedFields } from '../../components/fields/saved-fields.ts'
import { FileList } from '../../components/paper-files/FileList.tsx'
import { useFileDeeds } from '../../components/paper-files/use-file-deeds.ts'
import { Stars } from '../../components/Stars.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { Checklist } from './Checklist.tsx'
import { Commitments } from './Commitments.tsx'
import { inspectionTones } from './inspection-tones.ts'
import type { InspectionPart } from './inspection-part.ts'
import classes from './Inspections.module.css'
import { ToWithdrawal } from './ToWithdrawal.tsx'

/** One inspection: day and place, the checklist, what was found and promised, photos. */
export function InspectionDrawer({ steps, onClose }: { steps: RowSteps; onClose: () => void }) {
  const { t } = useTranslation('inspections')
  const { id } = steps
  const { data, error } = useQuery(
    orpc.aftercare.inspections.get.queryOptions({ input: id === null ? skipToken : { id } }),
  )
  const inspection = id === null || data?.inspectionId !== id ? null : data
  return (
    <Drawer
      isOpen={id !== null}
      onClose={onClose}
      title={inspection === null ? t('record.drawer') : inspection.productName}
      size={820}
      steps={steps}
    >
      {id !== null && <ErrorNote error={error} />}
      {inspection !== null && <Parts key={inspection.inspectionId} inspection={inspection} />}
    </Drawer>
  )
}

function Parts({ inspection }: { inspection: InspectionDetail }) {
  const { t } = useTranslation('inspections')
  const isReadOnly = useIsReadOnly()
  const { inspectionId: id, productId, state, unanswered } = inspection
  return (
    <div className={classes.parts}>
      <About inspection={inspection} />
      <div>
        <StateMark tone={inspectionTones[state]}>{t(`state.${state}`)}</StateMark>
        {state !== 'planned' && unanswered > 0 && (
          <div className={classes.soft}>{t('unanswered', { count: unanswered })}</div>
        )}
      </div>
      <Facts inspection={inspection} isReadOnly={isReadOnly} />
      <Checklist inspection={inspection} isReadOnly={isReadOnly} />
      <Words inspection={inspection} isReadOnly={isReadOnly} />
      <Commitments inspection={inspection} isReadOnly={isReadOnly} />
      <Photos inspection={inspection} isReadOnly={isReadOnly} />
      <ToWithdrawal inspection={inspection} isReadOnly={isReadOnly} />
      <div className={classes.foot}>
        <Link to="/papers" search={{ papers: [{ kind: 'inspection-record' as const, inspectionId: id }] }}>
          {t('record.paper')}
        </Link>
        <Link to="/certificates" search={{ product: productId }}>
          {t('record.toTime')}
        </Link>
      </div>
    </div>
  )
}

function About({ inspection }: { inspection: InspectionDetail }) {
  const { t } = useTranslation('inspections')
  const { producerName, commune, district, star, code, recognition, recognisedOn, standing, lapsesOn, graceUntil } =
    inspection
  const certificate = [
    code,
    recognition,
    recognisedOn === null ? '' : formatDate(recognisedOn),
    lapsesOn === null ? '' : t('record.lapsesOn', { day: formatDate(lapsesOn) }),
  ]
  return (
    <div>
      <div>{[producerName, commune, district].filter((part) => part !== '').join(' · ')}</div>
      <div className={classes.soft}>
        {star !== null && <Stars star={star} size={13} />} {certificate.filter((part) => part !== '').join(' · ')}
      </div>
      {standing !== 'in-force' && (
        <StateMark tone={standing === 'unknown' ? 'plain' : standing === 'prolonged' ? 'attention' : 'wrong'} isLong>
          {t(`standing.${standing}`, { until: formatDate(graceUntil ?? '') })}
        </StateMark>
      )}
    </div>
  )
}

/** Saves some fields, one after the other. */
function useFields({ inspection, isReadOnly }: InspectionPart) {
  const { inspectionId: id } = inspection
  const save = useMutation(orpc.aftercare.inspections.save.mutationOptions({ scope: { id: `inspection-${id}` } }))
  const fields: InspectionFields = inspection
  return savedFields<InspectionFields>({
    fields,
    isReadOnly,
    patch: async (change) => save.mutateAsync({ id, fields: change }),
  })
}

function Facts(part: InspectionPart) {
  const { t } = useTranslation('inspections')
  const saved = useFields(part)
  const { value: inspectedOn, save: saveDay, isReadOnly } = saved('inspectedOn')
  const { routeParticipants } = part.inspection
  return (
    <div className={classes.fields}>
      <SavedDate
        label={t('record.inspectedOn')}
        value={inspectedOn ?? ''}
        save={async (day) => saveDay(day === '' ? null : day)}
        isReadOnly={isReadOnly}
      />
      <SavedText label={t('record.place')} {...saved('place')} />
      <SavedText label={t('record.producerSide')} {...saved('producerSide')} className={classes.wide} />
      <SavedLongText
        label={t('record.participants')}
        description={routeParticipants === '' ? t('route.participantsHint') : t('record.ofRoute')}
        placeholder={routeParticipants}
        className={classes.wide}
        {...saved('participants')}
      />
    </div>
  )
}

function Words(part: InspectionPart) {
  const { t } = useTranslation('inspections')
  const saved = useFields(part)
  return (
    <div className={classes.fields}>
      <SavedLongText label={t('record.violations')} className={classes.wide} {...saved('violations')} />
      <SavedLongText label={t('record.producerOpinion')} className={classes.wide} {...saved('producerOpinion')} />
    </div>
  )
}

function Photos({ inspection: { inspectionId: id, files, filesFolder }, isReadOnly }: InspectionPart) {
  const { t } = useTranslation('inspections')
  const queryClient = useQueryClient()
  const { addFile, viewFile, takeFile } = client.aftercare.inspections
  const deeds = useFileDeeds({
    add: async (file) => addFile({ id, file }),
    view: async (fileId) => viewFile({ id: fileId }),
    take: async (fileId) => takeFile({ id: fileId }),
    remove: orpc.aftercare.inspections.removeFile.mutationOptions(),
    refresh: async () => queryClient.invalidateQueries({ queryKey: orpc.aftercare.inspections.get.key() }),
  })
  return (
    <section>
      <h3>{t('record.files')}</h3>
      <FileList files={files} folder={filesFolder} deeds={deeds} isReadOnly={isReadOnly} isOpen />
      <p className={classes.soft}>{t('record.folder', { folder: filesFolder })}</p>
    </section>
  )
}
