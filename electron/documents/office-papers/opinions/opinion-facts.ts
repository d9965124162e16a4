import type { WrittenMember, WrittenProduct, WrittenRound } from '../../../../shared/api/opinions.ts'
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts'
import type { OpinionAnswer } from '../../../../shared/domain/opinions/conclude.ts'
import { postOfMember } from '../../../../shared/domain/session/member-post.ts'
import type { CouncilFacts } from '../../../../shared/domain/session/session-record.ts'
import { councilHead, roleText } from '../../council.ts'
import type { Head } from '../../nd30/head.ts'
import type { IssuerFacts } from '../issuer.ts'

/** A round of written opinions, with its council as the round says it. */
export type OpinionRoundFacts = IssuerFacts & { readonly round: WrittenRound; readonly council: CouncilFacts }

/** Of the council, without a number: the papers of a round stand in no register. */
export function roundHead({ round, council }: OpinionRoundFacts): Head {
  return councilHead({ level: round.level, council, session: { heldOn: round.sentOn } }, '')
}

/** `đợt lấy ý kiến 01/2026` */
export function roundName({ number, year }: Pick<WrittenRound, 'number' | 'year'>): string {
  return `đợt lấy ý kiến ${String(number).padStart(2, '0')}/${year}`
}

/** `Phó Giám đốc Sở Công Thương`, and the role in the council; the name where `isNamed`. */
export function memberText(member: WrittenMember, { isNamed }: { readonly isNamed: boolean }): string {
  const parts = [isNamed ? member.name : '', postOfMember(member), roleText[member.role]]
  return [...new Set(parts.filter((part) => part !== ''))].join(', ')
}

/** The recognition that ends, a paragraph each: star and points, decision, when it ends. */
export function formerTexts(product: WrittenProduct): readonly string[] {
  const { decision, lapsesOn, star } = product.former
  const found = [star === null ? '' : `Hạng ${star} sao`, product.score === null ? '' : `${pointsText(product)} điểm`]
  return [
    found.filter((part) => part !== '').join(', '),
    decision,
    lapsesOn === null ? '' : `Hết hạn ${formatDate(lapsesOn)}`,
  ].filter((part) => part !== '')
}

/** Points as they are kept, `68,5`; empty where none are known. */
export function pointsText({ score }: Pick<WrittenProduct, 'score'>): string {
  return score === null ? '' : String(score).replace('.', ',')
}

export function proposedText({ proposedStar }: Pick<WrittenProduct, 'proposedStar'>): string {
  return proposedStar === null ? '' : `${proposedStar} sao`
}

/** In a cell of the summary; explained below its table. */
export const answerMarks: Readonly<Record<OpinionAnswer, string>> = {
  agree: 'Đ',
  differ: 'K',
  meet: 'H',
  recused: '–',
}
