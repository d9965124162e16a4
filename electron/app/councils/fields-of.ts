import type { Council, CouncilFields, Member, MemberFields } from '../../../shared/api/councils.ts'

/** What a secretary edits of a council. */
export function councilFieldsOf({
  id: _id,
  members: _members,
  sessionCount: _count,
  begun: _begun,
  continued: _continued,
  ...fields
}: Council): CouncilFields {
  return fields
}

/** What a secretary edits of a member. */
export function memberFieldsOf({ code, name, position, organisation, role }: Member): MemberFields {
  return { code, name, position, organisation, role }
}
