import { rankedBy } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchKey, searchWords } from '../../../shared/domain/vietnamese/search-key.ts'

type Way = 'results' | 'ballots' | 'timeline' | 'papers'

/** What words ask of a product before they name it: `ket qua sp07` asks for the results of what `sp07` finds. */
export function askedWay(query: string, named: Readonly<Record<Way, string>>): { way: Way | null; rest: string } {
  const words = searchWords(query)
  for (const way of ways) {
    const asked = searchWords(named[way])
    if (words.length > asked.length && asked.every((word, place) => words[place] === word)) {
      return { way, rest: words.slice(asked.length).join(' ') }
    }
  }
  return { way: null, rest: query.trim() }
}

type Session<Item, Member> = { readonly agenda: readonly Item[]; readonly members: readonly Member[] }

/**
 * The ballots that words name by a member's code, of a product (`SP07/TV03`) or, asked for as ballots, of all that the
 * session has (`phieu TV03`), in the order of the agenda; none where no member has such a code.
 * @param ballotWord what ballots are called.
 */
export function askedBallots<
  Item extends { readonly code: string; readonly productName: string },
  Member extends { readonly code: string },
>(
  query: string,
  { agenda, members }: Session<Item, Member>,
  ballotWord: string,
): readonly { readonly item: Item; readonly member: Member }[] {
  const words = searchWords(query.replaceAll('/', ' '))
  const member = members.find(({ code }) => words.includes(searchKey(code)))
  if (member === undefined) return []
  const called = searchWords(ballotWord)
  const rest = words.filter((word) => word !== searchKey(member.code))
  const isCalled = called.every((word, place) => rest[place] === word)
  const ofProduct = isCalled ? rest.slice(called.length) : rest
  if (ofProduct.length === 0) return isCalled ? agenda.map((item) => ({ item, member })) : []
  const rankOf = rankedBy(ofProduct)
  return agenda
    .filter(({ code, productName }) => {
      const rank = rankOf(searchKey(`${code} ${productName}`))
      return rank !== null && rank < 3
    })
    .map((item) => ({ item, member }))
}

const ways = ['results', 'ballots', 'timeline', 'papers'] as const
