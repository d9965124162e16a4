import type { FileDetails } from './audit-details/file-details.ts'
import type { RegisterDetails } from './audit-details/register-details.ts'
import type { SessionDetails } from './audit-details/session-details.ts'
import type { YearDetails } from './audit-details/year-details.ts'

/**
 * What the audit keeps of each command, by the path of its procedure; a few commands are a host's own. Names and fields
 * stand in files for good: they change by addition only, and a field that is added is optional to its readers.
 */
export type AuditDetails = { readonly [Name in keyof Kept]: Readonly<Kept[Name]> }

export type AuditCommand = keyof Kept

type Kept = FileDetails & RegisterDetails & YearDetails & SessionDetails
