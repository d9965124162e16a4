import { Button, NumberInput, Stack, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Council } from '../../../shared/api/councils.ts'
import type { SessionSummary } from '../../../shared/api/sessions.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { isMemberOn } from '../../../shared/domain/session/is-member-on.ts'
import { orpc } from '../../api/client.ts'
import { councilChosen, CouncilSelect } from '../../components/CouncilSelect.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { focusAtStart } from '../../components/focus-at-start.ts'
import { FiledLaws } from './FiledLaws.tsx'
import { filedRules, proposeRound, proposeRules } from './propose-session.ts'
import { RuleSetChoice } from './RuleSetChoice.tsx'
import classes from './SessionForm.module.css'

type Draft = {
  /** Null until somebody chooses: then the date proposes it. */
  readonly councilId: number | null
  /** ISO date; null while what is typed is no date. */
  readonly heldOn: string | null
  readonly place: string
  /** Undefined until somebody chooses: then the date and the council propose it. */
  readonly ruleSetId?: string
  readonly year?: number
  readonly round?: number
}

type Props = {
  councils: readonly Council[]
  ruleSets: readonly RuleSet[]
  sessions: readonly SessionSummary[]
}

/** Everything is proposed from the council and the date, so that one Enter is enough. */
export function NewSessionForm({ councils, ruleSets, sessions }: Props) {
  const { t } = useTranslation('sessions')
  const navigate = useNavigate()
  const { council: wanted } = useSearch({ from: '/frame/sessions/new' })
  const [today] = useState(() => vietnamDay(new Date()))
  const [draft, setDraft] = useState<Draft>(() => ({ councilId: wanted ?? null, heldOn: today, place: '' }))
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }))
  const create = useMutation(orpc.sessions.create.mutationOptions())
  const date = draft.heldOn === null || draft.heldOn === '' ? null : draft.heldOn
  const year = draft.year ?? parseIsoDate(date ?? today).year
  const on = { ruleSets, day: date ?? today, year }
  const council = councilChosen(councils, draft.councilId, on)
  const rules = proposeRules({ ruleSets, date: date ?? today, level: council?.level ?? 'province' })
  const { data: filed } = useQuery(
    orpc.sessions.filedLaws.queryOptions({ input: { heldOn: date ?? today, year }, placeholderData: keepPreviousData }),
  )
  const byFiling = filedRules(filed?.groups ?? [])
  const ruleSet =
    rules.offered.find(({ id }) => id === draft.ruleSetId) ??
    rules.offered.find(({ id }) => id === byFiling) ??
    rules.proposed
  if (council === null) return null
  const round = draft.round ?? proposeRound({ ruleSets, sessions, council, year, date: date ?? today })
  const submit = (): void => {
    if (date === null || ruleSet === null || create.isPending) return
    const { place } = draft
    const fields = { year, round, heldOn: date, place, referralThreshold: null, regulation: council.regulation }
    create.mutate(
      { councilId: council.id, ruleSetId: ruleSet.id, fields },
      { onSuccess: ({ id }) => void navigate({ to: '/sessions/$sessionId', params: { sessionId: id } }) },
    )
  }
  return (
    <Form className={classes.form} onSubmit={submit}>
      <Stack gap="md">
        <CouncilSelect
          label={t('field.council')}
          councils={councils}
          chosen={council}
          on={on}
          onChoose={(councilId) => set({ councilId })}
        />
        <div className={classes.pair}>
          <DateInput label={t('field.heldOn')} date={today} onDate={(heldOn) => set({ heldOn })} ref={focusAtStart} />
          <TextInput
            label={t('field.place')}
            value={draft.place}
            maxLength={2000}
            onChange={(event) => set({ place: event.currentTarget.value })}
          />
        </div>
        <div className={classes.pair}>
          <NumberInput
            label={t('field.year')}
            {...counted}
            min={2018}
            max={2100}
            value={year}
            onChange={(value) => typeof value === 'number' && set({ year: value })}
          />
          <NumberInput
            label={t('field.round')}
            {...counted}
            min={1}
            max={99}
            value={round}
            onChange={(value) => typeof value === 'number' && set({ round: value })}
          />
        </div>
        <RuleSetChoice
          rules={rules}
          chosen={ruleSet}
          date={date}
          level={council.level}
          onChoose={(ruleSetId) => set({ ruleSetId })}
        />
        <FiledLaws groups={filed?.groups ?? []} chosen={ruleSet?.id ?? null} />
        <ErrorNote error={create.error} />
        <div className={classes.deeds}>
          <Button type="submit" disabled={date === null || ruleSet === null} loading={create.isPending}>
            {t('new.create')}
          </Button>
          <span className={classes.note}>
            {t('new.then', {
              count: council.members.filter((member) => isMemberOn(member, date ?? today)).length,
            })}
          </span>
        </div>
      </Stack>
    </Form>
  )
}

const counted = { allowDecimal: false, allowNegative: false, hideControls: true, clampBehavior: 'blur' } as const
