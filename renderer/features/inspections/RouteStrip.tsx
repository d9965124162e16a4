import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionList, InspectionRoute } from '../../../shared/api/inspections.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { client, orpc } from '../../api/client.ts'
import { CommandButton } from '../../components/CommandButton.tsx'
import { DeedButton } from '../../components/DeedButton.tsx'
import { ChooseCertificates } from './ChooseCertificates.tsx'
import classes from './Inspections.module.css'
import { RouteDialog } from './RouteDialog.tsx'
import { useOpenPapers } from './use-open-papers.ts'

type Props = {
  readonly route: InspectionRoute
  readonly list: InspectionList
  readonly isReadOnly: boolean
  readonly onRemoved: () => void
}

/** The route that is shown: its days, who goes, its papers, and what can be done with it. */
export function RouteStrip({ route, list, isReadOnly, onRemoved }: Props) {
  const { t } = useTranslation('inspections')
  const [shown, setShown] = useState<'edit' | 'choose' | null>(null)
  const remove = useMutation(orpc.aftercare.inspections.removeRoute.mutationOptions())
  const openPapers = useOpenPapers()
  const { id, year, counts, participants, basis } = route
  const asOf = list.day
  const planned = counts.planned + counts.unfinished + counts.clean + counts.violation
  const made = planned - counts.planned
  const records = async (): Promise<readonly OfficePaper[]> => {
    const { ids } = await client.aftercare.inspections.list({ year, route: id, limit: 1, offset: 0 })
    return ids.toSorted((a, b) => a - b).map((inspectionId) => ({ kind: 'inspection-record', inspectionId }))
  }
  return (
    <div className={classes.strip}>
      <div className={classes.stripFacts}>
        <b>{route.name}</b>
        <div className={classes.soft}>{[useDays(route), basis].filter((part) => part !== '').join(' · ')}</div>
        <div className={`${classes.soft} ${classes.lines}`}>{participants}</div>
      </div>
      {!isReadOnly && (
        <>
          <CommandButton
            id="inspections.choose"
            title={t('route.choose')}
            shortcut="alt+c"
            variant="default"
            run={() => setShown('choose')}
          />
          <Button variant="default" onClick={() => setShown('edit')}>
            {t('route.edit')}
          </Button>
        </>
      )}
      {planned > 0 && (
        <>
          <Link to="/papers" search={{ papers: [{ kind: 'inspection-plan' as const, routeId: id, asOf }] }}>
            {t('route.plan')}
          </Link>
          <Button variant="default" onClick={() => void records().then(openPapers)}>
            {t('route.records')}
          </Button>
        </>
      )}
      {made > 0 && (
        <Link to="/papers" search={{ papers: [{ kind: 'inspection-summary' as const, year, routeId: id, asOf }] }}>
          {t('route.summary')}
        </Link>
      )}
      {!isReadOnly && made === 0 && (
        <DeedButton
          label={t('route.remove')}
          title={t('route.removeTitle', { name: route.name })}
          isDanger
          deed={remove}
          inputOf={() => ({ id })}
          onDone={onRemoved}
        >
          {t('route.removeText', { count: planned })}
        </DeedButton>
      )}
      {shown === 'edit' && <RouteDialog route={route} year={year} onClose={() => setShown(null)} />}
      {shown === 'choose' && <ChooseCertificates route={route} onClose={() => setShown(null)} />}
    </div>
  )
}

function useDays({ startsOn, endsOn }: InspectionRoute): string {
  const { t } = useTranslation('inspections')
  if (startsOn !== null && endsOn !== null)
    return t('route.days', { from: formatDate(startsOn), to: formatDate(endsOn) })
  if (startsOn !== null) return t('route.from', { day: formatDate(startsOn) })
  return endsOn === null ? '' : t('route.until', { day: formatDate(endsOn) })
}
