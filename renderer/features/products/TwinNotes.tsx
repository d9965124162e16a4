import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Twins, TypedProduct } from '../../../shared/api/products.ts'
import { orpc } from '../../api/client.ts'
import { MergeButton } from '../../components/merge/MergeButton.tsx'
import { StateMark } from '../../components/StateMark.tsx'
import { useSettled } from '../../components/use-settled.ts'
import classes from './ProductDrawer.module.css'

type TwinNotesProps = {
  typed: TypedProduct
  /** Nobody is asked about the producer any more. */
  isProducerChosen?: boolean
  onOpen: (productId: number) => void
  onProducer: (producer: Twins['producers'][number]) => void
}

const typingPauseMs = 300

/**
 * What the file has already that may be what is being typed: to be used instead, or said to be another. It keeps nobody
 * from going on.
 */
export function TwinNotes({ typed, isProducerChosen = false, onOpen, onProducer }: TwinNotesProps) {
  const { t } = useTranslation('products')
  const asked = useSettled(typed, typingPauseMs)
  // What was said to be another one, of what was typed then.
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set())
  const hasWords = asked.name.trim() !== '' || asked.producerName.trim() !== ''
  const { data } = useQuery(orpc.products.twins.queryOptions({ input: hasWords ? asked : skipToken }))
  const dismiss = (key: string): void => setOthers((before) => new Set([...before, key]))
  const productKey = (id: number): string => `product ${id} ${typed.name} ${typed.producerName}`
  const producerKey = (id: number): string => `producer ${id} ${typed.producerName}`
  const products = (data?.products ?? []).filter(({ id }) => !others.has(productKey(id)))
  const producers = (data?.producers ?? []).filter(({ id }) => !isProducerChosen && !others.has(producerKey(id)))
  if (!hasWords || products.length + producers.length === 0) return null
  return (
    <div role="status" aria-label={t('twin.label')} className={classes.twins}>
      {products.map(({ id, why, name, code, producerName, commune, district }) => (
        <div key={`product ${id}`} className={classes.twin}>
          <StateMark tone="attention" isLong>
            <span>
              {t(`twin.${why}`, { name, producer: producerName })}
              <Where parts={[code, commune, district]} />
            </span>
          </StateMark>
          <div className={classes.buttons}>
            <Button size="compact-sm" variant="default" onClick={() => onOpen(id)}>
              {t(typed.id === undefined ? 'twin.use' : 'twin.see')}
            </Button>
            {typed.id !== undefined && <MergeButton what="product" from={{ id, name }} intoId={typed.id} />}
            <Button size="compact-sm" variant="subtle" onClick={() => dismiss(productKey(id))}>
              {t('twin.other')}
            </Button>
          </div>
        </div>
      ))}
      {producers.map((producer) => (
        <div key={`producer ${producer.id}`} className={classes.twin}>
          <StateMark tone="attention" isLong>
            <span>
              {t('twin.producerAlike', { name: producer.name })}
              <Where parts={[producer.kind, producer.commune, producer.district]} />
            </span>
          </StateMark>
          <div className={classes.buttons}>
            <Button size="compact-sm" variant="default" onClick={() => onProducer(producer)}>
              {t('twin.useProducer')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => dismiss(producerKey(producer.id))}>
              {t('twin.otherProducer')}
            </Button>
          </div>
        </div>
      ))}
    </div>
  )
}

function Where({ parts }: { parts: readonly string[] }) {
  const said = parts.filter((part) => part !== '')
  return said.length > 0 && <span className={classes.where}> {said.join(' · ')}</span>
}
