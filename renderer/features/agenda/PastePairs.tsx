import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/api/sessions.ts'
import { pairFields, type PairFields, type PairSides } from '../../../shared/domain/pasted-table/pair-fields.ts'
import type { PairField, PlannedPairs } from '../../../shared/domain/pasted-table/plan-pairs.ts'
import type { PastedRow } from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import { faultText } from '../../components/paste/fault-text.ts'
import { PastedTable } from '../../components/paste/PasteDialog.tsx'
import { PastedLines, type PastedLine } from '../../components/paste/PastedLines.tsx'
import type { PastedBlock } from '../../components/paste/use-pasted-block.ts'
import type { Deed } from '../../components/use-once.ts'

type PairChange<Other, Value> = {
  readonly item: AgendaItem
  readonly other: Other
  readonly from: Value
  readonly to: Value
}

type Props<Other, Said, Value, Change extends PairChange<Other, Value>, Input> = {
  readonly sides: PairSides<AgendaItem, Other, Said>
  readonly block: PastedBlock
  readonly plan: (
    rows: readonly PastedRow<PairFields<Said>>[],
    sides: PairSides<AgendaItem, Other, Said>,
  ) => readonly PlannedPairs<AgendaItem, Other, Change>[]
  /** Of a column that is no thing's. */
  readonly fieldName: (field: 'code' | 'name' | 'otherCode' | 'otherName' | 'said' | 'reason') => string
  readonly titleOf: (other: Other) => string
  readonly worded: (value: Value) => string
  readonly deed: Deed<Input, { readonly undo: string }>
  readonly inputOf: (changes: readonly Change[]) => Input
  readonly told: (count: number) => string
  readonly onClose: () => void
}

/** What a table from a spreadsheet says at products of an agenda, of members or of conditions. */
export function PastePairs<Other, Said, Value, Change extends PairChange<Other, Value>, Input>({
  sides,
  block,
  plan,
  fieldName,
  titleOf,
  worded,
  deed,
  inputOf,
  told,
  onClose,
}: Props<Other, Said, Value, Change, Input>) {
  const { t } = useTranslation('paste')
  const fields = useMemo(() => pairFields(sides), [sides])
  const { item: items, other: others } = sides
  const nameOf = (field: PairField): string => {
    const item = items.things.find((one) => items.keyOf(one) === field)
    if (item !== undefined) return itemTitle(item)
    const other = others.things.find((one) => others.keyOf(one) === field)
    return other === undefined ? fieldName(field as 'code') : titleOf(other)
  }
  const lineOf = ({ line, of, words, faults, changes }: PlannedPairs<AgendaItem, Other, Change>): PastedLine => {
    const name = of === null ? words : of.kind === 'item' ? itemTitle(of.thing) : titleOf(of.thing)
    if (faults.length > 0) {
      const says = faults.map((fault) => faultText({ ...fault, field: nameOf(fault.field) }, t))
      return { line, name, state: 'faulty', says }
    }
    const says = changes.map(({ item, other, from, to }) =>
      t('change', {
        field: of?.kind === 'other' ? itemTitle(item) : titleOf(other),
        from: worded(from),
        to: worded(to),
      }),
    )
    return { line, name, state: changes.length > 0 ? 'changed' : 'same', says }
  }
  return (
    <PastedTable fields={fields} spoken={inSides} nameOf={nameOf} block={block}>
      {(rows) => {
        const planned = plan(rows, sides)
        const changes = planned.flatMap((one) => one.changes)
        return (
          <PastedLines
            lines={planned.map(lineOf)}
            deed={deed}
            input={inputOf(changes)}
            told={told(changes.length)}
            onClose={onClose}
          />
        )
      }}
    </PastedTable>
  )
}

/** The sides know the words of each language: what a block is at all is told by them. */
const inSides: readonly [] = []

const itemTitle = ({ code, productName }: AgendaItem): string => `${code} · ${productName}`
