import { sharedValue } from '../../api/shared-value.ts'

/** Whether the report of errors is shown, over whatever screen. */
export const isReportOpen = sharedValue(false)
