import type { SessionImport } from './session-import.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { findLevelRule, isInForce } from '../../../shared/domain/rules/choose-rule-set.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Level, RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { findSessionFields } from './find-session-fields.ts'
import type { Field, Findings } from './findings.ts'
import { levelTitles, sessionNames, type SessionKey } from './layout.ts'
import { blankCell, type PlainSheet } from '../xlsx/plain-sheet.ts'
import {
  readChoice,
  readDate,
  readInteger,
  readNeededChoice,
  readNeededText,
  readText,
  reportBlank,
} from './read-field.ts'
import { regulationKeys, regulationTitles, type WordedRegulation } from './regulation-titles.ts'
import { readAside } from './read-aside.ts'
import { readFraction, type Fraction } from './read-fraction.ts'
import type { ImportedSession } from './session-import.ts'

/** The session sheet as far as it could be read; null where a needed value is missing or faulty. */
export type CheckedSession = {
  readonly ruleSet: RuleSet | null
  readonly level: Level | null
  readonly council: SessionImport['council']
  readonly session: { readonly [Key in keyof ImportedSession]: ImportedSession[Key] | null }
  /** Null = the default of batch mode. */
  readonly spreadLimit: number | null
  readonly quorum: Fraction | null
  /** What it says of the rest of the regulations. */
  readonly worded: Partial<WordedRegulation>
}

type CheckSessionSheetInput = {
  sheet: PlainSheet
  ruleSets: readonly RuleSet[]
  findings: Findings
}

/** Checks the sheet `Phiên họp`: names in one column, values in the next. */
export function checkSessionSheet({ sheet, ruleSets, findings }: CheckSessionSheetInput): CheckedSession {
  const fields = findSessionFields(sheet, findings)
  const at = (key: SessionKey): Field => {
    const title = sessionNames[key]
    const spot = findings.at({ sheet: sheet.name, row: null, column: title }, blankCell)
    return fields.get(key) ?? { ...spot, cell: blankCell, title }
  }
  const needed = <Value>(key: SessionKey, allowed: string, value: Value | null): Value | null => {
    reportBlank(at(key), allowed)
    return value
  }

  const ruleSet = readRuleSet(at('ruleSet'), ruleSets)
  const level = readNeededChoice(at('level'), levelTitles)
  if (ruleSet !== null && level !== null) checkLevel(at, ruleSet, level)
  const year = needed('year', 'Năm, ví dụ 2026', readInteger(at('year'), [2018, 2100]))
  const heldOn = needed('heldOn', 'Ô định dạng Ngày (dd/mm/yyyy)', readDate(at('heldOn')))
  const { notice } = at('heldOn')
  if (heldOn && year !== null && parseIsoDate(heldOn).year !== year) notice(`Ngày họp không thuộc năm ${year}`)
  if (heldOn && ruleSet !== null && !isInForce(ruleSet, heldOn)) {
    notice(`Ngày họp ngoài thời gian có hiệu lực của ${ruleSet.shortTitle}`)
  }
  const district = readText(at('district'))
  if (level === 'district' && district === '') {
    at('district').notice('Phiên họp cấp huyện chưa ghi tên huyện', 'Tên huyện', '')
  }
  return {
    ruleSet,
    level,
    council: {
      name: readNeededText(at('council')),
      province: readText(at('province')),
      district,
      foundingDecisionNumber: readText(at('foundingNumber')),
      foundingDecisionDate: readDate(at('foundingDate')) ?? '',
      regulationNumber: readAside(at('regulationNumber'), 200),
    },
    session: {
      year,
      round: needed('round', 'Số thứ tự của đợt, ví dụ 1', readInteger(at('round'), [1, 99])),
      heldOn,
      place: readText(at('place')),
      referralThreshold: readInteger(at('threshold'), [0, 100]),
    },
    spreadLimit: readInteger(at('spreadLimit'), [0, 100]),
    quorum: readFraction(at('quorum')),
    worded: readWorded(at),
  }
}

function readRuleSet(field: Field, ruleSets: readonly RuleSet[]): RuleSet | null {
  const usable = ruleSets.filter(({ isForSessions }) => isForSessions)
  const allowed = usable.map(({ id }) => id).join('; ')
  const text = readNeededText(field, allowed)
  if (text === '') return null
  const ruleSet = ruleSets.find(({ id }) => fold(id) === fold(text))
  if (ruleSet?.isForSessions === true) return ruleSet
  const message =
    ruleSet === undefined
      ? 'Không có bộ quy định này'
      : `Bộ quy định ${ruleSet.shortTitle} chỉ để tra cứu, không dùng để mở phiên họp`
  field.fault(message, allowed, text)
  return null
}

/** The level scores under the rule set; at the top level there is nowhere to go up to, so no threshold is used. */
function checkLevel(at: (key: SessionKey) => Field, ruleSet: RuleSet, level: Level): void {
  const scoring = ruleSet.levels.filter(({ scores }) => scores).map((rule) => rule.level)
  if (!scoring.includes(level)) {
    const allowed = levelTitles.flatMap(([title, value]) => (scoring.includes(value) ? [title] : []))
    at('level').fault(`Theo ${ruleSet.shortTitle}, cấp này không chấm điểm`, allowed.join('; '))
  }
  const { cell, notice } = at('threshold')
  if (cell.kind === 'blank' || findLevelRule({ ruleSet, level })?.referral !== null) return
  notice('Cấp này không đề nghị lên cấp trên: ngưỡng không được dùng', 'Để trống')
}

/** A word that is none of them is a fault: it could change a star. */
function readWorded(at: (key: SessionKey) => Field): Partial<WordedRegulation> {
  const said = regulationKeys.map((key) => [key, readChoice<unknown>(at(key), regulationTitles[key])] as const)
  return Object.fromEntries(said.filter(([, value]) => value !== null))
}
