import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// Every table of records can be taken to Excel: as cells and as a workbook.

const renderer = join(import.meta.dirname, '..')

/** Tables whose control stands elsewhere: in which file. */
const offeredIn: Readonly<Record<string, string>> = {
  'features/certificates/CertificatesPage.tsx': 'features/certificates/CopyRegister.tsx',
  'features/packages/PackagePage.tsx': 'features/packages/PackagePage.tsx',
  'features/statistics/QuartersPage.tsx': 'features/statistics/QuartersPage.tsx',
  'features/statistics/StatisticsTable.tsx': 'features/statistics/StatisticsPage.tsx',
  'features/registrations/RegistrationsPage.tsx': 'features/registrations/RegistrationsPage.tsx',
  'features/inspections/InspectionsPage.tsx': 'features/inspections/InspectionsPage.tsx',
  'features/deadlines/LackingPage.tsx': 'features/deadlines/LackingPage.tsx',
  'features/products/ProductsPage.tsx': 'features/products/CopyProducts.tsx',
  'features/products/list/ListRows.tsx': 'features/products/list/ListRows.tsx',
  'features/councils/MemberTable.tsx': 'features/councils/MemberTable.tsx',
  'features/opinions/AnswerGrid.tsx': 'features/opinions/CopyAnswers.tsx',
  'features/results/ResultTable.tsx': 'features/results/CopyResults.tsx',
  'features/scoring/BoardTable.tsx': 'features/scoring/CopyBoard.tsx',
  'features/attendance/AttendanceTable.tsx': 'features/attendance/CopyAttendance.tsx',
  'features/agenda/AgendaTable.tsx': 'features/agenda/CopyAgenda.tsx',
}

const frame = 'is the table itself'
const asks =
  'asks for an answer or a mark in each row; what is answered stands in a table that is copied, or in a paper'
const preview = 'shows what an own file or a package would change, before anything is kept; the file is at hand'
const reasons = 'is a reason for one product’s result; the report of the council gives all of them'
const live = 'shows who is at which device now; nothing of it is kept'
const oneCriterion = 'belongs to the criterion or the ballot that is open; the grid is copied with Ctrl+C'

const exceptions: Readonly<Record<string, string>> = {
  'components/DataTable.tsx': frame,
  'components/Table.tsx': frame,
  'components/FaultList.tsx': preview,
  'features/certificates/NationalExport.tsx': 'names what lacks in a list that is saved as a workbook right there',
  'features/room/RoomClerks.tsx': live,
  'features/room/RoomMembers.tsx': live,
  'features/backups/BackupList.tsx': 'lists files of this machine, no records of the council',
  'features/settings/People.tsx': 'sets roles and passwords; who did what is in the log, which is copied',
  'features/packages/DownRows.tsx': asks,
  'features/packages/UpRows.tsx': asks,
  'features/sessions/ImportMatches.tsx': asks,
  'features/registrations/DossierItems.tsx': asks,
  'features/inspections/Checklist.tsx': asks,
  'features/years/CouncilGoesOn.tsx': asks,
  'components/ColumnFields.tsx': asks,
  'features/documents/ProvinceFill.tsx': asks,
  'features/documents/ProvinceReturn.tsx': asks,
  'components/certificates/OverprintEditor.tsx': asks,
  'features/documents/TemplatesDialog.tsx': 'lists the faults of a Word template, told once',
  'features/products/list/ListPreview.tsx': preview,
  'features/communes/UpdatePlaces.tsx': preview,
  'features/communes/ImportCommunes.tsx': preview,
  'features/scoring/PasteDialog.tsx': preview,
  'components/paste/PastedLines.tsx': preview,
  'features/scoring/ReferenceChanges.tsx': preview,
  'features/sessions/SealedSources.tsx': 'says of each form whence it comes; the sets are copied where they are listed',
  'features/results/GateTable.tsx': reasons,
  'features/results/StarLadder.tsx': reasons,
  'features/results/BallotTotals.tsx': reasons,
  'features/results/ReferenceTotals.tsx': reasons,
  'features/results/EarlierRounds.tsx': reasons,
  'features/results/RoundDialog.tsx': reasons,
  'features/results/AgreedLevels.tsx': reasons,
  'features/results/SpreadReason.tsx': reasons,
  'features/scoring/GridTable.tsx': 'copies its cells itself, with Ctrl+C, and leaves as the workbook of the session',
  'features/scoring/Deviations.tsx': 'is seen by the chair alone and leaves the screen in no form',
  'features/scoring/Differences.tsx': oneCriterion,
  'features/scoring/side/EvidenceDialog.tsx': oneCriterion,
  'features/scoring/side/ReferenceOfCriterion.tsx': oneCriterion,
}

const sourceOf = (path: string): string => readFileSync(join(renderer, path), 'utf8')

const count = (path: string, of: RegExp): number => [...sourceOf(path).matchAll(of)].length

const tables = (path: string): number => count(path, /<(?:DataTable|Table|table)(?=[\s<>])/g)

/** Each of its tables offers it itself, by its property. */
const offers = (path: string): boolean => tables(path) === count(path, /(?<=\s)copies(?=[\s=/])/g)

const withTables = globSync('**/*.tsx', { cwd: renderer })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => tables(path) > 0)

/** A table that leaves no way to Excel; an entry of the lists that stands for no such table. */
function faultOf(path: string): string | null {
  const place = offeredIn[path]
  const isListed = place !== undefined || exceptions[path] !== undefined
  if (!withTables.includes(path)) return 'has no table'
  if (offers(path)) return isListed && exceptions[path] !== frame ? 'offers it itself: take it off the list' : null
  if (place !== undefined) return /<CopyTable\b/.test(sourceOf(place)) ? null : `${place} has no CopyTable`
  return isListed ? null : 'give its table `copies`, or a CopyTable, or tell here why not'
}

test('every table of records can be taken away, but for those with a reason', () => {
  const paths = new Set([...withTables, ...Object.keys(offeredIn), ...Object.keys(exceptions)])
  const faults = [...paths].flatMap((path) => {
    const fault = faultOf(path)
    return fault === null ? [] : [`${path}: ${fault}`]
  })
  expect(faults).toEqual([])
  expect(withTables.length).toBeGreaterThan(60)
})
