import { findLevelRule } from '../../shared/domain/rules/choose-rule-set.ts'
import type { SessionFacts, SessionRecord } from '../../shared/domain/session/session-record.ts'
import { placeOf, provinceOf, type AtPlace, type Place } from './place.ts'

/** A place of the programme on a day: bodies are called otherwise from one year to another. */
type AtDay = AtPlace & { readonly session: Pick<SessionFacts, 'heldOn'> }
type AtRules = AtDay & Pick<SessionRecord, 'ruleSet'>

/** Who decides on what a council proposes, and how that authority is written in documents. */
export type Authority = {
  /** Head of the page, cell 2, upper case, one line each. */
  readonly bodyLines: readonly string[]
  /** The body inside a sentence: `Ủy ban nhân dân tỉnh Phú Thọ`. */
  readonly body: string
  /** Without its name, for lists: `Ủy ban nhân dân tỉnh`. */
  readonly bodyKind: string
  /** Above the legal bases, upper case (Decree 30, Phụ lục III, Mẫu 1.2, note 6). */
  readonly capitals: string
  /** Whose decision it is, inside a sentence: `Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ`. */
  readonly issuer: string
  /** After the blank for the number: `QĐ-UBND`. */
  readonly symbol: string
  /** Power and post of a decision's signature; a deputy signs, as in the decisions that could be read. */
  readonly posts: readonly string[]
  /** The same under what the body itself sends, which its head signs on its behalf. */
  readonly bodyPosts: readonly string[]
  /** Ends a letter's symbol (`UBND-NN`) and stands after "Lưu: VT": the unit that drafts; an office writes its own. */
  readonly draftingUnit: string
  /** `Phú Thọ` in "Phú Thọ, ngày … tháng … năm …". */
  readonly seat: string
  /** The area that the products come from: `tỉnh Phú Thọ`; empty for the central level. */
  readonly area: string
}

/**
 * The authority of the record's level under its rule set: the head of the body signs on his own authority, without
 * "TM.", or a deputy signs for the collective body. Source: Decree 30/2020/NĐ-CP, Phụ lục I, Mục II.7 and Phụ lục III,
 * Mẫu 1.2; QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm e (head) against QĐ 148/QĐ-TTg (collective).
 */
export function authorityOf(record: AtRules): Authority {
  const isCollective = findLevelRule(record)?.decisionAuthority === 'collective'
  const place = placeOf(record)
  return place === null ? ministryOf(record.session.heldOn) : committeeOf(place, isCollective)
}

function committeeOf(place: Place, isCollective: boolean): Authority {
  const body = `Ủy ban nhân dân ${place.full}`
  const issuer = isCollective ? body : `Chủ tịch ${body}`
  return {
    bodyLines: ['ỦY BAN NHÂN DÂN', place.full.toUpperCase()],
    body,
    bodyKind: `Ủy ban nhân dân ${place.kind}`,
    capitals: issuer.toUpperCase(),
    issuer,
    symbol: 'QĐ-UBND',
    posts: [...(isCollective ? ['TM. ỦY BAN NHÂN DÂN'] : []), 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    bodyPosts: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    draftingUnit: 'NN',
    seat: place.kind === 'thành phố' && place.name === 'Hồ Chí Minh' ? place.full : place.name,
    area: place.full,
  }
}

function ministryOf(heldOn: string): Authority {
  const { name, symbol } = ministryInCharge(heldOn)
  return {
    bodyLines: [name.toUpperCase()],
    body: name,
    bodyKind: 'Bộ',
    capitals: `BỘ TRƯỞNG ${name.toUpperCase()}`,
    issuer: `Bộ trưởng ${name}`,
    symbol: `QĐ-${symbol}`,
    posts: ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'],
    bodyPosts: ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'],
    draftingUnit: 'PTNT',
    seat: 'Hà Nội',
    area: '',
  }
}

/**
 * What those in charge of the programme on that ISO date are called after: the ministries of agriculture and of the
 * environment, and the bodies under them, became one. Source: Nghị quyết 176/2025/QH15; Nghị định 35/2025/NĐ-CP.
 */
function fieldInCharge(date: string): { readonly name: string; readonly symbol: string } {
  return date < '2025-03-01'
    ? { name: 'Nông nghiệp và Phát triển nông thôn', symbol: 'NN' }
    : { name: 'Nông nghiệp và Môi trường', symbol: 'NNMT' }
}

/** The ministry that runs the programme on that ISO date. */
export function ministryInCharge(date: string): { readonly name: string; readonly symbol: string } {
  const { name, symbol } = fieldInCharge(date)
  return { name: `Bộ ${name}`, symbol: `B${symbol}` }
}

/** The provincial department in charge on that ISO date. */
export function departmentInCharge(date: string): string {
  return `Sở ${fieldInCharge(date).name}`
}

/** To whom the level's dossiers go up; null at the top. */
export function higherAuthority(record: AtRules): string | null {
  const to = findLevelRule(record)?.referral?.to
  if (to === undefined) return null
  return to === 'central'
    ? ministryInCharge(record.session.heldOn).name
    : `Ủy ban nhân dân ${provinceOf(record.council).full}`
}

/** The office that runs the programme at the record's level: it proposes, and tells producers their results. */
export type Office = {
  /** Head of the page: the body above it, and itself, upper case. */
  readonly superiorBody: readonly string[]
  readonly issuingBody: readonly string[]
  /** Inside a sentence: `Sở Nông nghiệp và Môi trường tỉnh Phú Thọ`. */
  readonly name: string
  /** Ends a document's symbol: `TTr-SNNMT`. An office that abbreviates itself otherwise changes it in the register. */
  readonly abbreviation: string
  readonly posts: readonly string[]
  /** Who heads it, inside a sentence: `Giám đốc Sở Nông nghiệp và Môi trường tỉnh Phú Thọ`. */
  readonly headOf: string
  /** After "Lưu: VT". */
  readonly draftingUnit: string
}

/**
 * Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm đ and g (the provincial body in charge of the programme); districts
 * under QĐ 148 had their division of agriculture do the same.
 */
export function officeOf(record: AtDay): Office {
  const field = fieldInCharge(record.session.heldOn)
  const place = placeOf(record)
  if (place === null) {
    const { name, symbol } = ministryInCharge(record.session.heldOn)
    return {
      superiorBody: [],
      issuingBody: [name.toUpperCase()],
      name,
      abbreviation: symbol,
      posts: ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'],
      headOf: `Bộ trưởng ${name}`,
      draftingUnit: 'PTNT',
    }
  }
  const isDivision = record.level === 'district'
  const unit = `${isDivision ? 'Phòng' : 'Sở'} ${field.name}`
  return {
    superiorBody: [`UBND ${place.full}`.toUpperCase()],
    issuingBody: [unit.toUpperCase()],
    name: `${unit} ${place.full}`,
    abbreviation: `${isDivision ? 'P' : 'S'}${field.symbol}`,
    posts: [isDivision ? 'TRƯỞNG PHÒNG' : 'GIÁM ĐỐC'],
    headOf: `${isDivision ? 'Trưởng phòng' : 'Giám đốc'} ${unit.replace(/^Phòng /, '')} ${place.full}`,
    draftingUnit: isDivision ? 'NN' : 'PTNT',
  }
}
