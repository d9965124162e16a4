import type { FormWords, WordedOption } from '../../../shared/api/audit.ts'
import type { ToldEvent } from './audit-facts.ts'

export type FormedEvent = ToldEvent & { readonly form?: FormWords }

/** A line of the log names an option, it does not quote a whole condition. */
const longestLabel = 90

/**
 * The detail of an event with what the product's form says in place of its codes and option numbers; `optionText` says
 * an option. What the form does not know stays as it is.
 */
export function wordedDetail(event: FormedEvent, optionText: (option: WordedOption) => string): ToldEvent['detail'] {
  const { detail, form } = event
  if (form === undefined) return detail
  if (form.condition !== undefined) return { ...detail, key: form.condition, from: answerOf(detail['from']) }
  if (form.items !== undefined) {
    const { items: _keys, item: _key, ...rest } = detail
    return { ...rest, [form.items.length === 1 ? 'item' : 'items']: form.items.join('; ') }
  }
  const worded = (option: WordedOption | null): string | null =>
    option && optionText({ ...option, label: option.label && shortened(option.label) })
  return {
    ...detail,
    ...(form.criterion !== undefined && { criterion: `${String(detail['criterion'])} ${form.criterion}` }),
    ...(form.from !== undefined && { from: worded(form.from) }),
    ...(form.to !== undefined && { to: worded(form.to) }),
  }
}

/** The answer of before stands in the log as its table keeps it. */
function answerOf(before: unknown): unknown {
  if (typeof before !== 'object' || before === null || !('isRejected' in before)) return null
  return { answer: before.isRejected === true ? 'yes' : 'no', reason: 'reason' in before ? before.reason : '' }
}

/** Cut behind a word. */
function shortened(label: string): string {
  if (label.length <= longestLabel) return label
  const cut = label.slice(0, longestLabel)
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;:.]+$/, '')}…`
}
