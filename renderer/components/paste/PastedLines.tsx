import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable, type Column } from '../DataTable.tsx'
import { DialogFoot } from '../DialogFoot.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { Form } from '../fields/Form.tsx'
import { StateMark, type StateTone } from '../StateMark.tsx'
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

type Props = {
  readonly lines: readonly PastedLine[]
  readonly isBusy: boolean
  readonly error: unknown
  readonly onTake: () => void
  readonly onClose: () => void
  /** What is to be said of the block as a whole. */
  readonly children?: ReactNode
}

/** The rows of a block, those that are faulty first, then those that ask; Enter takes what can be taken. */
export function PastedLines({ lines, isBusy, error, onTake, onClose, children }: Props) {
  const { t } = useTranslation('paste')
  const columns = useColumns()
  const countOf = (...states: readonly PastedLine['state'][]) =>
    lines.filter(({ state }) => states.includes(state)).length
  const [faulty, asked, taken] = [countOf('faulty'), countOf('asked'), countOf('new', 'changed')]
  const shown = lines.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
  const parts = (['new', 'changed', 'same', 'asked', 'faulty'] as const).flatMap((state) => {
    const count = countOf(state)
    return count === 0 ? [] : [{ state, text: t(`sum.${state}`, { count, shown: wholeNumber(count) }) }]
  })
  return (
    <Form onSubmit={() => taken > 0 && asked === 0 && !isBusy && onTake()} className={classes.form}>
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
      <ErrorNote error={error} />
      <DialogFoot>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button
          type="submit"
          data-autofocus
          loading={isBusy}
          disabled={taken === 0 || asked > 0}
          data-why={t(asked > 0 ? 'answerFirst' : 'nothingToTake')}
        >
          {t(faulty > 0 ? 'takeRest' : 'take', { count: taken, shown: wholeNumber(taken), left: wholeNumber(faulty) })}
        </Button>
      </DialogFoot>
    </Form>
  )
}

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
    { key: 'name', head: t('name'), width: '30%', isRowHead: true, cell: ({ name }) => name },
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
        <div className={state === 'faulty' ? classes.wrong : undefined}>
          {says.map((text) => (
            <div key={text}>{text}</div>
          ))}
          {ask}
        </div>
      ),
    },
  ]
}
