import type { AppContext } from '../../context.ts'
import { procedures } from '../procedures.ts'
import { supportReport } from './report.ts'

export function supportHandlers(app: AppContext) {
  let minute = 0
  let noted = 0
  return {
    noteFault: procedures.support.noteFault.handler(({ input }) => {
      const now = Math.floor(app.clock.now().getTime() / 60_000)
      if (now !== minute) [minute, noted] = [now, 0]
      noted += 1
      if (noted <= mostInAMinute) app.log.error('the page met a fault', `${input.message}\n${input.stack}`)
    }),
    report: procedures.support.report.handler(() => supportReport(app)),
  }
}

/** A page that fails over and over would push everything else out of the log. */
const mostInAMinute = 10
