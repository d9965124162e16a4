import { lazy, Suspense } from 'react'
import { isReportOpen } from './report-store.ts'

const ReportDialog = lazy(async () => ({ default: (await import('./ReportDialog.tsx')).ReportDialog }))

/** The place of the report, beside the screens: it opens also where a screen cannot be shown. */
export function Report() {
  return <Suspense fallback={null}>{isReportOpen.use() && <ReportDialog />}</Suspense>
}
