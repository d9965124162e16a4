import type { AppContext } from '../../context.ts'
import { procedures } from '../procedures.ts'

export function liveHandlers(app: AppContext) {
  return {
    changes: procedures.live.changes.handler(async function* ({ signal }) {
      yield* app.live.subscribe(signal)
    }),
  }
}
