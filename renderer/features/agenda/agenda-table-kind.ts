import { namedIn, pairFields, type PairSides } from '../../../shared/domain/pasted-table/pair-fields.ts'
import { readPastedTable } from '../../../shared/domain/pasted-table/read-pasted-table.ts'

/** What a block that is pasted over an agenda can be. */
export const agendaTables = ['products', 'exclusions', 'knockouts'] as const
export type AgendaTableKind = (typeof agendaTables)[number]

type Sides<Item, Member, Said, Condition, Answer> = {
  readonly exclusions: PairSides<Item, Member, Said>
  readonly knockouts: PairSides<Item, Condition, Answer>
}

/** What a block is by its columns: one that names members is of who scores, one that names conditions of what knocks out. */
export function tableOf<Item, Member, Said, Condition, Answer>(
  text: string,
  { exclusions, knockouts }: Sides<Item, Member, Said, Condition, Answer>,
): AgendaTableKind {
  if (isOfPairs(text, exclusions)) return 'exclusions'
  return isOfPairs(text, knockouts) ? 'knockouts' : 'products'
}

/** Both sides are named: one by rows or columns, the other by columns of its own or in a cell that is sure. */
function isOfPairs<Item, Other, Said>(text: string, sides: PairSides<Item, Other, Said>): boolean {
  const { columns, rows } = readPastedTable(text, pairFields(sides))
  const has = (kind: RegExp): boolean => columns.some(({ field }) => field !== null && kind.test(field))
  const isNamed = columns.some(
    ({ field, place }) =>
      (field === 'otherCode' || field === 'otherName') &&
      rows.some(({ cells }) =>
        namedIn(sides.other, cells[place] ?? '').some((part) => sides.other.find(part) !== undefined),
      ),
  )
  return has(/^(code|name)$/) ? isNamed || has(/^other /) : isNamed && has(/^item /)
}
