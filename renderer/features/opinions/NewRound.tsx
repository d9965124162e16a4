import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpinionCandidate, OpinionProducts } from '../../../shared/api/opinions.ts'
import { addDays, parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { searchKey, searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import { orpc } from '../../api/client.ts'
import { councilChosen, CouncilSelect } from '../../components/CouncilSelect.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FilingTime } from '../../components/FilingTime.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import classes from './Opinions.module.css'

type Props = {
  readonly chosen: OpinionProducts
  readonly onClose: () => void
  readonly onMade: (roundId: number) => void
}

/** Days that members have by default: an office's own measure, no law's. */
const usualDays = 10

/** Makes a round of a council, of products whose dossiers are complete. */
export function NewRound({ chosen, onClose, onMade }: Props) {
  const { t } = useTranslation('opinions')
  const { data: councils } = useQuery(orpc.councils.list.queryOptions())
  const { data: ruleSets } = useQuery(orpc.rules.list.queryOptions())
  const { certificates } = chosen
  const [councilId, setCouncilId] = useState<number | null>(null)
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set(chosen.registrations))
  const [today] = useState(() => vietnamDay(new Date()))
  const [sentOn, setSentOn] = useState<string | null>(today)
  const [replyBy, setReplyBy] = useState<string | null>(() => addDays(today, usualDays))
  const make = useMutation(orpc.opinions.create.mutationOptions({ onSuccess: ({ id }) => onMade(id) }))
  const offered = (councils ?? []).filter(({ level }) => level !== 'commune')
  const day = isDay(sentOn) ? sentOn : today
  const on = { ruleSets: ruleSets ?? [], day, year: parseIsoDate(day).year }
  const council = councilChosen(offered, councilId, on)
  const count = picked.size + certificates.length
  const isReady = council !== null && count > 0 && isDay(sentOn) && isDay(replyBy)
  const submit = () => {
    if (!isReady || make.isPending) return
    make.mutate({
      councilId: council.id,
      sentOn,
      replyBy,
      registrations: [...picked],
      certificates: [...certificates],
    })
  }
  return (
    <Dialog title={t('make')} size="xl" onClose={onClose}>
      <Form onSubmit={submit}>
        <Stack gap="sm">
          <p className={classes.soft}>{t('makeText')}</p>
          {councils !== undefined && offered.length === 0 ? (
            <p>
              {t('noCouncil')} <Link to="/councils">{t('toCouncils')}</Link>
            </p>
          ) : (
            ruleSets !== undefined && (
              <CouncilSelect label={t('council')} councils={offered} chosen={council} on={on} onChoose={setCouncilId} />
            )
          )}
          <div className={classes.fields}>
            <DateInput label={t('sentOn')} date={sentOn ?? ''} onDate={setSentOn} withAsterisk />
            <DateInput label={t('replyByLabel')} date={replyBy ?? ''} onDate={setReplyBy} withAsterisk />
          </div>
          {certificates.length > 0 && <p>{t('fromCertificates', { count: certificates.length })}</p>}
          <Candidates picked={picked} onPicked={setPicked} />
          <ErrorNote error={make.error} />
        </Stack>
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={make.isPending}>
            {t('makeOf', { count })}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  )
}

const isDay = (day: string | null): day is string => day !== null && day !== ''

type CandidatesProps = {
  readonly picked: ReadonlySet<number>
  readonly onPicked: (next: ReadonlySet<number>) => void
}

/** Registrations to be evaluated again; what keeps one out is said beside it. */
export function Candidates({ picked, onPicked }: CandidatesProps) {
  const { t } = useTranslation('opinions')
  const { data, error } = useQuery(orpc.opinions.candidates.queryOptions())
  const [words, setWords] = useState('')
  const found = (data ?? []).filter((one) => hasWords(one, words))
  const free = found.filter(isFree).map(({ registrationId }) => registrationId)
  const areAll = free.length > 0 && free.every((id) => picked.has(id))
  const pick = (ids: readonly number[], isPicked: boolean) => {
    const next = new Set(picked)
    for (const id of ids) {
      if (isPicked) next.add(id)
      else next.delete(id)
    }
    onPicked(next)
  }
  return (
    <fieldset className={classes.candidates}>
      <legend>{t('candidates')}</legend>
      <ErrorNote error={error} />
      {data?.length === 0 && (
        <p>
          {t('noCandidates')} <Link to="/registrations">{t('toRegistrations')}</Link>
        </p>
      )}
      {data !== undefined && data.length > 0 && (
        <>
          <div className={classes.fields}>
            <TextInput
              data-finds
              aria-label={t('find')}
              placeholder={t('find')}
              value={words}
              onChange={({ currentTarget }) => setWords(currentTarget.value)}
            />
            <label className={classes.candidate}>
              <input type="checkbox" checked={areAll} onChange={() => pick(free, !areAll)} />
              {t('allComplete', { count: free.length })}
            </label>
          </div>
          <ul className={classes.candidateList}>
            {found.map((one) => (
              <li key={one.registrationId}>
                <label className={classes.candidate}>
                  <input
                    type="checkbox"
                    checked={picked.has(one.registrationId)}
                    disabled={!isFree(one)}
                    onChange={({ currentTarget }) => pick([one.registrationId], currentTarget.checked)}
                  />
                  <span>
                    {one.productName}
                    <span className={classes.soft}> · {one.producerName}</span>
                    {!one.isComplete && <span className={classes.soft}> · {t('incomplete')}</span>}
                    {one.inRound !== '' && (
                      <span className={classes.soft}> · {t('inRound', { round: one.inRound })}</span>
                    )}
                  </span>
                </label>
                {one.filing !== null && <FilingTime note={one.filing} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  )
}

const isFree = ({ isComplete, inRound }: OpinionCandidate): boolean => isComplete && inRound === ''

const hasWords = ({ productName, producerName, commune }: OpinionCandidate, words: string): boolean => {
  const key = searchKey([productName, producerName, commune].join(' '))
  return searchWords(words).every((word) => key.includes(word))
}
