import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReferenceSheet } from '../../../../shared/api/reference.ts'
import { pointsOf } from '../../../../shared/domain/ballot/options.ts'
import type { CriteriaSet } from '../../../../shared/domain/criteria/criteria-set.ts'
import type { FormCriterion } from '../../../../shared/domain/criteria/form.ts'
import { orpc } from '../../../api/client.ts'
import type { ScoringView } from '../scoring-view.ts'
import classes from './SidePanel.module.css'

type Props = {
  readonly agendaItemId: number
  readonly form: CriteriaSet
  readonly place: FormCriterion | null
  readonly onGo: ScoringView['onGo']
}

/** What the producer and the advisory team scored of the criterion, and in all; nothing where the chair hides it. */
export function ReferenceOfCriterion({ agendaItemId, form, place, onGo }: Props) {
  const { t } = useTranslation('scoring')
  const { data } = useQuery(orpc.reference.ofItem.queryOptions({ input: { agendaItemId } }))
  if (data === undefined) return null
  const keyed = data.sheets.filter(({ totals }) => totals.answered > 0)
  return (
    <section data-testid="side-reference">
      <h3>{t('reference.title')}</h3>
      {data.sight === 'hidden' ? (
        <p className={classes.soft}>{t('reference.hidden')}</p>
      ) : keyed.length === 0 ? (
        <p className={classes.soft}>{t('reference.none')}</p>
      ) : (
        <table className={classes.reference}>
          <tbody>
            {keyed.map((sheet) => (
              <tr key={sheet.source}>
                <th scope="row">{t(`reference.${sheet.source}`)}</th>
                <td>{place === null ? '' : <Points sheet={sheet} place={place} />}</td>
                <td className={classes.soft}>
                  {t('reference.total', {
                    total: sheet.totals.total,
                    max: form.parts.reduce((sum, { max }) => sum + max, 0),
                  })}
                  {!sheet.totals.isComplete &&
                    ` ${t('reference.incomplete', { answered: sheet.totals.answered, of: sheet.choices.length })}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" className={classes.open} onClick={() => onGo({ view: 'reference', item: agendaItemId })}>
        {t('reference.open')}
      </button>
    </section>
  )
}

function Points({ sheet, place: { criterion, index } }: { sheet: ReferenceSheet; place: FormCriterion }) {
  const { t } = useTranslation('scoring')
  const choice = sheet.choices[index] ?? null
  if (choice === null) return <>{t('reference.notScored')}</>
  const points = pointsOf(criterion, choice)
  return (
    <span title={criterion.options[choice - 1]?.label ?? t('noLevel')}>
      <b>{points}</b>/{criterion.max}
    </span>
  )
}
