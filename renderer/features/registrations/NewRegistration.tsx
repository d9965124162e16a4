import { Button, Select, Stack, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { searchKey, searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import { orpc } from '../../api/client.ts'
import { readRefusal } from '../../api/refusal.ts'
import { CommuneNote } from '../../components/CommuneNote.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { takeMatchOnEnter } from '../../components/fields/take-match.ts'
import { readWhole } from '../../components/fields/read-text.ts'
import classes from './Registrations.module.css'

const applications = ['new', 'upgrade', 'reassessment'] as const

type Props = {
  readonly isOpen: boolean
  /** That is on the page; null while nothing is known. */
  readonly year: number | null
  readonly onClose: () => void
  readonly onMade: (id: number) => void
}

/** Registers a product of the file for a year. */
export function NewRegistration({ isOpen, year, onClose, onMade }: Props) {
  const { t } = useTranslation('registrations')
  return (
    <Dialog help="dang-ky-san-pham" isOpen={isOpen && year !== null} title={t('new.title')} onClose={onClose}>
      {year !== null && <NewForm year={year} onClose={onClose} onMade={onMade} />}
    </Dialog>
  )
}

function NewForm({ year: shown, onClose, onMade }: Omit<Props, 'isOpen' | 'year'> & { year: number }) {
  const { t } = useTranslation('registrations')
  const save = useMutation(orpc.registrations.save.mutationOptions({ onSuccess: ({ id }) => onMade(id) }))
  const [productId, setProductId] = useState<number | null>(null)
  const [application, setApplication] = useState<(typeof applications)[number]>('new')
  const [year, setYear] = useState(String(shown))
  const [round, setRound] = useState('')
  const [filedOn, setFiledOn] = useState<string | null>('')
  const [commune, setCommune] = useState('')
  const wholeYear = readWhole({ text: year, min: 2013, max: 2100 })
  const wholeRound = round.trim() === '' ? null : (readWhole({ text: round, min: 1, max: 99 }) ?? undefined)
  const isReady = productId !== null && wholeYear !== null && wholeRound !== undefined && filedOn !== null
  const standing = standingOf(save.error)
  const send = (): void => {
    if (!isReady) return
    const filed = filedOn === '' ? null : filedOn
    save.mutate({ fields: { productId, year: wholeYear, application, round: wholeRound, filedOn: filed, commune } })
  }
  return (
    <Form onSubmit={send}>
      <Stack gap="sm">
        <ProductSelect onProduct={setProductId} />
        <div className={classes.fields}>
          <Select
            label={t('field.application')}
            allowDeselect={false}
            value={application}
            data={applications.map((value) => ({ value, label: t(`common:application.${value}`) }))}
            onChange={(value) => setApplication(applications.find((one) => one === value) ?? 'new')}
          />
          <TextInput
            label={t('field.year')}
            required
            inputMode="numeric"
            value={year}
            error={wholeYear === null ? t('common:field.wholeNumber', { min: 2013, max: 2100 }) : null}
            onChange={(event) => setYear(event.currentTarget.value)}
          />
          <TextInput
            label={t('field.round')}
            inputMode="numeric"
            value={round}
            error={wholeRound === undefined ? t('common:field.wholeNumber', { min: 1, max: 99 }) : null}
            onChange={(event) => setRound(event.currentTarget.value)}
          />
          <DateInput label={t('field.filedOn')} date="" onDate={setFiledOn} />
        </div>
        <TextInput
          label={t('field.commune')}
          description={t('field.communeNote')}
          value={commune}
          onChange={(event) => setCommune(event.currentTarget.value)}
        />
        <CommuneNote commune={commune} district="" onTake={(place) => setCommune(place.commune)} />
        <ErrorNote error={save.error} />
        {standing !== null && (
          <div>
            <Button variant="default" onClick={() => onMade(standing)}>
              {t('new.openStanding')}
            </Button>
          </div>
        )}
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={save.isPending}>
            {t('new.action')}
          </Button>
        </DialogFoot>
      </Stack>
    </Form>
  )
}

/** The registration of that product and year, which the refusal names. */
function standingOf(error: unknown): number | null {
  const refusal = readRefusal(error)
  const id = refusal?.reason === 'already-registered' ? refusal.detail['id'] : undefined
  return typeof id === 'number' ? id : null
}

const offeredAtOnce = 30

/** Products are found by the file itself, by any word and without accents. */
function ProductSelect({ onProduct }: { onProduct: (id: number | null) => void }) {
  const { t } = useTranslation('registrations')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<{ readonly value: string; readonly label: string } | null>(null)
  const query = text === chosen?.label ? '' : text
  const { data, error, isPlaceholderData } = useQuery(
    orpc.products.list.queryOptions({
      input: { query, limit: offeredAtOnce, offset: 0 },
      placeholderData: keepPreviousData,
    }),
  )
  const words = searchWords(query)
  const found = (data?.products ?? [])
    .map(({ id, code, name, producerName }) => ({
      value: String(id),
      label: [code, name, producerName].filter((part) => part !== '').join(' · '),
    }))
    // While the answer is on its way the list is that of before: Enter must not take what the words do not name.
    .filter(({ label }) => !isPlaceholderData || words.every((word) => searchKey(label).includes(word)))
  const isThere = chosen === null || found.some(({ value }) => value === chosen.value)
  return (
    <>
      <Select
        label={t('field.product')}
        required
        description={
          data !== undefined && data.total > offeredAtOnce ? t('new.more', { shown: offeredAtOnce }) : undefined
        }
        placeholder={t('new.find')}
        searchable
        data-autofocus
        selectFirstOptionOnChange
        onKeyDownCapture={takeMatchOnEnter}
        nothingFoundMessage={t('new.none')}
        filter={({ options }) => options}
        searchValue={text}
        onSearchChange={setText}
        value={chosen?.value ?? null}
        data={isThere ? found : [chosen, ...found]}
        onChange={(value) => {
          setChosen(found.find((one) => one.value === value) ?? null)
          onProduct(value === null ? null : Number(value))
        }}
      />
      <ErrorNote error={error} />
    </>
  )
}
