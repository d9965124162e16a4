import type { CouncilFields, MemberFields } from '../../shared/api/councils.ts'
import type { ProductFields } from '../../shared/api/products.ts'
import type { SessionFields } from '../../shared/api/sessions.ts'
import type { Regulation } from '../../shared/domain/scoring/types.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'

// What a person types into the forms of a provincial council, its members, products and sessions.

export function sampleCouncil(regulation: Regulation = usualRegulation): CouncilFields {
  return {
    name: 'Hội đồng OCOP cấp tỉnh',
    level: 'province',
    province: 'Phú Thọ',
    district: '',
    foundingDecisionNumber: '12/QĐ-UBND',
    foundingDecisionDate: '2026-06-01',
    regulationNumber: '',
    regulation,
  }
}

/** The first is the chair, the second the secretary. */
export function sampleMember(number: number): MemberFields {
  const [code, role] = [`TV${number}`, (['chair', 'secretary'] as const)[number - 1] ?? ('member' as const)]
  return { code, name: `Thành viên ${code}`, position: '', organisation: '', role }
}

export function sampleProduct(number: number, setNumber = 1): ProductFields {
  const code = `SP${number}`
  return {
    code,
    name: `Sản phẩm ${code}`,
    producerName: 'HTX Mẫu',
    producerKind: 'Hợp tác xã',
    commune: 'Xã Mẫu',
    district: '',
    setNumber,
  }
}

export function sampleSession(regulation: Regulation = usualRegulation): SessionFields {
  return {
    year: 2026,
    round: 2,
    heldOn: '2026-11-20',
    place: 'Hội trường',
    referralThreshold: null,
    regulation,
  }
}
