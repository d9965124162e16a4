import { Button, Select, Stack, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisteredCertificate } from '../../../shared/api/certificate-register.ts'
import type { InspectionRoute } from '../../../shared/api/inspections.ts'
import { certificateStates, type CertificateState } from '../../../shared/domain/certificates/clock.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { SearchSelect } from '../../components/fields/SearchSelect.tsx'
import { useSettled } from '../../components/use-settled.ts'
import { wholeNumber } from '../../components/whole-number.ts'
import classes from './Inspections.module.css'

type Props = { readonly route: InspectionRoute; readonly onClose: () => void }

/** As many as one command takes. */
const most = 500

const keyOf = ({ source, id }: Pick<RegisteredCertificate, 'source' | 'id'>): string => `${source} ${id}`

/** Certificates for a route, found by filters: lapsed and withdrawn ones too, for who still prints the logo is the very case. */
export function ChooseCertificates({ route, onClose }: Props) {
  const { t } = useTranslation('inspections')
  const [words, setWords] = useState('')
  const [place, setPlace] = useState<string | null>(null)
  const [star, setStar] = useState<string | null>(null)
  const [state, setState] = useState<CertificateState | null>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const query = useSettled(words.trim(), 150)
  const { data, error, isPlaceholderData } = useQuery(
    orpc.register.certificates.queryOptions({
      input: {
        ...(query !== '' && { query }),
        ...(place !== null && place !== '' && { place }),
        ...(star !== null && { star: Number(star) }),
        ...(state !== null && { state }),
        limit: most,
        offset: 0,
      },
      placeholderData: keepPreviousData,
    }),
  )
  const add = useMutation(orpc.aftercare.inspections.add.mutationOptions())
  const found = data?.rows ?? []
  const picked = found.filter((one) => !left.has(keyOf(one)))
  // What is typed and not searched for yet would put others on the route than the list shows.
  const isReady = picked.length > 0 && !isPlaceholderData && query === words.trim() && !add.isPending
  const toggle = (key: string): void => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  const submit = () =>
    isReady &&
    add.mutate(
      { routeId: route.id, certificates: picked.map(({ source, id }) => ({ source, id })) },
      { onSuccess: ({ added }) => added > 0 && onClose() },
    )
  return (
    <Dialog title={t('pick.title', { name: route.name })} size="xl" onClose={onClose}>
      <Form onSubmit={() => void submit()}>
        <Stack gap="sm">
          <div className={classes.bar}>
            <TextInput
              className={classes.field}
              data-finds
              aria-label={t('find.label')}
              placeholder={t('find.placeholder')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              data-autofocus
            />
            <SearchSelect
              className={classes.field}
              aria-label={t('pick.place')}
              placeholder={t('pick.allPlaces')}
              limit={100}
              value={place === '' ? null : place}
              data={[
                ...(place === null || place === '' ? [] : [{ value: '', label: t('pick.allPlaces') }]),
                ...(data?.places ?? []).map(({ key, label }) => ({ value: key, label })),
              ]}
              onChange={setPlace}
            />
            <Select
              className={classes.year}
              aria-label={t('pick.star')}
              placeholder={t('pick.allStars')}
              clearable
              clearButtonProps={{ 'aria-label': t('pick.allStars') }}
              value={star}
              data={['3', '4', '5'].map((one) => ({ value: one, label: t('common:stars', { count: Number(one) }) }))}
              onChange={setStar}
            />
            <Select
              className={classes.field}
              aria-label={t('pick.state')}
              placeholder={t('pick.allStates')}
              clearable
              clearButtonProps={{ 'aria-label': t('pick.allStates') }}
              value={state}
              data={certificateStates
                .filter((one) => one !== 'superseded' && one !== 'review')
                .map((one) => ({ value: one, label: t(`certificates:state.${one}`) }))}
              onChange={(one) => setState(certificateStates.find((known) => known === one) ?? null)}
            />
          </div>
          <ErrorNote error={error ?? add.error} />
          {data !== undefined && (
            <p className={classes.soft} role="status">
              {add.data?.added === 0
                ? t('pick.addedNone')
                : data.total === 0
                  ? t('pick.none')
                  : t('pick.found', { count: data.total, shown: wholeNumber(data.total) })}
              {data.total > most && <> {t('pick.more', { shown: wholeNumber(most) })}</>}
            </p>
          )}
          {found.length > 0 && (
            <ul className={classes.picked}>
              {found.map((one) => (
                <li key={keyOf(one)}>
                  <label>
                    <input type="checkbox" checked={!left.has(keyOf(one))} onChange={() => toggle(keyOf(one))} />
                    <Found certificate={one} />
                  </label>
                </li>
              ))}
            </ul>
          )}
        </Stack>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={add.isPending}>
            {t('pick.add', { count: picked.length })}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}

function Found({ certificate }: { certificate: RegisteredCertificate }) {
  const { t } = useTranslation('inspections')
  const { productName, producerName, commune, star, state } = certificate
  return (
    <span>
      <b>{productName}</b>{' '}
      <span className={classes.soft}>
        {[
          producerName,
          commune,
          star === null ? '' : t('common:stars', { count: star }),
          t(`certificates:state.${state}`),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </span>
  )
}
