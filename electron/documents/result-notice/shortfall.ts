import { findCriterion } from '../../../shared/domain/criteria/form.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { describeReason } from '../../../shared/domain/session/reason-text.ts'
import type { ItemResult, Reason, SettledGate } from '../../../shared/domain/scoring/types.ts'
import { standingReasons } from '../../../shared/domain/session/standing-reasons.ts'
import type { ItemRecord, SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { capitalise } from '../../../shared/domain/vietnamese/sentence.ts'

/**
 * What a product lacked for the next star, in words a producer can act on: points, and for each requirement not met the
 * criterion and the level that it asks for. Whole clauses without a mark at the end; how many members saw it so stays
 * with the council. Empty where nothing is lacking, or where the council's own conclusion alone keeps it from that star.
 */
export function shortfallTexts(item: Pick<ItemRecord, 'form' | 'result' | 'conclusion'>): readonly string[] {
  const { form } = item
  return standingReasons(item).flatMap((reason) => {
    switch (reason.kind) {
      case 'gates-failed':
        return gateTexts(form, reason.gates)
      case 'next-band':
        return [pointsText(reason), ...gateTexts(form, reason.gates)]
      default:
        return []
    }
  })
}

/**
 * Why a rejected dossier was not scored, as prose: the condition as it is printed, then what the council saw. Whole
 * sentences; nothing is lowered into them, since a reason may begin with a name.
 */
export function rejectionText({ result, ruleSet }: Pick<SessionRecord, 'ruleSet'> & { result: ItemResult }): string {
  const rejections = result.reasons.flatMap((reason) => (reason.kind === 'rejected' ? reason.rejections : []))
  const sentences = rejections.map(({ question, reason }) => {
    const seen = reason.replace(/\.$/, '')
    const condition = question === '' ? '' : `thuộc trường hợp “${question}”`
    return [condition, seen === '' ? '' : `Hội đồng xác định: ${seen}`].filter((part) => part !== '').join('. ')
  })
  const [first = '', ...rest] = sentences
  const also = rest.map((sentence) => ` Hồ sơ cũng ${sentence}.`).join('')
  const isCondition = (rejections[0]?.question ?? '') !== ''
  return `1. Hồ sơ bị loại theo ${ruleSet.articles.knockouts}, không được chấm điểm${isCondition ? ', do ' : '. '}${first}.${also}`
}

/** The points alone: the requirements follow one by one. */
const pointsText = (reason: Extract<Reason, { kind: 'next-band' }>): string =>
  capitalise(describeReason({ ...reason, gates: [] }))

const gateTexts = (form: CriteriaSet, gates: readonly SettledGate[]): readonly string[] =>
  gates.map(({ criterionCode, star, optionNumber }) => {
    const criterion = findCriterion(form, criterionCode)?.criterion
    const level = criterion?.options[optionNumber - 1]?.label ?? ''
    return `Tiêu chí ${criterionCode} (${criterion?.title ?? ''}) chưa đạt yêu cầu tối thiểu của hạng ${star} sao: ${level}`
  })
