import { Button, Checkbox, Stack, Textarea } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import type { FieldOf, PastedFields } from '../../../shared/domain/pasted-table/pasted-field.ts'
import {
  readPastedRows,
  readPastedTable,
  takeAsides,
  type PastedAside,
  type PastedColumn,
  type PastedRow,
  type PastedTable as Table,
} from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import { withSpoken, type Spoken } from '../../../shared/domain/pasted-table/spoken.ts'
import { ColumnFields } from '../ColumnFields.tsx'
import { Dialog } from '../Dialog.tsx'
import { DialogFoot } from '../DialogFoot.tsx'
import { wholeNumber } from '../whole-number.ts'
import classes from './Paste.module.css'
import { linesForm } from './PastedLines.tsx'
import type { PastedBlock } from './use-pasted-block.ts'

type FrameProps = {
  readonly title: string
  readonly block: PastedBlock
  readonly onClose: () => void
  readonly children: ReactNode
}

type Props<Fields extends PastedFields> = Omit<FrameProps, 'children'> & Omit<TableProps<Fields>, 'block'>

/** A block from a spreadsheet on its way into a table: what its columns say, and what its rows would do. */
export function PasteDialog<Fields extends PastedFields>({ title, block, onClose, ...table }: Props<Fields>) {
  return (
    <PasteFrame title={title} block={block} onClose={onClose}>
      <PastedTable block={block} {...table} />
    </PasteFrame>
  )
}

/** The dialog around a block: it waits for one, then shows what becomes of it. */
export function PasteFrame({ title, block, onClose, children }: FrameProps) {
  return (
    <Dialog title={title} size="min(1080px, 96vw)" help="dan-tu-excel" onClose={onClose}>
      {block.text === '' ? <Waiting onText={block.onText} onClose={onClose} /> : children}
    </Dialog>
  )
}

/** Nothing is there yet: the next Ctrl+V goes here. */
function Waiting({ onText, onClose }: { onText: (text: string) => void; onClose: () => void }) {
  const { t } = useTranslation('paste')
  return (
    <Stack gap="sm">
      <Textarea
        data-autofocus
        label={t('here')}
        description={t('hint')}
        rows={4}
        value=""
        onChange={(event) => onText(event.currentTarget.value)}
        onPaste={(event) => {
          event.preventDefault()
          onText(event.clipboardData.getData('text/plain'))
        }}
      />
      <DialogFoot>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </DialogFoot>
    </Stack>
  )
}

type TableProps<Fields extends PastedFields> = {
  /** What the table can take. */
  readonly fields: Fields
  /** How the windows of each language say the table that they copy. */
  readonly spoken: readonly Spoken<Fields>[]
  readonly nameOf: (field: FieldOf<Fields>) => string
  readonly block: PastedBlock
  /** What the rows would do, and the deed: a `PastedLines`. */
  readonly children: (rows: readonly PastedRow<Fields>[], asides: readonly PastedAside[]) => ReactNode
}

/** What the columns of a block say, as proposed or as a person chooses, and below it what its rows would do. */
export function PastedTable<Fields extends PastedFields>(props: TableProps<Fields>) {
  return <Body key={props.block.text} {...props} />
}

function Body<Fields extends PastedFields>({ block, fields: own, spoken, nameOf, children }: TableProps<Fields>) {
  const { text, onText } = block
  const fields = useMemo(() => withSpoken(own, spoken), [own, spoken])
  const proposed = useMemo(() => readPastedTable(text, fields), [text, fields])
  const [chosen, setChosen] = useState<Chosen<FieldOf<Fields>>>(new Map())
  const columns = proposed.columns.map((column) => ({ ...column, field: fieldOf(column, chosen) }))
  const [takenBack, setTakenBack] = useState<ReadonlySet<number>>(new Set())
  const table = takeAsides({ ...proposed, columns }, takenBack)
  const rows = readPastedRows(table, fields)
  return (
    <Stack
      gap="sm"
      onPaste={(event) => {
        // Another block takes its place.
        const other = event.clipboardData.getData('text/plain')
        if (event.target instanceof HTMLInputElement || other.trim() === '') return
        event.preventDefault()
        onText(other)
      }}
    >
      <Columns table={table} fields={fields} nameOf={nameOf} onChoose={setChosen} chosen={chosen} />
      <Asides asides={proposed.asides} takenBack={takenBack} onTake={setTakenBack} />
      {children(rows, table.asides)}
    </Stack>
  )
}

type AsidesProps = {
  readonly asides: readonly PastedAside[]
  /** By their lines. */
  readonly takenBack: ReadonlySet<number>
  readonly onTake: (lines: ReadonlySet<number>) => void
}

/** Rows of the block that are none of its things, each with why: nothing is left out without a word, and none for good. */
function Asides({ asides, takenBack, onTake }: AsidesProps) {
  const { t } = useTranslation('paste')
  if (asides.length === 0) return null
  const left = asides.length - takenBack.size
  return (
    <div className={classes.asides} data-testid="pasted-asides">
      <span>{t('asides', { count: left, shown: wholeNumber(left) })}</span>
      {asides.map(({ line, words, kind }) => (
        <Checkbox
          key={line}
          size="xs"
          form={linesForm}
          label={t('aside.row', { line, words, why: t(`aside.${kind}`) })}
          checked={takenBack.has(line)}
          onChange={(event) => {
            const others = [...takenBack].filter((one) => one !== line)
            onTake(new Set(event.currentTarget.checked ? [...others, line] : others))
          }}
        />
      ))}
    </div>
  )
}

/** By the place of the column; null for none. */
type Chosen<Field> = ReadonlyMap<number, Field | null>

const fieldOf = <Field,>({ place, field }: PastedColumn<Field>, chosen: Chosen<Field>): Field | null =>
  chosen.has(place) ? (chosen.get(place) ?? null) : field

type ColumnsProps<Fields extends PastedFields> = Pick<TableProps<Fields>, 'fields' | 'nameOf'> & {
  readonly table: Table<FieldOf<Fields>>
  readonly chosen: Chosen<FieldOf<Fields>>
  readonly onChoose: (chosen: Chosen<FieldOf<Fields>>) => void
}

function Columns<Fields extends PastedFields>({ table, fields, nameOf, chosen, onChoose }: ColumnsProps<Fields>) {
  const { t } = useTranslation('paste')
  const { columns, hasHead, isUnsure } = table
  const names = Object.keys(fields) as FieldOf<Fields>[]
  // Where a column is told by its cells alone, or not at all, somebody has to look.
  const [isOpenAtFirst] = useState(() => isUnsure)
  const used = columns.filter(({ field }) => field !== null)
  return (
    <details className={classes.columns} open={isOpenAtFirst}>
      <summary>
        {t('columns', { used: used.length, count: columns.length })}
        {used.length > 0 && `: ${used.map(({ field }) => nameOf(field as FieldOf<Fields>)).join(', ')}`}
      </summary>
      <p className={classes.note}>{t(hasHead ? 'headNote' : 'noHeadNote')}</p>
      <ColumnFields
        columns={columns.map(({ place, head, sample, field }) => ({
          place,
          field,
          sample,
          letter: columnLetter(place + 1),
          header: head,
        }))}
        fieldOf={({ field }) => field}
        fields={[
          { value: '', label: t('register:columns.none') },
          ...names.map((value) => ({ value: value as string, label: nameOf(value) })),
        ]}
        onChoose={({ place }, value) => {
          const field = names.find((name) => name === value) ?? null
          // A field is said by one column: whichever said it says nothing from now on.
          const others = used.filter((other) => field !== null && other.field === field && other.place !== place)
          onChoose(new Map([...chosen, ...others.map((other) => [other.place, null] as const), [place, field]]))
        }}
      />
    </details>
  )
}
