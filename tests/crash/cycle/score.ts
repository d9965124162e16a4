import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import type { AppClient } from '../../../shared/api/contract.ts'
import { newActId } from '../../helpers/ballot-acts.ts'
import { ungated } from '../../helpers/ungated.ts'
import { command, type Act, type Stage } from '../act.ts'
import { listenOut } from '../../helpers/listen-out.ts'
import { firstBallot, sessionOf } from './prepare.ts'

type Place = { readonly agendaItemId: number; readonly memberId: number }

/** Every ballot keyed, one of them again, a round from the one before and a blank one, a second person, and the session locked. */
export async function* scoreSession(stage: Stage): AsyncGenerator<Act, void> {
  const { client } = stage
  const { id: sessionId, agenda, members } = await sessionOf(client)
  const places = agenda.flatMap(({ id }) => members.map((member) => ({ agendaItemId: id, memberId: member.id })))
  for (const place of places) yield* fillBallot(client, place)
  const first = await firstBallot(client)
  const reference = {
    agendaItemId: first.agendaItemId,
    source: 'producer',
    criterionIndex: 0,
    option: 1,
    seen: null,
  } as const
  yield command('reference.choose', () => client.reference.choose(reference), { isRepeatable: true })
  yield await takePaper(client, sessionId, first)
  const file = await client.reference.workbook({ sessionId, filled: true })
  const other = { ...reference, option: 0, seen: 1 }
  yield command('reference.choose', () => client.reference.choose(other), { isRepeatable: true })
  yield command('reference.import', async () => {
    const { seen } = await client.reference.preview({ sessionId, file })
    return client.reference.import({ sessionId, file, seen })
  })
  yield command('reference.undoImport', () => client.reference.undoImport({ sessionId }))
  yield command('reference.setSight', () => client.reference.setSight({ sessionId, sight: 'hidden' }))
  const { version } = await client.ballots.get(first)
  const again = { ...actAt(first), seen: version, reason: 'Nhập nhầm' }
  yield command('ballots.reopen', () => client.ballots.reopen(again), { isRepeatable: true })
  const said = { ...actAt(first), opinion: 'Cần bổ sung bao bì', seen: '' }
  yield command('ballots.setOpinion', () => client.ballots.setOpinion(said), { isRepeatable: true })
  yield await confirmAct(client, first)
  const confirmed = { version: (await client.ballots.get(first)).version, reason: 'Ghi thêm ý kiến' }
  const more = { ...actAt(first), opinion: 'Cần bổ sung bao bì, nhãn', seen: said.opinion, confirmed }
  yield command('ballots.setOpinion', () => client.ballots.setOpinion(more), { isRepeatable: true })
  yield* decide(client, first)
  for (const { id } of members) yield* fillBallot(client, { ...first, memberId: id })
  yield* verify(
    stage,
    places.filter(({ agendaItemId }) => agendaItemId !== first.agendaItemId),
  )
  for (const { id, result } of (await client.results.session({ sessionId })).items) {
    const conclusion = { agendaItemId: id, star: result.star, note: '' }
    yield command('results.conclude', () => client.results.conclude(conclusion))
  }
  yield command('sessions.close', () => client.sessions.close({ sessionId }))
}

const actAt = ({ agendaItemId, memberId }: Place, round = 1) => ({
  agendaItemId,
  memberId,
  round,
  actId: newActId(),
})

/** A ballot that was keyed, taken from its printed pages as well: a pile is gone with its program, so each time it is read anew. */
async function takePaper(client: AppClient, sessionId: number, place: Place): Promise<Act> {
  const { choices, round } = await client.ballots.get(place)
  const ballots = { itemIds: [place.agendaItemId], memberIds: [place.memberId], rounds: [round] }
  const printed = await client.documents.render({ sessionId, kind: 'blank-ballots', format: 'pdf', ballots })
  const file = new File([await printed.arrayBuffer()], 'phiếu.pdf')
  const act = { ...actAt(place, round), seen: choices, options: choices.map((option) => option ?? 0) }
  const take = async (): Promise<unknown> => {
    await client.paperBallots.addFile({ sessionId, file })
    await listenOut(await client.paperBallots.read({ sessionId }))
    return client.paperBallots.take(act)
  }
  const holds = async () => (await client.paperBallots.taken(place)).every((page) => page.file.state === 'there')
  return command('paperBallots.take', take, { isRepeatable: true, holds })
}

/** Some 80 points, each criterion that is not chosen so yet, the first few as one block, and the ballot confirmed. */
export async function* fillBallot(client: AppClient, place: Place): AsyncGenerator<Act, void> {
  const form = await client.rules.itemForm(place)
  const zeros = ungated(form)
  const { choices, round } = await client.ballots.get(place)
  const acts = listCriteria(form).flatMap(({ criterion }, criterionIndex) => {
    const option = zeros.includes(criterionIndex) ? 0 : criterion.options.length
    const seen = choices[criterionIndex] ?? null
    return seen === option ? [] : [{ ...actAt(place, round), criterionIndex, option, seen }]
  })
  const hold = (chosen: typeof acts) => async () => {
    const now = await client.ballots.get(place)
    return chosen.every(({ criterionIndex, option }) => now.choices[criterionIndex] === option)
  }
  const block = acts.splice(0, blockSize)
  if (block.length > 0) {
    yield {
      phase: 'choices of a block',
      sends: [() => client.ballots.chooseEach({ acts: block })],
      tells: block.map(() => 'ballots.choose'),
      isRepeatable: true,
      holds: hold(block),
    }
  }
  for (const act of acts)
    yield command('ballots.choose', () => client.ballots.choose(act), { isRepeatable: true, holds: hold([act]) })
  yield await confirmAct(client, place)
}

/** Cells of a pasted block. */
const blockSize = 8

async function confirmAct(client: AppClient, place: Place): Promise<Act> {
  const { choices, round } = await client.ballots.get(place)
  const act = { ...actAt(place, round), seen: choices }
  const holds = async () => (await client.ballots.get(place)).state === 'confirmed'
  return command('ballots.confirm', () => client.ballots.confirm(act), { isRepeatable: true, holds })
}

async function* decide({ results }: AppClient, { agendaItemId, memberId }: Place): AsyncGenerator<Act, void> {
  for (const reason of ['Chủ tịch kết luận không chấm lại', '']) {
    yield command('results.waiveSpread', () => results.waiveSpread({ agendaItemId, reason }))
  }
  for (const option of [1, null]) {
    yield command('results.setAgreedLevel', () =>
      results.setAgreedLevel({ agendaItemId, criterionIndex: 0, option, reason: 'Mẫu đạt' }),
    )
  }
  for (const isRevealed of [true, false]) {
    yield command('results.reveal', () =>
      results.reveal({ agendaItemId, isRevealed, accepted: ['ballots-missing', 'needs-discussion'] }),
    )
  }
  for (const opened of [[memberId], undefined]) {
    yield command('results.openRound', () => results.openRound({ agendaItemId, reason: 'Chấm lại', opened }))
  }
  const explained = { agendaItemId, round: 2, reason: 'Chênh lệch vượt mức cho phép' }
  yield command('results.setRoundReason', () => results.setRoundReason(explained))
}

/** The first ballot agrees, the second is settled. */
async function* verify(stage: Stage, places: readonly Place[]): AsyncGenerator<Act, void> {
  const { client } = stage
  const { id: sessionId, year, round, heldOn, place, referralThreshold } = await sessionOf(client)
  const regulate = (verification: 'all' | 'off') => {
    const fields = { year, round, heldOn, place, referralThreshold, regulation: { ...usualRegulation, verification } }
    return command('sessions.update', () => client.sessions.update({ sessionId, fields }))
  }
  yield regulate('all')
  const checker = { name: 'Người kiểm tra' }
  await client.workspace.setOperator(checker)
  stage.resume = async () => {
    await client.workspace.setOperator(checker)
    return []
  }
  for (const [index, ballot] of places.slice(0, 2).entries()) {
    const { choices, round: scoring } = await client.ballots.get(ballot)
    for (const [criterionIndex, first] of choices.entries()) {
      const option = index === 1 && criterionIndex === 0 ? 1 : first
      const act = { ...actAt(ballot, scoring), criterionIndex, option, seen: null }
      yield command('verifications.choose', () => client.verifications.choose(act), { isRepeatable: true })
    }
    if (index === 0) {
      const act = { ...actAt(ballot, scoring), seen: choices }
      yield command('verifications.finish', () => client.verifications.finish(act), { isRepeatable: true })
    } else {
      const settled = { ...ballot, options: [{ criterionIndex: 0, option: 1 }], reason: 'Phiếu giấy ghi mức 1' }
      yield command('verifications.settle', () => client.verifications.settle(settled))
    }
  }
  await client.workspace.setOperator({ name: 'Thư ký' })
  stage.resume = async () => []
  yield regulate('off')
}
