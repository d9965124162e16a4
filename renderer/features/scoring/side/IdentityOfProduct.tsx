import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../../api/client.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import classes from './SidePanel.module.css'

const parts = ['story', 'material', 'tradition'] as const

/** What sets the product apart where it comes from, whole: it stands last in the panel, which scrolls. */
export function IdentityOfProduct({ productId }: { productId: number }) {
  const { t } = useTranslation(['scoring', 'products'])
  const { data, error } = useQuery(orpc.products.identity.queryOptions({ input: { id: productId } }))
  const said = data === undefined ? [] : parts.filter((part) => data[part].trim() !== '')
  return (
    <section data-testid="side-identity">
      <h3>{t('side.identity')}</h3>
      <ErrorNote error={error} />
      {data !== undefined && said.length === 0 && (
        <p className={classes.soft}>
          {t('side.noIdentity')}{' '}
          <Link to="/products" search={{ edit: productId }}>
            {t('side.toProduct')}
          </Link>
        </p>
      )}
      <dl className={classes.identity}>
        {said.map((part) => (
          <div key={part}>
            <dt>{t(`products:identity.${part}`)}</dt>
            <dd>{data?.[part]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
