import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { MergeButton, type Mergeable } from './MergeButton.tsx'
import classes from './MergeSearch.module.css'

const [typingPauseMs, shown] = [200, 6]

/** Finds the record that is the same as the open one, which stays. */
export function MergeSearch({ what, intoId }: { what: Mergeable; intoId: number }) {
  const { t } = useTranslation('producers')
  const [text, setText] = useState('')
  const [query] = useDebouncedValue(text.trim(), typingPauseMs)
  const asked = query === '' ? skipToken : { query, limit: shown + 1, offset: 0 }
  const products = useQuery(orpc.products.list.queryOptions({ input: what === 'product' ? asked : skipToken }))
  const producers = useQuery(orpc.producers.list.queryOptions({ input: what === 'producer' ? asked : skipToken }))
  const found =
    what === 'product'
      ? products.data?.products.map(({ id, code, name, producerName, commune }) => ({
          id,
          name,
          more: [code, producerName, commune],
        }))
      : producers.data?.producers.map(({ id, name, kind, commune }) => ({ id, name, more: [kind, commune] }))
  const others = found?.filter(({ id }) => id !== intoId).slice(0, shown)
  return (
    <details className={classes.search}>
      <summary>{t(`merge.search.${what}`)}</summary>
      <TextInput
        mt={8}
        data-finds
        label={t('merge.searchNote')}
        placeholder={t('merge.placeholder')}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      {others?.length === 0 && query !== '' && <p>{t('merge.none')}</p>}
      <MergeList what={what} intoId={intoId} records={others ?? []} />
    </details>
  )
}

type MergeListProps = {
  what: Mergeable
  intoId: number
  records: readonly { readonly id: number; readonly name: string; readonly more: readonly string[] }[]
}

/** Records that may be merged into the open one. */
export function MergeList({ what, intoId, records }: MergeListProps) {
  return (
    <ul className={classes.list}>
      {records.map(({ id, name, more }) => (
        <li key={id}>
          <span>
            {name}
            <span className={classes.more}> {more.filter((part) => part !== '').join(' · ')}</span>
          </span>
          <MergeButton what={what} from={{ id, name }} intoId={intoId} />
        </li>
      ))}
    </ul>
  )
}
