import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable, type Column } from '../DataTable.tsx'
import { DialogFoot } from '../DialogFoot.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { Form, leadToQuestion } from '../fields/Form.tsx'
import { tellUndoable } from '../notice-store.ts'
import { StateMark, type StateTone } from '../StateMark.tsx'
import { useOnce, type Deed } from '../use-once.ts'
import { wholeNumber } from '../whole-number.ts'
import classes from './Paste.module.css'

/** What a row of a pasted block does, before it does. */
export type PastedLine = {
  /** 1-based in the block. */
  readonly line: number
  /** What it is about. */
  readonly name: ReactNode
  /** `faulty`: it is left out; `asked`: a person has to say something first. */
  readonly state: 'faulty' | 'asked' | 'new' | 'changed' | 'same'
  /** A sentence each: what is wrong, what changes, what is new. */
  readonly says: readonly string[]
  /** Where a person says what is to be said. */
  readonly ask?: ReactNode
}

type Props<Input> = {
  readonly lines: readonly PastedLine[]
  readonly deed: Deed<Input, { readonly undo: string }>
  /** What the deed takes of the lines; null while it must not be done. */
  readonly input: Input | null
  /** What is said when it is done, beside its undo. */
  readonly told: string
  /** Why nothing can be told of the lines. */
  readonly problem?: unknown
  readonly onClose: () => void
  /** What is to be said of the block as a whole. */
  readonly children?: ReactNode
}

/** The rows of a block, those that are faulty first, then those that ask; Enter takes what can be taken. */
export function PastedLines<Input>({ lines, deed, input, told, problem, onClose, children }: Props<Input>) {
  const { t } = useTranslation('paste')
  const once = useOnce(deed)
  const columns = useColumns()
  const countOf = (...states: readonly PastedLine['state'][]) =>
    lines.filter(({ state }) => states.includes(state)).length
  const [faulty, asked, taken] = [countOf('faulty'), countOf('asked'), countOf('new', 'changed')]
  const shown = lines.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
  const parts = (['new', 'changed', 'same', 'asked', 'faulty'] as const).flatMap((state) => {
    const count = countOf(state)
    return count === 0 ? [] : [{ state, text: t(`sum.${state}`, { count, shown: wholeNumber(count) }) }]
  })
  const why =
    asked > 0 ? 'answerFirst' : taken === 0 ? 'nothingToTake' : input === null ? ('acceptFirst' as const) : null
  const take = (): void => {
    if (why !== null || input === null) return
    once(input, {
      onSuccess: ({ undo }) => {
        onClose()
        tellUndoable({ text: told, undo })
      },
    })
  }
  return (
    <Form id={linesForm} onSubmit={take} className={classes.form}>
      <p className={classes.sum} data-testid="pasted-sum">
        {parts.map(({ state, text }) => (
          <StateMark key={state} tone={tones[state]}>
            {text}
          </StateMark>
        ))}
        {lines.length === 0 && t('nothing')}
      </p>
      {lines.length > 0 && (
        <DataTable
          caption={t('rows')}
          columns={columns}
          rows={shown}
          rowKey={({ line }) => line}
          maxHeight="46vh"
          isDense
          minWidth="640px"
        />
      )}
      {children}
      <ErrorNote error={problem ?? deed.error} />
      <DialogFoot>
        {why !== null && lines.length > 0 && (
          <Button
            variant="subtle"
            className={classes.why}
            aria-live="polite"
            onClick={({ currentTarget }) => {
              if (currentTarget.form !== null) leadToQuestion(currentTarget.form)
            }}
          >
            {t(why)}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button
          type="submit"
          data-autofocus
          loading={deed.isPending}
          disabled={why !== null}
          data-why={why === null ? undefined : t(why)}
        >
          {t(faulty > 0 ? 'takeRest' : 'take', { count: taken, shown: wholeNumber(taken), left: wholeNumber(faulty) })}
        </Button>
      </DialogFoot>
    </Form>
  )
}

/** What stands beside the lines and says something of them belongs to their form: Enter there does what it does in them. */
export const linesForm = 'pasted-lines'

const order: readonly PastedLine['state'][] = ['faulty', 'asked', 'new', 'changed', 'same']

const tones: Readonly<Record<PastedLine['state'], StateTone>> = {
  faulty: 'wrong',
  asked: 'attention',
  new: 'good',
  changed: 'running',
  same: 'plain',
}

function useColumns(): readonly Column<PastedLine>[] {
  const { t } = useTranslation('paste')
  return [
    { key: 'line', head: t('line'), width: '56px', align: 'end', cell: ({ line }) => line },
    {
      key: 'name',
      head: t('name'),
      width: '30%',
      isRowHead: true,
      cell: ({ name }) => <span className={classes.name}>{name}</span>,
    },
    {
      key: 'state',
      head: t('state'),
      width: '132px',
      cell: ({ state }) => <StateMark tone={tones[state]}>{t(`is.${state}`)}</StateMark>,
    },
    {
      key: 'says',
      head: t('says'),
      cell: ({ says, ask, state }) => (
        <div className={`${classes.name} ${state === 'faulty' ? classes.wrong : ''}`}>
          {says.map((text) => (
            <div key={text}>{text}</div>
          ))}
          {ask}
        </div>
      ),
    },
  ]
}
