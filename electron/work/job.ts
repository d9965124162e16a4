/** What a worker can be asked for: of each kind of job what it is handed, tells meanwhile and answers, all plain data. */
export type JobTable = Readonly<Record<string, Job>>

export type Job<Input = unknown, Result = unknown, Progress = unknown> = {
  readonly input: Input
  readonly result: Result
  readonly progress: Progress
}

/** What a job at work has at hand. */
export type JobTools<Progress> = {
  readonly tell: (progress: Progress) => void
  /**
   * To be awaited between two pieces of the work: other jobs may be done meanwhile.
   *
   * @throws the reason of the cancellation, once the job is cancelled
   */
  readonly breathe: () => Promise<void>
}

export type Runners<Table extends JobTable> = {
  readonly [Kind in keyof Table]: (
    input: Table[Kind]['input'],
    tools: JobTools<Table[Kind]['progress']>,
  ) => Table[Kind]['result'] | Promise<Table[Kind]['result']>
}

/** Work that is done in another thread, so that the thread that answers keys is free. */
export type Work<Table extends JobTable> = {
  /**
   * Jobs are done one after another; a batch lets others in between its pieces.
   *
   * @throws what the job throws, a Refusal as it is; the signal's reason once cancelled; Refusal `work-stopped` where
   *   the worker ended under it, `work-too-large` where its memory did not suffice, `work-too-long` past its deadline
   */
  readonly run: <Kind extends keyof Table & string>(
    kind: Kind,
    input: Table[Kind]['input'],
    options?: RunOptions<Table[Kind]['progress']>,
  ) => Promise<Table[Kind]['result']>
  /**
   * A job as a stream of what it tells; what the generator returns is the job's result. Who stops listening cancels it:
   * the stream has ended once the job let go of its files.
   *
   * @throws as `run`
   */
  readonly follow: <Kind extends keyof Table & string>(
    kind: Kind,
    input: Table[Kind]['input'],
    signal: AbortSignal | undefined,
  ) => AsyncGenerator<Table[Kind]['progress'], Table[Kind]['result']>
  /** Ends the worker, whatever it is at; jobs that come later are refused. */
  readonly close: () => Promise<void>
}

export type RunOptions<Progress> = {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (progress: Progress) => void
}
