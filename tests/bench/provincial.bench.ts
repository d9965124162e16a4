import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ExcelJS from 'exceljs'
import { buildSessionRecord } from '../../electron/app/sessions/session-record.ts'
import { connectionOf } from '../../electron/db/connection.ts'
import { openWorkspaceFile } from '../../electron/db/open.ts'
import { readChoices } from '../../shared/domain/ballot/choice-text.ts'
import { listCriteria, listGates, type FormCriterion } from '../../shared/domain/criteria/form.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { median, milliseconds, type BenchRow } from './bench-row.ts'
import { resourcesFolder } from './bench-folder.ts'
import { benchWorkspace, provincialSize } from './bench-workspace.ts'
import { findTool, timeTool } from './run-tool.ts'
import { migrating } from '../helpers/migrating.ts'

const name = `tally of a provincial session, ${provincialSize.products} products × ${provincialSize.members} members`
const aim = '≥ 20 times as fast'

/**
 * A provincial session tallied from its file, against LibreOffice working out a workbook of the same scores: once
 * with and once without the time that the same program takes for an empty workbook.
 */
export async function runProvincialBench(): Promise<readonly BenchRow[]> {
  const { path, sessionId } = await benchWorkspace(provincialSize)
  const { db } = openWorkspaceFile({ path, migrations: join(resourcesFolder, 'migrations'), migrating })
  const record = buildSessionRecord(db, sessionId)
  const ours: number[] = []
  const tally = () => {
    for (let run = 0; run < 5; run += 1) {
      const start = performance.now()
      buildSessionRecord(db, sessionId)
      ours.push(performance.now() - start)
    }
  }
  const office = findTool(['soffice', 'libreoffice'], ['--version'])
  if (office === null) {
    connectionOf(db).close()
    return [{ name, value: '', against: '', ratio: null, aim, skipped: 'LibreOffice is not installed' }]
  }
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  try {
    await scoreWorkbook(record).xlsx.writeFile(join(folder, 'scores.xlsx'))
    const empty = new ExcelJS.Workbook()
    empty.addWorksheet('Trống')
    await empty.xlsx.writeFile(join(folder, 'empty.xlsx'))
    const recalculate = (file: string) =>
      timeTool(office, [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'csv',
        '--outdir',
        folder,
        join(folder, file),
      ])
    recalculate('empty.xlsx')
    const [whole, bare]: [number[], number[]] = [[], []]
    for (let run = 0; run < 5; run += 1) {
      tally()
      bare.push(recalculate('empty.xlsx'))
      whole.push(recalculate('scores.xlsx'))
    }
    checkMeans(record, readFileSync(join(folder, 'scores.csv'), 'utf8'))
    const [start, all] = [median(bare), median(whole)]
    const value = milliseconds(median(ours))
    return [
      {
        name,
        value,
        against: `LibreOffice, whole run: ${milliseconds(all)}`,
        ratio: all / median(ours),
        aim,
        note: `of which an empty workbook takes ${milliseconds(start)}`,
      },
      {
        name: `${name}, without LibreOffice's start`,
        value,
        against: `LibreOffice, the time for an empty workbook taken off: ${milliseconds(all - start)}`,
        ratio: (all - start) / median(ours),
        aim: '',
      },
    ]
  } finally {
    connectionOf(db).close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * What the tally works out, as formulas: a ballot's parts and total; a product's mean, parts, spread, ballots that reach
 * each star gate, star and referral. Votes for a gate are counted by points, which for these forms is the same.
 */
function scoreWorkbook(record: SessionRecord): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  const results = workbook.addWorksheet('Kết quả')
  const scores = workbook.addWorksheet('Phiếu')
  for (const [place, item] of record.items.entries()) {
    const criteria = listCriteria(item.form)
    const first = scores.rowCount + 1
    for (const { choices } of item.ballots) {
      const points = readChoices(choices).map((option, index) =>
        option === null || option === 0 ? 0 : (criteria[index]?.criterion.options[option - 1]?.points ?? 0),
      )
      const row = scores.addRow([item.code, ...points])
      const cells = (of: readonly FormCriterion[]) =>
        of.map(({ index }) => `${columnName(index + 1)}${row.number}`).join(',')
      const parts = (['A', 'B', 'C'] as const).map((part) => criteria.filter(({ partCode }) => partCode === part))
      for (const [index, part] of [...parts, criteria].entries()) {
        row.getCell(criteria.length + 2 + index).value = { formula: `SUM(${cells(part)})` }
      }
    }
    const column = (index: number) => `'Phiếu'!${columnName(index)}${first}:${columnName(index)}${scores.rowCount}`
    const totals = column(criteria.length + 4)
    const row = place + 1
    results.addRow([
      item.code,
      { formula: `AVERAGE(${totals})` },
      { formula: `MAX(${totals})-MIN(${totals})` },
      { formula: `IF(B${row}>=90,5,IF(B${row}>=70,4,IF(B${row}>=50,3,IF(B${row}>=30,2,1))))` },
      { formula: `IF(B${row}>=${record.referralThreshold ?? 90},"x","")` },
      ...[1, 2, 3].map((part) => ({ formula: `AVERAGE(${column(criteria.length + part)})` })),
      ...listGates(item.form).map((gate) => ({
        formula: `COUNTIF(${column(gate.criterionIndex + 1)},">=${gate.points}")`,
      })),
    ])
  }
  return workbook
}

/** Letters of the column after that many. */
function columnName(before: number): string {
  const letter = String.fromCodePoint(65 + (before % 26))
  return before < 26 ? letter : columnName(Math.floor(before / 26) - 1) + letter
}

/** Both must have worked out the same means. @throws Error naming the first product that differs */
function checkMeans(record: SessionRecord, csv: string): void {
  const lines = csv.split('\n')
  for (const [index, { code, result }] of record.items.entries()) {
    const [theirCode, mean] = lines[index]?.split(',') ?? []
    if (theirCode === code && Math.abs(Number(mean) - result.mean.sum / result.mean.count) < 1e-6) continue
    throw new Error(`LibreOffice gives ${mean} for ${theirCode} where the tally gives another mean for ${code}`)
  }
}
