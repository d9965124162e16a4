import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { CheckedProduct } from './check-products-sheet.ts'
import { findNamedProduct } from './find-named.ts'
import type { Findings } from './findings.ts'
import { opinionColumns } from './layout.ts'
import type { PlainSheet } from '../xlsx/plain-sheet.ts'
import { longestOpinion } from '../../../shared/domain/ballot/longest-opinion.ts'
import { readAsideLines } from './read-aside.ts'
import { readInteger, readNeededText } from './read-field.ts'
import { readTable, reportOtherColumns } from './read-table.ts'
import type { ImportedItem, ImportedMember } from './session-import.ts'

type Checking = {
  readonly sheet: PlainSheet
  readonly products: readonly CheckedProduct[]
  readonly members: readonly ImportedMember[]
  readonly items: readonly ImportedItem[]
  readonly findings: Findings
}

/** Checks the sheet `Ý kiến`: the items with the words that members wrote on their ballots. */
export function checkOpinionsSheet({ sheet, products, members, items, findings }: Checking): readonly ImportedItem[] {
  const table = readTable({ sheet, columns: opinionColumns, findings })
  if (table === null) return items
  reportOtherColumns(table.others)
  const said = new Map<string, string>()
  const ballots = new Set(
    items.flatMap(({ code, rounds }) =>
      rounds.flatMap(({ round, ballots: cast }) => cast.map(({ memberCode }) => keyOf({ code, round, memberCode }))),
    ),
  )
  for (const { field } of table.rows) {
    const product = findNamedProduct(field('product'), products)
    const memberCode = readNeededText(field('member'))
    const round = readInteger(field('round'), [1, 99]) ?? 1
    const opinion = readAsideLines(field('opinion'), longestOpinion)
    if (product === null || memberCode === '') continue
    const member = members.find(({ code }) => fold(code) === fold(memberCode))
    const key = keyOf({ code: product.code, round, memberCode: member?.code ?? '' })
    if (member === undefined) {
      field('member').fault(`Không có thành viên mang mã “${memberCode}”`, members.map(({ code }) => code).join(', '))
    } else if (said.has(key)) {
      field('member').fault(`Ý kiến của ${member.code} về ${product.code} lặp lại`, 'Mỗi phiếu một dòng')
    } else if (!ballots.has(key)) {
      field('opinion').notice(`Thành viên ${member.code} không có điểm của ${product.code}: ý kiến không được nhập`)
    } else said.set(key, opinion)
  }
  return items.map((item) => ({
    ...item,
    rounds: item.rounds.map(({ round, ballots: cast }) => ({
      round,
      ballots: cast.map((ballot) => ({
        ...ballot,
        opinion: said.get(keyOf({ code: item.code, round, memberCode: ballot.memberCode })) ?? '',
      })),
    })),
  }))
}

const keyOf = (of: { readonly code: string; readonly round: number; readonly memberCode: string }): string =>
  JSON.stringify([of.code, of.round, of.memberCode])
