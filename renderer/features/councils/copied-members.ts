import type { TFunction } from 'i18next'
import type { Member } from '../../../shared/api/councils.ts'
import type { PastedMemberFields } from '../../../shared/domain/pasted-table/member-fields.ts'
import type { Spoken } from '../../../shared/domain/pasted-table/spoken.ts'
import type { CopiedRows } from '../../components/copied-rows.ts'

const fields = ['code', 'name', 'position', 'organisation', 'role'] as const
const roles = ['chair', 'vice-chair', 'secretary', 'member'] as const

/** The members of a council, as cells. */
export function copiedMembers(members: readonly Member[], t: TFunction<'councils'>): CopiedRows {
  return {
    heads: fields.map((field) => t(`member.${field}`)),
    rows: members.map(({ role, ...member }) =>
      fields.map((field) => (field === 'role' ? t(`common:role.${role}`) : member[field])),
    ),
  }
}

/** The same table as it is read. */
export function spokenMembers(t: TFunction<'councils'>): Spoken<PastedMemberFields> {
  return {
    heads: {
      code: t('member.code'),
      name: t('member.name'),
      position: t('member.position'),
      organisation: t('member.organisation'),
      role: t('member.role'),
    },
    words: { role: roles.map((role) => [t(`common:role.${role}`), role]) },
  }
}
