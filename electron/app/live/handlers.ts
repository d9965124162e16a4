import type { AppContext } from '../../context.ts'
import { procedures } from '../procedures.ts'

export const liveHandlers = (app: AppContext) => ({
  changes: procedures.live.changes.handler(async function* ({ signal }) {
    yield* app.live.subscribe(signal)
  }),
})
