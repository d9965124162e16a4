import type { InspectionDetail } from '../../../shared/api/inspections.ts'

export type InspectionPart = { readonly inspection: InspectionDetail; readonly isReadOnly: boolean }
