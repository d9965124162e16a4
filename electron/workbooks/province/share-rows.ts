import type { ProvinceRow } from '../../../shared/domain/session/province-fields.ts'
import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'
import type { ListBlock } from './list-blocks.ts'

/** Which products each block of a list gets, in the order of its blocks; `lost`: those that no group names. */
export type SharedRows = {
  readonly byBlock: readonly (readonly ProvinceRow[])[]
  readonly lost: readonly ProvinceRow[]
}

/**
 * Shares products among the groups of a list. A product goes where one group's row names its set, its group, place, kind
 * or star, and no other does, and rows that head several groups name it too. The others where `restAt` says, the row of a group.
 */
export function shareRows(
  blocks: readonly ListBlock[],
  rows: readonly ProvinceRow[],
  restAt: number | null,
): SharedRows {
  if (blocks.length === 1) return { byBlock: [rows], lost: [] }
  const rest = blocks.findIndex(({ titleRow }) => titleRow !== null && titleRow === restAt)
  const isParted = new Set(blocks.map(({ outer }) => outer.join('\n'))).size > 1
  const places = rows.map(({ groups }) => {
    const isUnder = ({ outer }: ListBlock): boolean =>
      !isParted || outer.every((title) => isCalled(title, groups) || isAbout(title, groups))
    const found = [isCalled, isAbout].map((isTheirs) =>
      blocks.flatMap((block, index) => (isTheirs(block.title, groups) && isUnder(block) ? [index] : [])),
    )
    const named = found.find((indexes) => indexes.length > 0) ?? []
    return named.length === 1 ? (named[0] ?? rest) : rest
  })
  return {
    byBlock: blocks.map((_, index) => rows.filter((_row, at) => places[at] === index)),
    lost: rows.filter((_row, at) => places[at] === -1),
  }
}

type Groups = ProvinceRow['groups']

/** By its very name: a place is no other whose name begins alike. */
function isCalled(title: string, { kinds, places }: Groups): boolean {
  const core = coreOf(title)
  return core !== '' && [...kinds, ...places].some((name) => coreOf(name) === core)
}

/** With words of its own around the name, or by the name's first words: “Dược liệu”; “khác” alone names none. */
function isAbout(title: string, { kinds }: Groups): boolean {
  const [words, core] = [wordsOf(title), ` ${coreOf(title)} `]
  return kinds.some((kind) => {
    const own = wordsOf(kind)
    return own.trim() !== '' && (words.includes(own) || (core.trim() !== '' && own.startsWith(core)))
  })
}

const coreOf = (text: string): string => wordsOf(text).replace(lead, ' ').trim()

/** Words between spaces, so that `xa Tan` is not within `xa Tan Huong` by chance of letters. */
const wordsOf = (text: string): string =>
  ` ${stripMarks(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** The number of a group and the word for what it is. */
const lead =
  /^ (?:(?:[ivxlc]+|[a-z]|\d+(?: \d+)*) )?(?:cac )?(?:san pham )?(?:(?:nhom|nganh|bo|linh vuc|huyen|thanh pho|thi xa|xa|phuong|hang|dat) )*(?:san pham )?/u
