import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { personText } from '../council.ts'
import { text, type LetterBlock } from '../letter/model.ts'
import { nameOf } from './products.ts'

/**
 * What was said: the secretary's own words, then what members wrote on their ballots, product by product (Decree 30,
 * Phụ lục III, Mẫu 1.9: the course of the meeting).
 */
export function discussionBlocks(record: SessionRecord): readonly LetterBlock[] {
  const written = record.session.minutes.discussion
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const opinions = opinionBlocks(record)
  if (written.length + opinions.length === 0) {
    return [text('Ngoài nội dung ghi tại Biên bản này, không có ý kiến khác được ghi nhận.')]
  }
  return [
    ...written.map(text),
    ...(opinions.length === 0 ? [] : [text('Ý kiến của thành viên ghi trên phiếu đánh giá:'), ...opinions]),
  ]
}

function opinionBlocks({ items, members }: SessionRecord): readonly LetterBlock[] {
  const names = new Map(members.map((member) => [member.id, `${personText(member)} (${member.code})`]))
  return items.flatMap((item) => {
    const opinions = item.ballots
      .filter(({ opinion, counts }) => counts && opinion !== '')
      .map(({ memberId, opinion }) => `${names.get(memberId) ?? ''}: ${plainSentence(opinion)}`)
    return opinions.length === 0
      ? []
      : [{ kind: 'text', lead: `${nameOf(item)}: `, text: `${opinions.join('; ')}.` } satisfies LetterBlock]
  })
}

/** One line, without the mark at its end. */
const plainSentence = (words: string): string => words.replace(/\s+/gu, ' ').replace(/\.$/, '')
