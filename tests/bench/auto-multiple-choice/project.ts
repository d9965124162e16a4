import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { jpegPdf } from '../../helpers/scanned-pdf.ts'
import { scanUsually } from '../../paper-marks/scanned-ballot.ts'
import { seededRandom } from '../seeded-random.ts'
import { layoutOf } from './layout.ts'
import { answersOf, drawSheet, listSheets, type Sheet } from './sheet.ts'
import { runShell } from './shell.ts'

/** Milliseconds for a sheet: of the processor in all that it starts, and on the clock with as many at once as it chooses. */
export type SheetTimes = { readonly worked: number; readonly took: number }

/**
 * Has auto-multiple-choice read a pile of different sheets the whole way: a project whose sheets are known to its data base,
 * a PDF of scans, from which it takes the pictures, then finds which sheet each is and measures its boxes into its data base.
 * Its own settings hold but for the question that its window asks, whether copies of one sheet were handed out. The sheets
 * go through the same scanner and into the same kind of file as our ballots; writing down where everything stands belongs
 * to their printing and is not measured.
 *
 * @throws Error where it fails, leaves a sheet out or reads a box otherwise than it is
 */
export function timeProject({ count, boxes }: { readonly count: number; readonly boxes: number }): SheetTimes {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  try {
    const sheets = listSheets(count)
    const random = seededRandom(2026)
    for (const part of ['data', 'cr']) mkdirSync(join(folder, 'project', part), { recursive: true })
    writeFileSync(join(folder, 'project', 'DOC-calage.xy'), layoutOf(sheets, boxes))
    writeFileSync(
      join(folder, 'pile.pdf'),
      jpegPdf(sheets.map((sheet) => scanUsually(drawSheet(sheet, boxes), random))),
    )
    writeFileSync(join(folder, 'list'), `${join(folder, 'pile.pdf')}\n`)
    const own = `--project-dir ${join(folder, 'project')}`
    runShell(folder, `auto-multiple-choice meptex ${own}`)
    const { said, worked, took } = runShell(
      folder,
      `auto-multiple-choice getimages ${own} --list list
       auto-multiple-choice analyse ${own} --no-multiple --liste-fichiers list`,
    )
    requireRight({ read: readShares(folder), sheets, boxes, said })
    return { worked: worked / count, took: took / count }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type BoxRow = { readonly box: string; readonly share: number }

/** By its own data base: black pixels of all that it measured of a box. */
function readShares(folder: string): ReadonlyMap<string, number> {
  const db = new Sqlite(join(folder, 'project', 'data', 'capture.sqlite'), { readonly: true })
  try {
    const rows = db
      .prepare<[], BoxRow>(
        `SELECT student || '/' || page || ' ' || id_a || '.' || id_b AS box, 1.0 * black / total AS share
         FROM capture_zone WHERE type = 4`,
      )
      .all()
    return new Map(rows.map(({ box, share }) => [box, share]))
  } finally {
    db.close()
  }
}

type ReadInput = {
  readonly read: ReadonlyMap<string, number>
  readonly sheets: readonly Sheet[]
  readonly boxes: number
  readonly said: string
}

function requireRight({ read, sheets, boxes, said }: ReadInput): void {
  const wrong = sheets.flatMap((sheet) =>
    answersOf(sheet, boxes).filter(({ question, answer, isFilled }) => {
      const share = read.get(`${sheet.copy}/${sheet.page} ${question}.${answer}`)
      return share === undefined || share > filledFrom !== isFilled
    }),
  )
  if (wrong.length === 0 && read.size === sheets.length * boxes) return
  throw new Error(
    `auto-multiple-choice read ${read.size} of ${sheets.length * boxes} boxes, ${wrong.length} not as they are: ${said.slice(0, 2000)}`,
  )
}

/** The share from which on it takes a box as filled, as its settings are at first. */
const filledFrom = 0.15
