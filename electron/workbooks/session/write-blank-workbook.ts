import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { modelSheets } from './sheet-models.ts'
import type { SessionImport } from './session-import.ts'
import { writeXlsx } from '../xlsx/write-xlsx.ts'

/**
 * The sheets of a session workbook with their headings and nothing filled in but the rule set, its first scoring level,
 * the year and the usual regulation. Read back with members and products it makes a session without ballots.
 */
export function writeBlankWorkbook({
  ruleSet,
  date,
}: {
  ruleSet: RuleSet
  /** ISO date: its year stands in the workbook. */
  date: string
}): Promise<Uint8Array> {
  const sheets = modelSheets({
    session: blankSession(ruleSet, date),
    formOf: ({ code }) => {
      throw new Error(`A blank workbook has no product ${code}`)
    },
    isFilled: false,
  })
  return writeXlsx({ createdAt: new Date(date), sheets })
}

const blankSession = (ruleSet: RuleSet, date: string): SessionImport => ({
  ruleSetId: ruleSet.id,
  level: ruleSet.levels.find(({ scores }) => scores)?.level ?? 'province',
  council: {
    name: '',
    province: '',
    district: '',
    foundingDecisionNumber: '',
    foundingDecisionDate: '',
    regulationNumber: '',
  },
  session: { year: parseIsoDate(date).year, round: 1, heldOn: '', place: '', referralThreshold: null },
  regulation: usualRegulation,
  members: [],
  items: [],
  officeSets: [],
})
