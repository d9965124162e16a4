import { beforeAll, describe, expect, it } from 'vitest'
import { hasPoppler, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { hasFault } from '../../numbers/account.ts'
import { ballotFaults, firstBallot } from '../../numbers/ballots.ts'
import { allFaults, readSession, type CheckedSession } from '../../numbers/check.ts'
import { mutationsOf } from '../../numbers/mutate.ts'
import { allPlans } from '../../numbers/plans.ts'
import { runPlan } from '../../numbers/run-session.ts'
import { archivedOf, describePdfA } from './pdf-a.ts'

// Every number of every paper against the JSON of its session: what has to stand there does, and what stands there is
// accounted for by the session, the law's data, the council's own details or the numbering of pages. Then the same PDFs as
// files for archives.

sayWhyLeftOut()

/** Milliseconds for eleven sessions' papers, also where other tests share the machine. */
const allPapers = 900_000

const sessions = new Map<string, CheckedSession>()
const archived = new Map<string, Uint8Array>()

beforeAll(async () => {
  const waiting = [...(await allPlans())]
  // Two programs at a time: one works while the other's papers are read.
  const lane = async () => {
    for (let plan = waiting.shift(); plan !== undefined; plan = waiting.shift()) {
      for (const papers of await runPlan(plan)) {
        for (const [name, bytes] of archivedOf(papers)) archived.set(name, bytes)
        sessions.set(papers.name, await readSession(papers, hasPoppler))
      }
    }
  }
  await Promise.all([lane(), lane()])
}, allPapers)

const names = [
  'district-2024 open',
  'district-2024 closed',
  'district-2024 numbered',
  'province-2026 open',
  'province-2026 closed',
  'province-2026 numbered',
  'incidents closed',
  'incidents numbered',
  'none recognised numbered',
  'nothing decided closed',
  'nothing decided numbered',
]

function sessionNamed(name: string): CheckedSession {
  const session = sessions.get(name)
  if (session === undefined) throw new Error(`there is no session ${name}`)
  return session
}

describe.each(names)('the papers of %s', (name) => {
  it('say every number of the session, and none that nobody accounts for', () => {
    expect(allFaults(sessionNamed(name))).toEqual([])
  })
})

it('are of every kind, in every format', () => {
  const read = [...sessions.values()].flatMap(({ papers }) => papers.map(({ file }) => `${file.kind}.${file.format}`))
  const word = ['council-report', 'decision', 'minutes', 'proposal', 'referral-letter', 'result-notices']
  const alone = ['certificates', 'overprint', 'product-tally', 'tally-table']
  const pdf = hasPoppler ? [...word, ...alone].map((kind) => `${kind}.pdf`) : []
  const others = [...word.map((kind) => `${kind}.docx`), 'referral-list.xlsx', 'tally-table.xlsx']
  expect([...new Set(read)].toSorted()).toEqual([...pdf, ...others].toSorted())
})

describe.each(['district-2024 numbered', 'incidents numbered', 'none recognised numbered'])(
  'a wrong number in a paper of %s',
  (name) => {
    it('is found, whichever it is', () => {
      const missed = sessionNamed(name).papers.flatMap(({ paper, statements }) => {
        const all = mutationsOf(paper)
        const every = Math.ceil(all.length / 40)
        return all
          .filter((_, index) => index % every === 0)
          .filter((mutation) => !hasFault(mutation.paper, statements))
          .map(({ what }) => what)
      })
      expect(missed).toEqual([])
    })
  },
)

describe.skipIf(!hasPoppler)('a wrong number on a ballot', () => {
  it('is found, printed or circled', () => {
    const ballots = sessionNamed('incidents closed').ballots[0]
    if (ballots === undefined) throw new Error('no ballots')
    const { read, sheets } = ballots
    expect(ballotFaults(read, sheets)).toEqual([])
    const [first] = read.pages
    if (first === undefined) throw new Error('no page')
    // The other ballots stay as they were found.
    const alone = firstBallot(read)
    expect(ballotFaults(alone, sheets.slice(0, 1))).toEqual([])
    const missed = mutationsOf(first).filter(
      ({ paper }) =>
        ballotFaults({ ...alone, pages: [paper, ...alone.pages.slice(1)] }, sheets.slice(0, 1)).length === 0,
    )
    expect(missed.map(({ what }) => what)).toEqual([])
    const circled = read.bold.map((page, index) =>
      index === 1 ? page.map((value, place) => (place === 2 ? value + 1 : value)) : page,
    )
    expect(ballotFaults({ ...read, bold: circled }, sheets)).not.toEqual([])
  })
})

describe('as files', () => {
  describePdfA(archived)
})
