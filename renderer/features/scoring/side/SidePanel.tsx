import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRow } from '../../../../shared/api/ballots.ts'
import type { CriteriaSet } from '../../../../shared/domain/criteria/criteria-set.ts'
import type { FormCriterion } from '../../../../shared/domain/criteria/form.ts'
import { orpc } from '../../../api/client.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { StateMark } from '../../../components/StateMark.tsx'
import { useProductPicture } from '../../../components/use-product-picture.ts'
import type { ScoringView } from '../scoring-view.ts'
import { CriterionText } from './CriterionText.tsx'
import { IdentityOfProduct } from './IdentityOfProduct.tsx'
import { ReferenceOfCriterion } from './ReferenceOfCriterion.tsx'
import classes from './SidePanel.module.css'
import type { Side } from './use-side.ts'

type Props = {
  readonly side: Side
  readonly item: BoardRow
  readonly productId: number
  readonly form: CriteriaSet
  /** Null on the line that confirms. */
  readonly place: FormCriterion | null
  readonly withText: boolean
  readonly onGo: ScoringView['onGo']
}

/** What helps to score the current criterion: the product, its evidence, and what others than the council scored. */
export const SidePanel = memo(function SidePanel({ side, item, productId, form, place, withText, onGo }: Props) {
  const { t } = useTranslation('scoring')
  return (
    <aside className={classes.panel} aria-label={t('side.title')} data-testid="side-panel">
      {side.isBeside && (
        <header className={classes.head}>
          <h2>{t('side.title')}</h2>
          <kbd>G</kbd>
          <CloseButton size="sm" aria-label={t('side.close')} onClick={side.close} />
        </header>
      )}
      <Picture id={productId} name={item.productName} />
      {place !== null && (
        <h3 className={classes.criterion}>
          {place.criterion.code} {place.criterion.title}
        </h3>
      )}
      {withText && place !== null && <CriterionText criterion={place.criterion} />}
      <Evidence side={side} agendaItemId={item.agendaItemId} code={place?.criterion.code ?? null} />
      <ReferenceOfCriterion agendaItemId={item.agendaItemId} form={form} place={place} onGo={onGo} />
      <IdentityOfProduct productId={productId} />
    </aside>
  )
})

function Picture({ id, name }: { id: number; name: string }) {
  const { t } = useTranslation('scoring')
  const { data: product } = useQuery(orpc.products.get.queryOptions({ input: { id } }))
  const url = useProductPicture({ id, hasPicture: product?.hasPicture ?? false })
  if (url === null) return null
  return <img className={classes.picture} src={url} alt={t('side.picture', { name })} />
}

type EvidenceProps = { readonly side: Side; readonly agendaItemId: number; readonly code: string | null }

function Evidence({ side, agendaItemId, code }: EvidenceProps) {
  const { t } = useTranslation('scoring')
  const { data, error } = useQuery(orpc.registrations.evidence.queryOptions({ input: { agendaItemId } }))
  const files = data?.files.filter(({ proves }) => code === null || proves.includes(code)) ?? []
  return (
    <section>
      <h3>
        {code === null ? t('side.allFiles') : t('side.evidence')} <kbd>V</kbd>
      </h3>
      <ErrorNote error={error} />
      {data !== undefined && files.length === 0 && (
        <p className={classes.soft}>
          {t(data.registrationId === null ? 'side.noDossier' : code === null ? 'side.noFiles' : 'side.noEvidence')}
        </p>
      )}
      <ul className={classes.files}>
        {files.slice(0, most).map(({ id, name, itemName, state }) => (
          <li key={id}>
            <span className={classes.file}>{name}</span> <span className={classes.soft}>{itemName}</span>{' '}
            {state !== 'there' && <StateMark tone="wrong">{t(`evidence.${state}`)}</StateMark>}
          </li>
        ))}
      </ul>
      {files.length > most && <p className={classes.soft}>{t('side.more', { count: files.length - most })}</p>}
      {data?.registrationId === null ? (
        <Link to="/registrations">{t('side.toRegistrations')}</Link>
      ) : (
        <button type="button" className={classes.open} onClick={side.openEvidence}>
          {t('side.open')}
        </button>
      )}
    </section>
  )
}

/** Files that the panel names; the rest are in the list that one key opens. */
const most = 5
