import { countQuarters } from '../../../shared/domain/statistics/count-quarters.ts'
import type { AppContext } from '../../context.ts'
import { openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { lawNow, readEntries } from '../register/register-entries.ts'
import { readStatistics } from './read-statistics.ts'

export function statisticsHandlers(app: AppContext) {
  return {
    count: procedures.statistics.count.handler(({ input }) => readStatistics(app, openDb(app), input)),

    quarters: procedures.statistics.quarters.handler(() => {
      const on = lawNow(app)
      return { day: on.day, ...countQuarters(readEntries(openDb(app), on), on.day) }
    }),
  }
}
