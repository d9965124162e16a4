import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'

/** What changes which file is open, one after another: the second finds what the first has left. */
export function inTurn<Result>(app: AppContext, run: () => Promise<Result>): Promise<Result> {
  return after(app, () => {
    // Whoever still waited as the program began to end.
    if (endingOf(app).signal.aborted) throw new Refusal('work-stopped')
    return run()
  })
}

/**
 * The same for a new file, at the path that the host answers for the name. A dialog is asked before the turn: it may stand
 * open for long, and closing waits for nobody. A host without one names a free path, which is taken in the same turn.
 *
 * @returns null where the person left the dialog
 */
export async function inTurnAt<Result>(
  app: AppContext,
  name: string,
  run: (path: string) => Promise<Result>,
): Promise<Result | null> {
  const { capabilities, chooseNewWorkspace } = app.host
  const chosen = capabilities.hasFileDialogs ? await chooseNewWorkspace(name) : undefined
  if (chosen === null) return null
  return inTurn(app, async () => {
    const path = chosen ?? (await chooseNewWorkspace(name))
    return path === null ? null : run(path)
  })
}

/** The end of the program: what is at work ends at once or is waited for, and nothing is opened afterwards. */
export function inLastTurn<Result>(app: AppContext, run: () => Promise<Result>): Promise<Result> {
  endingOf(app).abort(new Refusal('work-stopped'))
  return after(app, run)
}

/** Ends what takes long in a turn as the program ends. */
export function endingSignal(app: AppContext): AbortSignal {
  return endingOf(app).signal
}

/** At once where nobody is at it. */
function after<Result>(app: AppContext, run: () => Promise<Result>): Promise<Result> {
  const before = turnOf.get(app.workspace)
  const turn = before === undefined ? begin(run) : before.then(run)
  const ended = settled(turn).finally(() => {
    if (turnOf.get(app.workspace) === ended) turnOf.delete(app.workspace)
  })
  turnOf.set(app.workspace, ended)
  return turn
}

// A plain call would throw where a promise has to fail.
async function begin<Result>(run: () => Promise<Result>): Promise<Result> {
  return run()
}

async function settled(turn: Promise<unknown>): Promise<void> {
  await Promise.allSettled([turn])
}

/** The one that whoever comes next waits for, by the slot that they change. */
const turnOf = new WeakMap<AppContext['workspace'], Promise<void>>()

function endingOf({ workspace }: AppContext): AbortController {
  const ending = endings.get(workspace) ?? new AbortController()
  endings.set(workspace, ending)
  return ending
}

const endings = new WeakMap<AppContext['workspace'], AbortController>()
