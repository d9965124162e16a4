import type { DossierStatus } from '../../../../shared/domain/dossiers/read-dossier.ts'
import type {
  ApplicationKind,
  CouncilFacts,
  MemberRecord,
  SessionFacts,
  SessionRecord,
} from '../../../../shared/domain/session/session-record.ts'
import { roleText } from '../../council.ts'
import { inWords } from '../../count-text.ts'
import { scopeText } from '../../scope-text.ts'
import { issuerOf, type IssuerFacts } from '../issuer.ts'

/** A meeting of a council as it is known before it is held. */
export type MeetingFacts = IssuerFacts & {
  readonly level: SessionRecord['level']
  readonly council: CouncilFacts
  readonly session: Pick<SessionFacts, 'year' | 'round' | 'heldOn' | 'place'>
  readonly members: readonly MemberRecord[]
  /** In agenda order. */
  readonly products: readonly MeetingProduct[]
}

export type MeetingProduct = {
  readonly code: string
  readonly name: string
  readonly producerId: number
  readonly producerName: string
  readonly producerKind: string
  readonly commune: string
  readonly district: string
  readonly setNumber: number
  readonly setName: string
  readonly application: ApplicationKind
  /** Names of the members who do not score it. */
  readonly recused: readonly string[]
  readonly dossier: {
    readonly status: DossierStatus
    readonly note: string
    readonly samples: number
    readonly lacking: readonly string[]
    readonly expired: readonly string[]
  }
}

/** `Họp Hội đồng … năm 2026 (đợt 1)` */
export function meetingName({ council, session }: Pick<MeetingFacts, 'council' | 'session'>): string {
  return `Họp ${council.name} năm ${session.year} (đợt ${session.round})`
}

/** `tỉnh Phú Thọ năm 2026 (đợt 1)` */
export function meetingScope(facts: MeetingFacts): string {
  return scopeText(issuerOf(facts).authority, facts.session)
}

export function placeText(session: Pick<SessionFacts, 'place'>): string {
  return session.place === '' ? '…………………………' : session.place
}

/** `12 (mười hai) sản phẩm của 10 (mười) chủ thể` */
export function productCount(products: readonly MeetingProduct[]): string {
  const producers = new Set(products.map(({ producerId }) => producerId)).size
  return `${inWords(products.length)} sản phẩm của ${inWords(producers)} chủ thể`
}

/** Who is to lead, by the council's roles: who comes is not known yet. */
export function chairOf(members: readonly MemberRecord[]): MemberRecord | undefined {
  return members.find(({ role }) => role === 'chair')
}

export function secretaryOf(members: readonly MemberRecord[]): MemberRecord | undefined {
  return members.find(({ role }) => role === 'secretary')
}

export function roleOf({ role }: MemberRecord): string {
  return roleText[role]
}
