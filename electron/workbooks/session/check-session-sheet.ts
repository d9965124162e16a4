import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { findLevelRule, isInForce } from '../../../shared/domain/rules/choose-rule-set.ts'
import { fold } from '../../../shared/domain/vietnamese/fold.ts'
import type { Level, RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { CouncilFacts } from '../../../shared/domain/session/session-record.ts'
import { findSessionFields } from './find-session-fields.ts'
import type { Field, Findings } from './findings.ts'
import { levelTitles, sessionNames, type SessionKey } from './layout.ts'
import { blankCell, type PlainSheet } from '../xlsx/plain-sheet.ts'
import { readChoice, readDate, readInteger, readNeededText, readText, reportBlank } from './read-field.ts'
import { readFraction, type Fraction } from './read-fraction.ts'
import type { ImportedSession } from './session-import.ts'

/** The session sheet as far as it could be read; null where a needed value is missing or faulty. */
export type CheckedSession = {
  readonly ruleSet: RuleSet | null
  readonly level: Level | null
  readonly council: CouncilFacts
  readonly session: { readonly [Key in keyof ImportedSession]: ImportedSession[Key] | null }
  /** Null = the default of batch mode. */
  readonly spreadLimit: number | null
  readonly quorum: Fraction | null
}

type CheckSessionSheetInput = {
  sheet: PlainSheet
  ruleSets: readonly RuleSet[]
  findings: Findings
}

/** Checks the sheet `Phiên họp`: names in one column, values in the next. */
export function checkSessionSheet({ sheet, ruleSets, findings }: CheckSessionSheetInput): CheckedSession {
  const fields = findSessionFields(sheet, findings)
  const at = (key: SessionKey): { field: Field; findings: Findings; what: string } => ({
    field: fields.get(key) ?? {
      cell: blankCell,
      place: { sheet: sheet.name, row: null, column: sessionNames[key] },
    },
    findings,
    what: sessionNames[key],
  })
  const integer = (key: SessionKey, least: number, most: number) => readInteger({ ...at(key), least, most })
  const needed = <Value>(key: SessionKey, allowed: string, value: Value | null): Value | null => {
    if (at(key).field.cell.kind === 'blank') reportBlank({ ...at(key), allowed })
    return value
  }

  const ruleSet = readRuleSet({ ...at('ruleSet'), ruleSets })
  const level = needed(
    'level',
    levelTitles.map(([title]) => title).join('; '),
    readChoice({ ...at('level'), choices: levelTitles }),
  )
  checkLevel({ ...at('level'), ruleSet, level })
  reportUnusedThreshold({ ...at('threshold'), ruleSet, level })
  const year = needed('year', 'Năm, ví dụ 2026', integer('year', 2018, 2100))
  const heldOn = needed('heldOn', 'Ô định dạng Ngày (dd/mm/yyyy)', readDate(at('heldOn')))
  reportOddDate({ ...at('heldOn'), ruleSet, year, heldOn })
  const district = readText(at('district'))
  if (level === 'district' && district === '') {
    findings.notice({
      place: at('district').field.place,
      message: 'Phiên họp cấp huyện chưa ghi tên huyện',
      found: '',
      allowed: 'Tên huyện',
    })
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
    },
    session: {
      year,
      round: needed('round', 'Số thứ tự của đợt, ví dụ 1', integer('round', 1, 99)),
      heldOn,
      place: readText(at('place')),
      referralThreshold: integer('threshold', 0, 100),
    },
    spreadLimit: integer('spreadLimit', 0, 100),
    quorum: readFraction(at('quorum')),
  }
}

type Read = { readonly field: Field; readonly findings: Findings; readonly what: string }

function readRuleSet(input: Read & { ruleSets: readonly RuleSet[] }): RuleSet | null {
  const { field, findings, ruleSets } = input
  const usable = ruleSets.filter(({ isForSessions }) => isForSessions)
  const allowed = usable.map(({ id }) => id).join('; ')
  const text = readNeededText({ ...input, allowed })
  if (text === '') return null
  const ruleSet = ruleSets.find(({ id }) => fold(id) === fold(text))
  if (ruleSet?.isForSessions === true) return ruleSet
  const message =
    ruleSet === undefined
      ? 'Không có bộ quy định này'
      : `Bộ quy định ${ruleSet.shortTitle} chỉ để tra cứu, không dùng để mở phiên họp`
  findings.fault({ place: field.place, message, found: text, allowed })
  return null
}

function checkLevel({
  field,
  findings,
  ruleSet,
  level,
}: Read & { ruleSet: RuleSet | null; level: Level | null }): void {
  if (ruleSet === null || level === null) return
  const scoring = ruleSet.levels.filter(({ scores }) => scores).map((rule) => rule.level)
  if (scoring.includes(level)) return
  findings.fault({
    place: field.place,
    message: `Theo ${ruleSet.shortTitle}, cấp này không chấm điểm`,
    found: field.cell,
    allowed: levelTitles.flatMap(([title, value]) => (scoring.includes(value) ? [title] : [])).join('; '),
  })
}

/** At the top level there is nowhere to go up to. */
function reportUnusedThreshold({
  field,
  findings,
  ruleSet,
  level,
}: Read & { ruleSet: RuleSet | null; level: Level | null }): void {
  const rule = ruleSet === null || level === null ? undefined : findLevelRule({ ruleSet, level })
  if (field.cell.kind === 'blank' || rule === undefined || rule.referral !== null) return
  findings.notice({
    place: field.place,
    message: 'Cấp này không đề nghị lên cấp trên: ngưỡng không được dùng',
    found: field.cell,
    allowed: 'Để trống',
  })
}

function reportOddDate({
  field,
  findings,
  ruleSet,
  year,
  heldOn,
}: Read & { ruleSet: RuleSet | null; year: number | null; heldOn: string | null }): void {
  if (heldOn === null || heldOn === '') return
  const notice = (message: string) => findings.notice({ place: field.place, message, found: field.cell, allowed: '' })
  if (year !== null && parseIsoDate(heldOn).year !== year) notice(`Ngày họp không thuộc năm ${year}`)
  if (ruleSet !== null && !isInForce(ruleSet, heldOn))
    notice(`Ngày họp ngoài thời gian có hiệu lực của ${ruleSet.shortTitle}`)
}
