import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  deadlineKinds,
  type DeadlineKind,
  type DeadlineLetter,
} from '../../../shared/domain/deadlines/plan-deadlines.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
import { orpc } from '../../api/client.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogFoot } from '../../components/DialogFoot.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { DateInput } from '../../components/fields/DateInput.tsx'
import { Form } from '../../components/fields/Form.tsx'
import { useTexts } from '../../components/fields/use-texts.ts'
import { focusAtStart } from '../../components/focus-at-start.ts'
import classes from './DeadlinesPage.module.css'

type Props = {
  readonly year: number
  /** Whose councils evaluate in the year: what a letter may set days for, beside what it says already. */
  readonly levels: readonly Level[]
  /** Null for a new one. */
  readonly letter: DeadlineLetter | null
  readonly onClose: () => void
}

/** A letter's number, day and signer, and which deadline becomes which day. */
export function LetterDialog({ year, levels, letter, onClose }: Props) {
  const { t } = useTranslation('deadlines')
  return (
    <Dialog
      help="van-ban-quy-dinh-thoi-han"
      title={t(letter === null ? 'letter.new' : 'letter.change', { year })}
      size="xl"
      onClose={onClose}
    >
      <LetterForm year={year} levels={levels} letter={letter} onClose={onClose} />
    </Dialog>
  )
}

function LetterForm({ year, levels, letter, onClose }: Props) {
  const { t } = useTranslation('deadlines')
  const { texts, text } = useTexts({
    number: letter?.number ?? '',
    issuer: letter?.issuer ?? '',
    signer: letter?.signer ?? '',
  })
  const [issuedOn, setIssuedOn] = useState<string | null>(letter?.issuedOn ?? '')
  const { rows, added, change, add, remove } = useRows(letter, levels)
  const save = useMutation(orpc.deadlines.saveLetter.mutationOptions())
  const deadlines = rows.flatMap(({ task, round, before }) =>
    before === null || before === '' ? [] : [{ ...taskOf(task), round, before }],
  )
  const isDated = issuedOn !== null && issuedOn !== ''
  const isReady = texts.number.trim() !== '' && isDated && deadlines.length === rows.length
  const submit = (): void => {
    if (!isReady) return
    const fields = { year, ...texts, issuedOn, deadlines }
    save.mutate({ ...(letter !== null && { id: letter.id }), fields }, { onSuccess: onClose })
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start" grow>
          <TextInput
            label={t('letter.number')}
            placeholder="638/UBND-KTN"
            required
            {...text('number')}
            data-autofocus
          />
          <DateInput label={t('letter.issuedOn')} required date={letter?.issuedOn ?? ''} onDate={setIssuedOn} />
        </Group>
        <Group gap="sm" align="flex-start" grow>
          <TextInput label={t('letter.issuer')} {...text('issuer')} />
          <TextInput label={t('letter.signer')} {...text('signer')} />
        </Group>
        <fieldset className={classes.dates}>
          <legend>{t('letter.dates')}</legend>
          {rows.map((row, place) => (
            <RowFields
              key={row.key}
              row={row}
              tasks={tasksOf([...levels, ...(letter?.deadlines.map(({ level }) => level) ?? [])])}
              place={place + 1}
              isAdded={row.key === added}
              onChange={(changed) => change(row.key, changed)}
              onRemove={rows.length === 1 ? null : () => remove(row.key)}
            />
          ))}
          <Group>
            <Button variant="default" onClick={add}>
              {t('letter.addDate')}
            </Button>
          </Group>
        </fieldset>
        <ErrorNote error={save.error} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={save.isPending}>
            {t('letter.save')}
          </Button>
        </DialogFoot>
      </Stack>
    </Form>
  )
}

type Row = {
  readonly key: number
  readonly task: string
  readonly round: number | null
  /** ISO date, empty, or null for what is no day. */
  readonly before: string | null
}

function useRows(letter: DeadlineLetter | null, levels: readonly Level[]) {
  const [rows, setRows] = useState<readonly Row[]>(
    () =>
      letter?.deadlines.map(({ level, kind, round, before }, key) => ({
        key,
        task: `${level} ${kind}`,
        round,
        before,
      })) ?? [emptyRow(0, [], levels)],
  )
  const [added, setAdded] = useState<number | null>(null)
  return {
    rows,
    /** The row that was asked for last. */
    added,
    change: (key: number, changed: Partial<Row>) =>
      setRows((before) => before.map((row) => (row.key === key ? { ...row, ...changed } : row))),
    add: () => {
      const key = Math.max(...rows.map((row) => row.key)) + 1
      setRows([...rows, emptyRow(key, rows, levels)])
      setAdded(key)
    },
    remove: (key: number) => setRows((before) => before.filter((row) => row.key !== key)),
  }
}

/** For what letters set days for most, as far as no row has it. */
const emptyRow = (key: number, rows: readonly Row[], levels: readonly Level[]): Row => {
  const usual = usualTasks.filter((task) => levels.includes(taskOf(task).level))
  const task = usual.find((one) => rows.every((row) => row.task !== one)) ?? usualTasks[0]
  return { key, task, round: null, before: '' }
}

const usualTasks = ['province evaluated', 'province proposals', 'district evaluated'] as const

function RowFields({
  row,
  tasks,
  place,
  isAdded,
  onChange,
  onRemove,
}: {
  row: Row
  tasks: readonly Task[]
  place: number
  isAdded: boolean
  onChange: (changed: Partial<Row>) => void
  onRemove: (() => void) | null
}) {
  const { t } = useTranslation('deadlines')
  return (
    <div className={classes.date}>
      <Select
        ref={isAdded ? focusAtStart : undefined}
        aria-label={t('letter.taskOf', { place })}
        allowDeselect={false}
        value={row.task}
        data={tasks.map(({ level, kind }) => ({
          value: `${level} ${kind}`,
          label: t(`task.${kind}`, { level: t(`level.${level}`) }),
        }))}
        onChange={(task) => onChange({ task: task ?? row.task })}
      />
      <Select
        aria-label={t('letter.roundOf', { place })}
        allowDeselect={false}
        value={String(row.round ?? 0)}
        data={[0, 1, 2, 3, 4].map((round) => ({
          value: String(round),
          label: round === 0 ? t('letter.allRounds') : t('letter.round', { round }),
        }))}
        onChange={(round) => onChange({ round: round === null || round === '0' ? null : Number(round) })}
      />
      <DateInput
        aria-label={t('letter.beforeOf', { place })}
        date={row.before ?? ''}
        required={onRemove === null}
        onDate={(before) => onChange({ before })}
      />
      {onRemove !== null && (
        <Button variant="default" aria-label={t('letter.dropDateOf', { place })} onClick={onRemove}>
          {t('letter.dropDate')}
        </Button>
      )}
    </div>
  )
}

type Task = { readonly level: Level; readonly kind: DeadlineKind }

const known = ['district', 'province', 'central'] as const satisfies readonly Level[]

const tasksOf = (levels: readonly Level[]): readonly Task[] =>
  known
    .filter((level) => levels.includes(level))
    .flatMap((level) => deadlineKinds.toReversed().map((kind) => ({ level, kind })))

function taskOf(text: string): Task {
  return (
    tasksOf(known).find(({ level, kind }) => text === `${level} ${kind}`) ?? { level: 'commune', kind: 'evaluated' }
  )
}
