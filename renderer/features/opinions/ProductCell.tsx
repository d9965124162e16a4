import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { WrittenProduct } from '../../../shared/api/opinions.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { Stars } from '../../components/Stars.tsx'
import tableClasses from '../../components/table-page.module.css'
import classes from './Opinions.module.css'

type Props = {
  readonly product: WrittenProduct
  readonly isOpen: boolean
  readonly onEdit: (product: WrittenProduct) => void
}

/** What is asked: the product, what it was recognised as, and the star that is proposed. */
export function ProductCell({ product, isOpen, onEdit }: Props) {
  const { t } = useTranslation('opinions')
  const { name, producerName, former, score, proposedStar, advice, productId } = product
  const points = score === null ? '' : t('points', { score: String(score).replace('.', ',') })
  const before = [former.decision, former.lapsesOn === null ? '' : t('lapses', { day: formatDate(former.lapsesOn) })]
  return (
    <th scope="row" className={classes.product}>
      {isOpen ? (
        <button type="button" className={tableClasses.name} onClick={() => onEdit(product)}>
          {name}
        </button>
      ) : (
        <Link to="/certificates" search={{ product: productId }}>
          {name}
        </Link>
      )}
      <div className={classes.soft}>{[producerName, ...before, points].filter((part) => part !== '').join(' · ')}</div>
      <div>
        {proposedStar === null ? (
          t('noStar')
        ) : (
          <>
            {t('proposed')} <Stars star={proposedStar} size={13} />
          </>
        )}
      </div>
      {advice !== '' && <div className={classes.soft}>{t('adviceOf', { advice })}</div>}
    </th>
  )
}
