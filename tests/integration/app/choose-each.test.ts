import { expect, test } from 'vitest'
import { newActId } from '../../helpers/ballot-acts.ts'
import { createTestApp, openSmallSession } from '../../helpers/test-app.ts'

test('choices of a pasted block are a command each in one write, as many as are taken, each once', async () => {
  using app = createTestApp()
  const { client } = app
  const { itemIds, memberIds } = await openSmallSession(app)
  const [agendaItemId = 0] = itemIds
  const [first = 0, second = 0] = memberIds
  const choice = (memberId: number, criterionIndex: number, option: number, seen: number | null = null) => ({
    agendaItemId,
    memberId,
    criterionIndex,
    option,
    seen,
    actId: newActId(),
    round: 1,
  })
  const count = (of: string) => app.file().prepare(`SELECT ${of}`).pluck().get() as number
  const told = () => ({
    writes: count('commits FROM workspace'),
    events: count("count(*) FROM audit_events WHERE command = 'ballots.choose'"),
  })
  const { writes } = told()
  const acts = [choice(first, 0, 1), choice(first, 1, 2), choice(second, 0, 1)]
  const answers = await client.ballots.chooseEach({ acts })
  expect(answers.map(({ memberId, totals }) => [memberId, totals.answered])).toEqual([
    [first, 1],
    [first, 2],
    [second, 1],
  ])
  expect(told()).toEqual({ writes: writes + 1, events: 3 })

  // Asked for again, as who never heard the answer does, with one more behind them.
  await client.ballots.chooseEach({ acts: [...acts, choice(second, 1, 1)] })
  expect(told()).toEqual({ writes: writes + 2, events: 4 })

  // What stands there by now was not what was seen: it ends the run, and is refused by itself.
  const gone = [choice(first, 2, 1), choice(first, 0, 2, 0), choice(first, 3, 1)]
  expect(await client.ballots.chooseEach({ acts: gone })).toHaveLength(1)
  await expect(client.ballots.chooseEach({ acts: gone.slice(1) })).rejects.toMatchObject({
    data: { reason: 'ballot-changed-elsewhere' },
  })
  expect(told()).toEqual({ writes: writes + 3, events: 5 })
  expect((await client.ballots.get({ agendaItemId, memberId: first })).choices.slice(0, 4)).toEqual([1, 2, 1, null])
  expect(await client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
})
