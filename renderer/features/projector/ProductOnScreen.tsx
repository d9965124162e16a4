import { useTranslation } from 'react-i18next'
import type { ProjectorView } from '../../../shared/api/results.ts'
import { useProductPicture } from '../../components/use-product-picture.ts'
import { BallotSeats } from './BallotSeats.tsx'
import classes from './ProductOnScreen.module.css'
import { ResultOnScreen } from './ResultOnScreen.tsx'

type Product = NonNullable<ProjectorView['current']>

/** One product, readable from the last row: what it is, and below it the ballots or the opened result. */
export function ProductOnScreen({ product, productCount }: { product: Product; productCount: number }) {
  const { t } = useTranslation('projector')
  const { productName, producerName, setNumber, setName, position, code, round, seats } = product
  const done = seats.filter((seat) => seat === 'done').length
  return (
    <div className={classes.product} data-opened={product.result !== null || undefined}>
      <header className={classes.head}>
        <div className={classes.words}>
          <p className={classes.place}>
            {t('product', { position, count: productCount })} · {code}
            {round > 1 && ` · ${t('round', { round })}`}
            {product.result !== null && ` · ${t('ballots', { done, count: seats.length })}`}
          </p>
          <h1 className={classes.name} data-length={lengthOf(productName)}>
            {productName}
          </h1>
          <p className={classes.producer}>{producerName}</p>
          <p className={classes.set}>{t('set', { number: setNumber, name: setName })}</p>
        </div>
        <Picture product={product} />
      </header>
      {product.result === null ? (
        <BallotSeats seats={seats} done={done} />
      ) : (
        <ResultOnScreen result={product.result} isRejected={product.isRejected} />
      )}
    </div>
  )
}

function Picture({ product }: { product: Product }) {
  const { t } = useTranslation('projector')
  const { hasPicture, productId, productName } = product
  const url = useProductPicture({ id: productId, hasPicture })
  if (!hasPicture) return null
  return (
    <div className={classes.frame}>{url !== null && <img src={url} alt={t('picture', { name: productName })} />}</div>
  )
}

/** Long names are set smaller, so that they fit. */
const lengthOf = (name: string): 'short' | 'middle' | 'long' =>
  name.length <= 28 ? 'short' : name.length <= 64 ? 'middle' : 'long'
