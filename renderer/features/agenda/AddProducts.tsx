import { Button, Group, Stack, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../shared/api/products.ts'
import type { CriteriaSetSummary } from '../../../shared/api/rules.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { client, orpc } from '../../api/client.ts'
import { AcceptAsPrinted } from '../../components/criteria/AcceptAsPrinted.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Keycaps } from '../../components/Keycaps.tsx'
import classes from './AddProducts.module.css'
import { OtherLaws, type Asked } from './OtherLaws.tsx'

const shown = 60
/** How many products can be added at once. */
const most = 500

type Props = { readonly session: SessionDetail; readonly isOpen: boolean; readonly onClose: () => void }

/** Finds products of the register and puts them on the agenda, one Enter each, or all that were found. */
export function AddProducts(props: Props) {
  const { t } = useTranslation('meeting')
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t('add.title')} size={760}>
      <AddBody {...props} />
    </Dialog>
  )
}

function AddBody({ session, onClose }: Props) {
  const { t } = useTranslation('meeting')
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const [added, setAdded] = useState<readonly string[]>([])
  const place = { notInSessionId: session.id, ...(query.trim() !== '' && { query: query.trim() }) }
  const list = useQuery(
    orpc.products.list.queryOptions({
      input: { ...place, limit: shown, offset: 0 },
      placeholderData: keepPreviousData,
    }),
  )
  const { data: whole } = useQuery(
    orpc.products.list.queryOptions({
      input: { ...place, isIncomplete: false, limit: 1, offset: 0 },
      placeholderData: keepPreviousData,
    }),
  )
  const { data: sets } = useQuery(orpc.rules.criteriaSets.queryOptions({ input: { ruleSetId: session.ruleSetId } }))
  const add = useMutation(orpc.sessions.addProducts.mutationOptions())
  const products = list.data?.products ?? []
  const total = list.data?.total ?? 0
  // What has no code or set yet cannot be scored.
  const complete = whole?.total ?? 0
  const at = Math.min(active, products.length - 1)
  const obstacle = ({ code, setNumber }: Product): Obstacle | null => {
    if (code === '') return 'noCode'
    if (setNumber === null) return 'noSetYet'
    const form = sets?.find((one) => one.setNumber === setNumber)
    if (form === undefined) return sets === undefined ? null : 'noSet'
    return form.isUsable ? null : 'incomplete'
  }
  const [asked, setAsked] = useState<Asked | null>(null)
  const send = (chosen: readonly Product[], acceptsOtherLaw: boolean): void =>
    add.mutate(
      { sessionId: session.id, productIds: chosen.map(({ id }) => id), ...(acceptsOtherLaw && { acceptsOtherLaw }) },
      {
        onSuccess: () => {
          setAdded((before) => [...before, ...chosen.map(({ code }) => code)])
          setAsked(null)
        },
      },
    )
  // Two Enters before the answer are one.
  const asking = useRef(false)
  const put = async (chosen: readonly Product[]): Promise<void> => {
    if (chosen.length === 0 || add.isPending || asking.current) return
    asking.current = true
    const productIds = chosen.map(({ id }) => id)
    const others = await client.sessions.otherLaw({ sessionId: session.id, productIds }).catch(() => [])
    asking.current = false
    if (others.length === 0) send(chosen, false)
    else setAsked({ chosen, others })
  }
  const putFound = async (): Promise<void> => {
    const found = await client.products.list({ ...place, isIncomplete: false, limit: most, offset: 0 })
    await put(found.products.filter((product) => obstacle(product) === null))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = Math.max(0, Math.min(products.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))
      setActive(next)
      document.getElementById(optionId(products[next]))?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      const product = products[at]
      if (product !== undefined && obstacle(product) === null) void put([product])
    }
  }
  return (
    <Stack gap="sm">
      <TextInput
        data-finds
        data-autofocus
        label={t('add.find')}
        placeholder={t('add.placeholder')}
        leftSection={<Icon name="search" size={16} />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={products.length > 0}
        aria-controls={products.length > 0 ? 'add-products' : undefined}
        aria-activedescendant={products[at] && optionId(products[at])}
      />
      <ErrorNote error={add.error ?? list.error} />
      <div className={classes.list}>
        {products.length > 0 && (
          <div id="add-products" role="listbox" aria-label={t('add.list')} tabIndex={-1}>
            {products.map((product, index) => (
              <Found
                key={product.id}
                product={product}
                set={sets?.find(({ setNumber }) => setNumber === product.setNumber)}
                obstacle={obstacle(product)}
                isActive={index === at}
                onAdd={() => void put([product])}
              />
            ))}
          </div>
        )}
        {list.data !== undefined && total === 0 && <Nothing isFiltered={query.trim() !== ''} />}
        {total > products.length && <p className={classes.more}>{t('add.more', { count: total - products.length })}</p>}
      </div>
      <ShortSets sets={sets?.filter(({ setNumber }) => products.some((one) => one.setNumber === setNumber)) ?? []} />
      {asked !== null && (
        <OtherLaws
          asked={asked}
          rules={session.ruleSetTitle}
          isBusy={add.isPending}
          onSend={send}
          onLeave={() => setAsked(null)}
        />
      )}
      <Group justify="space-between" gap="sm">
        <span className={classes.said} role="status">
          {added.length === 0 ? (
            <>
              <Keycaps shortcut="enter" /> {t('add.hint')}
            </>
          ) : (
            t('add.added', { count: added.length, last: added.at(-1) })
          )}
        </span>
        <Group gap="sm">
          <Button
            variant="default"
            disabled={complete === 0 || complete > most}
            loading={add.isPending}
            onClick={() => void putFound()}
          >
            {t('add.all', { count: complete })}
          </Button>
          <Button onClick={onClose}>{t('add.done')}</Button>
        </Group>
      </Group>
    </Stack>
  )
}

const optionId = (product: Product | undefined): string => `add-product-${product?.id ?? 'none'}`

type Obstacle = 'noCode' | 'noSetYet' | 'noSet' | 'incomplete'

type FoundProps = {
  product: Product
  set: CriteriaSetSummary | undefined
  obstacle: Obstacle | null
  isActive: boolean
  onAdd: () => void
}

function Found({ product, set, obstacle, isActive, onAdd }: FoundProps) {
  const { t } = useTranslation('meeting')
  return (
    // The search field has the keys and names the active option; Enter here is for who clicked into the list.
    <div
      id={optionId(product)}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={obstacle !== null}
      className={classes.option}
      onClick={obstacle === null ? onAdd : undefined}
      onKeyDown={(event) => event.key === 'Enter' && obstacle === null && onAdd()}
    >
      <span className={classes.code}>{product.code}</span>
      <span>
        <b>{product.name}</b>
        <span className={classes.soft}>{product.producerName}</span>
      </span>
      <span className={classes.soft}>
        {product.setNumber !== null && `${product.setNumber}. ${set?.name ?? ''}`}
        {set?.status === 'as-printed' && (
          <span className={classes.obstacle}>{t('criteria:asPrintedOnAgenda', { points: set.mostPoints })}</span>
        )}
        {obstacle !== null && <span className={classes.obstacle}>{t(`add.${obstacle}`)}</span>}
      </span>
    </div>
  )
}

/** Sets of what was found that an office can let the council score with as they are printed. */
function ShortSets({ sets }: { sets: readonly CriteriaSetSummary[] }) {
  const { t } = useTranslation('criteria')
  const short = sets.filter(({ canBeTakenAsPrinted }) => canBeTakenAsPrinted)
  if (short.length === 0) return null
  return (
    <Group gap="sm">
      <span>{t('shortOnAgenda')}</span>
      {short.map(({ id: key, ...set }) => (
        <AcceptAsPrinted key={key} set={{ key, ...set }} isShort variant="default" size="compact-md" />
      ))}
    </Group>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('meeting')
  return (
    <p className={classes.more}>
      {t(isFiltered ? 'add.nothing' : 'add.none')}{' '}
      <Link to="/products" search={{ edit: 'new' }}>
        {t('add.toRegister')}
      </Link>
    </p>
  )
}
