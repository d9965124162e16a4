import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../bench/seeded-random.ts'
import { auditOf } from '../crash/left-file.ts'
import { openFile, startProgram } from '../crash/program.ts'
import { sampleCouncil, sampleMember, sampleProduct } from '../helpers/sample-council.ts'
import { judgeCopies, relationsOf } from './judge-copies.ts'
import { createPen } from './pen.ts'
import { atDay, workOneDay } from './week-days.ts'
import { theFile, type Week, type WeekDesk } from './week-desk.ts'
import type { WeekReport } from './week-report.ts'

/**
 * A council's week against the compiled program on real files, its clock running fast: each day a session is prepared,
 * scored, locked and its papers are issued, and each hour the file is copied to a stick. On Wednesday a backup is
 * restored, on Thursday the file goes to another machine, on Friday the program is killed. Every copy is opened then.
 */
export async function runWeek(week: Week): Promise<WeekReport> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop một tuần '))
  const [stick, first, second] = ['USB', 'máy thứ nhất', 'máy thứ hai'].map((name) => join(folder, name)) as Three
  for (const each of [stick, first, second]) mkdirSync(each)
  const program = await startProgram(atDay(week, { day: 0, dataFolder: first }))
  const pen = createPen(program.client)
  const desk: WeekDesk = {
    week,
    program,
    pen,
    random: seededRandom(week.seed),
    dataFolder: first,
    stick,
    copies: [],
  }
  try {
    await prepareCouncil(desk)
    await workOneDay(desk, 0)
    await nextMorning(desk, 1)
    await workOneDay(desk, 1)
    await nextMorning(desk, 2)
    const mistaken = await restoreYesterday(desk)
    await workOneDay(desk, 2)
    const backups = (await program.client.backups.list()).map(({ occasion }) => occasion)
    const diverged = await moveToSecondMachine(desk, second)
    await workOneDay(desk, 3)
    await nextMorning(desk, 4)
    await workOneDay(desk, 4, { isKilled: true })
    const audit = await auditOf(program.client)
    const choices = audit.filter((name) => name === 'ballots.choose').length
    await program.stop()
    await program.start({ dataFolder: join(folder, 'máy kiểm tra') })
    const newest = theFile(desk.dataFolder)
    const judged = await judgeCopies(program, { copies: desk.copies, newest, scores: pen.acknowledged, folder })
    const others = [
      { path: mistaken, is: 'diverged' as const },
      { path: diverged, is: 'diverged' as const },
    ]
    const relations = await relationsOf(program, { judged, newest, others, folder })
    return { acknowledged: pen.acknowledged.length, choices, backups, judged, relations }
  } finally {
    await program.stop().catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
}

type Three = [string, string, string]

async function prepareCouncil({ week, program: { client } }: WeekDesk): Promise<void> {
  await client.workspace.create({ name: 'Hội đồng năm 2026' })
  const { id: councilId } = await client.councils.save({ fields: sampleCouncil() })
  for (let number = 1; number <= week.members; number += 1) {
    await client.councils.saveMember({ councilId, fields: sampleMember(number) })
  }
  for (let number = 1; number <= week.products; number += 1) {
    await client.products.save({ fields: sampleProduct(number) })
  }
}

async function nextMorning({ week, program, dataFolder }: WeekDesk, day: number): Promise<void> {
  await program.stop()
  await program.start(atDay(week, { day, dataFolder }))
  await openFile(program, theFile(dataFolder))
}

/**
 * Something was changed by mistake: yesterday's backup takes the place of the file.
 *
 * @returns a copy of the file as it was with the mistake
 */
async function restoreYesterday({ program: { client }, dataFolder, stick }: WeekDesk): Promise<string> {
  const [last] = await client.audit.list({ limit: 1 })
  await client.backups.make()
  const backup = (await client.backups.list()).find(({ facts }) => facts?.events === last?.seq)
  await client.products.save({ fields: sampleProduct(99) })
  const mistaken = join(stick, 'trước khi phục hồi.ocop')
  copyFileSync(theFile(dataFolder), mistaken)
  await client.backups.restore({ id: backup?.id ?? '' })
  return mistaken
}

/**
 * The file goes to another machine by copying. Somebody opens the old one once more and changes something in it.
 *
 * @returns a copy of that one
 */
async function moveToSecondMachine(desk: WeekDesk, second: string): Promise<string> {
  const { week, program, dataFolder: first, stick } = desk
  await program.stop()
  const [from, to] = [theFile(first), join(second, 'Hội đồng năm 2026.ocop')]
  copyFileSync(from, to)
  await program.start(atDay(week, { day: 3, dataFolder: first }))
  await openFile(program, from)
  await program.client.products.save({ fields: sampleProduct(98) })
  await program.stop()
  const diverged = join(stick, 'máy cũ.ocop')
  copyFileSync(from, diverged)
  desk.dataFolder = second
  await program.start(atDay(week, { day: 3, dataFolder: second }))
  await openFile(program, to)
  return diverged
}
